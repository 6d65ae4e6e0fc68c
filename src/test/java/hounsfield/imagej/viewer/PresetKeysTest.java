package hounsfield.imagej.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.host.UserOption;
import hounsfield.window.WindowName;
import hounsfield.window.WindowPreset;
import ij.Prefs;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The user's table of keys. */
class PresetKeysTest {
    private static final String PREFERENCE = "hounsfield.keys";

    @BeforeEach
    @AfterEach
    void forget() {
        Prefs.set(PREFERENCE, UserOption.KEYS.fallback());
    }

    @Test
    void keysOfANewUserNameWindowsThatExistAndLeaveOutZoom() {
        assertEquals(Optional.of("lungs"), PresetKeys.window('1'));
        assertEquals(Optional.of("file 1"), PresetKeys.window('0'));
        assertEquals(Optional.empty(), PresetKeys.window('4'));
        assertEquals(Optional.empty(), PresetKeys.window('5'));
        assertEquals(Optional.empty(), PresetKeys.window('a'));
        for (char key = '0'; key <= '9'; key++) {
            PresetKeys.window(key)
                    .filter(name -> !WindowName.of(name).isOfFile())
                    .ifPresent(name -> assertTrue(WindowPreset.find(name).isPresent(), name));
        }
    }

    @Test
    void tableIsKeptAsItWasSet() {
        UserOption.KEYS.set(PresetKeys.checked(" 4 = 40/400, 1=CT_bone,2=lut 1 "));
        assertEquals(Optional.of("40/400"), PresetKeys.window('4'));
        assertEquals(Optional.of("ct bone"), PresetKeys.window('1'));
        assertEquals(Optional.of('1'), PresetKeys.key("CT bone"));
        assertEquals(Optional.empty(), PresetKeys.key("lungs"));
        assertEquals("1=ct bone, 2=lut 1, 4=40/400", PresetKeys.text());
        UserOption.KEYS.set(PresetKeys.checked(""));
        assertEquals("", PresetKeys.text());
    }

    @Test
    void wrongTablesAreRefused() {
        for (String wrong : new String[] {"x=lungs", "1", "1=", "12=lungs", "1=lungs, 1=liver", "1=40/0"}) {
            assertThrows(IllegalArgumentException.class, () -> PresetKeys.checked(wrong), wrong);
        }
    }

    @Test
    void preferencesThatWereEditedByHandDoNotHideTheKeys() {
        Prefs.set(PREFERENCE, "nonsense");
        assertEquals(Optional.of("lungs"), PresetKeys.window('1'));
    }
}
