package hounsfield.window;

import hounsfield.standard.Labeled;
import hounsfield.standard.Labels;
import java.util.List;
import java.util.Optional;

/**
 * Named windows for CT, as center/width in HU: the eleven of fastai's medical imaging module, which are those of
 * Radiopaedia's article "Windowing (CT)", and four others. There is no standard. Where viewers differ, the choice is:
 *
 * <ul>
 *   <li>soft tissue 40/400: that of OHIF, in the middle of Radiopaedia's 20 to 60 / 350 to 400;
 *   <li>ct bone 300/1500: that of Orthanc's web viewer, whereas OHIF has 480/2500 and dwv 500/2000; the narrowest,
 *       because fastai's 600/2800 and 400/1800 are already wide;
 *   <li>angio 300/600: that of Orthanc's web viewer, whereas Weasis has 200/600; contrast medium in arteries is
 *       mostly at 250 to 450 HU, in the middle of the former;
 *   <li>temporal bone 700/4000: Radiopaedia's 600/2800 is available as brain bone. Low-dose scans of the petrous
 *       bone were read best with the widest window compared, 4000 (Husstedt, Prokop, Becker, RoFo 1998, doi
 *       10.1055/s-2007-1015198); at 700 it displays -1300 to 2700, both air cells and the densest bone.
 * </ul>
 */
public enum WindowPreset implements Labeled {
    /** Brain: width 80, center 40. */
    BRAIN(80, 40),
    /** Subdural hematoma: width 254, center 100. */
    SUBDURAL(254, 100),
    /** Stroke: width 8, center 32. */
    STROKE(8, 32),
    /** Bone of the head: width 2800, center 600. */
    BRAIN_BONE(2800, 600),
    /** Soft tissue of the head: width 375, center 40. */
    BRAIN_SOFT(375, 40),
    /** Lungs: width 1500, center -600. */
    LUNGS(1500, -600),
    /** Mediastinum: width 350, center 50. */
    MEDIASTINUM(350, 50),
    /** Soft tissue of the abdomen: width 400, center 50. */
    ABDOMEN_SOFT(400, 50),
    /** Liver: width 150, center 30. */
    LIVER(150, 30),
    /** Soft tissue of the spine: width 250, center 50. */
    SPINE_SOFT(250, 50),
    /** Bone of the spine: width 1800, center 400. */
    SPINE_BONE(1800, 400),
    /** Soft tissue: width 400, center 40. */
    SOFT_TISSUE(400, 40),
    /** Bone: width 1500, center 300. */
    CT_BONE(1500, 300),
    /** Arteries with contrast medium: width 600, center 300. */
    ANGIO(600, 300),
    /** Temporal bone: width 4000, center 700. */
    TEMPORAL_BONE(4000, 700);

    private final Window window;

    WindowPreset(double width, double center) {
        window = new Window(center, width);
    }

    /** {@return center and width [HU]} */
    public Window window() {
        return window;
    }

    /** {@return all labels, in the order of declaration} */
    public static List<String> labels() {
        return Labels.of(values());
    }

    /**
     * {@return all presets, those of a part of the body first}
     *
     * @param bodyPart Body Part Examined (0018,0015); may be empty
     */
    public static List<WindowPreset> inOrderFor(String bodyPart) {
        return BodyRegion.inOrder(bodyPart);
    }

    /**
     * Finds a preset.
     *
     * @param name in any case, words separated by spaces, underscores or hyphens
     * @return the preset, if any
     */
    public static Optional<WindowPreset> find(String name) {
        return Labels.find(List.of(values()), WindowPreset::label, name);
    }

    /**
     * {@return a preset}
     *
     * @param name in any case, words separated by spaces, underscores or hyphens
     * @throws IllegalArgumentException if the name is unknown; the message lists the valid ones
     */
    public static WindowPreset byName(String name) {
        return Labels.find("window preset", values(), name);
    }
}
