package hounsfield.standard.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneLineTest {
    @Test
    void ordinaryNamesStay() {
        String name = "K\u00f6pfe/slice 1 (\u65e5\u672c).dcm";
        assertSame(name, OneLine.of(name));
        assertSame(name, OneLine.undo(name));
    }

    @Test
    void whatEndsALineOrTurnsItIsEscapedAndFoundAgain() {
        String name = "a\nb\r\tc\u0007\u0085\u2028\u202e\u2066\u2069\u007f.dcm";
        String line = OneLine.of(name);
        assertEquals("a\\nb\\r\\tc\\u0007\\u0085\\u2028\\u202e\\u2066\\u2069\\u007f.dcm", line);
        assertEquals(name, OneLine.undo(line));
        assertEquals("a\\nb.dcm: bad", Location.ofFile("a\nb.dcm").describe("bad"));
    }

    @ParameterizedTest
    @CsvSource({"a\\, a\\", "a\\x, a\\x", "a\\u12, a\\u12", "\\u00zz, \\u00zz"})
    void otherBackslashesStay(String line, String name) {
        assertEquals(name, OneLine.undo(line));
    }
}
