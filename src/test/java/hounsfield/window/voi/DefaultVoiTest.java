package hounsfield.window.voi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hounsfield.calibrate.PixelPadding;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.window.ClosedRange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DefaultVoiTest {
    @Test
    void rangeOfValuesLeavesOutPaddingMaskAndWhatIsNotFinite() {
        Selection selection = Selection.ALL
                .excluding(List.of(Optional.of(new PixelPadding(-2000, -1500))))
                .within(new byte[] {1, 1, 1, 1, 1, 0});
        float[] values = {-2000, Float.NaN, Float.POSITIVE_INFINITY, -10, 30, 400};
        assertEquals(new ClosedRange(-10, 30), DefaultVoi.ofValues(Planes.ofFloats(values), selection));
        assertEquals(new ClosedRange(0, 1), ofValues(Float.NaN));
    }

    @Test
    void rangeOfEqualValuesIsAUnitWideOrAFloat() {
        assertEquals(new ClosedRange(7, 8), ofValues(7, 7));
        assertEquals(new ClosedRange(1 << 25, (1 << 25) + 4), ofValues(1 << 25));
        float largest = Float.MAX_VALUE;
        assertEquals(new ClosedRange(Math.nextDown(largest), largest), ofValues(largest));
    }

    private static ClosedRange ofValues(float... values) {
        return DefaultVoi.ofValues(Planes.ofFloats(values), Selection.ALL);
    }
}
