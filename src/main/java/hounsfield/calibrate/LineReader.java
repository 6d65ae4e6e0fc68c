package hounsfield.calibrate;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.work.Diagnostics;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads a linear transform from stored to real values: a slope, and an intercept if present. A transform that is
 * unreadable, or maps all values to one, is treated as absent, with a finding.
 */
final class LineReader {
    /** For a transform that has no intercept by definition. */
    static final int NO_INTERCEPT = 0;

    private final DataSet dataSet;
    private final OptionalAttributes attributes;
    private final Diagnostics findings;
    private final int slopeTag;
    private final int interceptTag;

    LineReader(DataSet dataSet, int slopeTag, int interceptTag, Diagnostics findings) {
        this.dataSet = dataSet;
        attributes = new OptionalAttributes(dataSet, findings);
        this.findings = findings;
        this.slopeTag = slopeTag;
        this.interceptTag = interceptTag;
    }

    boolean hasSlope() {
        return attributes.hasValue(slopeTag);
    }

    boolean hasIntercept() {
        return interceptTag != NO_INTERCEPT && attributes.hasValue(interceptTag);
    }

    /** Returns whether the header maps every value to 0. */
    boolean isBlank() {
        OptionalAttributes quiet = new OptionalAttributes(dataSet);
        return quiet.number(slopeTag).orElse(1) == 0
                && (!hasIntercept() || quiet.number(interceptTag).orElse(1) == 0);
    }

    /** Returns the transform; if slope or intercept is absent, against the standard, it is 1 or 0. */
    Optional<Rescale> read() {
        if (!hasSlope() && !hasIntercept()) return Optional.empty();
        OptionalDouble slope = hasSlope() ? attributes.number(slopeTag) : OptionalDouble.of(1);
        OptionalDouble intercept = hasIntercept() ? attributes.number(interceptTag) : OptionalDouble.of(0);
        if (slope.isEmpty() || intercept.isEmpty()) return Optional.empty();
        if (!isUsable(slope.getAsDouble(), slopeTag)) return Optional.empty();
        if (Math.abs(intercept.getAsDouble()) > Float.MAX_VALUE) {
            findings.add(
                    OptionalAttributes.name(interceptTag) + " is beyond the range of 32-bit floats and is ignored");
            return Optional.empty();
        }
        return Optional.of(new Rescale(slope.getAsDouble(), intercept.getAsDouble()));
    }

    private boolean isUsable(double slope, int tag) {
        double size = Math.abs(slope);
        if (size >= Float.MIN_NORMAL && size <= Float.MAX_VALUE) return true;
        String problem =
                size == 0 ? "0" : size < 1 ? "too small for 32-bit floats" : "beyond the range of 32-bit floats";
        findings.add(OptionalAttributes.name(tag) + " is " + problem + " and is ignored");
        return false;
    }
}
