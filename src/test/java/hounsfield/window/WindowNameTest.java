package hounsfield.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hounsfield.window.WindowName.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowNameTest {
    @ParameterizedTest
    @CsvSource({
        "file 1, FILE, file 1, 1",
        "' FILE_12', FILE, file 12, 12",
        "File-3, FILE, file 3, 3",
        "file -3, FILE, file -3, -3",
        "file 0, FILE, file 0, 0",
        "LUT  2, LUT, lut 2, 2",
        "Custom, CUSTOM, custom, 0",
        "NONE, NONE, none, 0",
        "Brain_Bone, PRESET, brain bone, 0",
        "file, PRESET, file, 0",
        "file1, PRESET, file1, 0",
    })
    void wordsInAnyCase(String word, Kind kind, String text, int number) {
        assertEquals(new WindowName(kind, text, number, Optional.empty()), WindowName.of(word));
    }

    @Test
    void numbersAreCenterAndWidth() {
        assertEquals(
                Optional.of(new Window(-600.5, 1500)),
                WindowName.of(" -600.5/1.5e3").numbers());
        assertThrows(IllegalArgumentException.class, () -> WindowName.of("40/x"));
        assertThrows(IllegalArgumentException.class, () -> WindowName.of("40/0"));
    }

    @Test
    void windowsOfFilesAreShownByTheirNumbers() {
        assertEquals("file 35/100.5", WindowName.shown("file 1", new Window(35, 100.5)));
        assertEquals("lut 1", WindowName.shown("lut 1", new Window(35, 100)));
        assertEquals("lungs", WindowName.shown("lungs", new Window(-600, 1500)));
        assertEquals("", WindowName.shown("", new Window(35, 100)));
    }
}
