package hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Texts of dialogs. */
class FormTest {
    @Test
    void longNotesAreBrokenBetweenWords() {
        assertEquals("", Form.wrapped(""));
        assertEquals("one two\nthree", Form.wrapped("one two\nthree"));
        String word = "123456789 ";
        String wrapped = Form.wrapped(word.repeat(20));
        assertEquals(3, wrapped.lines().count());
        assertTrue(wrapped.lines().allMatch(line -> line.stripTrailing().length() <= 90), wrapped);
        assertEquals(word.repeat(20), wrapped.replace("\n", ""));
        String path = "/very/long".repeat(20);
        assertEquals("a \n" + path, Form.wrapped("a " + path));
    }
}
