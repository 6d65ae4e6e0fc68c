package hounsfield.dataset;

import hounsfield.calibrate.ModalityTransform;
import hounsfield.calibrate.PixelPadding;
import hounsfield.codec.PixelLayout;
import hounsfield.frame.Attempt;
import hounsfield.frame.FrameFile;
import hounsfield.frame.FrameReader;
import hounsfield.frame.FrameRef;
import hounsfield.frame.FunctionalGroups;
import hounsfield.frame.ReadableFrames;
import hounsfield.parse.DicomFile;
import hounsfield.standard.DicomException;
import hounsfield.window.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the pixels of all frames of a file come to.
 *
 * @param stored the stored values of all samples, as they are
 * @param calibrated the calibrated values, padding and what is no number aside; none where {@code reason} says why
 * @param inWindow how many calibrated values lie strictly inside the window
 * @param unit of the calibrated values, empty where none is named or frames differ
 * @param reason why there are no calibrated values, or none of some frames; empty if there are those of all
 */
record PixelSummary(Spread stored, Spread calibrated, long inWindow, String unit, String reason) {
    /**
     * Reads all frames, one after the other; those that cannot be read count nowhere, and the reason names those that can.
     *
     * @throws DicomException if there is no image, or no frame can be read
     */
    static PixelSummary of(DicomFile file, Window window) throws IOException {
        try (FrameReader reader = FrameReader.open(file)) {
            boolean grey = reader.layout().samplesPerPixel() == 1
                    && reader.decodedPhotometric().isMonochrome();
            if (!grey) return ofStored(file, reader, "colour has no calibrated values");
            return ofCalibrated(file, reader, window);
        }
    }

    private static PixelSummary ofStored(DicomFile file, FrameReader reader, String reason) throws IOException {
        PixelCounter counter = new PixelCounter();
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

    private static PixelSummary ofCalibrated(DicomFile file, FrameReader reader, Window window) throws IOException {
        PixelLayout layout = reader.layout();
        FunctionalGroups groups = FunctionalGroups.of(file.dataSet());
        List<ModalityTransform> transforms = new ArrayList<>();
        for (int frame = 0; frame < reader.frameCount(); frame++) {
            ModalityTransform transform = ModalityTransform.of(groups, frame);
            // Stored values are still worth their statistics where their meaning cannot be told.
            if (transform.lost().isPresent()) {
                return ofStored(file, reader, transform.lost().get().reason());
            }
            transforms.add(transform);
        }
        PixelCounter counter = new PixelCounter();
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

    /** What is done with a frame, counted from 0. */
    private interface Look {
        void at(int frame) throws IOException;
    }

    /**
     * Looks at each frame, and goes on past those that cannot be read.
     *
     * @return why some cannot be read, and which can; empty if all can
     * @throws DicomException the first frame's failure, if none can be read
     */
    private static String forEach(DicomFile file, FrameReader reader, Look look) throws IOException {
        FrameFile source = FrameFile.of(file);
        List<Attempt<Void>> attempts = new ArrayList<>();
        DicomException failure = null;
        for (int frame = 0; frame < reader.frameCount(); frame++) {
            DicomException own = null;
            try {
                look.at(frame);
            } catch (DicomException e) {
                own = e;
            }
            if (failure == null) failure = own;
            attempts.add(new Attempt<>(new FrameRef(source, frame), null, own));
        }
        if (failure == null) return "";
        String readable = ReadableFrames.words(attempts);
        if (readable.isEmpty()) throw failure;
        return Reason.of(failure.adding(readable));
    }

    /** The part of the calibrated values that is strictly inside the window, 0..1; NaN where there are none. */
    double partInWindow() {
        return (double) inWindow / calibrated.count();
    }
}
