package hounsfield.calibrate;

import hounsfield.frame.FunctionalGroups;
import java.util.List;
import java.util.Optional;

/**
 * What a frame's stored values mean. The first of these that the file has, and that can be used, counts:
 *
 * <ol>
 *   <li>Dose Grid Scaling (3004,000E), of RT doses;
 *   <li>Real World Value Mapping (0040,9096), of parametric maps and of floating point pixels;
 *   <li>Pixel Value Transformation (0028,9145) of the frame's functional groups, its own or the shared one; its own only if
 *       every frame has one, or one of the following serves the others;
 *   <li>Modality LUT Sequence (0028,3000);
 *   <li>Rescale Slope and Intercept (0028,1053), (0028,1052);
 *   <li>Real World Value Mapping of other images;
 *   <li>nothing: stored values are real values.
 * </ol>
 *
 * <p>Nothing here throws: what cannot be read is as absent, and a finding says so.
 *
 * @param lut from stored to real values
 * @param unit of the real values: {@code HU} for CT with a rescale that names no other type; else what Rescale Type, Dose
 *     Units, Units (0054,1001) or the mapping's unit says; empty if nothing does, and for stored values
 * @param scaled whether the file has a way to real values that can be used; without one, stored values stand for them
 * @param lost why stored values stand for real ones in spite of what the file has; empty if nothing is lost
 * @param findings sentences for the log, usually none; equal for equal frames
 */
public record ModalityTransform(
        ModalityLut lut, String unit, boolean scaled, Optional<Lost> lost, List<String> findings) {
    public ModalityTransform {
        findings = List.copyOf(findings);
    }

    /** A way to real values. */
    ModalityTransform(ModalityLut lut, String unit, List<String> findings) {
        this(lut, unit, true, Optional.empty(), findings);
    }

    /** Stored values. */
    static ModalityTransform stored(Optional<Lost> lost, List<String> findings) {
        return new ModalityTransform(ModalityLut.IDENTITY, "", false, lost, findings);
    }

    /**
     * A way to real values that was looked for and cannot be used.
     *
     * @param reason what is wrong with it
     * @param blankUnit the unit of a frame that is 0 everywhere, as blank slices of a PET with a slope of 0 are: their
     *     values are 0 by any slope; empty if nothing says so
     */
    public record Lost(String reason, String blankUnit) {}

    /** The transform of a frame, counted from 0. */
    public static ModalityTransform of(FunctionalGroups groups, int frame) {
        return of(groups, frame, ValueSource.RESCALE);
    }

    /** The transform of a frame, counted from 0; by {@link ValueSource#REAL_WORLD} lost if it has no mapping. */
    public static ModalityTransform of(FunctionalGroups groups, int frame, ValueSource source) {
        return switch (source) {
            case RESCALE -> new TransformReader(groups, frame).rescaled();
            case REAL_WORLD -> new TransformReader(groups, frame).mapped();
            case STORED -> stored(Optional.empty(), List.of());
        };
    }

    /** What the values mean that the frame's windows and VOI LUTs are for: no mapping stands in for a missing rescale. */
    public static ModalityTransform ofWindows(FunctionalGroups groups, int frame) {
        return new TransformReader(groups, frame).ofWindows();
    }

    /** The unit of values that this gave: that of a blank frame if all of them are 0. */
    String unitOf(float[] values) {
        if (lost.isEmpty() || lost.get().blankUnit().isEmpty()) return unit;
        for (float value : values) if (value != 0) return unit;
        return lost.get().blankUnit();
    }

    /** The unit that the values have by the header, blank frames taken for blank. */
    public String declaredUnit() {
        return lost.map(Lost::blankUnit).orElse(unit);
    }

    /**
     * The unit that a Rescale Type names.
     *
     * @return {@code HU} for all ways to write Hounsfield units, else the type
     */
    public static String unitOf(String type) {
        return TransformReader.unitOf(type);
    }
}
