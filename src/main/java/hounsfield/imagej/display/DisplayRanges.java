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

/** Initial display ranges of opened images. */
public final class DisplayRanges {
    private DisplayRanges() {}

    /**
     * Returns the display range: the first window of the first frame, else the smallest and largest value without padding.
     *
     * @param first the first frame
     * @param maker the converter that made the pixels
     * @param image the opened image
     * @param paddings the padding of each slice, in calibrated values
     * @param findings receives a sentence for each window that cannot be read
     * @return black and white as raw values, ascending
     * @throws DicomException if the frame's header cannot be read
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

    /**
     * Returns the smallest and largest value of all slices. For a virtual stack it reads only the middle slice, or the first
     * slice with values if the middle one is damaged.
     */
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

    /** Returns the middle slice, or the first one with values if that is damaged; counted from 0. */
    private static int middle(ImagePlus image) {
        int middle = image.getStackSize() / 2;
        if (!(image.getStack() instanceof FrameStack frames) || frames.hasValues(middle + 1)) return middle;
        for (int slice = 0; slice < frames.size(); slice++) {
            if (frames.hasValues(slice + 1)) return slice;
        }
        return middle;
    }
}
