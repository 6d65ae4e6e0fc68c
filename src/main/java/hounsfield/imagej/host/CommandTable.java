package hounsfield.imagej.host;

import ij.IJ;
import ij.Menus;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of commands by their menu labels: those of this plugin, as {@code plugins.config} lists them, and ImageJ's own.
 *
 * <p>ImageJ fills its command table while it builds its menus. Building menus requires a display: without one, {@code run}
 * in a macro and {@link IJ#run} throw a {@link HeadlessException}. Fiji's menus need no display.
 */
public final class CommandTable {
    private static final Pattern LINE = Pattern.compile("[^\"#]*\"([^\"]+)\"\\s*,\\s*(hounsfield\\..+?)\\s*");

    /** Former names of commands, without DICOM, HU or PET, with their present names. */
    private static final Map<String, String> FORMER_NAMES = Map.of(
            "Equalize Frequency Bins...", "Equalize DICOM Frequency Bins...",
            "Windows to Channels...", "DICOM Windows to Channels...",
            "Hand Over...", "Hand Over DICOM...");

    private CommandTable() {}

    /** Returns the classes of all commands by menu label. */
    static Map<String, String> commands() {
        Map<String, String> commands = new LinkedHashMap<>();
        try {
            // Other jars have a file of that name too, in no fixed order.
            List<URL> files =
                    Collections.list(CommandTable.class.getClassLoader().getResources("plugins.config"));
            for (URL file : files) {
                try (BufferedReader reader =
                        new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
                    reader.lines()
                            .map(LINE::matcher)
                            .filter(Matcher::matches)
                            .forEach(line -> commands.put(line.group(1), line.group(2)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return commands;
    }

    /**
     * Adds the commands that are missing from ImageJ's command table: those of this plugin and, where ImageJ could not build
     * its menus, those of ImageJ.
     */
    public static void install() {
        if (Menus.getCommands() == null) beginTable();
        @SuppressWarnings("unchecked")
        Hashtable<String, String> table = Menus.getCommands();
        commands().forEach(table::putIfAbsent);
        if (IJ.getInstance() == null && GraphicsEnvironment.isHeadless()) {
            ImageJCommands.available().forEach(table::putIfAbsent);
        }
        addFormerNames();
    }

    /**
     * Lets macros run commands of this plugin by their former names, which are not in the menus. Does nothing if ImageJ has no table of
     * commands yet.
     */
    public static void addFormerNames() {
        @SuppressWarnings("unchecked")
        Hashtable<String, String> table = Menus.getCommands();
        if (table == null) return;
        FORMER_NAMES.forEach((former, name) -> {
            String command = table.get(name);
            if (command != null) table.putIfAbsent(former, command);
        });
    }

    /** Runs an unknown command: ImageJ creates its table before it fails for lack of a display. */
    private static void beginTable() {
        try {
            IJ.run("Hounsfield: begin the table of commands");
        } catch (HeadlessException e) {
            // expected without a display
        }
    }
}
