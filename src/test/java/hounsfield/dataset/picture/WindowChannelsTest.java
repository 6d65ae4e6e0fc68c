package hounsfield.dataset.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hounsfield.equalize.Equalization;
import hounsfield.planes.Planes;
import hounsfield.window.NamedWindow;
import hounsfield.window.Window;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowChannelsTest {
    private static final float[] VALUES = {-1000, 0, 40, 60, 80, Float.NaN, 3000};

    @Test
    void windowsComeInTheirOrderAndTheEqualizationLast() {
        WindowChannels channels = new WindowChannels(
                List.of(new Window(40, 80).ends(), new Window(0, 2000).ends()),
                Optional.of(new Equalization(new float[] {0, 40, 80})));
        assertEquals(3, channels.count());
        float[][] result = channels.of(Planes.ofFloats(VALUES));
        assertArrayEquals(new float[] {0, 0, 0.5f, 0.75f, 1, Float.NaN, 1}, result[0]);
        assertArrayEquals(new float[] {0, 0.5f, 0.52f, 0.53f, 0.54f, Float.NaN, 1}, result[1]);
        assertArrayEquals(new float[] {0, 0, 0.5f, 0.75f, 1, Float.NaN, 1}, result[2]);
    }

    @Test
    void calibratedIntegersAreWindowedByTheirValues() {
        Planes slice = Planes.ofShorts(List.of(new short[] {1024, 1064, 1104}), 1, -1024);
        float[][] result = new WindowChannels(List.of(new Window(40, 80).ends()), Optional.empty()).of(slice);
        assertEquals(1, result.length);
        assertArrayEquals(new float[] {0, 0.5f, 1}, result[0]);
    }

    @Test
    void noChannelIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new WindowChannels(List.of(), Optional.empty()));
    }

    @Test
    void windowsAreWrittenByNameOrByNumbers() {
        List<NamedWindow> windows = NamedWindow.list(" lungs,Brain Bone , 40/400,-600.5/1e3");
        assertEquals(
                List.of(new Window(-600, 1500), new Window(600, 2800), new Window(40, 400), new Window(-600.5, 1000)),
                windows.stream().map(NamedWindow::window).toList());
        assertEquals("brain bone", windows.get(1).name());
        assertEquals("40/400", windows.get(2).name());
    }

    @Test
    void invalidWindowsAreReported() {
        assertRefused("unicorn", "unicorn");
        assertRefused("lungs, 40/x", "40/x");
        assertRefused("40/0", "width 0");
        assertRefused("40/-1", "width -1");
        assertRefused("40/NaN", "width NaN");
        assertRefused(" , ", "no windows");
    }

    private static void assertRefused(String text, String about) {
        String message = assertThrows(IllegalArgumentException.class, () -> NamedWindow.list(text))
                .getMessage();
        assertEquals(true, message.contains(about), message);
    }
}
