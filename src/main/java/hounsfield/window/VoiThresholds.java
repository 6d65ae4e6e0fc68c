package hounsfield.window;

import hounsfield.planes.FloatHeads;
import hounsfield.planes.FloatOrder;

/**
 * The 255 values at which the 8-bit grey of a window steps up. They are found in the window's function itself, which never
 * falls, so each grey is the function's own; a value then costs a look at its head's grey and about two comparisons.
 */
final class VoiThresholds {
    private static final int STEPS = 255;

    /** At {@code k} the smallest float whose grey is {@code k} or more; the last is no value's. */
    private final float[] steps = new float[STEPS + 2];

    private final byte[] byHead = new byte[FloatHeads.COUNT];

    VoiThresholds(VoiWindow window) {
        steps[0] = Float.NEGATIVE_INFINITY;
        for (int k = 1; k <= STEPS; k++) steps[k] = step(window, k);
        steps[STEPS + 1] = Float.NaN;
        for (int k = 1; k <= STEPS; k++) FloatHeads.fill(byHead, steps[k], steps[k + 1], (byte) k);
    }

    /** The greys of values without a rest, by their heads; not to be written to. */
    byte[] byHead() {
        return byHead;
    }

    /** Each as {@link VoiTransform#byteOf}, from {@code first} on. */
    void bytes(float[] values, byte[] greys, int first) {
        for (int i = first; i < greys.length; i++) greys[i] = (byte) byteOf(values[i]);
    }

    /** As {@link VoiTransform#byteOf}. */
    int byteOf(float value) {
        int k = byHead[FloatHeads.head(value)] & 0xFF;
        // The rest leads away from zero.
        while (value >= steps[k + 1]) k++;
        // And a number that is none may have the head of an infinite one.
        while (k > 0 && !(value >= steps[k])) k--;
        return k;
    }

    /** The smallest float with this grey or a lighter one; infinity has the lightest. */
    private static float step(VoiWindow window, int k) {
        int low = FloatOrder.key(Float.NEGATIVE_INFINITY);
        int high = FloatOrder.key(Float.POSITIVE_INFINITY);
        while (low < high) {
            int middle = (int) Math.floorDiv((long) low + high, 2);
            if (window.byteOf(FloatOrder.value(middle)) >= k) high = middle;
            else low = middle + 1;
        }
        return FloatOrder.value(low);
    }
}
