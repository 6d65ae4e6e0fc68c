package hounsfield.command;

import hounsfield.imagej.host.LastFolder;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The values that dialogs begin with: those of the last dialog of the same title, and the folder that was read last. */
final class DialogMemory {
    /** The last values in a dialog, by its title. Not used for macros. */
    private static final Map<String, Map<String, String>> REMEMBERED = new ConcurrentHashMap<>();

    /** The key of the folder that a command reads. */
    private static final String FOLDER = "folder";

    /** The key of the selected series, which is not remembered, because another folder has other series. */
    private static final String SERIES = "series";

    private DialogMemory() {}

    /** Sets initial values of fields in the next dialog with a title, as if they were the last values there. */
    static void prepare(String title, Map<String, String> initial) {
        Map<String, String> values = new HashMap<>(REMEMBERED.getOrDefault(title, Map.of()));
        values.putAll(initial);
        REMEMBERED.put(title, Map.copyOf(values));
    }

    /** Returns the last values in a dialog, by key; none for the first dialog. */
    static Map<String, String> last(String title) {
        return REMEMBERED.getOrDefault(title, Map.of());
    }

    /** Keeps the values of a dialog for the next one, and the folder for all dialogs. */
    static void keep(String title, Map<String, String> values) {
        rememberFolder(values);
        Map<String, String> last = new HashMap<>(values);
        last.remove(FOLDER);
        last.remove(SERIES);
        REMEMBERED.put(title, Map.copyOf(last));
    }

    /** Returns the initial value of a field that has no last value in this dialog. All dialogs share the folder to read. */
    static String initialValue(Field field) {
        return field.key().equals(FOLDER) ? LastFolder.text() : field.suggestion();
    }

    /** Remembers the folder for all dialogs for folders and files, also for the next session. */
    private static void rememberFolder(Map<String, String> values) {
        String text = values.getOrDefault(FOLDER, values.getOrDefault("path", ""));
        if (text.isEmpty()) return;
        try {
            LastFolder.keep(Path.of(text));
        } catch (InvalidPathException e) {
            // The command reports the error.
        }
    }
}
