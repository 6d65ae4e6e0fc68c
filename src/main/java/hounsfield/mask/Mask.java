package hounsfield.mask;

import hounsfield.calibrate.PixelPadding;
import hounsfield.planes.Selection;
import hounsfield.window.Windowing;
import java.util.Optional;

/**
 * A binary mask of one plane.
 *
 * @param rows height in pixels
 * @param columns width in pixels
 * @param pixels row by row, 0 for outside; masks made here have 255 inside; shared, not copied
 */
public record Mask(int rows, int columns, byte[] pixels) {
    private static final byte INSIDE = (byte) 255;

    /**
     * Checks the number of pixels.
     *
     * @param rows height in pixels, at least 1
     * @param columns width in pixels, at least 1
     * @param pixels {@code rows * columns} of them
     * @throws IllegalArgumentException if the number is another
     */
    public Mask {
        if (rows < 1 || columns < 1 || pixels.length != Math.multiplyExact(rows, columns)) {
            throw new IllegalArgumentException(
                    "a mask of " + rows + " rows and " + columns + " columns has " + pixels.length + " pixels");
        }
    }

    /**
     * Returns the mask of all pixels whose blurred, windowed value is above the threshold.
     *
     * @param values calibrated values
     * @param settings window, blur and threshold
     * @return a mask of the same size
     */
    public static Mask fromBlur(Raster2D values, MaskSettings settings) {
        return fromBlur(values, Selection.ALL, settings);
    }

    /**
     * Returns the mask of all pixels whose blurred, windowed value is above the threshold. Padding and NaN count as
     * black in the blur.
     *
     * @param values calibrated values
     * @param selection the selection of this plane alone; its mask, if any, limits the result
     * @param settings window, blur and threshold
     * @return a mask of the same size
     */
    public static Mask fromBlur(Raster2D values, Selection selection, MaskSettings settings) {
        float[] seen = windowed(values.values(), selection.padding(0), settings);
        double sigma = settings.sigma() * values.columns();
        float[] blurred = Blur.gauss(new Raster2D(values.rows(), values.columns(), seen), sigma)
                .values();
        byte[] limit = selection.mask(0, blurred.length);
        byte[] pixels = new byte[blurred.length];
        for (int i = 0; i < pixels.length; i++) {
            if (blurred[i] > settings.threshold() && (limit == null || limit[i] != 0)) pixels[i] = INSIDE;
        }
        return new Mask(values.rows(), values.columns(), pixels);
    }

    /**
     * Returns the smallest box around the pixels inside.
     *
     * @return empty if no pixel is inside
     */
    public Optional<Box> box() {
        int top = -1;
        int bottom = -1;
        int left = columns;
        int right = -1;
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            int first = 0;
            while (first < columns && pixels[start + first] == 0) first++;
            if (first == columns) continue;
            int last = columns - 1;
            while (pixels[start + last] == 0) last--;
            if (top < 0) top = row;
            bottom = row;
            left = Math.min(left, first);
            right = Math.max(right, last);
        }
        return top < 0 ? Optional.empty() : Optional.of(new Box(top, left, bottom + 1, right + 1));
    }

    private static float[] windowed(float[] values, PixelPadding padding, MaskSettings settings) {
        float[] seen = Windowing.apply(settings.window(), values);
        for (int i = 0; i < seen.length; i++) {
            boolean black = Float.isNaN(seen[i])
                    || settings.withoutWhite() && seen[i] == 1
                    || padding != null && padding.contains(values[i]);
            if (black) seen[i] = 0;
        }
        return seen;
    }
}
