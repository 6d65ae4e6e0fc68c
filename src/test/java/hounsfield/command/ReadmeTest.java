package hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.phantom.Phantoms;
import hounsfield.testing.DocExample;
import hounsfield.window.Window;
import hounsfield.window.WindowPreset;
import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The README and the documents that it links list exactly what exists: commands, their keys and the keys' values, calls for
 * scripts, presets, samples, links.
 */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Path COMMANDS = Path.of("docs/commands.md");
    private static final Path SCRIPTING = Path.of("docs/scripting.md");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern CALL = Pattern.compile("`(\\w+)\\(([^)]*)\\)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");
    private static final Pattern DRAWING = Pattern.compile("```mermaid\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("\\b(?:[a-z]\\w*\\.)+[A-Z]\\w+");
    private static final Pattern COMMAND_LINK = Pattern.compile("\\[`([^`]+)`\\]\\(([^)]*)\\)");

    @AfterEach
    void forgetTheImage() {
        WindowManager.setTempCurrentImage(null);
    }

    @Test
    void commandsAndTheirKeys() throws Exception {
        Map<String, List<String>> listed = new LinkedHashMap<>();
        sections()
                .forEach((command, rows) -> listed.put(
                        command, rows.stream().map(row -> unquoted(row[0])).toList()));
        assertEquals(keysByCommand(), listed);
    }

    @Test
    void wordsThatKeysTake() throws Exception {
        int words = 0;
        for (Map.Entry<String, List<String[]>> section : sections().entrySet()) {
            if (section.getValue().isEmpty()) continue;
            for (String[] row : section.getValue()) {
                String key = unquoted(row[0]);
                for (String word : words(plugin(section.getKey()), key)) {
                    assertTrue(quoted(row[1] + row[2]).contains(word), section.getKey() + " " + key + " " + word);
                    words++;
                }
            }
        }
        assertTrue(words > 40, "words: " + words);
    }

    @Test
    void commandsOfTheReadmeLeadToTheirSections() throws Exception {
        Map<String, String> expected = new LinkedHashMap<>();
        for (String command : PluginsConfigTest.commands().keySet()) {
            expected.put(command, "docs/commands.md#" + anchor(command));
        }
        Map<String, String> listed = new LinkedHashMap<>();
        for (String[] row : table(Files.readAllLines(README), "| command | what it does |")) {
            Matcher link = COMMAND_LINK.matcher(row[0]);
            assertTrue(link.matches(), row[0]);
            listed.put(link.group(1), link.group(2));
        }
        assertEquals(expected, listed);
        assertEquals(List.copyOf(expected.keySet()), List.copyOf(listed.keySet()), "their order");
    }

    /** Each command's options in the order of its dialog. */
    static Map<String, List<String>> keysByCommand() throws Exception {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        for (Map.Entry<String, String> command : PluginsConfigTest.commands().entrySet()) {
            DicomCommand plugin = plugin(command.getKey());
            keys.put(
                    command.getKey(),
                    plugin instanceof WindowToolCommand || plugin instanceof SeriesReportCommand
                            ? List.of()
                            : keys(plugin));
        }
        return keys;
    }

    /** The keys in a command's message about an unknown key. */
    private static List<String> keys(DicomCommand command) {
        String message = MacroRun.failure(IJ.createImage("image", "32-bit", 2, 2, 1), command, "nosuchkey");
        String list = "the options are ";
        assertTrue(message.contains(list), message);
        return List.of(message.substring(message.indexOf(list) + list.length()).split(", "));
    }

    private static DicomCommand plugin(String command) throws Exception {
        String name = PluginsConfigTest.commands().get(command);
        return (DicomCommand) Class.forName(name).getConstructor().newInstance();
    }

    /** What a key takes, as the command says it of a word that the key does not take; nothing where it takes any text. */
    private static List<String> words(DicomCommand command, String key) {
        ImagePlus image = IJ.createImage("image", "32-bit", 2, 2, 1);
        // Any text is a name for a preset, and would be kept.
        if (command instanceof HuWindowCommand && key.equals("save")) return List.of();
        // Any text is the name of a folder, which would be made.
        if ((command instanceof SaveDicomCommand || command instanceof SaveRegionsCommand) && key.equals("path"))
            return List.of();
        String message = MacroRun.failure(image, command, key + "=nosuchword");
        String list = "it is one of ";
        if (!message.contains(list)) return List.of();
        String words = message.substring(message.indexOf(list) + list.length());
        return List.of(words.split("\\. ")[0].split(", "));
    }

    /** The rows of the table of keys under each command's heading; none where a command has no table. */
    private static Map<String, List<String[]>> sections() throws IOException {
        Map<String, List<String[]>> sections = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(COMMANDS);
        for (int at = 0; at < lines.size(); at++) {
            if (!lines.get(at).startsWith("## ")) continue;
            String heading = lines.get(at).substring(3);
            if (heading.equals("Windows")) return sections;
            int end = at + 1;
            while (end < lines.size() && !lines.get(end).startsWith("## ")) end++;
            sections.put(heading, table(lines.subList(at, end), "| key | values | default |"));
        }
        throw new AssertionError("no section on windows");
    }

    private static String unquoted(String cell) {
        Matcher matcher = QUOTED.matcher(cell);
        assertTrue(matcher.matches(), cell);
        return matcher.group(1);
    }

    private static List<String> quoted(String text) {
        return QUOTED.matcher(text).results().map(match -> match.group(1)).toList();
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
        for (String[] row : table(Files.readAllLines(SCRIPTING), "| call | gives |")) {
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
        String text = Files.readString(COMMANDS).replaceAll("\\s+", " ");
        String start = "Windows by name, center/width in HU: ";
        int from = text.indexOf(start) + start.length();
        List<String> listed =
                List.of(text.substring(from, text.indexOf('.', from)).split(", "));
        assertEquals(
                Arrays.stream(WindowPreset.values()).map(ReadmeTest::inWords).toList(), listed);
    }

    private static String inWords(WindowPreset preset) {
        Window window = preset.window();
        return "%s %.0f/%.0f".formatted(preset.label(), window.center(), window.width());
    }

    @Test
    void samples() throws IOException {
        String[] row = sections().get("DICOM Sample...").get(0);
        assertEquals(List.of(Phantoms.names()), quoted(row[1]));
    }

    @Test
    void filesThatPagesPointTo() throws IOException {
        List<String> links = new ArrayList<>();
        for (Path page : DocExample.pages()) {
            for (MatchResult link :
                    LINK.matcher(Files.readString(page)).results().toList()) {
                String target = link.group(1);
                if (target.startsWith("http")) continue;
                Path file = target.isEmpty() ? page : page.resolveSibling(target);
                assertTrue(Files.exists(file), page + " points to " + target);
                if (link.group(2) != null) {
                    assertTrue(anchors(file).contains(link.group(2)), page + " points to " + link.group());
                }
                links.add(target);
            }
        }
        assertFalse(links.isEmpty());
    }

    @Test
    void classesThatTheArchitectureDraws() throws Exception {
        String text = Files.readString(Path.of("docs/architecture.md"));
        List<String> drawings =
                DRAWING.matcher(text).results().map(match -> match.group(1)).toList();
        assertEquals(2, drawings.size());
        for (String drawing : drawings) {
            List<MatchResult> classes = CLASS.matcher(drawing).results().toList();
            assertTrue(classes.size() > 8, drawing);
            for (MatchResult name : classes) Class.forName("hounsfield." + name.group());
        }
    }

    private static List<String> anchors(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> anchor(line.replaceFirst("^#+ ", "")))
                .toList();
    }

    /** As GitHub makes it of a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    /** The cells of a table's rows; none where there is no such table. */
    private static List<String[]> table(List<String> lines, String header) {
        List<String[]> rows = new ArrayList<>();
        int at = 0;
        while (at < lines.size() && !lines.get(at).startsWith(header)) at++;
        for (at += 2; at < lines.size() && lines.get(at).startsWith("|"); at++) {
            String[] cells = lines.get(at).substring(1).split("\\|");
            rows.add(Arrays.stream(cells).map(String::strip).toArray(String[]::new));
        }
        return rows;
    }
}
