package hounsfield.dataset.table;

import hounsfield.calibrate.ModalityTransform;
import hounsfield.calibrate.PixelPadding;
import hounsfield.codec.PixelLayout;
import hounsfield.frame.Attempt;
import hounsfield.frame.FrameFile;
import hounsfield.frame.FrameRef;
import hounsfield.frame.FunctionalGroups;
import hounsfield.frame.ReadableFrames;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.measure.Spread;
import hounsfield.parse.DicomFile;
import hounsfield.planes.StoredValueCounts;
import hounsfield.standard.error.DicomException;
import hounsfield.window.Window;
import hounsfield.work.Diagnostic;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Statistics of the pixels of all frames of a file.
 *
 * @param stored of the stored values of all samples
 * @param calibrated of the calibrated values, without padding and non-finite values; empty if {@code reason} explains
 *     it
 * @param inWindow number of calibrated values strictly inside the window
 * @param unit of the calibrated values; empty if there is none or frames differ
 * @param reason why there are no calibrated values, or none of some frames; otherwise empty
 */
record PixelSummary(Spread stored, Spread calibrated, long inWindow, String unit, String reason) {
    /**
     * Reads all frames in order. Frames that cannot be read are not counted, and the reason lists the readable ones.
     *
     * @param counts scratch memory of this thread
     * @param progress can cancel
     * @throws DicomException if there is no image, or no frame can be read
     */
    static PixelSummary of(DicomFile file, Window window, StoredValueCounts counts, Progress progress)
            throws IOException {
        try (FrameReader opened = FrameReader.open(file)) {
            FrameReader reader = opened.during(progress);
            boolean gray = reader.layout().samplesPerPixel() == 1
                    && reader.decodedPhotometric().isMonochrome();
            if (!gray) return ofStored(file, reader, counts, "color has no calibrated values");
            return ofCalibrated(file, reader, window, counts);
        }
    }

    private static PixelSummary ofStored(DicomFile file, FrameReader reader, StoredValueCounts counts, String reason)
            throws IOException {
        PixelCounter counter = new PixelCounter(counts);
        String damage = forEach(
                file,
                reader,
                frame -> reader.lend(frame, samples -> {
                    counter.add(samples);
                    return null;
                }));
        String both = damage.isEmpty() ? reason : reason + "; " + damage;
        return new PixelSummary(counter.stored(), new Spread(), 0, "", both);
    }

    private static PixelSummary ofCalibrated(
            DicomFile file, FrameReader reader, Window window, StoredValueCounts counts) throws IOException {
        PixelLayout layout = reader.layout();
        FunctionalGroups groups = FunctionalGroups.of(file.dataSet());
        List<ModalityTransform> transforms = new ArrayList<>();
        for (int frame = 0; frame < reader.frameCount(); frame++) {
            ModalityTransform transform = ModalityTransform.of(groups, frame);
            // Stored values still have statistics if their meaning is unknown.
            if (transform.lost().isPresent()) {
                return ofStored(file, reader, counts, transform.lost().get().reason());
            }
            transforms.add(transform);
        }
        PixelCounter counter = new PixelCounter(counts);
        Set<String> units = new LinkedHashSet<>();
        String damage = forEach(file, reader, frame -> {
            ModalityTransform transform = transforms.get(frame);
            PixelPadding padding =
                    PixelPadding.of(file.dataSet(), layout, transform.lut()).orElse(null);
            reader.lend(frame, samples -> {
                counter.add(samples, transform.lut(), padding, window);
                return null;
            });
            units.add(transform.unit());
        });
        String unit = units.size() == 1 ? units.iterator().next() : "";
        return new PixelSummary(counter.stored(), counter.calibrated(), counter.inWindow(), unit, damage);
    }

    /** Processes a frame, given by its index from 0. */
    private interface FrameTask {
        void run(int frame) throws IOException;
    }

    /**
     * Processes each frame, and skips those that cannot be read.
     *
     * @return why frames cannot be read, and the readable ones; empty if all can be read
     * @throws DicomException the failure of the first frame, if none can be read
     */
    private static String forEach(DicomFile file, FrameReader reader, FrameTask task) throws IOException {
        FrameFile source = FrameFile.of(file);
        List<Attempt<Void>> attempts = new ArrayList<>();
        DicomException failure = null;
        for (int frame = 0; frame < reader.frameCount(); frame++) {
            DicomException own = null;
            try {
                task.run(frame);
            } catch (DicomException e) {
                own = e;
            }
            if (failure == null) failure = own;
            attempts.add(new Attempt<>(new FrameRef(source, frame), null, own));
        }
        if (failure == null) return "";
        String readable = ReadableFrames.words(attempts);
        if (readable.isEmpty()) throw failure;
        return Diagnostic.reason(failure.adding(readable));
    }

    /** Returns the fraction of the calibrated values strictly inside the window, 0..1; NaN if there are none. */
    double fractionInWindow() {
        return (double) inWindow / calibrated.count();
    }
}
