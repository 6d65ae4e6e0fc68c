package hounsfield.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.planes.Limits;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.window.Window;
import hounsfield.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MeasureTest {
    private static Histogram histogram(HistogramBins bins, float... values) {
        return Histogram.of(Planes.ofFloats(values), Selection.ALL, bins, Progress.NONE);
    }

    private static HistogramBins bins(OptionalInt count, OptionalDouble min, OptionalDouble max) {
        return new HistogramBins(count, min, max);
    }

    @Test
    void tissuesHaveTheirEndsAndDoNotOverlap() {
        assertEquals(Optional.of(Tissue.AIR), Tissue.of(-950));
        assertEquals(Optional.of(Tissue.LUNG), Tissue.of(-949));
        assertEquals(Optional.empty(), Tissue.of(-300));
        assertEquals(Optional.empty(), Tissue.of(-190));
        assertEquals(Optional.of(Tissue.FAT), Tissue.of(-30));
        assertEquals(Optional.empty(), Tissue.of(-29));
        assertEquals(Optional.of(Tissue.WATER), Tissue.of(0));
        assertEquals(Optional.of(Tissue.SOFT_TISSUE), Tissue.of(150));
        assertEquals(Optional.of(Tissue.BONE), Tissue.of(2000));
        assertEquals(Optional.of(Tissue.METAL), Tissue.of(2001));
        Tissue before = null;
        for (Tissue tissue : Tissue.values()) {
            assertTrue(before == null || before.high() <= tissue.low(), tissue.label());
            before = tissue;
        }
    }

    @Test
    void rangesIncludeTheirEndsOrNot() {
        ValueRange brain = ValueRange.inside(new Window(40, 80));
        assertFalse(brain.contains(0));
        assertTrue(brain.contains(Float.MIN_VALUE));
        assertTrue(brain.contains(Math.nextDown(80f)));
        assertFalse(brain.contains(80));
        ValueRange fat = ValueRange.above(-190, -30);
        assertFalse(fat.contains(-190));
        assertTrue(fat.contains(Math.nextUp(-190f)));
        assertTrue(fat.contains(-30));
        // 0.1 is not a float: the nearest float is above it.
        assertFalse(ValueRange.closed(0, 0.1).contains(0.1f));
        assertTrue(ValueRange.closed(0.1, 1).contains(0.1f));
        assertFalse(ValueRange.closed(0, 1).contains(Float.NaN));
        assertThrows(
                IllegalArgumentException.class, () -> ValueRange.closed(1, 0).limits());
    }

    @Test
    void integersGetABinEach() {
        Histogram histogram = histogram(HistogramBins.AUTOMATIC, -2, -2, 0, 3);
        assertArrayEquals(new double[] {-2, -1, 0, 1, 2, 3, 4}, histogram.edges());
        assertArrayEquals(new long[] {2, 0, 1, 0, 0, 1}, histogram.counts());
        Histogram limited =
                histogram(bins(OptionalInt.empty(), OptionalDouble.of(-1), OptionalDouble.of(3)), -2, -2, 0, 3);
        assertArrayEquals(new long[] {0, 1, 0, 1}, limited.counts());
        assertEquals(4, limited.total());
    }

    @Test
    void fractionsOfASmallRangeGetFineBins() {
        Histogram histogram = histogram(HistogramBins.AUTOMATIC, 0.25f, 0.5f, 0.75f);
        assertEquals(256, histogram.bins());
        assertEquals(3, Arrays.stream(histogram.counts()).sum());
        assertEquals(1, histogram.counts()[255]);
        Histogram wide = histogram(HistogramBins.AUTOMATIC, -100.5f, 100.5f);
        assertEquals(202, wide.bins());
        assertEquals(-101, wide.edges()[0]);
    }

    @Test
    void constantImageHasOneBin() {
        assertArrayEquals(
                new long[] {3}, histogram(HistogramBins.AUTOMATIC, 7, 7, 7).counts());
        Histogram tenth =
                histogram(bins(OptionalInt.of(10), OptionalDouble.empty(), OptionalDouble.empty()), 7.25f, 7.25f);
        assertEquals(6.75, tenth.edges()[0]);
        assertEquals(7.75, tenth.edges()[10]);
        assertEquals(2, tenth.counts()[5]);
    }

    /** The seventh edge is 7 * (58 / 14), which as a double is above 29. */
    @Test
    void edgesDecideWhereTheLineErrs() {
        Histogram histogram = histogram(HistogramBins.between(14, 0, 58), 29);
        assertTrue(histogram.edges()[7] > 29);
        assertEquals(1, histogram.counts()[6]);
    }

    @Test
    void hugeSpansAndValuesStayBounded() {
        Histogram histogram = histogram(HistogramBins.AUTOMATIC, -Float.MAX_VALUE, 0, Float.MAX_VALUE);
        assertEquals(256, histogram.bins());
        assertEquals(3, Arrays.stream(histogram.counts()).sum());
    }

    @Test
    void badBinsAreRefused() {
        OptionalDouble none = OptionalDouble.empty();
        assertThrows(IllegalArgumentException.class, () -> bins(OptionalInt.of(0), none, none));
        assertThrows(IllegalArgumentException.class, () -> bins(OptionalInt.of(100_001), none, none));
        assertThrows(IllegalArgumentException.class, () -> HistogramBins.between(5, 3, 3));
        assertThrows(IllegalArgumentException.class, () -> HistogramBins.between(5, Double.NaN, 3));
        HistogramBins above = bins(OptionalInt.empty(), OptionalDouble.of(100), none);
        String message = assertThrows(IllegalArgumentException.class, () -> histogram(above, 1, 2))
                .getMessage();
        assertTrue(message.contains("are 1.0 to 2.0"), message);
        assertThrows(IllegalArgumentException.class, () -> histogram(HistogramBins.AUTOMATIC, Float.NaN));
    }

    @Test
    void noValuesHaveNoStatistics() {
        Statistics statistics = Statistics.of(
                Planes.ofFloats(new float[] {Float.NaN}),
                Selection.ALL,
                Limits.NONE,
                List.of(ValueRange.ALL),
                Progress.NONE);
        assertEquals(0, statistics.count());
        assertTrue(Double.isNaN(statistics.mean()));
        assertTrue(Double.isNaN(statistics.fraction(0)));
        Statistics one = Statistics.of(
                Planes.ofFloats(new float[] {2.5f}), Selection.ALL, Limits.NONE, List.of(), Progress.NONE);
        assertEquals(0, one.standardDeviation());
        assertEquals(2.5, one.median());
    }
}
