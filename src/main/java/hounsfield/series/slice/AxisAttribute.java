package hounsfield.series.slice;

import hounsfield.standard.Labeled;

/**
 * An attribute that can differ between the images at one position, and then becomes an axis. The constants are in the
 * order in which they are tried: physical attributes come before counters.
 */
public enum AxisAttribute implements Labeled {
    /**
     * Magnitude, phase, real or imaginary part: Complex Image Component (0008,9208), otherwise Image Type (0008,0008).
     */
    COMPONENT(Axis.CHANNEL, "", ""),
    /** Referenced Segment Number (0062,000B). */
    SEGMENT(Axis.CHANNEL, "segment", ""),
    /** Effective Echo Time (0018,9082) or Echo Time (0018,0081). */
    ECHO_TIME(Axis.CHANNEL, "TE", "ms"),
    /** Echo Numbers (0018,0086). */
    ECHO_NUMBER(Axis.CHANNEL, "echo", ""),
    /** Energy Window Number (0054,0308) or its vector (0054,0010). */
    ENERGY_WINDOW(Axis.CHANNEL, "energy window", ""),
    /** KVP (0018,0060). */
    TUBE_VOLTAGE(Axis.CHANNEL, "tube voltage", "kV"),
    /** Diffusion b-value (0018,9087). */
    B_VALUE(Axis.TIME, "b", "s/mm2"),
    /** Diffusion Gradient Orientation (0018,9089). */
    GRADIENT(Axis.TIME, "direction", ""),
    /** Nominal Percentage of Cardiac Phase (0020,9241). */
    CARDIAC_PHASE(Axis.TIME, "cardiac phase", "%"),
    /** Nominal Percentage of Respiratory Phase (0020,9245). */
    RESPIRATORY_PHASE(Axis.TIME, "respiratory phase", "%"),
    /** Inversion Time (0018,0082). */
    INVERSION_TIME(Axis.TIME, "TI", "ms"),
    /** Temporal Position Time Offset (0020,930D). */
    TEMPORAL_OFFSET(Axis.TIME, "time", "s"),
    /** Temporal Position Index (0020,9128). */
    TEMPORAL_INDEX(Axis.TIME, "temporal position", ""),
    /** Temporal Position Identifier (0020,0100). */
    TEMPORAL_POSITION(Axis.TIME, "temporal position", ""),
    /** Trigger Time (0018,1060) or Nominal Cardiac Trigger Delay Time (0020,9153). */
    TRIGGER_TIME(Axis.TIME, "trigger time", "ms"),
    /** Frame Reference Time (0054,1300). */
    FRAME_REFERENCE_TIME(Axis.TIME, "time", "ms"),
    /** Frame Acquisition DateTime (0018,9074), Acquisition DateTime (0008,002A), or Acquisition Date and Time. */
    ACQUISITION_TIME(Axis.TIME, "acquisition time", "s"),
    /** Image Type (0008,0008) or Frame Type (0008,9007), all values. */
    IMAGE_TYPE(Axis.CHANNEL, "", ""),
    /** Flip Angle (0018,1314). */
    FLIP_ANGLE(Axis.CHANNEL, "flip angle", "degrees"),
    /** Dimension Index Values (0020,9157) except those of position. */
    DIMENSION_INDICES(Axis.TIME, "dimension index", ""),
    /** The file, if each contains a whole volume. */
    FILE(Axis.TIME, "file", ""),
    /** Content Date (0008,0023) and Time (0008,0033). */
    CONTENT_TIME(Axis.TIME, "content time", "s"),
    /** Instance Number (0020,0013). */
    INSTANCE_NUMBER(Axis.TIME, "Instance Number", ""),
    /** Acquisition Number (0020,0012). */
    ACQUISITION_NUMBER(Axis.TIME, "Acquisition Number", ""),
    /** Index of the frame in its file. */
    FRAME_NUMBER(Axis.TIME, "frame", "");

    /** The axis of an attribute. */
    enum Axis {
        CHANNEL,
        TIME
    }

    private final Axis axis;
    private final String word;
    private final String unit;

    AxisAttribute(Axis axis, String word, String unit) {
        this.axis = axis;
        this.word = word;
        this.unit = unit;
    }

    /** {@return whether its values are channels (C axis) rather than time points (T axis)} */
    public boolean isChannel() {
        return axis == Axis.CHANNEL;
    }

    /** {@return the name for the log, such as {@code TE}; empty if the values are clear without a name} */
    public String word() {
        return word;
    }

    /** {@return the unit of its numbers; may be empty} */
    public String unit() {
        return unit;
    }

    /**
     * {@return whether images are compared by the order of the values, because the values can differ between positions}
     */
    public boolean isOrdinal() {
        return switch (this) {
            case TEMPORAL_POSITION,
                    TRIGGER_TIME,
                    FRAME_REFERENCE_TIME,
                    ACQUISITION_TIME,
                    CONTENT_TIME,
                    INSTANCE_NUMBER,
                    ACQUISITION_NUMBER,
                    FRAME_NUMBER -> true;
            default -> false;
        };
    }

    /**
     * {@return whether it is a counter or Content Time: these have no physical meaning, so the order of the steps is a
     * guess}
     */
    public boolean isGuess() {
        return this == INSTANCE_NUMBER || this == ACQUISITION_NUMBER || this == FRAME_NUMBER || this == CONTENT_TIME;
    }

    /** {@return the length of its unit [s]; 0 if it is not a time between the images} */
    public double seconds() {
        return switch (this) {
            case TEMPORAL_OFFSET, ACQUISITION_TIME -> 1;
            case TRIGGER_TIME, FRAME_REFERENCE_TIME -> 1e-3;
            default -> 0;
        };
    }

    /** {@return whether the steps are sorted by value, not by acquisition} */
    public boolean hasNaturalOrder() {
        return this != B_VALUE && this != GRADIENT && this != FILE && this != IMAGE_TYPE && this != COMPONENT;
    }
}
