package hounsfield.window;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Windows for CT by name, in HU; the set of fastai's medical imaging module. */
public enum WindowPreset {
    BRAIN(80, 40),
    SUBDURAL(254, 100),
    STROKE(8, 32),
    BRAIN_BONE(2800, 600),
    BRAIN_SOFT(375, 40),
    LUNGS(1500, -600),
    MEDIASTINUM(350, 50),
    ABDOMEN_SOFT(400, 50),
    LIVER(150, 30),
    SPINE_SOFT(250, 50),
    SPINE_BONE(1800, 400);

    private final Window window;

    WindowPreset(double width, double center) {
        window = new Window(center, width);
    }

    public Window window() {
        return window;
    }

    /** The name as menus and scripts have it: {@code brain bone}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** All labels, in the order of declaration. */
    public static String[] names() {
        return Arrays.stream(values()).map(WindowPreset::label).toArray(String[]::new);
    }

    /** The preset of this name: upper or lower case, words parted by blanks, underscores or hyphens. */
    public static Optional<WindowPreset> find(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT).replaceAll("[ _-]+", "_");
        return Arrays.stream(values())
                .filter(preset -> preset.name().equals(wanted))
                .findFirst();
    }

    /**
     * The preset of this name.
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public static WindowPreset byName(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no window preset \"" + name + "\"; there are " + String.join(", ", List.of(names()))));
    }
}
