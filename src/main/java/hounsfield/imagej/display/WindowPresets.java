package hounsfield.imagej.display;

import hounsfield.standard.Labels;
import hounsfield.window.Window;
import hounsfield.window.WindowName;
import hounsfield.window.WindowName.Kind;
import hounsfield.window.WindowPreset;
import hounsfield.window.voi.VoiLutFunction;
import ij.IJ;
import ij.Prefs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Windows by name: built-in presets and the user's. The user's presets are in ImageJ's preferences. They are written to disk
 * at once if an ImageJ main window or Fiji runs; otherwise they last for the session.
 */
public final class WindowPresets {
    private static final String KEY = "hounsfield.presets";

    private static final String NAME_RULE = "letters, digits, blanks and . + %, at most 40 of them";

    /** Names that need only brackets in macros and do not contain the separators of {@link #KEY}. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} .+%]{0,39}");

    /** Invalid names in the preferences that were already logged. */
    private static final Set<String> LOGGED = ConcurrentHashMap.newKeySet();

    private WindowPresets() {}

    /** Returns the names of the user's presets in the order of saving. */
    static List<String> usersNames() {
        return List.copyOf(userPresets().keySet());
    }

    /**
     * Returns the names of the user's presets in the order of saving, then of the built-in ones.
     *
     * @param bodyPart Body Part Examined; its built-in presets come first
     * @return the names
     */
    public static List<String> names(String bodyPart) {
        List<String> names = new ArrayList<>(usersNames());
        for (WindowPreset preset : WindowPreset.inOrderFor(bodyPart)) names.add(preset.label());
        return names;
    }

    /**
     * Returns the window of a preset.
     *
     * @param name the preset's name, in any case, words separated by blanks, underscores or hyphens
     * @return the window
     * @throws IllegalArgumentException if there is no such preset; the message lists all names
     */
    public static Window byName(String name) {
        Window own = userPresets().get(Labels.plain(name));
        if (own != null) return own;
        Optional<WindowPreset> preset = WindowPreset.find(name);
        if (preset.isPresent()) return preset.get().window();
        throw switch (WindowName.of(name).kind()) {
            case FILE, LUT ->
                new IllegalArgumentException("\"" + name + "\" differs from file to file; this needs a"
                        + " preset or center/width, such as 40/400");
            case CUSTOM ->
                new IllegalArgumentException(
                        "\"" + name + "\" has no center and width here; write them, such" + " as 40/400");
            default -> Labels.unknown("window preset", name, names(""));
        };
    }

    /**
     * Saves a preset. Replaces the user's earlier preset of that name.
     *
     * @param name the preset's name
     * @param window its window
     * @throws IllegalArgumentException if the name is that of a built-in preset, or is not allowed
     */
    public static void save(String name, Window window) {
        Map<String, Window> presets = userPresets();
        presets.put(checked(name), window);
        keep(presets);
    }

    /**
     * Checks the name of a new preset.
     *
     * @param name the name
     * @return the name as it is saved
     * @throws IllegalArgumentException if {@link #save} would refuse the name
     */
    public static String checked(String name) {
        String label = Labels.plain(name);
        if (WindowPreset.find(label).isPresent() || isTaken(label)) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" already has another meaning where presets are chosen; use another name");
        }
        if (!NAME.matcher(label).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" cannot name a preset: use " + NAME_RULE);
        }
        return label;
    }

    /** Returns whether a label has another meaning where windows are selected. */
    private static boolean isTaken(String label) {
        return WindowName.of(label).kind() != Kind.PRESET || label.equals(VoiLutFunction.DEFAULT);
    }

    /**
     * Deletes one of the user's presets.
     *
     * @param name the preset's name
     * @throws IllegalArgumentException if the user has no such preset
     */
    public static void delete(String name) {
        Map<String, Window> presets = userPresets();
        if (presets.remove(Labels.plain(name)) == null) {
            throw new IllegalArgumentException("you have no preset \"" + name + "\"; your presets are "
                    + (presets.isEmpty() ? "none" : String.join(", ", presets.keySet())));
        }
        keep(presets);
    }

    /**
     * Returns whether a name is that of a user's preset.
     *
     * @param name the preset's name
     * @return whether the user has saved it
     */
    public static boolean isUsers(String name) {
        return userPresets().containsKey(Labels.plain(name));
    }

    private static Map<String, Window> userPresets() {
        Map<String, Window> presets = new LinkedHashMap<>();
        for (String entry : Prefs.get(KEY, "").split("\\|")) {
            String[] parts = entry.split(":");
            if (parts.length != 3) continue;
            if (!isSound(parts[0])) continue;
            try {
                presets.put(parts[0], new Window(Double.parseDouble(parts[1]), Double.parseDouble(parts[2])));
            } catch (IllegalArgumentException e) {
                // The preferences file was edited by hand.
            }
        }
        return presets;
    }

    /** Returns whether a name in the preferences is one that {@link #save} writes. Logs any other name once. */
    private static boolean isSound(String name) {
        try {
            if (checked(name).equals(name)) return true;
        } catch (IllegalArgumentException e) {
            // The preferences file was edited by hand, or an earlier version accepted the name.
        }
        if (LOGGED.add(name)) {
            IJ.log("HU Window: the preset \"" + name + "\" in ImageJ's preferences is ignored because its name is"
                    + " not valid");
        }
        return false;
    }

    private static void keep(Map<String, Window> presets) {
        List<String> entries = new ArrayList<>();
        presets.forEach((name, window) -> entries.add(name + ":" + window.center() + ":" + window.width()));
        Prefs.set(KEY, String.join("|", entries));
        // Without an instance, ImageJ would write only some of its preferences and lose the others.
        if (IJ.getInstance() != null) Prefs.savePreferences();
    }
}
