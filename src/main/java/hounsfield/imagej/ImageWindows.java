package hounsfield.imagej;

import hounsfield.equalize.FullScale;
import hounsfield.window.VoiLutFunction;
import hounsfield.window.Window;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.awt.image.IndexColorModel;

/** Shows ImageJ images through windows: display range and lookup table, the pixels stay as they are. */
final class ImageWindows {
    /** The sigmoid never ends; at this many widths from the center it is within 0.3 per cent of black and white. */
    private static final double SIGMOID_REACH = 1.5;

    private ImageWindows() {}

    /**
     * Shows an image through a window, all slices alike.
     *
     * @throws IllegalArgumentException for a colour image, or for a width that the function does not allow
     */
    static void show(ImagePlus image, Window window, VoiLutFunction function) {
        ImageValues.checkGrey(image);
        double low = function.low(window);
        double high = function.high(window);
        boolean curved = function == VoiLutFunction.SIGMOID;
        if (curved) {
            low = window.center() - SIGMOID_REACH * window.width();
            high = window.center() + SIGMOID_REACH * window.width();
        } else {
            function.apply(window, window.center());
            // A step: ImageJ wants a range.
            if (!(high > low)) high = Math.nextUp((float) low);
        }
        double rawLow = ImageValues.raw(image, low);
        double rawHigh = ImageValues.raw(image, high);
        boolean inverted = image.isInvertedLut();
        if (curved) image.setLut(curve(window, function, low, high, inverted));
        else if (isCurve(image)) image.setLut(ramp(inverted));
        image.setDisplayRange(Math.min(rawLow, rawHigh), Math.max(rawLow, rawHigh));
        image.updateAndDraw();
    }

    /** The image as 8-bit grey through a window, in a new image; the original keeps its values. */
    static ImagePlus apply(ImagePlus image, Window window, VoiLutFunction function, String title) {
        ImagePlus result = DerivedImage.of(
                image,
                title,
                (slice, index) -> {
                    float[] grey = new float[slice.length(0)];
                    function.apply(window, slice.values(0), grey);
                    return FullScale.toBytes(grey);
                },
                new ImageJProgress());
        if (image.isInvertedLut()) result.setLut(ramp(true));
        return result;
    }

    /** Gives a result the dimensions, the Info and the place in space of the image that it was made from. */
    static void copyPlace(ImagePlus image, ImagePlus result) {
        if (image.getStackSize() == result.getStackSize()) {
            result.setDimensions(image.getNChannels(), image.getNSlices(), image.getNFrames());
            result.setOpenAsHyperStack(image.isHyperStack());
        }
        Calibration calibration = image.getCalibration().copy();
        calibration.disableDensityCalibration();
        result.setCalibration(calibration);
        Object info = image.getProperty("Info");
        if (info != null) result.setProperty("Info", info);
    }

    /** Grey from black to white, or from white to black. */
    static LUT ramp(boolean inverted) {
        byte[] grey = new byte[256];
        for (int i = 0; i < 256; i++) grey[i] = (byte) (inverted ? 255 - i : i);
        return new LUT(grey, grey, grey);
    }

    private static LUT curve(Window window, VoiLutFunction function, double low, double high, boolean inverted) {
        byte[] grey = new byte[256];
        for (int i = 0; i < 256; i++) {
            double value = function.apply(window, low + (i + 0.5) / 256 * (high - low));
            grey[i] = (byte) Math.round(255 * (inverted ? 1 - value : value));
        }
        return new LUT(grey, grey, grey);
    }

    /** Whether the image is shown through a curve of ours: grey, but no straight ramp. */
    private static boolean isCurve(ImagePlus image) {
        ImageProcessor processor = image.getProcessor();
        if (!(processor.getColorModel() instanceof IndexColorModel colors) || colors.getMapSize() < 256) return false;
        return colors.getRed(64) == colors.getGreen(64)
                && colors.getGreen(64) == colors.getBlue(64)
                && colors.getRed(64) != 64
                && colors.getRed(64) != 191;
    }
}
