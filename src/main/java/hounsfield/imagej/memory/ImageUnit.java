package hounsfield.imagej.memory;

import hounsfield.calibrate.ModalityTransform;
import ij.IJ;
import ij.ImagePlus;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The unit of an image's values. Window presets and tissue bands are in HU, so they require an image in HU. Numbers that a
 * user enters are in the image's own unit.
 */
public final class ImageUnit {
    /** Hounsfield units. */
    public static final String HU = ModalityTransform.HU;

    private ImageUnit() {}

    /**
     * Returns the unit that ImageJ shows. ImageJ's own DICOM reader sets no unit; for its images the unit comes from the
     * header text.
     *
     * @param image any image
     * @return the unit; empty for values without a unit: computed values, stored values, and values that a conversion to
     *     fewer bits scaled; also if the units of slices differ, see {@link #ofSlices}
     */
    public static String of(ImagePlus image) {
        return of(image, ImageRecord.read(image));
    }

    private static String of(ImagePlus image, ImageRecord record) {
        ValueRecord values = record.values();
        if (values.isComputed()) return "";
        String unit = image.getCalibration().getValueUnit();
        if (unit != null && !unit.isBlank() && !unit.equals("Gray Value")) return unit;
        // ImageJ removes the unit of signed 16-bit values whenever a calibration is set, as Duplicate does.
        boolean removed = image.getCalibration().isSigned16Bit() && values.bits() == 16;
        if (removed && !values.unit().isEmpty()) return values.unit();
        if (record.slices().hasUnits()) return common(ownUnits(image, record.slices()));
        return InfoValues.of(image).map(InfoValues::unit).orElse("");
    }

    /**
     * Returns the unit of each slice, such as those of channels that show magnitude and phase.
     *
     * @param image any image
     * @return one unit per slice, which is that of the image if it has one; empty for slices without a unit
     */
    public static List<String> ofSlices(ImagePlus image) {
        ImageRecord record = ImageRecord.read(image);
        String unit = of(image, record);
        boolean own =
                unit.isEmpty() && record.slices().hasUnits() && !record.values().isComputed();
        return own ? ownUnits(image, record.slices()) : Collections.nCopies(image.getStackSize(), unit);
    }

    /**
     * Returns the unit of a slice.
     *
     * @param image any image
     * @param n the slice, counted from 1
     * @return as {@link #ofSlices} gives it
     */
    public static String ofSlice(ImagePlus image, int n) {
        ImageRecord record = ImageRecord.read(image);
        String unit = of(image, record);
        if (!unit.isEmpty() || record.values().isComputed()) return unit;
        return record.slices().find(image, n).map(SliceTable.Slice::unit).orElse("");
    }

    /**
     * Returns the value of a pixel of the current slice as ImageJ's status bar shows it, with its unit.
     *
     * @param image any image
     * @param x column from 0
     * @param y row from 0
     * @return such as {@code , value=40 HU}, for integers that a calibration maps {@code , value=40 HU (1064)}; empty for color
     *     and for values without a unit, which ImageJ shows itself
     */
    public static Optional<String> textOf(ImagePlus image, int x, int y) {
        int type = image.getType();
        boolean gray = type == ImagePlus.GRAY8 || type == ImagePlus.GRAY16 || type == ImagePlus.GRAY32;
        String unit = gray ? ofSlice(image, image.getCurrentSlice()) : "";
        if (unit.isEmpty()) return Optional.empty();
        int raw = image.getPixel(x, y)[0];
        boolean floats = type == ImagePlus.GRAY32;
        double value =
                floats ? Float.intBitsToFloat(raw) : image.getCalibration().getCValue(raw);
        String number = value == Math.rint(value) ? IJ.d2s(value, 0) : IJ.d2s(value, 4, 7);
        return Optional.of(", value=" + number + " " + unit + (floats || value == raw ? "" : " (" + raw + ")"));
    }

    /**
     * Returns the unit that values share.
     *
     * @param units the unit of each slice
     * @return the unit; empty if they differ
     */
    public static String common(List<String> units) {
        return units.stream().distinct().count() == 1 ? units.get(0) : "";
    }

    private static List<String> ownUnits(ImagePlus image, SliceTable table) {
        List<SliceTable.Slice> slices = table.slices();
        return table.map(image, slices.size(), index -> slices.get(index).unit(), "");
    }

    /**
     * Copies the unit to an image with the same values, possibly at other positions.
     *
     * @param image the source
     * @param result receives the unit
     */
    public static void copyTo(ImagePlus image, ImagePlus result) {
        String unit = of(image);
        if (!unit.isEmpty()) result.getCalibration().setValueUnit(unit);
    }

    /**
     * Returns whether an image's values are HU.
     *
     * @param image any image
     * @return whether the unit is {@value #HU}
     */
    public static boolean isHounsfield(ImagePlus image) {
        return of(image).equals(HU);
    }

    /**
     * Checks that an image is in HU before something in HU is applied to it.
     *
     * @param image any image
     * @param what the thing in HU, for the message: {@code the preset "lungs"}
     * @param instead what the user can do, as the end of the message
     * @throws IllegalArgumentException if the values are not HU; the message names their unit
     */
    public static void checkHounsfield(ImagePlus image, String what, String instead) {
        if (isHounsfield(image)) return;
        throw new IllegalArgumentException(
                what + " is in HU, and \"" + image.getTitle() + "\" has " + describe(image) + "; " + instead);
    }

    /**
     * Checks that a range of values can be measured. If the file is in HU and the image's values are not, a range in HU
     * would give a wrong result. An image without such a header accepts numbers in its own unit.
     *
     * @param image any image
     * @throws IllegalArgumentException if the file is in HU and the values are stored values, or a conversion to fewer bits
     *     has scaled them
     */
    public static void checkRange(ImagePlus image) {
        if (ImageRecord.read(image).values().isComputed() || !of(image).isEmpty()) return;
        boolean lost = Header.infoOf(image).flatMap(InfoValues::parse).stream()
                .anyMatch(header -> header.unit().equals(HU));
        if (!lost) return;
        throw new IllegalArgumentException("the file of \"" + image.getTitle() + "\" is in HU, and the image has "
                + describe(image) + "; a range is measured in HU: open the file as 32-bit or 16-bit");
    }

    /**
     * Describes an image's values for messages.
     *
     * @param image any image
     * @return such as {@code values in BQML}
     */
    public static String describe(ImagePlus image) {
        if (ImageRecord.read(image).values().isComputed()) return "computed values";
        if (ImageRecord.read(image).values().stored()) return "stored values";
        String unit = of(image);
        return unit.isEmpty() ? "values without a unit" : "values in " + unit;
    }

    /**
     * Returns the reason why built-in presets are not offered.
     *
     * @param image any image
     * @return a sentence for dialogs and messages; empty for an image in HU
     */
    public static String presetNote(ImagePlus image) {
        return isHounsfield(image)
                ? ""
                : "The built-in presets are in HU, and \"" + image.getTitle() + "\" has " + describe(image) + ".";
    }
}
