package hounsfield.calibrate;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Reads a line from stored to real values: a slope, and an intercept if there is one. A line that cannot be read, or that
 * tells no values apart, is as absent, and a finding says so.
 */
final class LineReader {
    /** For a line that has no intercept by its definition. */
    static final int NO_INTERCEPT = 0;

    private final DataSet dataSet;
    private final OptionalAttributes attributes;
    private final Consumer<String> findings;
    private final int slopeTag;
    private final int interceptTag;

    LineReader(DataSet dataSet, int slopeTag, int interceptTag, Consumer<String> findings) {
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

    /** Whether the header says that every value is 0, whatever is stored. */
    boolean isBlank() {
        OptionalAttributes quiet = new OptionalAttributes(dataSet, finding -> {});
        return quiet.number(slopeTag).orElse(1) == 0
                && (!hasIntercept() || quiet.number(interceptTag).orElse(1) == 0);
    }

    /** The line; of slope and intercept one may be absent, against the standard, and is 1 or 0 then. */
    Optional<Rescale> read() {
        if (!hasSlope() && !hasIntercept()) return Optional.empty();
        OptionalDouble slope = hasSlope() ? attributes.number(slopeTag) : OptionalDouble.of(1);
        OptionalDouble intercept = hasIntercept() ? attributes.number(interceptTag) : OptionalDouble.of(0);
        if (slope.isEmpty() || intercept.isEmpty()) return Optional.empty();
        if (!isUsable(slope.getAsDouble(), slopeTag)) return Optional.empty();
        if (Math.abs(intercept.getAsDouble()) > Float.MAX_VALUE) {
            findings.accept(OptionalAttributes.name(interceptTag) + " is more than 32-bit floats hold and is ignored");
            return Optional.empty();
        }
        return Optional.of(new Rescale(slope.getAsDouble(), intercept.getAsDouble()));
    }

    private boolean isUsable(double slope, int tag) {
        double size = Math.abs(slope);
        if (size >= Float.MIN_NORMAL && size <= Float.MAX_VALUE) return true;
        String problem =
                size == 0 ? "0" : size < 1 ? "less than 32-bit floats tell from 0" : "more than 32-bit floats hold";
        findings.accept(OptionalAttributes.name(tag) + " is " + problem + " and is ignored");
        return false;
    }
}
