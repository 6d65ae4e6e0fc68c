package hounsfield.imagej.memory;

import hounsfield.calibrate.PixelPadding;
import ij.ImagePlus;
import ij.measure.Calibration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The padding of an image, stored as text in an image property, so that Duplicate and TIFF files preserve it: {@code low
 * high} if all slices agree, else one such pair per slice, separated by semicolons, with {@code none} for a slice without
 * padding.
 *
 * <p>ImageJ's Reslice and Z Project copy an image's calibration but not its properties, so the calibration's info holds the
 * padding as well. For an image that ImageJ's own DICOM reader opened, padding comes from its header text, see
 * {@link InfoValues}.
 */
public final class ImagePadding {
    /** The property's name, visible in Show Info. */
    public static final String KEY = "Pixel padding";

    private static final String NONE = "none";
    private static final String DIFFERS = "differs from slice to slice";

    /** The calibration's info: padding and bit depth. A conversion to fewer bits changes values, so padding is then unknown. */
    private static final Pattern INFO = Pattern.compile(KEY + " (.+), (\\d+)-bit");

    private ImagePadding() {}

    /**
     * Stores the padding of each slice in an image and replaces what was stored before.
     *
     * @param image any image
     * @param slices each slice's padding in calibrated values, empty for none
     */
    public static void keep(ImagePlus image, List<Optional<PixelPadding>> slices) {
        forget(image);
        if (slices.stream().allMatch(Optional::isEmpty)) return;
        List<String> texts = slices.stream()
                .map(padding -> padding.map(p -> p.low() + " " + p.high()).orElse(NONE))
                .toList();
        boolean same = texts.stream().distinct().count() == 1;
        image.setProp(KEY, same ? texts.get(0) : String.join(";", texts));
        Calibration calibration = image.getCalibration();
        // Other plugins may use this field; their text stays.
        if (calibration.info == null) {
            calibration.info = KEY + " " + (same ? texts.get(0) : DIFFERS) + ", " + image.getBitDepth() + "-bit";
        }
    }

    /**
     * Removes the stored padding from an image.
     *
     * @param image any image
     */
    public static void forget(ImagePlus image) {
        image.setProp(KEY, null);
        Calibration calibration = image.getCalibration();
        if (calibration.info != null && INFO.matcher(calibration.info).matches()) calibration.info = null;
    }

    /**
     * Returns the padding of each slice.
     *
     * @param image any image
     * @return one entry per slice, in calibrated values; all empty if padding differs per slice and the number of slices has
     *     changed since it was stored
     */
    public static List<Optional<PixelPadding>> of(ImagePlus image) {
        int slices = image.getStackSize();
        String text = ValueProperties.get(image, KEY);
        if (text == null) text = ofCalibration(image);
        if (text == null) return ofHeader(image);
        List<Optional<PixelPadding>> paddings = new ArrayList<>();
        for (String each : text.split(";")) paddings.add(parse(each));
        if (paddings.size() == slices) return paddings;
        return Collections.nCopies(slices, paddings.size() == 1 ? paddings.get(0) : Optional.empty());
    }

    /**
     * Returns a note for the user if the padding comes only from the calibration, as after Reslice or Z Project.
     *
     * @param image any image
     * @return a sentence; empty if the image has its own padding property or no padding
     */
    public static Optional<String> finding(ImagePlus image) {
        String text = ValueProperties.get(image, KEY) == null ? ofCalibration(image) : null;
        if (text == null) return Optional.empty();
        String name = "\"" + image.getTitle() + "\"";
        if (text.equals(DIFFERS)) {
            return Optional.of("the padding of " + name
                    + " is lost because it differed from slice to slice; padding pixels count as values");
        }
        return Optional.of("the padding of " + name
                + " comes from the image it was made from; where padding was averaged or interpolated with other values, the"
                + " results count as values");
    }

    private static String ofCalibration(ImagePlus image) {
        String info = image.getCalibration().info;
        Matcher matcher = INFO.matcher(info == null ? "" : info);
        boolean known = matcher.matches() && image.getBitDepth() >= Integer.parseInt(matcher.group(2));
        return known ? matcher.group(1) : null;
    }

    private static List<Optional<PixelPadding>> ofHeader(ImagePlus image) {
        int slices = image.getStackSize();
        if (InfoValues.of(image).isEmpty()) return Collections.nCopies(slices, Optional.empty());
        List<Optional<PixelPadding>> paddings = new ArrayList<>();
        for (int slice = 1; slice <= slices; slice++) {
            paddings.add(InfoValues.ofSlice(image, slice).flatMap(header -> header.padding(image.getBitDepth())));
        }
        return paddings;
    }

    private static Optional<PixelPadding> parse(String text) {
        String[] ends = text.trim().split(" ");
        if (ends.length != 2) return Optional.empty();
        try {
            return Optional.of(new PixelPadding(Float.parseFloat(ends[0]), Float.parseFloat(ends[1])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
