package hounsfield.imagej.save;

import hounsfield.calibrate.PixelPadding;
import hounsfield.calibrate.Rescale;
import hounsfield.derive.PixelType;
import hounsfield.imagej.memory.ImagePadding;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.imagej.pixels.StoredRange;
import hounsfield.planes.Planes;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import hounsfield.write.DecimalString;
import ij.ImagePlus;
import ij.measure.Calibration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * Chooses the form in which the values of an image are stored. 8-bit and 16-bit pixels are stored unchanged, with the linear
 * calibration as the rescale. 32-bit values are stored exactly if 16-bit whole numbers or the rescales of the files reproduce them;
 * otherwise a line maps their range to all 16 bits.
 */
final class StoredForms {
    private static final int LEVELS = 1 << 16;

    private StoredForms() {}

    /** The range of the values of a slice, whether all are whole numbers, and whether some are NaN or infinite. */
    private record Range(float min, float max, boolean whole, boolean gaps, boolean infinite) {
        boolean isEmpty() {
            return min > max;
        }
    }

    /** Returns the form of a color image. */
    static StoredForm color(ImagePlus image) {
        return same(image, PixelType.RGB, new Rescale(1, 0), OptionalInt.empty(), 0);
    }

    /** Returns the form for 32-bit floats. */
    static StoredForm floats(ImagePlus image) {
        return same(image, PixelType.FLOAT, new Rescale(1, 0), OptionalInt.empty(), 0);
    }

    /**
     * Returns the form of a grayscale image as integers.
     *
     * @param own the rescale in the file of each slice, if known
     * @throws IllegalArgumentException if a value is infinite
     */
    static StoredForm integers(ImagePlus image, IntFunction<Optional<Rescale>> own, Progress progress) {
        if (image.getBitDepth() != 32) {
            Optional<Rescale> line = line(image);
            if (line.isPresent()) {
                PixelType type = image.getBitDepth() == 8 ? PixelType.GRAY_8 : PixelType.GRAY_16;
                return same(image, type, line.get(), padding(image, type, line.get()), 0);
            }
        }
        Range[] ranges = ranges(image, progress);
        for (int i = 0; i < ranges.length; i++) {
            if (ranges[i].infinite) {
                throw new IllegalArgumentException("slice " + (i + 1)
                        + " has infinite values, which 16 bits cannot hold;" + " save it with values=float");
            }
        }
        Range all = union(ranges);
        Optional<StoredForm> whole = whole(image, all);
        if (whole.isPresent()) return whole.get();
        Optional<StoredForm> exact = byOwnLines(image, own, all.gaps, progress);
        return exact.isPresent() ? exact.get() : best(image, all, progress);
    }

    private static StoredForm same(ImagePlus image, PixelType type, Rescale line, OptionalInt padding, double error) {
        return new StoredForm(type, Collections.nCopies(image.getStackSize(), line), padding, error);
    }

    /** Returns the calibration of 8-bit or 16-bit numbers; empty if it is not a line that Decimal Strings represent exactly. */
    private static Optional<Rescale> line(ImagePlus image) {
        Calibration calibration = image.getCalibration();
        if (!calibration.calibrated()) return Optional.of(new Rescale(1, 0));
        double[] numbers = calibration.getCoefficients();
        if (calibration.getFunction() != Calibration.STRAIGHT_LINE || numbers == null) return Optional.empty();
        Rescale line = new Rescale(DecimalString.rounded(numbers[1]), DecimalString.rounded(numbers[0]));
        boolean exact = line.slope() == numbers[1] && line.intercept() == numbers[0];
        return exact || (float) line.apply(LEVELS) == (float) (numbers[1] * LEVELS + numbers[0])
                ? Optional.of(line)
                : Optional.empty();
    }

    /** Returns the padding that all slices share, as a stored value. */
    private static OptionalInt padding(ImagePlus image, PixelType type, Rescale line) {
        List<Optional<PixelPadding>> paddings =
                ImagePadding.of(image).stream().distinct().toList();
        if (paddings.size() != 1 || paddings.get(0).isEmpty() || type == PixelType.GRAY_8 && !line.isIdentity())
            return OptionalInt.empty();
        PixelPadding padding = paddings.get(0).get();
        double stored = Math.rint((padding.low() - line.intercept()) / line.slope());
        int least = type.isSigned() ? Short.MIN_VALUE : 0;
        int count = type == PixelType.GRAY_8 ? 1 << Byte.SIZE : LEVELS;
        boolean single = padding.low() == padding.high() && (float) line.apply((int) stored) == padding.low();
        return single && stored >= least && stored < least + count ? OptionalInt.of((int) stored) : OptionalInt.empty();
    }

    private static Range[] ranges(ImagePlus image, Progress progress) {
        Range[] ranges = new Range[image.getStackSize()];
        Workers.forEach(ranges.length, progress, index -> ranges[index] = range(values(image, index, progress)));
        return ranges;
    }

    /** Returns the values of a slice, counted from 0. The array may be that of the image, so it must not be changed. */
    static float[] values(ImagePlus image, int index, Progress progress) {
        Object pixels = ImageValues.pixels(image.getStack(), index + 1, progress);
        Planes plane = ImageValues.planes(List.of(pixels), ImageValues.table(image));
        return plane.values(0);
    }

    private static Range range(float[] values) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        boolean whole = true;
        boolean gaps = false;
        boolean infinite = false;
        for (float value : values) {
            if (value != value) {
                gaps = true;
                continue;
            }
            if (value < min) min = value;
            if (value > max) max = value;
            if (value != Math.rint(value)) whole = false;
            if (Float.isInfinite(value)) infinite = true;
        }
        return new Range(min, max, whole, gaps, infinite);
    }

    private static Range union(Range[] ranges) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        boolean whole = true;
        boolean gaps = false;
        for (Range range : ranges) {
            if (range.min < min) min = range.min;
            if (range.max > max) max = range.max;
            whole &= range.whole;
            gaps |= range.gaps;
        }
        return min > max ? new Range(0, 0, true, gaps, false) : new Range(min, max, whole, gaps, false);
    }

    /** Returns the form of whole numbers: signed with a slope of 1 and no intercept if possible. */
    private static Optional<StoredForm> whole(ImagePlus image, Range all) {
        int spare = all.gaps ? 1 : 0;
        if (!all.whole || !((double) all.max - all.min + spare < LEVELS)) return Optional.empty();
        boolean signed = all.min - spare >= Short.MIN_VALUE && all.max <= Short.MAX_VALUE;
        if (signed) {
            // The usual padding value of scanners, if no pixel has it.
            int gap = all.min > -2000 ? -2000 : (int) all.min - 1;
            OptionalInt padding =
                    spare == 0 ? padding(image, PixelType.SIGNED_16, new Rescale(1, 0)) : OptionalInt.of(gap);
            return Optional.of(same(image, PixelType.SIGNED_16, new Rescale(1, 0), padding, 0));
        }
        Rescale line = new Rescale(1, (double) all.min - spare);
        if (DecimalString.rounded(line.intercept()) != line.intercept()) return Optional.empty();
        return Optional.of(
                same(image, PixelType.GRAY_16, line, spare == 0 ? OptionalInt.empty() : OptionalInt.of(0), 0));
    }

    /** Returns the form with the rescale in the file of each slice, if these rescales reproduce all values exactly. */
    private static Optional<StoredForm> byOwnLines(
            ImagePlus image, IntFunction<Optional<Rescale>> own, boolean gaps, Progress progress) {
        int count = image.getStackSize();
        List<Rescale> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Optional<Rescale> line = own.apply(i);
            boolean usable = line.isPresent()
                    && line.get().slope() != 0
                    && DecimalString.rounded(line.get().slope()) == line.get().slope()
                    && DecimalString.rounded(line.get().intercept())
                            == line.get().intercept();
            if (!usable) return Optional.empty();
            lines.add(line.get());
        }
        StoredRange[] stored = new StoredRange[count];
        Workers.forEach(
                count,
                progress,
                index -> stored[index] = StoredRange.of(values(image, index, progress), lines.get(index)));
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (StoredRange range : stored) {
            if (!range.exact()) return Optional.empty();
            min = Math.min(min, range.min());
            max = Math.max(max, range.max());
        }
        if (min > max) return Optional.empty();
        PixelType type = min - (gaps ? 1 : 0) >= 0 ? PixelType.GRAY_16 : PixelType.SIGNED_16;
        int least = type.isSigned() ? Short.MIN_VALUE : 0;
        int most = least + LEVELS - 1;
        if (min < least || max > most || gaps && min == least && max == most) return Optional.empty();
        OptionalInt padding = gaps ? OptionalInt.of(min > least ? least : most) : OptionalInt.empty();
        return Optional.of(new StoredForm(type, lines, padding, 0));
    }

    /** Returns the form with one line over the range of all values. The last of 65536 levels is the padding. */
    private static StoredForm best(ImagePlus image, Range all, Progress progress) {
        double min = all.min;
        double slope = DecimalString.rounded(Math.max((all.max - min) / (LEVELS - 2), Float.MIN_NORMAL));
        double intercept = DecimalString.rounded(min);
        // With a rounded slope, the line may end just below the greatest value.
        if (intercept + slope * (LEVELS - 2) < all.max) slope = DecimalString.rounded(slope * (1 + 1e-9));
        Rescale line = new Rescale(slope, intercept);
        double[] errors = new double[image.getStackSize()];
        Workers.forEach(
                errors.length,
                progress,
                index -> errors[index] = StoredRange.error(values(image, index, progress), line));
        double error = 0;
        for (double each : errors) error = Math.max(error, each);
        OptionalInt padding = all.gaps ? OptionalInt.of(LEVELS - 1) : OptionalInt.empty();
        return same(image, PixelType.GRAY_16, line, padding, error);
    }
}
