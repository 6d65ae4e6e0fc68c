package hounsfield.calibrate;

import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.frame.Attempt;
import hounsfield.frame.FrameOpener;
import hounsfield.frame.FrameReader;
import hounsfield.frame.FrameRef;
import hounsfield.frame.FrameUse;
import hounsfield.geometry.Placement;
import hounsfield.standard.DicomException;
import hounsfield.standard.Tag;
import hounsfield.standard.UnsupportedDicomException;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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
     * Reads frames into one image, placed by their own headers. A frame that cannot be read, or has not the others' size,
     * costs its own pixels: they are NaN, and {@link CalibratedImage#damage} says why.
     *
     * @param frames in the order that the image shall have; at least one
     * @throws DicomException if no frame can be read, or next to none
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    public static CalibratedImage read(List<FrameRef> frames, Progress progress) throws IOException {
        return read(frames, Placement.of(frames), progress);
    }

    /** As {@link #read(List, Progress)}, placed by what is known better than from the frames' own headers. */
    public static CalibratedImage read(List<FrameRef> frames, Placement placement, Progress progress)
            throws IOException {
        try (FrameOpener opener = new FrameOpener()) {
            return read(frames, placement, opener, ValueSource.RESCALE, WhenDamaged.FILL, progress);
        }
    }

    /**
     * As {@link #read(List, Placement, Progress)}, with files that may be open already and stay open.
     *
     * @throws DicomException if no frame can be read, or next to none; or, with {@link WhenDamaged#REFUSE}, if one cannot
     */
    public static CalibratedImage read(
            List<FrameRef> frames,
            Placement placement,
            FrameOpener opener,
            ValueSource source,
            WhenDamaged damaged,
            Progress progress)
            throws IOException {
        List<CalibratedPlane> planes = damaged == WhenDamaged.REFUSE
                ? opener.readAll(frames, "", progress, (frame, reader) -> plane(frame, reader, source))
                : DamagedPlanes.fill(opener.attemptAll(frames, progress, planeOrRows(source)));
        return new CalibratedImage(planes, placement, opener.warnings().list());
    }

    /** One frame's calibrated values, by the default source. */
    public static CalibratedPlane plane(FrameRef frame, FrameReader reader) throws IOException {
        return plane(frame, reader, ValueSource.RESCALE);
    }

    /**
     * One frame's calibrated values, NaN where it is damaged. A plane without any value has neither unit nor padding.
     *
     * @param layout of the image that the frame is for
     */
    public static CalibratedPlane filled(FrameRef frame, FrameOpener opener, PixelLayout layout, ValueSource source) {
        Attempt<CalibratedPlane> attempt = opener.attempt(frame, layout, planeOrRows(source));
        return attempt.failed() ? DamagedPlanes.nothing(attempt.failure(), layout) : attempt.result();
    }

    /**
     * One frame's calibrated values.
     *
     * @param reader of the frame's file
     * @param source of the values
     * @throws DicomException if the frame is damaged, or has several samples a pixel
     */
    public static CalibratedPlane plane(FrameRef frame, FrameReader reader, ValueSource source) throws IOException {
        return plane(frame, reader, source, reader::lend, Optional.empty());
    }

    /** As {@link #plane}, of a frame that is cut off the rows that are there. */
    private static FrameOpener.Task<CalibratedPlane> planeOrRows(ValueSource source) {
        return (frame, reader) -> {
            try {
                return plane(frame, reader, source);
            } catch (DicomException e) {
                int rows = reader.rowsBeforeCut(frame.frame());
                if (rows == 0) throw e;
                Damage damage = new Damage(e, rows);
                CalibratedPlane plane = plane(frame, reader, source, reader::lendRows, Optional.of(damage));
                Arrays.fill(plane.values(), rows * plane.width(), plane.values().length, Float.NaN);
                return plane;
            }
        };
    }

    /** {@link FrameReader#lend} or {@link FrameReader#lendRows}. */
    private interface Loan {
        float[] lend(int frame, FrameUse<float[]> use) throws IOException;
    }

    private static CalibratedPlane plane(
            FrameRef frame, FrameReader reader, ValueSource source, Loan loan, Optional<Damage> damage)
            throws IOException {
        PixelLayout layout = reader.layout();
        if (layout.samplesPerPixel() != 1) {
            throw new UnsupportedDicomException(
                    "colour, " + layout.samplesPerPixel() + " samples a pixel, has no calibrated values",
                    frame.location().withTag(Tag.SAMPLES_PER_PIXEL));
        }
        try {
            ModalityTransform transform = ModalityTransform.of(frame.groups(), frame.frame(), source);
            float[] values = loan.lend(frame.frame(), samples -> calibrated(samples, transform.lut()));
            List<String> findings = new ArrayList<>(transform.findings());
            Optional<PixelPadding> padding =
                    PixelPadding.of(frame.file().dataSet(), layout, transform.lut(), findings::add);
            return new CalibratedPlane(
                    layout.columns(), layout.rows(), values, transform.unitOf(values), padding, findings, damage);
        } catch (DicomException e) {
            throw e.at(frame.location());
        }
    }

    private static float[] calibrated(Samples samples, ModalityLut lut) {
        float[] calibrated = new float[samples.length()];
        lut.apply(samples, calibrated);
        return calibrated;
    }
}
