package hounsfield.imagej.memory;

import ij.ImagePlus;

/**
 * The unit of an image's values. Window presets and tissue bands are in HU, so they require an image in HU. Numbers that a
 * user enters are in the image's own unit.
 */
public final class ImageUnit {
    /** Hounsfield units. */
    public static final String HU = "HU";

    private ImageUnit() {}

    /**
     * Returns the unit that ImageJ shows. ImageJ's own DICOM reader sets no unit; for its images the unit comes from the
     * header text.
     *
     * @param image any image
     * @return the unit; empty for values without a unit: computed values, stored values, and values that a conversion to
     *     fewer bits scaled
     */
    public static String of(ImagePlus image) {
        ValueRecord values = ImageRecord.read(image).values();
        if (values.isComputed()) return "";
        String unit = image.getCalibration().getValueUnit();
        if (unit != null && !unit.isBlank() && !unit.equals("Gray Value")) return unit;
        // ImageJ removes the unit of signed 16-bit values whenever a calibration is set, as Duplicate does.
        boolean removed = image.getCalibration().isSigned16Bit() && values.bits() == 16;
        if (removed && !values.unit().isEmpty()) return values.unit();
        return InfoValues.of(image).map(InfoValues::unit).orElse("");
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
