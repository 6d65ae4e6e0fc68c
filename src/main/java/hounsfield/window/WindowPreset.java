package hounsfield.window;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Windows for CT by name, in HU: the eleven of fastai's medical imaging module, which are those of Radiopaedia's article
 * "Windowing (CT)", and four that it has not. There is no standard; where viewers differ, the widest used is taken:
 *
 * <ul>
 *   <li>soft tissue 400/40: OHIF's and the middle of Radiopaedia's 350 to 400 / 20 to 60;
 *   <li>ct bone 1500/300: Orthanc's web viewer; OHIF has 2500/480, dwv 2000/500. The narrowest, since fastai's 2800/600 and
 *       1800/400 are wide already;
 *   <li>angio 600/300: Orthanc's web viewer; Weasis has 600/200. Contrast medium in arteries is mostly at 250 to 450 HU, in
 *       the middle of the former;
 *   <li>temporal bone 4000/700: Radiopaedia's 2800/600 is here as brain bone. Low-dose scans of the petrous bone were read
 *       best at the widest of the windows compared, 4000 (Husstedt, Prokop, Becker, RoFo 1998,
 *       doi 10.1055/s-2007-1015198); around 700 it shows -1300 to 2700, air cells and the densest bone alike.
 * </ul>
 */
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
    SPINE_BONE(1800, 400),
    SOFT_TISSUE(400, 40),
    CT_BONE(1500, 300),
    ANGIO(600, 300),
    TEMPORAL_BONE(4000, 700);

    private final Window window;

    WindowPreset(double width, double center) {
        window = new Window(center, width);
    }

    public Window window() {
        return window;
    }

    /** The name as menus and scripts have it: {@code brain bone}. */
    public String label() {
        return label(name());
    }

    /** A name as all names are written: lower case, words parted by a blank. */
    public static String label(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]+", " ");
    }

    /** All labels, in the order of declaration. */
    public static String[] names() {
        return Arrays.stream(values()).map(WindowPreset::label).toArray(String[]::new);
    }

    /**
     * All presets, those that a part of the body is looked at through first.
     *
     * @param bodyPart Body Part Examined (0018,0015), empty for none
     */
    public static List<WindowPreset> inOrderFor(String bodyPart) {
        return BodyRegion.inOrder(bodyPart);
    }

    /** The preset of this name: upper or lower case, words parted by blanks, underscores or hyphens. */
    public static Optional<WindowPreset> find(String name) {
        String wanted = label(name);
        return Arrays.stream(values())
                .filter(preset -> preset.label().equals(wanted))
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
