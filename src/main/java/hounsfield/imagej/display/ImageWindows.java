package hounsfield.imagej.display;

import hounsfield.imagej.memory.ImageRecord;
import hounsfield.imagej.memory.ImageRecord.ShownCurve;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.window.voi.VoiTransform;
import ij.ImagePlus;
import ij.process.LUT;
import java.util.Arrays;
import java.util.Optional;

/** Shows ImageJ images through windows by display range and lookup table. Pixels do not change. */
public final class ImageWindows {
    private ImageWindows() {}

    /**
     * Shows all slices of an image through one transform: by the display range, and by a lookup table if the transform is not
     * linear.
     *
     * @param image a grayscale image
     * @param gray a window or VOI LUT
     * @throws IllegalArgumentException for a color image, or for a window beyond the range of floats
     */
    public static void show(ImagePlus image, VoiTransform gray) {
        ImageValues.checkGray(image);
        double low = gray.low();
        double high = gray.high();
        if (!Float.isFinite((float) low) || !Float.isFinite((float) high)) {
            throw new IllegalArgumentException("a window from " + low + " to " + high + " cannot be shown");
        }
        // For a step function, because ImageJ needs a range that is not empty.
        if (!(high > low)) high = Math.nextUp((float) low);
        double rawLow = ImageValues.raw(image, low);
        double rawHigh = ImageValues.raw(image, high);
        boolean inverted = isInverted(image);
        boolean wasCurve = shownCurve(image).isPresent();
        if (!gray.isLine()) image.setLut(curve(gray, low, high, inverted));
        else if (wasCurve) image.setLut(ramp(inverted));
        image.setDisplayRange(Math.min(rawLow, rawHigh), Math.max(rawLow, rawHigh));
        Optional<ShownCurve> curve =
                gray.isLine() ? Optional.empty() : Optional.of(new ShownCurve(inverted, lutHash(image)));
        ImageRecord record = ImageRecord.read(image);
        if (!record.curve().equals(curve)) record.with(curve).writeTo(image);
        image.updateAndDraw();
    }

    /**
     * Returns a linear gray lookup table.
     *
     * @param inverted whether it runs from white to black
     * @return 256 gray levels
     */
    public static LUT ramp(boolean inverted) {
        byte[] gray = new byte[256];
        for (int i = 0; i < 256; i++) gray[i] = (byte) (inverted ? 255 - i : i);
        return new LUT(gray, gray, gray);
    }

    /** Returns the gray levels at 256 values from {@code low} to {@code high}, as ImageJ divides a display range. */
    private static LUT curve(VoiTransform gray, double low, double high, boolean inverted) {
        byte[] grays = new byte[256];
        for (int i = 0; i < 256; i++) {
            int value = gray.byteOf(low + i / 255.0 * (high - low));
            grays[i] = (byte) (inverted ? 255 - value : value);
        }
        return new LUT(grays, grays, grays);
    }

    /**
     * Returns whether an image shows low values white and high values black. A decreasing VOI LUT alone does not make an
     * image inverted.
     *
     * @param image any image
     * @return whether the image is inverted
     */
    public static boolean isInverted(ImagePlus image) {
        return shownCurve(image).orElseGet(image::isInvertedLut);
    }

    /** Returns whether an image shown through a curve of {@link #show} is inverted; empty for other lookup tables. */
    private static Optional<Boolean> shownCurve(ImagePlus image) {
        return ImageRecord.read(image)
                .curve()
                .filter(curve -> curve.lutHash() == lutHash(image))
                .map(ShownCurve::inverted);
    }

    private static int lutHash(ImagePlus image) {
        return Arrays.hashCode(image.getProcessor().getLut().getBytes());
    }
}
