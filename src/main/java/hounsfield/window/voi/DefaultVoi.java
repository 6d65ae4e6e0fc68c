package hounsfield.window.voi;

import hounsfield.calibrate.PixelPadding;
import hounsfield.calibrate.ValueSource;
import hounsfield.frame.FunctionalGroups;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.window.ClosedRange;
import hounsfield.work.Diagnostics;
import java.util.Optional;

/**
 * How an image is shown until a user chooses otherwise, in ImageJ and in exported pictures: by the first window of the
 * file, otherwise by its first VOI LUT, otherwise from the smallest to the largest value. Several windows or VOI LUTs
 * in a file are alternatives of equal rank (PS3.3 C.11.2.1).
 */
public final class DefaultVoi {
    private DefaultVoi() {}

    /**
     * Returns the first window of a frame, otherwise its first VOI LUT.
     *
     * @param groups functional groups of the image
     * @param frame counted from 0
     * @param source of the values to which the transform is applied
     * @param findings receives a sentence for each attribute that is unreadable
     * @return empty if the frame has neither a window nor a VOI LUT for such values
     */
    public static Optional<VoiTransform> ofFile(
            FunctionalGroups groups, int frame, ValueSource source, Diagnostics findings) {
        for (FileWindow window : FileWindows.of(groups, frame, source, findings)) {
            if (isFinite(window.gray())) return Optional.of(window.gray());
        }
        for (VoiLut table : VoiLut.of(groups, frame, source, findings)) {
            if (isFinite(table)) return Optional.of(table);
        }
        return Optional.empty();
    }

    /** Returns whether the ends, which are beyond those of a sigmoid's tangent, are finite as floats. */
    private static boolean isFinite(VoiTransform transform) {
        return Float.isFinite((float) transform.low()) && Float.isFinite((float) transform.high());
    }

    /**
     * Returns the range from the smallest to the largest value.
     *
     * @param planes the image
     * @param selection the pixels that count; infinite values do not
     * @return the range; 0 to 1 if there are no values, one unit wide if all values are equal
     */
    public static ClosedRange ofValues(Planes planes, Selection selection) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int plane = 0; plane < planes.count(); plane++) {
            float[] values = planes.values(plane);
            byte[] mask = selection.mask(plane, values.length);
            PixelPadding padding = selection.padding(plane);
            for (int i = 0; i < values.length; i++) {
                float value = values[i];
                if (mask != null && mask[i] == 0 || padding != null && padding.contains(value)) continue;
                if (!Float.isFinite(value)) continue;
                // Not Math.min and Math.max, because C2 has crashed on floating point reductions with them.
                if (value < low) low = value;
                if (value > high) high = value;
            }
        }
        if (low > high) return new ClosedRange(0, 1);
        if (low < high) return new ClosedRange(low, high);
        // From 2^24 on, neighboring floats are more than a unit apart.
        float above = Math.max(high + 1, Math.nextUp(high));
        return Float.isFinite(above) ? new ClosedRange(low, above) : new ClosedRange(Math.nextDown(low), high);
    }
}
