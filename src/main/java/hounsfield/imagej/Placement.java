package hounsfield.imagej;

import hounsfield.frame.FunctionalGroups;
import hounsfield.geometry.PixelSpacing;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.SliceSpacing;
import hounsfield.geometry.StackGeometry;
import hounsfield.series.Series;
import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import hounsfield.standard.Tag;
import ij.ImagePlus;
import ij.measure.Calibration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The size of an image's voxels and which of its planes are slices, which points in time.
 *
 * @param timePoints how many images there are at each position; planes go through the positions first
 * @param findings sentences for the log
 */
record Placement(PixelSpacing pixels, SliceSpacing slices, int timePoints, List<String> findings) {

    /** From the order that the series is in. */
    static Placement of(Series series) throws DicomException {
        hounsfield.series.Slice first = series.slices().get(0);
        FunctionalGroups groups = FunctionalGroups.of(first.file().dataSet());
        List<String> findings = new ArrayList<>(series.findings());
        try {
            PixelSpacing pixels = PixelSpacing.of(groups, first.frame());
            pixels.finding().ifPresent(findings::add);
            Optional<SliceSpacing> fromPositions = series.geometry().flatMap(SliceSpacing::of);
            SliceSpacing spacing = fromPositions.isPresent()
                    ? fromPositions.get()
                    : SliceSpacing.withoutPositions(groups, first.frame());
            if (series.slices().size() > series.timePoints()) spacing.finding().ifPresent(findings::add);
            return new Placement(pixels, spacing, series.timePoints(), findings);
        } catch (DicomException e) {
            throw e.at(Location.ofFile(first.file().name()));
        }
    }

    /** From the slices' own headers, in the order that they are in. */
    static Placement of(List<ImageSlice> slices) throws DicomException {
        ImageSlice first = slices.get(0);
        List<String> findings = new ArrayList<>();
        try {
            PixelSpacing pixels = PixelSpacing.of(first.groups(), first.frame());
            pixels.finding().ifPresent(findings::add);
            List<PlaneGeometry> planes = new ArrayList<>();
            for (ImageSlice slice : slices)
                PlaneGeometry.of(slice.groups(), slice.frame()).ifPresent(planes::add);
            Optional<SliceSpacing> fromPositions = Optional.empty();
            if (planes.size() == slices.size()) {
                StackGeometry stack = StackGeometry.of(planes);
                fromPositions = SliceSpacing.of(stack);
                findings.addAll(stack.findings());
                if (!stack.isInGivenOrder()) findings.add("The slices are not in the order of their positions");
            }
            SliceSpacing spacing = fromPositions.isPresent()
                    ? fromPositions.get()
                    : SliceSpacing.withoutPositions(first.groups(), first.frame());
            if (slices.size() > 1) spacing.finding().ifPresent(findings::add);
            return new Placement(pixels, spacing, 1, findings);
        } catch (DicomException e) {
            throw e.at(Location.ofFile(first.file().name()));
        }
    }

    /** Gives an image its dimensions, its voxel size in mm and the interval of its frames. */
    void apply(ImagePlus image, int channels, ImageSlice first) throws DicomException {
        int planes = image.getStackSize() / channels;
        Calibration calibration = image.getCalibration();
        calibration.pixelWidth = pixels.column();
        calibration.pixelHeight = pixels.row();
        if (pixels.inMillimetres()) calibration.setUnit("mm");
        boolean depthKnown = slices.inMillimetres() && pixels.inMillimetres();
        calibration.pixelDepth = depthKnown ? slices.mm() : pixels.inMillimetres() ? 1 : pixels.column();
        OptionalDouble seconds = frameSeconds(first);
        boolean cine = timePoints == 1
                && planes > 1
                && seconds.isPresent()
                && slices.source() != SliceSpacing.Source.POSITIONS;
        int frames = cine ? planes : timePoints;
        image.setDimensions(channels, planes / frames, frames);
        image.setOpenAsHyperStack(channels > 1 || planes / frames > 1 && frames > 1);
        if (cine) {
            calibration.frameInterval = seconds.getAsDouble();
            calibration.setTimeUnit("sec");
            calibration.fps = 1 / seconds.getAsDouble();
        }
    }

    /** Frame Time (0018,1063), or the first of Frame Time Vector (0018,1065) that is no zero; both in ms. */
    private static OptionalDouble frameSeconds(ImageSlice first) throws DicomException {
        OptionalDouble time = first.file().dataSet().findDouble(Tag.FRAME_TIME);
        if (time.isPresent() && time.getAsDouble() > 0) return OptionalDouble.of(time.getAsDouble() / 1000);
        for (double step : first.file().dataSet().doubles(0x00181065)) {
            if (step > 0) return OptionalDouble.of(step / 1000);
        }
        return OptionalDouble.empty();
    }
}
