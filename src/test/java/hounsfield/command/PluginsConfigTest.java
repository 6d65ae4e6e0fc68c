package hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.plugin.PlugIn;
import ij.plugin.tool.PlugInTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The menu that ImageJ reads from the jar's root, and the scripts that use it. */
class PluginsConfigTest {
    private static final Path FILE = Path.of("plugins.config");
    private static final Pattern COMMAND = Pattern.compile("Plugins>Hounsfield, \"([^\"]+)\", ([\\w.]+)");
    private static final Pattern TOOL = Pattern.compile("Plugins>Tools, \"([^\"]+)\", ([\\w.]+)");
    private static final Pattern RUN = Pattern.compile("\\brun\\(\\s*[\"']([^\"']+)[\"']");
    /** Labels of ImageJ's own commands end in dots too, but start differently. */
    private static final Pattern OURS =
            Pattern.compile("(HU|DICOM|PET|Open DICOM|Import DICOM|Equalize DICOM|Hand Over) ?.*");

    private static List<String> lines() throws IOException {
        return Files.readAllLines(FILE).stream()
                .filter(line -> !line.startsWith("#") && line.length() >= 3)
                .filter(line -> !line.endsWith("\"-\""))
                .toList();
    }

    /** Returns the class of each command by its label, in menu order. */
    static Map<String, String> commands() throws IOException {
        Map<String, String> commands = new LinkedHashMap<>();
        for (String line : lines()) {
            if (!line.startsWith("Plugins>Hounsfield")) continue;
            Matcher matcher = COMMAND.matcher(line);
            assertTrue(matcher.matches(), line);
            assertNull(commands.put(matcher.group(1), matcher.group(2)), "twice: " + line);
        }
        return commands;
    }

    @Test
    void everyLineNamesAPluginThatImageJCanMake() throws Exception {
        for (String plugin : commands().values()) {
            assertTrue(Class.forName(plugin).getConstructor().newInstance() instanceof PlugIn, plugin);
        }
    }

    /** ImageJ's own menus have entries for commands of ours, with labels of their own, since a label is there once. */
    @Test
    void entriesInMenusOfImageJ() throws IOException {
        assertEquals(
                List.of(
                        "File>Import, \"DICOM File in HU...\", " + OpenDicomCommand.class.getName(),
                        "File>Import, \"DICOM Series in HU...\", " + ImportSeriesCommand.class.getName(),
                        "Help>About Plugins, \"Hounsfield...\", " + AboutCommand.class.getName()),
                lines().stream().filter(line -> !line.startsWith("Plugins>")).toList());
    }

    @Test
    void labelsAreThoseOfTheDesign() throws IOException {
        assertEquals(
                Set.of(
                        "DICOM Browser",
                        "Open DICOM...",
                        "Import DICOM Series...",
                        "DICOM Header...",
                        "DICOM Series Report",
                        "Orthogonal DICOM Views",
                        "HU Window...",
                        "HU Window Tool",
                        "HU Range...",
                        "PET SUV...",
                        "Equalize DICOM Frequency Bins...",
                        "HU Histogram...",
                        "HU Statistics...",
                        "DICOM Windows to Channels...",
                        "HU Mask and Crop...",
                        "DICOM Regions...",
                        "Hand Over DICOM...",
                        "Save as DICOM...",
                        "Save Regions as DICOM...",
                        "Save as NIfTI...",
                        "Open NIfTI...",
                        "DICOM Folder Table...",
                        "DICOM Batch Export...",
                        "De-identify DICOM...",
                        "DICOM Options...",
                        "DICOM Sample..."),
                commands().keySet());
    }

    /** ImageJ chooses a tool by its name, so that is its label too. */
    @Test
    void toolsAreNamedAsTheMenuNamesThem() throws Exception {
        List<String> tools = new ArrayList<>();
        for (String line : lines()) {
            Matcher matcher = TOOL.matcher(line);
            if (!matcher.matches()) continue;
            PlugInTool tool = (PlugInTool)
                    Class.forName(matcher.group(2)).getConstructor().newInstance();
            assertEquals(matcher.group(1), tool.getToolName());
            tools.add(tool.getToolName());
        }
        assertEquals(List.of("Window/Level"), tools);
    }

    @Test
    void buildPutsItAtTheJarsRoot() {
        assertTrue(getClass().getResource("/plugins.config") != null);
    }

    @Test
    void scriptsUseCommandsThatAreListed() throws IOException {
        Path macros = Path.of("macros");
        Assumptions.assumeTrue(Files.isDirectory(macros), "no macros folder yet");
        Set<String> labels = commands().keySet();
        List<String> used = new ArrayList<>();
        try (Stream<Path> files = Files.walk(macros)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher matcher = RUN.matcher(Files.readString(file));
                while (matcher.find()) {
                    if (OURS.matcher(matcher.group(1)).matches())
                        used.add(file.getFileName() + ": " + matcher.group(1));
                }
            }
        }
        for (String use : used) assertTrue(labels.contains(use.substring(use.indexOf(": ") + 2)), use);
        assertTrue(!used.isEmpty(), "no script uses a command");
    }
}
