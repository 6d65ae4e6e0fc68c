package hounsfield.window;

import hounsfield.calibrate.PixelPadding;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import java.util.Arrays;

/**
 * Keeps a range of values and replaces values outside the range, plane by plane. Pixels outside the selection's mask
 * are unchanged; in a mask image they are 0.
 *
 * @param range the values to keep
 * @param outside the replacement of others
 * @param inverted whether the image displays high values black
 */
public record RangeFilter(ClosedRange range, Outside outside, boolean inverted) {
    private static final byte INSIDE = (byte) 255;

    /**
     * Filters a plane.
     *
     * @param planes one plane
     * @param selection of one plane
     * @return a new array: {@code byte[]} of 0 and 255 for {@link Outside#MASK}, {@code float[]} of calibrated values
     *     for {@link Outside#NAN}, otherwise the type of the plane
     * @throws IllegalArgumentException if no 8 or 16-bit number represents a value in the range
     */
    public Object pixels(Planes planes, Selection selection) {
        byte[] roi = selection.mask(0, planes.length(0));
        PixelPadding padding = selection.padding(0);
        if (outside == Outside.MASK) return mask(planes.values(0), roi, padding);
        if (outside == Outside.NAN || planes instanceof Planes.Floats) return floats(planes.values(0), roi, padding);
        if (planes instanceof Planes.Shorts shorts) return shorts(shorts, roi, padding);
        return bytes((Planes.Bytes) planes, roi, padding);
    }

    private byte[] mask(float[] values, byte[] roi, PixelPadding padding) {
        byte[] mask = new byte[values.length];
        for (int i = 0; i < mask.length; i++) {
            boolean inside = range.contains(values[i]) && !isPadding(padding, values[i]);
            if (inside && isSelected(roi, i)) mask[i] = INSIDE;
        }
        return mask;
    }

    private float[] floats(float[] values, byte[] roi, PixelPadding padding) {
        float[] kept = new float[values.length];
        float low = (float) range.min();
        float high = (float) range.max();
        float other = outside == Outside.NAN ? Float.NaN : inverted ? high : low;
        for (int i = 0; i < kept.length; i++) {
            float value = values[i];
            if (!isSelected(roi, i)) kept[i] = value;
            else if (outside == Outside.CLIP) {
                kept[i] = isPadding(padding, value) ? value : Math.max(low, Math.min(high, value));
            } else kept[i] = range.contains(value) && !isPadding(padding, value) ? value : other;
        }
        return kept;
    }

    private short[] shorts(Planes.Shorts planes, byte[] roi, PixelPadding padding) {
        short[] indexes = planes.planes().get(0);
        int[] becomes = becomes(planes.values(), padding);
        short[] kept = indexes.clone();
        for (int i = 0; i < kept.length; i++) {
            if (isSelected(roi, i)) kept[i] = (short) becomes[indexes[i] & 0xFFFF];
        }
        return kept;
    }

    private byte[] bytes(Planes.Bytes planes, byte[] roi, PixelPadding padding) {
        byte[] indexes = planes.planes().get(0);
        int[] becomes = becomes(planes.values(), padding);
        byte[] kept = indexes.clone();
        for (int i = 0; i < kept.length; i++) {
            if (isSelected(roi, i)) kept[i] = (byte) becomes[indexes[i] & 0xFF];
        }
        return kept;
    }

    /** Returns the replacement of each number: itself for a value in the range, otherwise the outermost number in the range. */
    private int[] becomes(float[] values, PixelPadding padding) {
        int lowest = -1;
        int highest = -1;
        for (int i = 0; i < values.length; i++) {
            if (!range.contains(values[i]) || isPadding(padding, values[i])) continue;
            if (lowest < 0 || values[i] < values[lowest]) lowest = i;
            if (highest < 0 || values[i] > values[highest]) highest = i;
        }
        if (lowest < 0) {
            throw new IllegalArgumentException("the image's numbers stand for no value from " + range.min() + " to "
                    + range.max() + "; make it 32-bit, or use outside=nan");
        }
        int[] becomes = new int[values.length];
        Arrays.setAll(becomes, i -> i);
        for (int i = 0; i < becomes.length; i++) {
            boolean padded = isPadding(padding, values[i]);
            if (range.contains(values[i]) && !padded) continue;
            if (outside == Outside.BLACK) becomes[i] = inverted ? highest : lowest;
            else if (!padded) becomes[i] = values[i] < range.min() ? lowest : highest;
        }
        return becomes;
    }

    private static boolean isSelected(byte[] roi, int i) {
        return roi == null || roi[i] != 0;
    }

    private static boolean isPadding(PixelPadding padding, float value) {
        return padding != null && padding.contains(value);
    }
}
