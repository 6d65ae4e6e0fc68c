package hounsfield.imagej.display;

import hounsfield.calibrate.PixelPadding;
import hounsfield.frame.FrameRef;
import hounsfield.imagej.pixels.FrameStack;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.imagej.pixels.PixelConverter;
import hounsfield.planes.Planes;
import hounsfield.standard.DicomException;
import hounsfield.window.FileWindow;
import hounsfield.window.FileWindows;
import ij.ImagePlus;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Display ranges of images that were just read. */
public final class DisplayRanges {
    private DisplayRanges() {}

    /**
     * From black to white, in the numbers of the image's arrays: the first frame's first window, or else the smallest and
     * the largest value that is no padding.
     *
     * @param paddings each slice's padding
     * @param findings takes a sentence for a window that cannot be read
     */
    public static double[] of(
            FrameRef first,
            PixelConverter maker,
            ImagePlus image,
            List<Optional<PixelPadding>> paddings,
            Consumer<String> findings)
            throws DicomException {
        List<FileWindow> windows = FileWindows.of(first.groups(), first.frame(), maker.source(), findings);
        double[] values = windows.isEmpty()
                ? extremes(image, paddings)
                : new double[] {windows.get(0).low(), windows.get(0).high()};
        double low = ImageValues.raw(image, values[0]);
        double high = ImageValues.raw(image, values[1]);
        return new double[] {Math.min(low, high), Math.max(low, high)};
    }

    /** Over all slices; of a virtual stack only over the one in the middle, or the first with values if that is damaged. */
    private static double[] extremes(ImagePlus image, List<Optional<PixelPadding>> paddings) {
        boolean virtual = image.getStack().isVirtual();
        int middle = virtual ? middle(image) : 0;
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

    /** A slice to look at, counted from 0. */
    private static int middle(ImagePlus image) {
        int middle = image.getStackSize() / 2;
        if (!(image.getStack() instanceof FrameStack frames) || frames.hasValues(middle + 1)) return middle;
        for (int slice = 0; slice < frames.size(); slice++) {
            if (frames.hasValues(slice + 1)) return slice;
        }
        return middle;
    }
}
