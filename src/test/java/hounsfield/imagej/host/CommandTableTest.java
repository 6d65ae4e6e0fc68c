package hounsfield.imagej.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import ij.IJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.macro.Interpreter;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Commands of this plugin and of ImageJ without a display. */
class CommandTableTest {
    @TempDir
    Path folder;

    @BeforeEach
    void install() {
        Hounsfield.install();
    }

    @AfterEach
    void forget() {
        WindowManager.setTempCurrentImage(null);
        Interpreter.batchMode = false;
    }

    /** Nothing was released with them, but macros may have them. */
    @Test
    void formerNamesRunTheSameCommands() {
        Map<?, ?> table = Menus.getCommands();
        Map<String, String> names = Map.of(
                "Equalize Frequency Bins...", "Equalize DICOM Frequency Bins...",
                "Windows to Channels...", "DICOM Windows to Channels...",
                "Hand Over...", "Hand Over DICOM...");
        names.forEach((former, name) -> {
            assertTrue(CommandTable.commands().containsKey(name), name);
            assertFalse(CommandTable.commands().containsKey(former), former);
            assertEquals(table.get(name), table.get(former));
        });
    }

    /** Another plugin may have taken a name that this one gave up. */
    @Test
    void otherCommandsKeepFormerNames() {
        @SuppressWarnings("unchecked")
        Map<String, String> table = Menus.getCommands();
        String own = table.put("Hand Over...", "other.Plugin");
        CommandTable.addFormerNames();
        assertEquals("other.Plugin", table.get("Hand Over..."));
        table.put("Hand Over...", own);
    }

    @Test
    void commandsOfImageJHaveTheLabelsAndClassesOfItsMenus() throws Exception {
        Map<String, String> commands = ImageJCommands.all();
        assertTrue(commands.size() > 280, commands.size() + " commands");
        assertEquals("ij.plugin.filter.Writer(\"png\")", commands.get("PNG..."));
        assertEquals("ij.plugin.Commands(\"new\")", commands.get("Image..."), "without its key [n]");
        assertEquals("ij.plugin.Zoom(\"in\")", commands.get("In [+]"), "no key that ImageJ reads");
        assertEquals("ij.plugin.Animator(\"start\")", commands.get("Start Animation [\\]"));
        assertEquals("ij.plugin.Selection(\"properties\")", commands.get("Properties... "), "not Properties...");
        for (Map.Entry<String, String> command : commands.entrySet()) {
            assertFalse(command.getKey().contains("\""), command.toString());
            Class.forName(command.getValue().replaceAll("\\(.*", ""), false, IJ.class.getClassLoader());
        }
        String menus;
        try (InputStream file = Menus.class.getResourceAsStream("Menus.class")) {
            menus = new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
        for (String label : new String[] {"Duplicate...", "Measure", "Analyze Particles...", "8-bit", "Crop"}) {
            assertTrue(menus.contains(label) && menus.contains(commands.get(label)), label);
        }
    }

    @Test
    @EnabledIf(value = "java.awt.GraphicsEnvironment#isHeadless", disabledReason = "install adds nothing to menus")
    void picturesAndResultsAreSavedByImageJsOwnCommands() throws Exception {
        String output = folder.toString().replace('\\', '/') + "/";
        String macro = """
                newImage("ramp", "8-bit ramp", 32, 16, 1);
                run("Invert");
                saveAs("PNG", "%1$sa.png");
                run("Jpeg...", "save=[%1$sb.jpg]");
                run("Measure");
                saveAs("Results", "%1$sresults.csv");
                return "" + getValue("Mean") + " " + nResults;
                """.formatted(output);
        String answer = IJ.runMacro(macro);
        assertTrue(answer.endsWith(" 1"), answer);
        ImagePlus png = IJ.openImage(output + "a.png");
        assertEquals(32, png.getWidth());
        assertEquals(255, png.getProcessor().get(0, 0), "inverted");
        assertTrue(Files.size(folder.resolve("b.jpg")) > 100);
        assertEquals(2, Files.readAllLines(folder.resolve("results.csv")).size());
    }

    /** ImageJ would multiply by 1.25, its default, whatever the options say. */
    @Test
    @EnabledIf(value = "java.awt.GraphicsEnvironment#isHeadless", disabledReason = "install adds nothing to menus")
    void commandsWithDialogsStayUnknownWithoutADisplay() {
        assertFalse(ImageJCommands.available().containsKey("Multiply..."));
        assertTrue(ImageJCommands.all().containsKey("Multiply..."));
        assertTrue(ImageJCommands.available().containsKey("Results..."));
    }

    @Test
    @EnabledIf(value = "java.awt.GraphicsEnvironment#isHeadless", disabledReason = "install adds nothing to menus")
    void installKeepsTheCommandsThatAreThere() {
        @SuppressWarnings("unchecked")
        Map<String, String> table = Menus.getCommands();
        table.put("Measure", "mine");
        Hounsfield.install();
        assertEquals("mine", table.get("Measure"));
        table.remove("Measure");
        Hounsfield.install();
        assertEquals("ij.plugin.filter.Analyzer", table.get("Measure"));
    }
}
