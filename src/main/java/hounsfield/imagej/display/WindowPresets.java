package hounsfield.imagej.display;

import hounsfield.window.Window;
import hounsfield.window.WindowPreset;
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
 * Windows by name: the built-in ones and those that the user has saved. The user's are kept in ImageJ's preferences: at once
 * where ImageJ runs with its main window or in Fiji, for the session where there is neither and ImageJ saves nothing.
 */
public final class WindowPresets {
    private static final String KEY = "hounsfield.presets";

    private static final String NAME_RULE = "letters, digits, blanks and . + %, at most 40 of them";

    /** Such as need no quotes in macros beyond brackets, and do not part presets in {@link #KEY}. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} .+%]{0,39}");

    private static final Pattern TAKEN = Pattern.compile("custom|default|none|(file|lut) \\d+");

    /** Names in the preferences that the log has told of. */
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private WindowPresets() {}

    /** The user's names in the order of saving. */
    static List<String> usersNames() {
        return List.copyOf(userPresets().keySet());
    }

    /** The user's names in the order of saving, then the built-in ones, those for the part of the body first. */
    public static List<String> names(String bodyPart) {
        List<String> names = new ArrayList<>(usersNames());
        for (WindowPreset preset : WindowPreset.inOrderFor(bodyPart)) names.add(preset.label());
        return names;
    }

    /**
     * The window of this name: upper or lower case, words parted by blanks, underscores or hyphens.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public static Window byName(String name) {
        Window own = userPresets().get(WindowPreset.label(name));
        if (own != null) return own;
        Optional<WindowPreset> preset = WindowPreset.find(name);
        if (preset.isPresent()) return preset.get().window();
        throw new IllegalArgumentException(
                "no window preset \"" + name + "\"; there are " + String.join(", ", names("")));
    }

    /**
     * Keeps a window under a name, in the place of the user's earlier one of that name.
     *
     * @throws IllegalArgumentException if the name is a built-in preset's, or does not suit macros
     */
    public static void save(String name, Window window) {
        Map<String, Window> presets = userPresets();
        presets.put(checked(name), window);
        keep(presets);
    }

    /** @throws IllegalArgumentException if {@link #save} would not take the name */
    public static String checked(String name) {
        String label = WindowPreset.label(name);
        if (WindowPreset.find(label).isPresent() || TAKEN.matcher(label).matches()) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" means something else already where presets are chosen; take another name");
        }
        if (!NAME.matcher(label).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" cannot name a preset: take " + NAME_RULE);
        }
        return label;
    }

    /** @throws IllegalArgumentException if the user has saved none of this name */
    public static void delete(String name) {
        Map<String, Window> presets = userPresets();
        if (presets.remove(WindowPreset.label(name)) == null) {
            throw new IllegalArgumentException("no preset of yours is called \"" + name + "\"; yours are "
                    + (presets.isEmpty() ? "none" : String.join(", ", presets.keySet())));
        }
        keep(presets);
    }

    /** Whether the user has saved a preset of this name. */
    public static boolean isUsers(String name) {
        return userPresets().containsKey(WindowPreset.label(name));
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
                // Somebody has edited the preferences' file.
            }
        }
        return presets;
    }

    /** Whether a kept name is one that {@link #save} writes; the log tells of one that is not, once. */
    private static boolean isSound(String name) {
        try {
            if (checked(name).equals(name)) return true;
        } catch (IllegalArgumentException e) {
            // Somebody has edited the preferences' file, or an earlier version took the name.
        }
        if (TOLD.add(name)) {
            IJ.log("HU Window: the preset \"" + name + "\" in ImageJ's preferences is ignored, since its name means"
                    + " something else or is not as presets are written");
        }
        return false;
    }

    private static void keep(Map<String, Window> presets) {
        List<String> entries = new ArrayList<>();
        presets.forEach((name, window) -> entries.add(name + ":" + window.center() + ":" + window.width()));
        Prefs.set(KEY, String.join("|", entries));
        // Without an instance ImageJ cannot write all of its preferences, and would lose some.
        if (IJ.getInstance() != null) Prefs.savePreferences();
    }
}
