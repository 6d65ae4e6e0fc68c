package hounsfield.imagej.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Help of the dialogs, from the page that is packed into the jar. */
class HelpPageTest {
    private static final Pattern DIALOG = Pattern.compile("Plugins>Hounsfield, \"([^\"]+\\.\\.\\.)\", \\S+");

    private static String page(String command) {
        return HelpPage.of(command).orElseThrow(() -> new AssertionError("no help for " + command));
    }

    @Test
    void eachDialogHasItsSectionAlone() throws IOException {
        Matcher labels = DIALOG.matcher(Files.readString(Path.of("plugins.config")));
        int count = 0;
        while (labels.find()) {
            String label = labels.group(1);
            String page = page(label.replace("...", ""));
            assertTrue(page.contains("<h2>" + label + "</h2>"), page);
            assertEquals(page.indexOf("<h2>"), page.lastIndexOf("<h2>"), label);
            assertEquals(page, page(label));
            count++;
        }
        assertTrue(count >= 14, "dialogs: " + count);
    }

    @Test
    void keysAreATableAndLinksThatLeadOutAreText() {
        String page = page("HU Window");
        assertTrue(page.contains("<table border=\"1\""), page);
        assertTrue(page.contains("<td><code>preset</code></td>"), page);
        assertTrue(page.contains("<td>a preset; center/width"), page);
        assertFalse(page.contains("<img"), page);
        assertFalse(page.contains("<a "), page);
        assertFalse(page.contains("| `"), page);
        assertTrue(page.startsWith("<html>"), "ImageJ shows other texts in a browser");
    }

    @Test
    void otherNamesHaveNone() {
        assertEquals(Optional.empty(), HelpPage.of("HU"));
        assertEquals(Optional.empty(), HelpPage.of(""));
    }
}
