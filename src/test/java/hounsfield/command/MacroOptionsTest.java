package hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class MacroOptionsTest {
    private static final Set<String> KEYS = Set.of("path", "frames", "virtual", "preset");

    private static MacroOptions parse(String text) {
        return MacroOptions.parse(text, KEYS);
    }

    @Test
    void valuesFlagsAndBracketsAreDistinguished() {
        MacroOptions options = parse("path=[/data/a b/c.dcm] frames=1-10 virtual ");
        assertEquals("/data/a b/c.dcm", options.get("path", ""));
        assertEquals("1-10", options.get("frames", "all"));
        assertTrue(options.contains("virtual"));
        assertFalse(options.contains("preset"));
        assertEquals("brain", options.get("preset", "brain"));
    }

    @Test
    void wordsWithinAValueAreNoKeys() {
        MacroOptions options = parse("path=[/x virtual frames=3/y] preset='spine bone'");
        assertEquals("/x virtual frames=3/y", options.get("path", ""));
        assertEquals("spine bone", options.get("preset", ""));
        assertFalse(options.contains("virtual"));
    }

    @Test
    void bracketsNest() {
        assertEquals("/a [1]/b", parse("path=[/a [1]/b]").get("path", ""));
    }

    @Test
    void emptyValuesStayEmpty() {
        assertEquals("", parse("frames=[] virtual").get("frames", "all"));
        assertEquals("", parse("frames= virtual").get("frames", "all"));
    }

    @Test
    void unknownKeyIsRefusedAndTheKnownOnesAreNamed() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> parse("pixel=16-bit"));
        assertTrue(e.getMessage().contains("pixel") && e.getMessage().contains("preset"), e.getMessage());
    }

    @Test
    void keyTwiceAndOpenBracketAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> parse("frames=1 frames=2"));
        assertThrows(IllegalArgumentException.class, () -> parse("path=[/a b"));
        assertThrows(IllegalArgumentException.class, () -> parse("path='/a b"));
    }

    @Test
    void variableOutsideAMacroIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> parse("path=&file"));
    }
}
