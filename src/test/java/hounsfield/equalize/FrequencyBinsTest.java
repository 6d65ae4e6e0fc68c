package hounsfield.equalize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.calibrate.PixelPadding;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.testing.Impatient;
import hounsfield.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrequencyBinsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 100, 1000, 100_000})
    void fractionsGiveTheBreaksOfASort(int bins) {
        float[] values = gaussian(700_001, 1);
        assertArrayEquals(sorted(values, bins), breaks(Planes.ofFloats(values), bins));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 100_000})
    void integersGiveTheBreaksOfASort(int bins) {
        float[] values = gaussian(700_001, 2);
        for (int i = 0; i < values.length; i++) values[i] = Math.round(values[i]);
        assertArrayEquals(sorted(values, bins), breaks(Planes.ofFloats(values), bins));
    }

    @Test
    void integersTooLargeToCountGiveTheBreaksOfASort() {
        float[] values = gaussian(10_000, 3);
        for (int i = 0; i < values.length; i++) values[i] = Math.round(values[i]) * 100_000f;
        assertArrayEquals(sorted(values, 50), breaks(Planes.ofFloats(values), 50));
    }

    @Test
    void planesCountTogether() {
        float[] values = gaussian(90_000, 5);
        List<float[]> planes = new ArrayList<>();
        for (int i = 0; i < 9; i++) planes.add(Arrays.copyOfRange(values, i * 10_000, (i + 1) * 10_000));
        assertArrayEquals(sorted(values, 100), breaks(Planes.ofFloats(planes), 100));
        FrequencyBins bins = FrequencyBins.of(Planes.ofFloats(planes), BinSettings.of(100));
        assertEquals(90_000, bins.population());
    }

    @Test
    void maskPaddingAndNaNDoNotCount() {
        for (float offset : new float[] {0, 0.5f}) {
            float[] values = {offset + 1, offset + 2, offset + 3, -2000, Float.NaN, 99, Float.POSITIVE_INFINITY};
            byte[] mask = {-1, -1, -1, -1, -1, 0, -1};
            Selection selection =
                    Selection.ALL.within(mask).excluding(List.of(Optional.of(new PixelPadding(-2000, -2000))));
            FrequencyBins bins = FrequencyBins.of(Planes.ofFloats(values), selection, BinSettings.of(3), Progress.NONE);
            assertEquals(3, bins.population());
            assertArrayEquals(new float[] {offset + 1, offset + 2, offset + 3}, bins.breaks());
        }
    }

    @Test
    void shortsAndBytesCountByTheirValues() {
        short[] shorts = {0, 1, 2, (short) 65535};
        assertArrayEquals(new float[] {-65537, -4, -3, -2}, breaks(Planes.ofShorts(List.of(shorts), -1, -2), 4));
        byte[] bytes = {0, (byte) 200, (byte) 255, 4};
        assertArrayEquals(new float[] {1, 3, 101, 128.5f}, breaks(Planes.ofBytes(List.of(bytes), 0.5, 1), 4));
        Selection noPadding = Selection.ALL.excluding(List.of(Optional.of(new PixelPadding(1, 1))));
        assertEquals(
                3,
                FrequencyBins.of(Planes.ofBytes(List.of(bytes), 0.5, 1), noPadding, BinSettings.of(4), Progress.NONE)
                        .population());
        assertEquals(
                3,
                FrequencyBins.of(Planes.ofShorts(List.of(shorts), 1, 1), noPadding, BinSettings.of(4), Progress.NONE)
                        .population());
    }

    @Test
    void floorAndCeilingClipBeforeTheBreaks() {
        float[] values = {-3000, -2000, -1100.5f, 0, 10, 5000};
        BinSettings settings = BinSettings.of(6).withFloor(-1100).withCeiling(3000);
        assertArrayEquals(
                new float[] {-1100, 0, 10, 3000},
                FrequencyBins.of(Planes.ofFloats(values), settings).breaks());
    }

    @Test
    void constantImageHasOneBreakAndGivesZero() {
        FrequencyBins bins = FrequencyBins.of(Planes.ofFloats(new float[] {7, 7, 7}), BinSettings.of(100));
        assertArrayEquals(new float[] {7}, bins.breaks());
        for (float value : new float[] {6, 7, 8})
            assertEquals(0, bins.equalization().valueOf(value));
    }

    @Test
    void emptySelectionIsRefused() {
        Planes planes = Planes.ofFloats(new float[] {Float.NaN, 1});
        Selection none = Selection.ALL.within(new byte[2]);
        IllegalArgumentException thrown = assertThrows(
                IllegalArgumentException.class, () -> FrequencyBins.of(planes, none, BinSettings.of(2), Progress.NONE));
        assertTrue(thrown.getMessage().contains("no pixel is selected"));
        assertThrows(
                IllegalArgumentException.class, () -> FrequencyBins.of(Planes.ofFloats(List.of()), BinSettings.of(2)));
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> BinSettings.of(0));
        assertThrows(IllegalArgumentException.class, () -> BinSettings.of(100_001));
        assertThrows(IllegalArgumentException.class, () -> new BinSettings(1, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> new BinSettings(1, Float.NaN, 1));
        Selection tooSmall = Selection.ALL.within(new byte[1]);
        assertThrows(
                IllegalArgumentException.class,
                () -> FrequencyBins.of(Planes.ofFloats(new float[2]), tooSmall, BinSettings.of(1), Progress.NONE));
    }

    @Test
    void cancellingEndsTheWork() {
        Planes planes = Planes.ofFloats(gaussian(1000, 6));
        assertThrows(
                CancellationException.class,
                () -> FrequencyBins.of(planes, Selection.ALL, BinSettings.of(3), new Impatient(0)));
    }

    @Test
    void ranksOfVeryManyValuesAreExact() {
        long[] ranks = FrequencyBins.ranks(10_000_000_000L, 2);
        assertArrayEquals(new long[] {10_000_000L, 2_500_000_000L, 7_500_000_000L, 9_990_000_000L}, ranks);
        long[] many = FrequencyBins.ranks(Long.MAX_VALUE / 2_000_000, 100_000);
        assertTrue(many[0] >= 0 && many[many.length - 1] < Long.MAX_VALUE / 2_000_000);
    }

    private static float[] breaks(Planes planes, int bins) {
        return FrequencyBins.of(planes, BinSettings.of(bins)).breaks();
    }

    /** The algorithm of make_golden.py: sort everything, pick ranks computed in single precision. */
    private static float[] sorted(float[] values, int bins) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        float[] picked = new float[bins + 2];
        for (int i = 0; i < bins; i++) {
            float place = (float) i / (float) bins + (float) (1.0 / 2 / bins);
            picked[i] = sorted[(int) ((float) values.length * place)];
        }
        picked[bins] = sorted[(int) ((float) values.length * 0.001f)];
        picked[bins + 1] = sorted[(int) ((float) values.length * 0.999f)];
        Arrays.sort(picked);
        int count = 0;
        for (float value : picked) {
            if (count == 0 || picked[count - 1] != value) picked[count++] = value;
        }
        return Arrays.copyOf(picked, count);
    }

    private static float[] gaussian(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) values[i] = (float) (random.nextGaussian() * 300 - 200);
        return values;
    }

    /** Planes that were counted are mapped by another method than the same values in other planes; both must agree. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "integers",
                "zeros",
                "not a number",
                "infinite",
                "large",
                "too large",
                "fraction",
                "clipped",
                "masked"
            })
    void countedPlanesMapAsOthers(String kind) {
        float[] plane = new float[5001];
        for (int i = 0; i < plane.length; i++) plane[i] = i * 7919 % 4096 - 1024;
        if (kind.equals("zeros")) plane[250] = -0f;
        if (kind.equals("not a number")) plane[3] = Float.NaN;
        if (kind.equals("infinite")) plane[5000] = Float.POSITIVE_INFINITY;
        if (kind.equals("large")) plane[17] = 65535;
        if (kind.equals("too large")) plane[3017] = -65536;
        if (kind.equals("fraction")) plane[4999] = 1e-30f;
        BinSettings settings = BinSettings.of(10);
        if (kind.equals("clipped")) {
            plane[8] = 0.5f;
            plane[9] = 1e9f;
            settings = settings.withFloor(100).withCeiling(2000);
        }
        byte[] mask = new byte[plane.length];
        Arrays.fill(mask, 0, 100, (byte) 1);
        if (kind.equals("masked")) plane[400] = 0.25f;
        Selection selection = kind.equals("masked") ? Selection.ALL.within(mask) : Selection.ALL;
        Planes planes = Planes.ofFloats(List.of(plane, plane.clone(), plane.clone()));
        FrequencyBins bins = FrequencyBins.of(planes, selection, settings, Progress.NONE);
        List<float[]> mapped = bins.equalization().map(planes, Progress.NONE);
        Equalization stranger = new Equalization(bins.breaks());
        for (float[] result : mapped) {
            for (int i = 0; i < plane.length; i++) assertEquals(stranger.valueOf(plane[i]), result[i], kind + " " + i);
        }
    }
}
