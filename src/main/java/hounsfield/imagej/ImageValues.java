package hounsfield.imagej;

import hounsfield.calibrate.PixelPadding;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.window.Window;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.measure.Calibration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The calibrated values of an ImageJ image: what its status bar shows, not what its arrays hold. */
final class ImageValues {
    private ImageValues() {}

    /**
     * All slices; the arrays are the image's own.
     *
     * @throws IllegalArgumentException for a colour image
     */
    static Planes of(ImagePlus image) {
        checkGrey(image);
        ImageStack stack = image.getStack();
        List<Object> arrays = new ArrayList<>();
        for (int n = 1; n <= stack.size(); n++) arrays.add(stack.getPixels(n));
        return planes(image, arrays);
    }

    /** One slice, counted from 1. */
    static Planes ofSlice(ImagePlus image, int slice) {
        checkGrey(image);
        return planes(image, List.of(image.getStack().getPixels(slice)));
    }

    /** The slice that is shown. */
    static Planes ofCurrentSlice(ImagePlus image) {
        checkGrey(image);
        return planes(image, List.of(image.getProcessor().getPixels()));
    }

    /** Of a slice's own pixels, its padding and what lies outside an area selection do not count. */
    static Selection selection(ImagePlus image) {
        Selection all = Selection.ALL.excluding(ImagePadding.of(image));
        Roi roi = image.getRoi();
        return roi == null || !roi.isArea()
                ? all
                : all.within((byte[]) image.createRoiMask().getPixels());
    }

    /** The raw value that stands for a calibrated one, for display ranges. */
    static double raw(ImagePlus image, double calibrated) {
        Calibration calibration = image.getCalibration();
        return calibration.calibrated() ? calibration.getRawValue(calibrated) : calibrated;
    }

    /** @throws IllegalArgumentException for a colour image */
    static void checkGrey(ImagePlus image) {
        if (image.getType() == ImagePlus.COLOR_RGB || image.getType() == ImagePlus.COLOR_256) {
            throw new IllegalArgumentException(
                    "\"" + image.getTitle() + "\" is a colour image; this needs grey values");
        }
    }

    /** How many of the selected values lie strictly inside a window, as a part of them all, 0..1. */
    static double partInWindow(ImagePlus image, Window window) {
        Planes planes = of(image);
        List<Optional<PixelPadding>> paddings = ImagePadding.of(image);
        Roi roi = image.getRoi();
        byte[] mask = roi == null || !roi.isArea()
                ? null
                : (byte[]) image.createRoiMask().getPixels();
        double low = window.low();
        double high = window.high();
        long inside = 0;
        long all = 0;
        for (int plane = 0; plane < planes.count(); plane++) {
            float[] values = planes.values(plane);
            PixelPadding padding = paddings.get(plane).orElse(null);
            for (int i = 0; i < values.length; i++) {
                float value = values[i];
                if (mask != null && mask[i] == 0) continue;
                if (padding != null && padding.contains(value)) continue;
                all++;
                if (value > low && value < high) inside++;
            }
        }
        return (double) inside / all;
    }

    private static Planes planes(ImagePlus image, List<Object> arrays) {
        return planes(arrays, table(image));
    }

    /**
     * Planes of ImageJ's arrays, all of one kind.
     *
     * @param table of {@link #table}
     */
    static Planes planes(List<Object> arrays, float[] table) {
        switch (table.length) {
            case 1 << 8:
                return new Planes.Bytes(arrays.stream().map(byte[].class::cast).toList(), table);
            case 1 << 16:
                return new Planes.Shorts(
                        arrays.stream().map(short[].class::cast).toList(), table);
            default:
                return Planes.ofFloats(arrays.stream().map(float[].class::cast).toList());
        }
    }

    /** The calibrated value of each of an 8 or 16-bit image's numbers; empty for floats, which are calibrated. */
    static float[] table(ImagePlus image) {
        if (image.getBitDepth() == 32) return new float[0];
        int size = 1 << image.getBitDepth();
        Calibration calibration = image.getCalibration();
        float[] calibrated = calibration.calibrated() ? calibration.getCTable() : null;
        if (calibrated != null && calibrated.length == size) return calibrated;
        float[] values = new float[size];
        for (int i = 0; i < size; i++) values[i] = i;
        return values;
    }
}
