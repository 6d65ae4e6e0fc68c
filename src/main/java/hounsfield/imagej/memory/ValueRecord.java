package hounsfield.imagej.memory;

import hounsfield.calibrate.PixelPadding;
import hounsfield.calibrate.ValueSource;
import java.util.List;
import java.util.Optional;

/**
 * The meaning of an image's pixel values. It belongs to the pixels: when they are replaced, it is replaced too, and Edit
 * &gt; Undo restores both.
 *
 * @param origin where the values come from
 * @param bits bits per pixel for which padding and zero hold; a conversion to fewer bits changes values
 * @param stored whether the values are stored values whose file has a rescale, so that the file's windows do not apply
 * @param source the transform by which values of a file were made
 * @param unit the unit of the values when they were read; empty if there is none
 * @param zero the 16-bit number that represents the stored value 0
 * @param paddings the padding of each slice of the {@link SliceTable}, in calibrated values; one entry if all slices agree;
 *     none if there is no padding
 * @param damaged indexes of damaged slices in the {@link SliceTable}, from 0, ascending
 */
public record ValueRecord(
        Origin origin,
        int bits,
        boolean stored,
        ValueSource source,
        String unit,
        int zero,
        List<Optional<PixelPadding>> paddings,
        List<Integer> damaged) {
    /** Where the values of an image come from. */
    public enum Origin {
        /** ImageJ or another program. */
        UNKNOWN,
        /** A DICOM file that this plugin read. */
        FILE,
        /** A DICOM file; some values differ from the file's, in the same unit. */
        CHANGED,
        /** A DICOM file; the values are in another unit than the file's, such as SUV, so that its windows do not apply. */
        CONVERTED,
        /** A computation. The values have no unit: gray levels, fractions, masks. */
        COMPUTED,
        /** An image with a record, from which ImageJ made this image by Reslice or Z Project. */
        DERIVED
    }

    /** The values of an image of another program. */
    public static final ValueRecord UNKNOWN =
            new ValueRecord(Origin.UNKNOWN, 0, false, ValueSource.RESCALE, "", 0, List.of(), List.of());

    /**
     * Copies the lists.
     *
     * @param origin where the values come from
     * @param bits bits per pixel
     * @param stored whether a rescale of the file was not applied
     * @param source the transform
     * @param unit the unit
     * @param zero the number for the stored value 0
     * @param paddings no, one or all slices' padding
     * @param damaged indexes of damaged slices
     */
    public ValueRecord {
        paddings = merged(paddings);
        damaged = damaged.stream().distinct().sorted().toList();
    }

    private static List<Optional<PixelPadding>> merged(List<Optional<PixelPadding>> paddings) {
        if (paddings.stream().allMatch(Optional::isEmpty)) return List.of();
        return paddings.stream().distinct().count() == 1 ? List.of(paddings.get(0)) : List.copyOf(paddings);
    }

    /**
     * Returns whether the values differ from those of the files.
     *
     * @return whether they were changed, converted or computed
     */
    public boolean isNotOfFile() {
        return origin == Origin.CHANGED || isConverted() || isComputed();
    }

    /**
     * Returns whether the values are in another unit than those of the files, so that file windows do not apply.
     *
     * @return whether they were converted
     */
    public boolean isConverted() {
        return origin == Origin.CONVERTED;
    }

    /**
     * Returns whether the values are computed and have no unit, so that neither file windows nor presets apply.
     *
     * @return whether they are computed
     */
    public boolean isComputed() {
        return origin == Origin.COMPUTED;
    }

    /**
     * Replaces the origin.
     *
     * @param other the new origin
     * @return new values
     */
    public ValueRecord with(Origin other) {
        return new ValueRecord(other, bits, stored, source, unit, zero, paddings, damaged);
    }

    /**
     * Marks the values as changed within their unit. Computed and converted values keep their origin.
     *
     * @return new values
     */
    public ValueRecord changed() {
        return isComputed() || isConverted() ? this : with(Origin.CHANGED);
    }

    /**
     * Marks the values as converted to another unit.
     *
     * @param other the unit
     * @return new values
     */
    public ValueRecord convertedTo(String other) {
        return new ValueRecord(Origin.CONVERTED, bits, stored, source, other, zero, paddings, damaged);
    }

    /**
     * Replaces the padding.
     *
     * @param other the padding of each slice of the table; one entry for all slices; none for no padding
     * @param depth bits per pixel of the image
     * @return new values
     */
    public ValueRecord withPaddings(List<Optional<PixelPadding>> other, int depth) {
        return new ValueRecord(origin, depth, stored, source, unit, zero, other, damaged);
    }

    /**
     * Replaces the number for the stored value 0.
     *
     * @param other the 16-bit number
     * @return new values
     */
    public ValueRecord withZero(int other) {
        return new ValueRecord(origin, bits, stored, source, unit, other, paddings, damaged);
    }

    /**
     * Replaces the damaged slices.
     *
     * @param other indexes in the table, from 0
     * @return new values
     */
    public ValueRecord withDamaged(List<Integer> other) {
        return new ValueRecord(origin, bits, stored, source, unit, zero, paddings, other);
    }
}
