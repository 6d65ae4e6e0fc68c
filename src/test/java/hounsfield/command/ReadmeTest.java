package hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.phantom.Phantoms;
import hounsfield.window.Window;
import hounsfield.window.WindowPreset;
import ij.IJ;
import ij.WindowManager;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the README lists is there, and what is there the README lists: commands, their keys, calls for scripts, presets. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern CALL = Pattern.compile("`(\\w+)\\(([^)]*)\\)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");

    @AfterEach
    void forgetTheImage() {
        WindowManager.setTempCurrentImage(null);
    }

    @Test
    void commandsAndTheirKeys() throws Exception {
        assertEquals(keysByCommand(), tableOfCommands());
    }

    /** Each command's options, in the order in which its dialog asks for them. */
    private static Map<String, List<String>> keysByCommand() throws Exception {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        for (Map.Entry<String, String> command : PluginsConfigTest.commands().entrySet()) {
            DicomCommand plugin = (DicomCommand)
                    Class.forName(command.getValue()).getConstructor().newInstance();
            keys.put(command.getKey(), plugin instanceof WindowToolCommand ? List.of() : keys(plugin));
        }
        return keys;
    }

    /** The keys as a command tells them to those who use another. */
    private static List<String> keys(DicomCommand command) {
        String message = MacroRun.failure(IJ.createImage("image", "32-bit", 2, 2, 1), command, "nosuchkey");
        String list = "the options are ";
        assertTrue(message.contains(list), message);
        return List.of(message.substring(message.indexOf(list) + list.length()).split(", "));
    }

    private static Map<String, List<String>> tableOfCommands() throws IOException {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        for (String[] row : table("| command | keys |")) {
            List<String> keys = QUOTED.matcher(row[1])
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            commands.put(unquoted(row[0]), keys);
        }
        return commands;
    }

    private static String unquoted(String cell) {
        Matcher matcher = QUOTED.matcher(cell);
        assertTrue(matcher.matches(), cell);
        return matcher.group(1);
    }

    @Test
    void callsForScriptsAndHowManyArgumentsTheyTake() throws IOException {
        Map<String, Integer> expected = new TreeMap<>();
        Arrays.stream(Hounsfield.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .forEach(method -> {
                    Integer other = expected.put(method.getName(), method.getParameterCount());
                    assertEquals(null, other, "Jython guesses poorly between overloads: " + method.getName());
                });
        Map<String, Integer> listed = new TreeMap<>();
        for (String[] row : table("| call | gives |")) {
            CALL.matcher(row[0]).results().forEach(call -> {
                assertFalse(listed.containsKey(call.group(1)), "twice: " + call.group());
                listed.put(call.group(1), arguments(call));
            });
        }
        assertEquals(expected, listed);
    }

    private static int arguments(MatchResult call) {
        return call.group(2).isEmpty() ? 0 : call.group(2).split(",").length;
    }

    @Test
    void presetsAndTheirWindows() throws IOException {
        String text = Files.readString(README).replaceAll("\\s+", " ");
        String start = "Windows by name, width/center in HU: ";
        int from = text.indexOf(start) + start.length();
        List<String> listed =
                List.of(text.substring(from, text.indexOf('.', from)).split(", "));
        assertEquals(
                Arrays.stream(WindowPreset.values()).map(ReadmeTest::inWords).toList(), listed);
    }

    private static String inWords(WindowPreset preset) {
        Window window = preset.window();
        return "%s %.0f/%.0f".formatted(preset.label(), window.width(), window.center());
    }

    @Test
    void samples() throws IOException {
        String row = table("| command | keys |").stream()
                .filter(cells -> cells[0].equals("`DICOM Sample...`"))
                .findFirst()
                .orElseThrow()[2];
        assertEquals(
                List.of(Phantoms.names()),
                QUOTED.matcher(row).results().map(match -> match.group(1)).toList());
    }

    @Test
    void filesThatPagesPointTo() throws IOException {
        List<String> links = new ArrayList<>();
        for (Path page : pages()) {
            for (MatchResult link :
                    LINK.matcher(Files.readString(page)).results().toList()) {
                String target = link.group(1);
                if (target.startsWith("http")) continue;
                assertTrue(Files.exists(page.resolveSibling(target)), page + " points to " + target);
                links.add(target);
            }
        }
        assertFalse(links.isEmpty());
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("docs"))) {
            return Stream.concat(Stream.of(README), pages.filter(page -> page.toString()
                            .endsWith(".md")))
                    .toList();
        }
    }

    /** The cells of a table's rows. */
    private static List<String[]> table(String header) throws IOException {
        List<String[]> rows = new ArrayList<>();
        List<String> lines = Files.readAllLines(README);
        int at = 0;
        while (!lines.get(at).startsWith(header)) at++;
        for (at += 2; lines.get(at).startsWith("|"); at++) {
            String[] cells = lines.get(at).substring(1).split("\\|");
            rows.add(Arrays.stream(cells).map(String::strip).toArray(String[]::new));
        }
        return rows;
    }
}
