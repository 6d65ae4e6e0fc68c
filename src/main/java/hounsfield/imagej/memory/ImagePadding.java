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
 * The padding of an image. It is an image property in text form, so that it lasts through Duplicate and a TIFF file:
 * {@code low high} where all slices agree, one such pair for each slice separated by semicolons otherwise, {@code none} for
 * a slice without.
 *
 * <p>ImageJ's Reslice and Z Project copy an image's calibration and not its properties, so the calibration's info has it as
 * well. An image that ImageJ's own DICOM reader opened has it in its header text, see {@link InfoValues}.
 */
public final class ImagePadding {
    /** The property's name; users see it in Show Info. */
    public static final String KEY = "Pixel padding";

    private static final String NONE = "none";
    private static final String DIFFERS = "differs from slice to slice";

    /** What the calibration's info says, and the bits of the image: a conversion to fewer gives other values. */
    private static final Pattern INFO = Pattern.compile(KEY + " (.+), (\\d+)-bit");

    private ImagePadding() {}

    /** Keeps each slice's padding with the image; forgets what it knew if there is none. */
    public static void keep(ImagePlus image, List<Optional<PixelPadding>> slices) {
        forget(image);
        if (slices.stream().allMatch(Optional::isEmpty)) return;
        List<String> texts = slices.stream()
                .map(padding -> padding.map(p -> p.low() + " " + p.high()).orElse(NONE))
                .toList();
        boolean same = texts.stream().distinct().count() == 1;
        image.setProp(KEY, same ? texts.get(0) : String.join(";", texts));
        Calibration calibration = image.getCalibration();
        // The field is anybody's.
        if (calibration.info == null) {
            calibration.info = KEY + " " + (same ? texts.get(0) : DIFFERS) + ", " + image.getBitDepth() + "-bit";
        }
    }

    /** Removes what an image knows of padding. */
    public static void forget(ImagePlus image) {
        image.setProp(KEY, null);
        Calibration calibration = image.getCalibration();
        if (calibration.info != null && INFO.matcher(calibration.info).matches()) calibration.info = null;
    }

    /** Each slice's padding; none where the image does not know it or has lost slices since. */
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
     * What the user should know of padding that came through a calibration.
     *
     * @return a sentence; empty for an image that knows its padding or has none
     */
    public static Optional<String> finding(ImagePlus image) {
        String text = ValueProperties.get(image, KEY) == null ? ofCalibration(image) : null;
        if (text == null) return Optional.empty();
        String name = "\"" + image.getTitle() + "\"";
        if (text.equals(DIFFERS)) {
            return Optional.of("the padding of " + name + " is lost, since it differed from slice to slice; it counts");
        }
        return Optional.of("padding is known of the image that " + name
                + " was made of; where it was averaged or interpolated with other values, these count");
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
