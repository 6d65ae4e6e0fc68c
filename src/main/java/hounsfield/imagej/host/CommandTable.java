package hounsfield.imagej.host;

import ij.IJ;
import ij.Menus;
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
 * The commands of this plugin by their menu labels, as {@code plugins.config} lists them.
 *
 * <p>ImageJ fills its table of commands while it builds its menus, which it cannot do without a display: there {@code run}
 * in a macro, or {@link IJ#run}, ends in a {@link HeadlessException}. Fiji brings menus that need no display.
 */
public final class CommandTable {
    private static final Pattern LINE = Pattern.compile("[^\"#]*\"([^\"]+)\"\\s*,\\s*(hounsfield\\..+?)\\s*");

    private CommandTable() {}

    /** Label to class, of all commands. */
    static Map<String, String> commands() {
        Map<String, String> commands = new LinkedHashMap<>();
        try {
            // Other jars have a file of that name too, and which one comes first is chance.
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

    /** Makes the commands known to ImageJ where it did not find them itself. */
    public static void install() {
        if (Menus.getCommands() == null) beginTable();
        @SuppressWarnings("unchecked")
        Hashtable<String, String> table = Menus.getCommands();
        commands().forEach(table::putIfAbsent);
    }

    /** ImageJ makes the table before it finds that it has no display. */
    private static void beginTable() {
        try {
            IJ.run("Hounsfield: begin the table of commands");
        } catch (HeadlessException e) {
            // as expected
        }
    }
}
