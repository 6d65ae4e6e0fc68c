package hounsfield.calibrate;

import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.frame.FrameReader;
import hounsfield.frame.FunctionalGroups;
import hounsfield.geometry.PixelSpacing;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.SliceSpacing;
import hounsfield.geometry.StackGeometry;
import hounsfield.parse.DicomFile;
import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import hounsfield.standard.Progress;
import hounsfield.standard.Tag;
import hounsfield.standard.UnsupportedDicomException;
import hounsfield.standard.Workers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads frames of one sample a pixel as calibrated planes, each by its own transform. Frames are read in parallel; the
 * memory is the result and one frame of stored values a thread.
 */
public final class FrameCalibrator {
    private FrameCalibrator() {}

    /** One frame's values and what belongs to them. */
    public record Plane(float[] values, String unit, Optional<PixelPadding> padding, List<String> findings) {}

    /** All frames of a file, in the file's order. */
    public static CalibratedImage read(DicomFile file, Progress progress) throws IOException {
        try (FrameReader reader = FrameReader.open(file)) {
            return read(file, reader, 0, reader.frameCount() - 1, progress);
        }
    }

    /**
     * Some frames of a file, in the file's order.
     *
     * @param first the first frame, counted from 0
     * @param last the last frame, included
     * @throws DicomException if the file or a frame is damaged, or has several samples a pixel
     * @throws IndexOutOfBoundsException if there are no such frames
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    public static CalibratedImage read(DicomFile file, int first, int last, Progress progress) throws IOException {
        try (FrameReader reader = FrameReader.open(file)) {
            return read(file, reader, first, last, progress);
        }
    }

    private static CalibratedImage read(DicomFile file, FrameReader reader, int first, int last, Progress progress)
            throws IOException {
        Objects.checkFromToIndex(first, last + 1, reader.frameCount());
        FunctionalGroups groups = FunctionalGroups.of(file.dataSet());
        // The last frame first: where it is not there, nothing is spent on those that a header only claims.
        Plane end = plane(file, reader, groups, last);
        Plane[] planes = new Plane[last - first + 1];
        planes[last - first] = end;
        Workers.forEach(last - first, progress, index -> planes[index] = plane(file, reader, groups, first + index));
        PlaneCollector collector =
                new PlaneCollector(reader.layout().columns(), reader.layout().rows());
        for (Plane plane : planes) collector.add(plane);
        CalibratedImage.Builder builder = collector.builder();
        reader.warnings().list().forEach(builder::finding);
        try {
            place(builder, groups, first, last);
        } catch (DicomException e) {
            throw e.at(Location.ofFile(file.name()));
        }
        return builder.build();
    }

    /**
     * One frame's calibrated values.
     *
     * @throws DicomException if the frame is damaged, or has several samples a pixel
     */
    public static Plane plane(DicomFile file, FrameReader reader, FunctionalGroups groups, int frame)
            throws IOException {
        Location place = Location.ofFile(file.name()).withFrame(frame);
        PixelLayout layout = reader.layout();
        if (layout.samplesPerPixel() != 1) {
            throw new UnsupportedDicomException(
                    "colour, " + layout.samplesPerPixel() + " samples a pixel, has no calibrated values",
                    place.withTag(Tag.SAMPLES_PER_PIXEL));
        }
        Samples samples = reader.read(frame);
        try {
            ModalityTransform transform = ModalityTransform.of(groups, frame);
            float[] values = new float[samples.length()];
            transform.lut().apply(samples, values);
            Optional<PixelPadding> padding = PixelPadding.of(file.dataSet(), layout, transform.lut());
            return new Plane(values, transform.unit(), padding, transform.findings());
        } catch (DicomException e) {
            throw e.at(place);
        }
    }

    private static void place(CalibratedImage.Builder builder, FunctionalGroups groups, int first, int last)
            throws DicomException {
        PixelSpacing pixelSpacing = PixelSpacing.of(groups, first);
        builder.pixelSpacing(pixelSpacing);
        pixelSpacing.finding().ifPresent(builder::finding);
        List<PlaneGeometry> planes = new ArrayList<>();
        for (int frame = first; frame <= last; frame++) {
            PlaneGeometry.of(groups, frame).ifPresent(planes::add);
        }
        Optional<SliceSpacing> fromPositions = Optional.empty();
        if (planes.size() == last - first + 1) {
            StackGeometry stack = StackGeometry.of(planes);
            builder.geometry(stack);
            fromPositions = SliceSpacing.of(stack);
            stack.findings().forEach(builder::finding);
            if (!stack.isInGivenOrder()) {
                builder.finding("The frames stand in the file's order, which is not their order in space");
            }
        }
        SliceSpacing sliceSpacing =
                fromPositions.isPresent() ? fromPositions.get() : SliceSpacing.withoutPositions(groups, first);
        builder.sliceSpacing(sliceSpacing);
        if (last > first) sliceSpacing.finding().ifPresent(builder::finding);
    }
}
