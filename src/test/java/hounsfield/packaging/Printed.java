package hounsfield.packaging;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a macro printed. */
final class Printed {
    private Printed() {}

    static void assertContains(String printed, String expected) {
        assertTrue(printed.contains(expected), "\"" + expected + "\" is not in:\n" + printed);
    }

    /** The number that a pattern's first group finds. */
    static double number(String printed, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(printed);
        assertTrue(matcher.find(), pattern + " is not in:\n" + printed);
        return Double.parseDouble(matcher.group(1));
    }
}
