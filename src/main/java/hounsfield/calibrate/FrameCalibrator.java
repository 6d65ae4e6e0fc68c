package hounsfield.calibrate;

import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.frame.Attempt;
import hounsfield.frame.FrameOpener;
import hounsfield.frame.FrameRef;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.frame.pixeldata.FrameUse;
import hounsfield.geometry.Placement;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads frames with one sample per pixel, from one file or several, as calibrated planes, each with its own transform.
 * This is the only path from files to real values. Frames are read in parallel; memory use is the result plus one frame
 * of stored values per thread.
 */
public final class FrameCalibrator {
    private FrameCalibrator() {}

    /**
     * Reads frames into one image, with the geometry in their headers. A frame that cannot be read, or differs in size,
     * becomes NaN, and {@link CalibratedImage#damage} gives the reason.
     *
     * @param frames in the order of the image; at least one
     * @param progress receives progress, and can cancel
     * @return the image
     * @throws DicomException if no frames can be read, or only very few
     * @throws IOException if no file can be read
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static CalibratedImage read(List<FrameRef> frames, Progress progress) throws IOException {
        return read(frames, Placement.of(frames), progress);
    }

    /**
     * Does the same as {@link #read(List, Progress)} with known geometry.
     *
     * @param frames in the order of the image; at least one
     * @param placement the geometry
     * @param progress receives progress, and can cancel
     * @return the image
     * @throws IOException if no frames can be read, or only very few
     */
    public static CalibratedImage read(List<FrameRef> frames, Placement placement, Progress progress)
            throws IOException {
        try (FrameOpener opener = new FrameOpener()) {
            return read(frames, placement, opener, ValueSource.RESCALE, WhenDamaged.FILL, progress);
        }
    }

    /**
     * Does the same as {@link #read(List, Placement, Progress)}, with files that may already be open and stay open.
     *
     * @param frames in the order of the image; at least one
     * @param placement the geometry
     * @param opener opens the files
     * @param source of the values
     * @param damaged the treatment of frames that cannot be read
     * @param progress receives progress, and can cancel
     * @return the image
     * @throws DicomException if no frames can be read, or only very few; or, with {@link WhenDamaged#REFUSE}, if one
     *     cannot
     * @throws IOException if no file can be read
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
        return new CalibratedImage(planes, placement, opener.diagnostics().sentences());
    }

    /**
     * Reads the calibrated values of one frame, from the default source.
     *
     * @param frame the frame
     * @param reader of the frame's file
     * @return the plane
     * @throws IOException if the frame is damaged, or has several samples per pixel
     */
    public static CalibratedPlane plane(FrameRef frame, FrameReader reader) throws IOException {
        return plane(frame, reader, ValueSource.RESCALE);
    }

    /**
     * Reads the calibrated values of one frame, with NaN where it is damaged. A plane without any value has neither
     * unit nor padding.
     *
     * @param frame the frame
     * @param opener opens the file
     * @param layout of the image
     * @param source of the values
     * @param progress can cancel
     * @return the plane
     */
    public static CalibratedPlane filled(
            FrameRef frame, FrameOpener opener, PixelLayout layout, ValueSource source, Progress progress) {
        Attempt<CalibratedPlane> attempt = opener.attempt(frame, layout, progress, planeOrRows(source));
        return attempt.failed() ? DamagedPlanes.nanPlane(attempt.failure(), layout) : attempt.result();
    }

    /**
     * Reads the calibrated values of one frame.
     *
     * @param frame the frame
     * @param reader of the frame's file
     * @param source of the values
     * @return the plane
     * @throws DicomException if the frame is damaged, or has several samples per pixel
     * @throws IOException if the file cannot be read
     */
    public static CalibratedPlane plane(FrameRef frame, FrameReader reader, ValueSource source) throws IOException {
        Stored stored = use -> reader.lend(frame.frame(), use);
        return plane(frame, reader, source, stored, Optional.empty());
    }

    /** Reads a frame like {@link #plane}; of a truncated frame, reads the rows that are certain. */
    private static FrameOpener.Task<CalibratedPlane> planeOrRows(ValueSource source) {
        return (frame, reader) -> {
            try {
                return plane(frame, reader, source);
            } catch (DicomException e) {
                Optional<CalibratedPlane> rows = reader.lendRows(
                        frame.frame(), (samples, count) -> rows(frame, reader, source, samples, new Damage(e, count)));
                return rows.orElseThrow(() -> e);
            }
        };
    }

    private static CalibratedPlane rows(
            FrameRef frame, FrameReader reader, ValueSource source, Samples samples, Damage damage) throws IOException {
        CalibratedPlane plane = plane(frame, reader, source, use -> use.of(samples), Optional.of(damage));
        Arrays.fill(plane.values(), damage.rows() * plane.width(), plane.values().length, Float.NaN);
        return plane;
    }

    /** The stored values of a frame. */
    private interface Stored {
        float[] lend(FrameUse<float[]> use) throws IOException;
    }

    private static CalibratedPlane plane(
            FrameRef frame, FrameReader reader, ValueSource source, Stored stored, Optional<Damage> damage)
            throws IOException {
        PixelLayout layout = reader.layout();
        checkSamples(frame, layout);
        try {
            ModalityTransform transform = ModalityTransform.of(frame.groups(), frame.frame(), source);
            float[] values = stored.lend(samples -> calibrated(samples, transform.lut()));
            Diagnostics findings = new Diagnostics();
            findings.addAll(transform.findings());
            Optional<PixelPadding> padding = PixelPadding.of(frame.file().dataSet(), layout, transform.lut(), findings);
            return new CalibratedPlane(
                    layout.columns(),
                    layout.rows(),
                    values,
                    transform.unitOf(values),
                    padding,
                    transform.scaled(),
                    findings.sentences(),
                    damage);
        } catch (DicomException e) {
            throw e.at(frame.location());
        }
    }

    /**
     * Checks that a frame can have calibrated values.
     *
     * @param frame the frame
     * @param layout of its pixels
     * @throws UnsupportedDicomException if there are several samples per pixel
     */
    public static void checkSamples(FrameRef frame, PixelLayout layout) throws UnsupportedDicomException {
        if (layout.samplesPerPixel() == 1) return;
        throw new UnsupportedDicomException(
                "color, with " + layout.samplesPerPixel() + " samples per pixel, has no calibrated values",
                frame.location().withTag(Tag.SAMPLES_PER_PIXEL));
    }

    private static float[] calibrated(Samples samples, ModalityLut lut) {
        float[] calibrated = new float[samples.length()];
        lut.apply(samples, calibrated);
        return calibrated;
    }
}
