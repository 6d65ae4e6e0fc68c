package hounsfield.imagej.memory;

import ij.ImagePlus;

/**
 * The unit of an image's values, and one rule for what is in HU: window presets and the bands of tissues have names and no
 * unit of their own, so they need an image in HU. Numbers that a user gives are in the image's own unit.
 */
public final class ImageUnit {
    /** Hounsfield units. */
    public static final String HU = "HU";

    private ImageUnit() {}

    /**
     * The unit that ImageJ shows; for an image that ImageJ's own DICOM reader opened, which leaves the unit out, the one
     * that the header names.
     *
     * @return empty if values have no unit: computed and stored values, and those that a conversion to fewer bits scaled
     */
    public static String of(ImagePlus image) {
        if (ValueProperties.areComputed(image)) return "";
        String unit = image.getCalibration().getValueUnit();
        if (unit != null && !unit.isBlank() && !unit.equals("Gray Value")) return unit;
        return InfoValues.of(image).map(InfoValues::unit).orElse("");
    }

    /** Gives an image that has values of another, perhaps at other places, its unit. */
    public static void keep(ImagePlus image, ImagePlus result) {
        String unit = of(image);
        if (!unit.isEmpty()) result.getCalibration().setValueUnit(unit);
    }

    /** Whether the values are HU. */
    public static boolean isHounsfield(ImagePlus image) {
        return of(image).equals(HU);
    }

    /**
     * Refuses what is in HU for an image that is not.
     *
     * @param what is in HU, as the message names it: {@code the preset "lungs"}
     * @param instead what the user can do, as the end of the sentence
     * @throws IllegalArgumentException if the values are not HU; the message names their unit
     */
    public static void checkHounsfield(ImagePlus image, String what, String instead) {
        if (isHounsfield(image)) return;
        throw new IllegalArgumentException(
                what + " is in HU, and \"" + image.getTitle() + "\" has " + describe(image) + "; " + instead);
    }

    /**
     * Refuses to measure a range of values in an image whose file is in HU and whose numbers are not, so that a range in HU
     * would give a wrong number. An image without such a header takes numbers in its own unit, whatever that is.
     *
     * @throws IllegalArgumentException if the values are stored ones, or a conversion to fewer bits has scaled them
     */
    public static void checkRange(ImagePlus image) {
        if (ValueProperties.areComputed(image) || !of(image).isEmpty()) return;
        boolean lost = Header.infoOf(image).flatMap(InfoValues::parse).stream()
                .anyMatch(header -> header.unit().equals(HU));
        if (!lost) return;
        throw new IllegalArgumentException("the file of \"" + image.getTitle() + "\" is in HU, and the image has "
                + describe(image) + "; a range is measured in HU: open the file as 32-bit or 16-bit");
    }

    /** What an image's values are, for messages: {@code values in BQML}. */
    static String describe(ImagePlus image) {
        if (ValueProperties.areComputed(image)) return "computed values";
        if (ValueProperties.areStored(image)) return "stored values";
        String unit = of(image);
        return unit.isEmpty() ? "values without a unit" : "values in " + unit;
    }

    /** Why a list of presets is short: a sentence for dialogs and messages; empty for an image in HU. */
    public static String presetNote(ImagePlus image) {
        return isHounsfield(image)
                ? ""
                : "The built-in presets are in HU, and \"" + image.getTitle() + "\" has " + describe(image) + ".";
    }
}
