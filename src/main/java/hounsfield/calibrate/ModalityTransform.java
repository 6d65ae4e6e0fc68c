package hounsfield.calibrate;

import hounsfield.frame.FunctionalGroups;
import java.util.List;
import java.util.Optional;

/**
 * The meaning of a frame's stored values, from the first of these that is present and usable:
 *
 * <ol>
 *   <li>Dose Grid Scaling (3004,000E), of RT doses;
 *   <li>Real World Value Mapping (0040,9096), of parametric maps and of floating point pixels;
 *   <li>Pixel Value Transformation (0028,9145) of the per-frame or shared functional groups; the per-frame one only
 *       if every frame has one, or one of the following applies to the others;
 *   <li>Modality LUT Sequence (0028,3000);
 *   <li>Rescale Slope and Intercept (0028,1053), (0028,1052);
 *   <li>Real World Value Mapping of other images;
 *   <li>none: stored values are real values.
 * </ol>
 *
 * <p>Nothing throws: unreadable attributes are treated as absent, with a finding.
 *
 * @param lut from stored to real values
 * @param unit of the real values: {@code HU} for CT with a rescale of no other type; otherwise Rescale Type, Dose
 *     Units, Units (0054,1001) or the unit of the mapping; empty if there is none, and for stored values
 * @param scaled whether the file has a usable transform; if not, real values are stored values
 * @param lost the reason if real values are stored values although the file has a transform; otherwise empty
 * @param findings sentences for the log, usually none; equal for equal frames
 */
public record ModalityTransform(
        ModalityLut lut, String unit, boolean scaled, Optional<Lost> lost, List<String> findings) {
    /** The text of the unit HU, which replaces all other spellings of files. */
    public static final String HU = "HU";

    /**
     * Copies the findings.
     *
     * @param lut from stored to real values
     * @param unit of the real values
     * @param scaled whether the file has a usable transform
     * @param lost the reason if its transform is unusable
     * @param findings sentences for the log
     */
    public ModalityTransform {
        findings = List.copyOf(findings);
    }

    /** Creates a usable transform. */
    ModalityTransform(ModalityLut lut, String unit, List<String> findings) {
        this(lut, unit, true, Optional.empty(), findings);
    }

    /** Creates the identity, for stored values. */
    static ModalityTransform stored(Optional<Lost> lost, List<String> findings) {
        return new ModalityTransform(ModalityLut.IDENTITY, "", false, lost, findings);
    }

    /**
     * A transform that is present but unusable.
     *
     * @param reason the problem
     * @param blankUnit the unit of a frame that is 0 everywhere, such as a blank PET slice with slope 0, because such
     *     values are 0 with any slope; empty if unknown
     */
    public record Lost(String reason, String blankUnit) {}

    /**
     * {@return the transform of a frame}
     *
     * @param groups functional groups of the image
     * @param frame index from 0
     */
    public static ModalityTransform of(FunctionalGroups groups, int frame) {
        return of(groups, frame, ValueSource.RESCALE);
    }

    /**
     * Returns the transform of a frame.
     *
     * @param groups functional groups of the image
     * @param frame index from 0
     * @param source of the values
     * @return the transform; with {@link ValueSource#REAL_WORLD} it is lost if there is no usable mapping
     */
    public static ModalityTransform of(FunctionalGroups groups, int frame, ValueSource source) {
        return switch (source) {
            case RESCALE -> new TransformReader(groups, frame).rescaled();
            case REAL_WORLD -> new TransformReader(groups, frame).mapped();
            case STORED -> stored(Optional.empty(), List.of());
        };
    }

    /**
     * {@return the transform whose values the frame's windows and VOI LUTs refer to} A mapping does not replace a
     * missing rescale.
     *
     * @param groups functional groups of the image
     * @param frame index from 0
     */
    public static ModalityTransform ofWindows(FunctionalGroups groups, int frame) {
        return new TransformReader(groups, frame).ofWindows();
    }

    /** Returns the unit of transformed values: that of a blank frame if all of them are 0. */
    String unitOf(float[] values) {
        if (lost.isEmpty() || lost.get().blankUnit().isEmpty()) return unit;
        for (float value : values) if (value != 0) return unit;
        return lost.get().blankUnit();
    }

    /** {@return the unit according to the header; for frames with a slope of 0, that of blank frames} */
    public String declaredUnit() {
        return lost.map(Lost::blankUnit).orElse(unit);
    }

    /**
     * Normalizes a Rescale Type.
     *
     * @param type the attribute's value
     * @return {@code HU} for all spellings of Hounsfield units, otherwise the type
     */
    public static String unitOf(String type) {
        return TransformReader.unitOf(type);
    }
}
