package hounsfield.dataset;

import hounsfield.calibrate.ModalityTransform;
import hounsfield.calibrate.PixelPadding;
import hounsfield.codec.PixelLayout;
import hounsfield.frame.FrameReader;
import hounsfield.frame.FunctionalGroups;
import hounsfield.parse.DicomFile;
import hounsfield.window.Window;
import java.io.IOException;

/**
 * What the pixels of all frames of a file come to.
 *
 * @param stored the stored values of all samples, as they are
 * @param calibrated the calibrated values, padding and what is no number aside; none where {@code reason} says why
 * @param inWindow how many calibrated values lie strictly inside the window
 * @param unit of the calibrated values, empty where none is named or frames differ
 * @param reason why there are no calibrated values, empty if there are
 */
record PixelSummary(Spread stored, Spread calibrated, long inWindow, String unit, String reason) {
    /**
     * Reads all frames, one after the other.
     *
     * @throws DicomException if there is no image, or a frame cannot be read
     */
    static PixelSummary of(DicomFile file, Window window) throws IOException {
        try (FrameReader reader = FrameReader.open(file)) {
            boolean grey = reader.layout().samplesPerPixel() == 1
                    && reader.decodedPhotometric().isMonochrome();
            if (!grey) return ofStored(reader, "colour has no calibrated values");
            return ofCalibrated(file, reader, window);
        }
    }

    private static PixelSummary ofStored(FrameReader reader, String reason) throws IOException {
        PixelCounter counter = new PixelCounter();
        for (int frame = 0; frame < reader.frameCount(); frame++) {
            reader.lend(frame, samples -> {
                counter.add(samples);
                return null;
            });
        }
        return new PixelSummary(counter.stored(), new Spread(), 0, "", reason);
    }

    private static PixelSummary ofCalibrated(DicomFile file, FrameReader reader, Window window) throws IOException {
        PixelLayout layout = reader.layout();
        FunctionalGroups groups = FunctionalGroups.of(file.dataSet());
        PixelCounter counter = new PixelCounter();
        String unit = null;
        for (int frame = 0; frame < reader.frameCount(); frame++) {
            ModalityTransform transform = ModalityTransform.of(groups, frame);
            // Stored values are still worth their statistics where their meaning cannot be told.
            if (transform.lost().isPresent()) {
                return ofStored(reader, transform.lost().get().reason());
            }
            PixelPadding padding =
                    PixelPadding.of(file.dataSet(), layout, transform.lut()).orElse(null);
            if (unit == null) unit = transform.unit();
            else if (!unit.equals(transform.unit())) unit = "";
            reader.lend(frame, samples -> {
                counter.add(samples, transform.lut(), padding, window);
                return null;
            });
        }
        return new PixelSummary(counter.stored(), counter.calibrated(), counter.inWindow(), unit, "");
    }

    /** The part of the calibrated values that is strictly inside the window, 0..1; NaN where there are none. */
    double partInWindow() {
        return (double) inWindow / calibrated.count();
    }
}
