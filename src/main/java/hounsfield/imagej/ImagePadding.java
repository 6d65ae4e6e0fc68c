package hounsfield.imagej;

import hounsfield.calibrate.PixelPadding;
import ij.ImagePlus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What an image knows of its padding: an image property in text form, so that it lasts through Duplicate and a TIFF file.
 * The text is {@code low high} where all slices agree, one such pair a slice parted by semicolons otherwise, {@code none}
 * for a slice without.
 */
final class ImagePadding {
    /** The property's name; users see it in Show Info. */
    static final String KEY = "Pixel padding";

    private static final String NONE = "none";

    private ImagePadding() {}

    /** Keeps each slice's padding with the image. */
    static void keep(ImagePlus image, List<Optional<PixelPadding>> slices) {
        if (slices.stream().allMatch(Optional::isEmpty)) return;
        List<String> texts = slices.stream()
                .map(padding -> padding.map(p -> p.low() + " " + p.high()).orElse(NONE))
                .toList();
        boolean same = texts.stream().distinct().count() == 1;
        image.setProp(KEY, same ? texts.get(0) : String.join(";", texts));
    }

    /** Each slice's padding; none where the image knows of none or has lost slices since. */
    static List<Optional<PixelPadding>> of(ImagePlus image) {
        int slices = image.getStackSize();
        String text = ValueProperties.get(image, KEY);
        List<Optional<PixelPadding>> paddings = new ArrayList<>();
        if (text != null) {
            for (String each : text.split(";")) paddings.add(parse(each));
        }
        if (paddings.size() == slices) return paddings;
        return Collections.nCopies(slices, paddings.size() == 1 ? paddings.get(0) : Optional.empty());
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
