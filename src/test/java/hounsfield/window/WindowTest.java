package hounsfield.window;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.measure.ValueRange;
import hounsfield.window.voi.VoiLutFunction;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {
    @Test
    void wholeWidthsHaveWholeHalves() {
        assertEquals(-147, WindowPreset.BRAIN_SOFT.window().low());
        assertEquals(227, WindowPreset.BRAIN_SOFT.window().high());
        assertEquals(-1350, WindowPreset.LUNGS.window().low());
        assertEquals(150, WindowPreset.LUNGS.window().high());
    }

    @Test
    void narrowWidthsAreHalvedExactly() {
        assertEquals(0, new Window(0.5, 1).low());
        assertEquals(1, new Window(0.5, 1).high());
        assertEquals(-1.25, new Window(0, 2.5).low());
        assertEquals(new Window(150, 300), Window.between(0, 300));
    }

    @Test
    void windowsWithoutWidthAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Window(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Window(0, -1));
        assertThrows(IllegalArgumentException.class, () -> new Window(Double.NaN, 1));
    }

    @Test
    void presetsAreFoundByAnySpelling() {
        assertEquals(15, WindowPreset.labels().size());
        assertEquals("brain bone", WindowPreset.BRAIN_BONE.label());
        for (String name : new String[] {"brain bone", "Brain_Bone", " BRAIN-BONE"}) {
            assertEquals(WindowPreset.BRAIN_BONE, WindowPreset.byName(name));
        }
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> WindowPreset.byName("bone"));
        assertTrue(thrown.getMessage().contains("mediastinum"));
    }

    @Test
    void bodyPartDecidesWhatComesFirst() {
        assertEquals(WindowPreset.LUNGS, WindowPreset.inOrderFor("CHEST").get(0));
        assertEquals(WindowPreset.SPINE_SOFT, WindowPreset.inOrderFor("C-Spine").get(0));
        assertEquals(WindowPreset.TEMPORAL_BONE, WindowPreset.inOrderFor("IAC").get(0));
        for (String part : new String[] {"", "KNEE", "TAIL"}) {
            assertEquals(15, WindowPreset.inOrderFor(part).stream().distinct().count());
        }
        assertEquals(List.of(WindowPreset.values()), WindowPreset.inOrderFor("TAIL"));
    }

    /** The example of PS3.3 C.11.2.1.2.1: center 2048, width 4096 maps 0 to 0 and 4095 to full scale. */
    @Test
    void linearIsTheStandardsExample() {
        Window window = new Window(2048, 4096);
        assertEquals(0, VoiLutFunction.LINEAR.apply(window, 0));
        assertEquals(1, VoiLutFunction.LINEAR.apply(window, 4095), 1e-12);
        assertEquals(0.5, VoiLutFunction.LINEAR.apply(window, 2047.5), 1e-12);
        assertEquals(0, VoiLutFunction.LINEAR.low(window));
        assertEquals(4095, VoiLutFunction.LINEAR.high(window));
        Window step = new Window(2048, 1);
        assertEquals(0, VoiLutFunction.LINEAR.apply(step, 2047));
        assertEquals(1, VoiLutFunction.LINEAR.apply(step, 2048));
        assertThrows(IllegalArgumentException.class, () -> VoiLutFunction.LINEAR.apply(new Window(0, 0.5), 0));
    }

    @Test
    void linearExactAndSigmoidAreCenteredOnTheCenter() {
        Window window = new Window(40, 80);
        assertEquals(0, VoiLutFunction.LINEAR_EXACT.apply(window, 0));
        assertEquals(0.5, VoiLutFunction.LINEAR_EXACT.apply(window, 40));
        assertEquals(1, VoiLutFunction.LINEAR_EXACT.apply(window, 80));
        assertEquals(0.5, VoiLutFunction.SIGMOID.apply(window, 40));
        assertEquals(1 / (1 + Math.exp(-2)), VoiLutFunction.SIGMOID.apply(window, 80), 1e-12);
        assertEquals(VoiLutFunction.LINEAR, VoiLutFunction.of("odd"));
        assertEquals(VoiLutFunction.LINEAR_EXACT, VoiLutFunction.of("linear_exact"));
    }

    @Test
    void endsAreOutsideTheWindow() {
        float[] values = {-40, -39, 119, 120, Float.NaN};
        ValueRange inside = ValueRange.inside(new Window(40, 160));
        int count = 0;
        for (float value : values) if (inside.contains(value)) count++;
        assertEquals(0.4, count / 5.0);
        assertArrayEquals(
                new float[] {0, 1 / 160f, 159 / 160f, 1, Float.NaN}, Windowing.apply(new Window(40, 160), values));
    }
}
