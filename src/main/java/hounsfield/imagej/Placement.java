package hounsfield.imagej;

import hounsfield.frame.FunctionalGroups;
import hounsfield.geometry.PixelSpacing;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.SliceSpacing;
import hounsfield.geometry.StackGeometry;
import hounsfield.series.Series;
import hounsfield.series.Slice;
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
 * @param frameSeconds of a cine: its planes are points in time, one so long after the other
 * @param findings sentences for the log
 */
record Placement(
        PixelSpacing pixels, SliceSpacing slices, int timePoints, OptionalDouble frameSeconds, List<String> findings) {

    /** From the order that the series is in. */
    static Placement of(Series series) throws DicomException {
        Slice first = series.slices().get(0);
        return of(
                new ImageSlice(first.file(), FunctionalGroups.of(first.file().dataSet()), first.frame(), ""),
                series.geometry(),
                series.slices().size(),
                series.timePoints(),
                series.findings());
    }

    /** From the slices' own headers, in the order that they are in. */
    static Placement of(List<ImageSlice> slices) throws DicomException {
        ImageSlice first = slices.get(0);
        List<PlaneGeometry> planes = new ArrayList<>();
        try {
            for (ImageSlice slice : slices)
                PlaneGeometry.of(slice.groups(), slice.frame()).ifPresent(planes::add);
        } catch (DicomException e) {
            throw e.at(Location.ofFile(first.file().name()));
        }
        if (planes.size() < slices.size()) return of(first, Optional.empty(), slices.size(), 1, List.of());
        StackGeometry stack = StackGeometry.of(planes);
        List<String> findings = new ArrayList<>(stack.findings());
        if (!stack.isInGivenOrder()) findings.add("The slices are not in the order of their positions");
        return of(first, Optional.of(stack), slices.size(), 1, findings);
    }

    private static Placement of(
            ImageSlice first, Optional<StackGeometry> stack, int planes, int timePoints, List<String> known)
            throws DicomException {
        List<String> findings = new ArrayList<>(known);
        try {
            PixelSpacing pixels = PixelSpacing.of(first.groups(), first.frame());
            pixels.finding().ifPresent(findings::add);
            Optional<SliceSpacing> fromPositions = stack.flatMap(SliceSpacing::of);
            SliceSpacing slices = fromPositions.isPresent()
                    ? fromPositions.get()
                    : SliceSpacing.withoutPositions(first.groups(), first.frame());
            boolean severalInTime = fromPositions.isEmpty() && timePoints == 1 && planes > 1;
            OptionalDouble seconds = severalInTime ? frameSeconds(first) : OptionalDouble.empty();
            if (planes > timePoints && seconds.isEmpty()) slices.finding().ifPresent(findings::add);
            return new Placement(pixels, slices, timePoints, seconds, findings);
        } catch (DicomException e) {
            throw e.at(Location.ofFile(first.file().name()));
        }
    }

    /** Gives an image its dimensions, its voxel size in mm and the interval of its frames. */
    void apply(ImagePlus image, int channels) {
        int planes = image.getStackSize() / channels;
        Calibration calibration = image.getCalibration();
        calibration.pixelWidth = pixels.column();
        calibration.pixelHeight = pixels.row();
        if (pixels.inMillimetres()) calibration.setUnit("mm");
        boolean depthKnown = slices.inMillimetres() && pixels.inMillimetres();
        calibration.pixelDepth = depthKnown ? slices.mm() : pixels.inMillimetres() ? 1 : pixels.column();
        int frames = frameSeconds.isPresent() ? planes : timePoints;
        image.setDimensions(channels, planes / frames, frames);
        image.setOpenAsHyperStack(channels > 1 || planes / frames > 1 && frames > 1);
        if (frameSeconds.isPresent()) {
            calibration.frameInterval = frameSeconds.getAsDouble();
            calibration.setTimeUnit("sec");
            calibration.fps = 1 / frameSeconds.getAsDouble();
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
