package hounsfield.imagej.process;

import hounsfield.calibrate.Rescale;
import hounsfield.imagej.display.DisplayWindow;
import hounsfield.imagej.memory.Header;
import hounsfield.imagej.memory.ImagePadding;
import hounsfield.imagej.memory.ImageRecord;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.imagej.pixels.StoredRange;
import hounsfield.planes.Planes;
import hounsfield.standard.Tag;
import hounsfield.window.voi.VoiLut8;
import hounsfield.window.voi.VoiWindow;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.measure.Calibration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Copies of images for plugins that read another form of pixels. Values, place, labels, padding and display are those of the
 * original; only those of 8-bit copies are gray levels.
 */
public final class HandedOver {
    private static final int LEVELS = 1 << 16;

    private HandedOver() {}

    /** The least and greatest value of a slice. */
    private record Ends(float min, float max) {}

    /**
     * Copies an image to 32 bits.
     *
     * @param image grayscale
     * @param progress reports and cancels
     * @return a new image in memory, whose pixels are the values
     * @throws IllegalArgumentException for a color image
     */
    public static ImagePlus to32Bit(ImagePlus image, Progress progress) {
        ImagePlus result =
                DerivedImage.of(image, title(image, 32), (slice, index) -> copy(slice.values(0), slice), progress);
        return withValues(image, result, 0);
    }

    /** Returns values that do not belong to the original. */
    private static float[] copy(float[] values, Planes slice) {
        return values == ImageCrops.array(slice) ? values.clone() : values;
    }

    /**
     * Copies an image to 16 bits with a linear calibration that reproduces each value exactly: the rescale of the file if possible,
     * otherwise whole numbers.
     *
     * @param image grayscale
     * @param progress reports and cancels
     * @return a new image in memory
     * @throws IllegalArgumentException for a color image, and if no such line has all values
     */
    public static ImagePlus to16Bit(ImagePlus image, Progress progress) {
        ImageValues.checkGray(image);
        if (image.getBitDepth() == 16) {
            ImagePlus result = DerivedImage.of(
                    image, title(image, 16), (slice, index) -> ((short[]) ImageCrops.array(slice)).clone(), progress);
            result.setCalibration(image.getCalibration().copy());
            return withValues(image, result, ImageRecord.read(image).values().zero());
        }
        Ends ends = ends(image, progress);
        int bad = 0;
        for (Rescale line : lines(image)) {
            Optional<Integer> zero = zero(line, ends);
            if (zero.isEmpty()) continue;
            Rescale calibration = new Rescale(line.slope(), line.intercept() - zero.get() * line.slope());
            bad = firstInexact(image, calibration, progress);
            if (bad > 0) continue;
            ImagePlus result = DerivedImage.of(
                    image, title(image, 16), (slice, index) -> numbers(slice.values(0), calibration), progress);
            calibrate(result, calibration, ImageUnit.of(image));
            return withValues(image, result, zero.get());
        }
        throw refusal(
                image,
                bad > 0 ? "slice " + bad + " has values between the steps of one line" : "the range is too large");
    }

    private static IllegalArgumentException refusal(ImagePlus image, String why) {
        return new IllegalArgumentException("16 bits cannot hold the values of \"" + image.getTitle() + "\" exactly: "
                + why + "; hand it over with 32 bits");
    }

    /**
     * Copies an image to 8 bits as it is displayed: 0 for the lower end of the display range to 255 for the upper end, of each
     * channel, with the same lookup table.
     *
     * @param image grayscale
     * @param progress reports and cancels
     * @return a new image in memory
     * @throws IllegalArgumentException for a color image
     */
    public static ImagePlus to8Bit(ImagePlus image, Progress progress) {
        ImageValues.checkGray(image);
        DisplayWindow display = DisplayWindow.of(image);
        List<VoiLut8> channels = IntStream.rangeClosed(1, image.getNChannels())
                .mapToObj(channel -> new VoiLut8(VoiWindow.exact(display.ofChannel(channel))))
                .toList();
        ImagePlus result = DerivedImage.of(
                image,
                title(image, 8),
                (slice, index) -> channels.get(index % channels.size()).of(slice, 0),
                progress);
        return ImageCrops.shownLike(image, result, lut -> {
            lut.min = 0;
            lut.max = 255;
        });
    }

    private static String title(ImagePlus image, int bits) {
        return image.getTitle() + " " + bits + "-bit";
    }

    /** Returns a copy with all metadata on the values of the original, and its display. */
    private static ImagePlus withValues(ImagePlus image, ImagePlus result, int zero) {
        String[] properties = image.getPropertiesAsArray();
        if (properties != null) result.setProperties(properties);
        ImageUnit.copyTo(image, result);
        ImageRecord record = ImageRecord.read(image);
        record.with(record.values().withZero(zero)).writeTo(result);
        ImagePadding.copyTo(result, ImagePadding.of(image));
        return ImageCrops.shownLike(image, result);
    }

    private static void calibrate(ImagePlus result, Rescale line, String unit) {
        if (line.isIdentity()) return;
        double[] coefficients = {line.intercept(), line.slope()};
        String name = unit.isEmpty() ? "Gray Value" : unit;
        result.getCalibration().setFunction(Calibration.STRAIGHT_LINE, coefficients, name);
    }

    /** Returns the lines to try, from numbers to values: the rescale of the file, and whole numbers. */
    private static List<Rescale> lines(ImagePlus image) {
        List<Rescale> lines = new ArrayList<>();
        if (image.getBitDepth() == 8) {
            Calibration calibration = image.getCalibration();
            boolean line = calibration.calibrated() && calibration.getFunction() == Calibration.STRAIGHT_LINE;
            double[] coefficients = line ? calibration.getCoefficients() : new double[] {0, 1};
            lines.add(new Rescale(coefficients[1], coefficients[0]));
        }
        Header.infoOf(image, 1).flatMap(HandedOver::rescale).ifPresent(lines::add);
        lines.add(new Rescale(1, 0));
        return lines;
    }

    private static Optional<Rescale> rescale(String header) {
        try {
            double slope = Double.parseDouble(Header.value(header, Tag.RESCALE_SLOPE));
            double intercept = Double.parseDouble(Header.value(header, Tag.RESCALE_INTERCEPT));
            boolean usable = slope != 0 && Double.isFinite(slope) && Double.isFinite(intercept);
            return usable ? Optional.of(new Rescale(slope, intercept)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the 16-bit number for 0 on a line; empty if the values take more than 16 bits. It is 32768 only if there is no
     * other, because ImageJ sets the unit of such images to "Gray Value".
     */
    private static Optional<Integer> zero(Rescale line, Ends ends) {
        double one = (ends.min - line.intercept()) / line.slope();
        double other = (ends.max - line.intercept()) / line.slope();
        double low = Math.rint(Math.min(one, other));
        double high = Math.rint(Math.max(one, other));
        if (!(high - low < LEVELS)) return Optional.empty();
        return IntStream.of(0, LEVELS / 2 - 1, LEVELS / 2 + 1, LEVELS / 2)
                .boxed()
                .filter(zero -> low + zero >= 0 && high + zero < LEVELS)
                .findFirst()
                .or(() -> Math.abs(low) < Integer.MAX_VALUE ? Optional.of((int) -low) : Optional.empty());
    }

    private static Ends ends(ImagePlus image, Progress progress) {
        Ends[] slices = new Ends[image.getStackSize()];
        DerivedImage.visit(image, (slice, index) -> slices[index] = ends(slice.values(0)), progress);
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < slices.length; i++) {
            if (slices[i] == null) throw refusal(image, "slice " + (i + 1) + " has pixels that are not a number");
            if (slices[i].min < min) min = slices[i].min;
            if (slices[i].max > max) max = slices[i].max;
        }
        return new Ends(min, max);
    }

    /** Returns the ends of a slice's values; {@code null} if one is not finite. */
    private static Ends ends(float[] values) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            if (!Float.isFinite(value)) return null;
            if (value < min) min = value;
            if (value > max) max = value;
        }
        return new Ends(min, max);
    }

    /** Returns the first slice, from 1, with a value that the line does not reproduce; 0 if it reproduces all. */
    private static int firstInexact(ImagePlus image, Rescale line, Progress progress) {
        boolean[] inexact = new boolean[image.getStackSize()];
        DerivedImage.visit(
                image,
                (slice, index) ->
                        inexact[index] = !StoredRange.of(slice.values(0), line).exact(),
                progress);
        for (int i = 0; i < inexact.length; i++) if (inexact[i]) return i + 1;
        return 0;
    }

    private static short[] numbers(float[] values, Rescale line) {
        double slope = line.slope();
        double intercept = line.intercept();
        short[] numbers = new short[values.length];
        for (int i = 0; i < numbers.length; i++) numbers[i] = (short) (int) Math.rint((values[i] - intercept) / slope);
        return numbers;
    }
}
