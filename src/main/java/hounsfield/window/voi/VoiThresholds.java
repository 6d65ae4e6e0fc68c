package hounsfield.window.voi;

import hounsfield.planes.FloatHeads;
import hounsfield.planes.FloatOrder;

/**
 * The 255 thresholds of the 8-bit gray levels of a window. They are found by evaluating the monotonic function of the
 * window, so that levels are exact. A value then costs one lookup of its head and about two comparisons.
 */
final class VoiThresholds {
    private static final int STEPS = 255;

    /** At {@code k} the smallest float with level {@code k} or higher; the last element is NaN. */
    private final float[] steps = new float[STEPS + 2];

    private final byte[] byHead = new byte[FloatHeads.COUNT];

    VoiThresholds(VoiWindow window) {
        steps[0] = Float.NEGATIVE_INFINITY;
        for (int k = 1; k <= STEPS; k++) steps[k] = step(window, k);
        steps[STEPS + 1] = Float.NaN;
        for (int k = 1; k <= STEPS; k++) FloatHeads.fill(byHead, steps[k], steps[k + 1], (byte) k);
    }

    /** Returns the levels of values whose low bits are 0, by their heads; must not be modified. */
    byte[] byHead() {
        return byHead;
    }

    /** Computes gray levels from index {@code first} on, like {@link VoiTransform#byteOf}. */
    void bytes(float[] values, byte[] grays, int first) {
        for (int i = first; i < grays.length; i++) grays[i] = (byte) byteOf(values[i]);
    }

    /** Does the same as {@link VoiTransform#byteOf}. */
    int byteOf(float value) {
        int k = byHead[FloatHeads.head(value)] & 0xFF;
        // The low bits increase the magnitude.
        while (value >= steps[k + 1]) k++;
        // NaN may have the same head as infinity.
        while (k > 0 && !(value >= steps[k])) k--;
        return k;
    }

    /** Returns the smallest float with at least this gray level; infinity has the highest level. */
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
