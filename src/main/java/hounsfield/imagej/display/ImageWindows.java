package hounsfield.imagej.display;

import hounsfield.imagej.pixels.ImageValues;
import hounsfield.window.VoiTransform;
import ij.ImagePlus;
import ij.process.LUT;
import java.util.Arrays;
import java.util.Optional;

/** Shows ImageJ images through windows: display range and lookup table, the pixels stay as they are. */
public final class ImageWindows {
    /** An image property: whether the image is inverted beneath the curve that it is shown through, and that curve's hash. */
    private static final String CURVE = "Grey curve";

    private ImageWindows() {}

    /**
     * Shows an image, all slices alike: by its display range, and by a lookup table where the grey is no line.
     *
     * @throws IllegalArgumentException for a colour image, or a window beyond what floats reach
     */
    public static void show(ImagePlus image, VoiTransform grey) {
        ImageValues.checkGrey(image);
        double low = grey.low();
        double high = grey.high();
        if (!Float.isFinite((float) low) || !Float.isFinite((float) high)) {
            throw new IllegalArgumentException("a window from " + low + " to " + high + " cannot be shown");
        }
        // A step: ImageJ wants a range.
        if (!(high > low)) high = Math.nextUp((float) low);
        double rawLow = ImageValues.raw(image, low);
        double rawHigh = ImageValues.raw(image, high);
        boolean inverted = isInverted(image);
        boolean wasCurve = shownCurve(image).isPresent();
        if (!grey.isLine()) image.setLut(curve(grey, low, high, inverted));
        else if (wasCurve) image.setLut(ramp(inverted));
        image.setDisplayRange(Math.min(rawLow, rawHigh), Math.max(rawLow, rawHigh));
        image.setProp(CURVE, grey.isLine() ? null : inverted + " " + lutHash(image));
        image.updateAndDraw();
    }

    /** Grey from black to white, or from white to black. */
    public static LUT ramp(boolean inverted) {
        byte[] grey = new byte[256];
        for (int i = 0; i < 256; i++) grey[i] = (byte) (inverted ? 255 - i : i);
        return new LUT(grey, grey, grey);
    }

    /** The greys at 256 values from {@code low} to {@code high}, as ImageJ parts a display range. */
    private static LUT curve(VoiTransform grey, double low, double high, boolean inverted) {
        byte[] greys = new byte[256];
        for (int i = 0; i < 256; i++) {
            int value = grey.byteOf(low + i / 255.0 * (high - low));
            greys[i] = (byte) (inverted ? 255 - value : value);
        }
        return new LUT(greys, greys, greys);
    }

    /**
     * Whether the image shows low values white and high ones black. The curve of a VOI LUT may fall as well, which does not
     * make the image such a one.
     */
    public static boolean isInverted(ImagePlus image) {
        return shownCurve(image).orElseGet(image::isInvertedLut);
    }

    /** If the image is shown through a curve of ours, whether it is inverted beneath; empty for other tables. */
    private static Optional<Boolean> shownCurve(ImagePlus image) {
        String curve = image.getProp(CURVE);
        if (curve == null) return Optional.empty();
        for (boolean inverted : new boolean[] {false, true}) {
            if (curve.equals(inverted + " " + lutHash(image))) return Optional.of(inverted);
        }
        return Optional.empty();
    }

    private static int lutHash(ImagePlus image) {
        return Arrays.hashCode(image.getProcessor().getLut().getBytes());
    }
}
