package hounsfield.imagej;

import hounsfield.calibrate.ModalityLut;
import hounsfield.calibrate.ModalityTransform;
import hounsfield.calibrate.PixelPadding;
import hounsfield.calibrate.Rescale;
import hounsfield.frame.FrameRef;
import hounsfield.planes.Planes;
import hounsfield.standard.DicomException;
import hounsfield.window.FileWindow;
import hounsfield.window.FileWindows;
import ij.ImagePlus;
import java.util.List;
import java.util.Optional;

/** Display ranges of images that were just read. */
final class DisplayRanges {
    private DisplayRanges() {}

    /**
     * From black to white, in the numbers of the image's arrays: the first frame's first window, or else the smallest and
     * the largest value that is no padding.
     */
    static double[] of(FrameRef first, PlaneMaker maker, ImagePlus image) throws DicomException {
        Optional<double[]> window = window(first, maker);
        double[] values = window.isPresent() ? window.get() : extremes(image);
        double low = ImageValues.raw(image, values[0]);
        double high = ImageValues.raw(image, values[1]);
        return new double[] {Math.min(low, high), Math.max(low, high)};
    }

    /** The window in the image's unit; one of rescaled values is brought back to stored ones where these are shown. */
    private static Optional<double[]> window(FrameRef first, PlaneMaker maker) throws DicomException {
        List<FileWindow> windows = FileWindows.of(first.groups(), first.frame());
        if (windows.isEmpty()) return Optional.empty();
        double low = windows.get(0).low();
        double high = windows.get(0).high();
        if (maker.isCalibrated()) return Optional.of(new double[] {low, high});
        ModalityLut lut = ModalityTransform.of(first.groups(), first.frame()).lut();
        if (!(lut instanceof Rescale line) || line.slope() == 0) return Optional.empty();
        return Optional.of(
                new double[] {(low - line.intercept()) / line.slope(), (high - line.intercept()) / line.slope()});
    }

    /** Over all slices; of a virtual stack only over the one in the middle. */
    private static double[] extremes(ImagePlus image) {
        List<Optional<PixelPadding>> paddings = ImagePadding.of(image);
        boolean virtual = image.getStack().isVirtual();
        int middle = image.getStackSize() / 2;
        Planes planes = virtual ? ImageValues.ofSlice(image, middle + 1) : ImageValues.of(image);
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int plane = 0; plane < planes.count(); plane++) {
            PixelPadding padding = paddings.get(virtual ? middle : plane).orElse(null);
            for (float value : planes.values(plane)) {
                if (!Float.isFinite(value) || padding != null && padding.contains(value)) continue;
                if (value < low) low = value;
                if (value > high) high = value;
            }
        }
        if (low > high) return new double[] {0, 1};
        return new double[] {low, low == high ? high + 1 : high};
    }
}
