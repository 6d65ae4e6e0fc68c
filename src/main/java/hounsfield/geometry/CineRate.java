package hounsfield.geometry;

import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FrameRef;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Diagnostics;
import java.util.Arrays;
import java.util.OptionalDouble;

/** The interval between the frames of a cine (PS3.3 C.7.6.5). */
final class CineRate {
    /** Shorter intervals are invalid [s]. */
    private static final double SHORTEST = 1e-9;

    private CineRate() {}

    /**
     * Returns the interval by Frame Time, Frame Time Vector, Cine Rate or Recommended Display Frame Rate, in this order; the
     * mean if a vector has different times.
     *
     * @param frame a frame of the cine
     * @param findings receives a sentence for each unreadable attribute, and for differing times
     * @return the interval [s], if one of the attributes is above 0
     */
    static OptionalDouble frameSeconds(FrameRef frame, Diagnostics findings) throws DicomException {
        OptionalAttributes attributes = new OptionalAttributes(frame.file().dataSet(), findings);
        OptionalDouble time = valid(attributes.number(Tag.FRAME_TIME).orElse(0) / 1000);
        if (time.isPresent()) return time;
        OptionalDouble mean = ofVector(attributes.numbersOrNaN(Tag.FRAME_TIME_VECTOR), findings);
        if (mean.isPresent()) return mean;
        OptionalDouble rate = valid(1 / attributes.number(Tag.CINE_RATE).orElse(0));
        return rate.isPresent()
                ? rate
                : valid(1
                        / attributes.number(Tag.RECOMMENDED_DISPLAY_FRAME_RATE).orElse(0));
    }

    /** Returns the mean of the vector, which has the time since the previous frame for each frame; the first one is 0. */
    private static OptionalDouble ofVector(double[] milliseconds, Diagnostics findings) {
        double[] steps = Arrays.stream(milliseconds)
                .map(each -> each / 1000)
                .filter(each -> valid(each).isPresent())
                .toArray();
        if (steps.length == 0) return OptionalDouble.empty();
        double sum = 0;
        boolean differ = false;
        for (double step : steps) {
            sum += step;
            differ |= Math.abs(step - steps[0]) > 0.01 * steps[0];
        }
        if (differ) findings.add("Frame Time Vector has different times; the frame interval is their mean");
        return OptionalDouble.of(sum / steps.length);
    }

    private static OptionalDouble valid(double seconds) {
        return seconds >= SHORTEST && Double.isFinite(seconds) ? OptionalDouble.of(seconds) : OptionalDouble.empty();
    }
}
