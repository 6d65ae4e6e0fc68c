package hounsfield.calibrate;

import hounsfield.codec.PixelLayout;
import hounsfield.frame.FrameOpener;
import hounsfield.frame.FrameReader;
import hounsfield.frame.FrameRef;
import hounsfield.geometry.Placement;
import hounsfield.standard.DicomException;
import hounsfield.standard.Progress;
import hounsfield.standard.Tag;
import hounsfield.standard.UnsupportedDicomException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads frames of one sample a pixel, of one file or of many, as calibrated planes, each by its own transform: the one way
 * from files to real values. Frames are read in parallel; the memory is the result and one frame of stored values a
 * thread.
 */
public final class FrameCalibrator {
    private FrameCalibrator() {}

    /**
     * Reads frames into one image, placed by their own headers.
     *
     * @param frames in the order that the image shall have; at least one
     * @throws DicomException if a frame is damaged, has several samples a pixel, or not the first one's size
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    public static CalibratedImage read(List<FrameRef> frames, Progress progress) throws IOException {
        return read(frames, Placement.of(frames), progress);
    }

    /** As {@link #read(List, Progress)}, placed by what is known better than from the frames' own headers. */
    public static CalibratedImage read(List<FrameRef> frames, Placement placement, Progress progress)
            throws IOException {
        try (FrameOpener opener = new FrameOpener()) {
            return read(frames, placement, opener, ValueSource.RESCALE, progress);
        }
    }

    /** As {@link #read(List, Placement, Progress)}, with files that may be open already and stay open. */
    public static CalibratedImage read(
            List<FrameRef> frames, Placement placement, FrameOpener opener, ValueSource source, Progress progress)
            throws IOException {
        List<CalibratedPlane> planes =
                opener.readAll(frames, progress, (frame, reader) -> plane(frame, reader, source));
        return new CalibratedImage(planes, placement, opener.warnings().list());
    }

    /** One frame's calibrated values, by the default source. */
    public static CalibratedPlane plane(FrameRef frame, FrameReader reader) throws IOException {
        return plane(frame, reader, ValueSource.RESCALE);
    }

    /**
     * One frame's calibrated values.
     *
     * @param reader of the frame's file
     * @param source of the values
     * @throws DicomException if the frame is damaged, or has several samples a pixel
     */
    public static CalibratedPlane plane(FrameRef frame, FrameReader reader, ValueSource source) throws IOException {
        PixelLayout layout = reader.layout();
        if (layout.samplesPerPixel() != 1) {
            throw new UnsupportedDicomException(
                    "colour, " + layout.samplesPerPixel() + " samples a pixel, has no calibrated values",
                    frame.location().withTag(Tag.SAMPLES_PER_PIXEL));
        }
        try {
            ModalityTransform transform = ModalityTransform.of(frame.groups(), frame.frame(), source);
            float[] values = reader.lend(frame.frame(), samples -> {
                float[] calibrated = new float[samples.length()];
                transform.lut().apply(samples, calibrated);
                return calibrated;
            });
            List<String> findings = new ArrayList<>(transform.findings());
            Optional<PixelPadding> padding =
                    PixelPadding.of(frame.file().dataSet(), layout, transform.lut(), findings::add);
            return new CalibratedPlane(
                    layout.columns(), layout.rows(), values, transform.unitOf(values), padding, findings);
        } catch (DicomException e) {
            throw e.at(frame.location());
        }
    }
}
