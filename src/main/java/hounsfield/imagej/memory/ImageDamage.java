package hounsfield.imagej.memory;

import hounsfield.calibrate.Damage;
import ij.ImagePlus;
import ij.ImageStack;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The damaged slices of an image: those that could not be decoded fully. The label of a damaged slice, or the Info of a
 * single image, has a mark and a line with the reason. An image property lists the slices for images that have lost their
 * labels.
 */
public final class ImageDamage {
    /** The property's name, visible in Show Info. Its value is {@code 2, 5 of 9}: slices counted from 1, and their total. */
    static final String KEY = "Damaged slices";

    /** Suffix of the slice's name in the label's first line, which ImageJ shows above the image. */
    private static final String MARK = " (damaged)";

    /** Prefix of the label's second line, or of the first line of a single image's Info. */
    private static final String REASON = "Damaged: ";

    private ImageDamage() {}

    /**
     * Returns a slice's label with a mark and the reason for the damage.
     *
     * @param label the slice's name, possibly followed by other lines
     * @param damage the slice's damage; empty leaves the label unchanged
     * @param height rows of the slice
     * @return the label
     */
    public static String label(String label, Optional<Damage> damage, int height) {
        if (damage.isEmpty() || isTold(label)) return label;
        int end = label.indexOf('\n');
        String name = end < 0 ? label : label.substring(0, end);
        return name + MARK + "\n" + reason(damage.get(), height) + (end < 0 ? "" : label.substring(end));
    }

    /**
     * Returns the Info of a single image, preceded by the reason for the damage.
     *
     * @param header the header text
     * @param damage the image's damage; empty leaves the text unchanged
     * @param height rows of the image
     * @return the Info text
     */
    public static String info(String header, Optional<Damage> damage, int height) {
        return damage.map(each -> reason(each, height) + "\n" + header).orElse(header);
    }

    /** Returns the slice's name: the first line of a label or an Info without the mark; empty if it is the reason line. */
    static String name(String text) {
        String line = text.lines().findFirst().orElse("");
        if (line.startsWith(REASON)) return "";
        return isTold(text) ? line.replace(MARK, "") : line;
    }

    /**
     * Stores the list of damaged slices in an image property.
     *
     * @param image any image
     * @param isDamaged whether a slice, counted from 1, is damaged
     */
    public static void keep(ImagePlus image, IntPredicate isDamaged) {
        String list = IntStream.rangeClosed(1, image.getStackSize())
                .filter(isDamaged)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        image.setProp(KEY, list.isEmpty() ? null : list + " of " + image.getStackSize());
    }

    /**
     * Returns the damaged slices, from the slice labels or, if all labels are empty, from the property.
     *
     * @param image any image
     * @return slice numbers counted from 1, ascending
     */
    public static int[] of(ImagePlus image) {
        ImageStack stack = image.getStack();
        List<String> labels = IntStream.rangeClosed(1, stack.size())
                .mapToObj(n -> text(image, n))
                .toList();
        if (labels.stream().allMatch(String::isEmpty)) return listed(image);
        return IntStream.rangeClosed(1, stack.size())
                .filter(n -> isTold(labels.get(n - 1)))
                .toArray();
    }

    private static String text(ImagePlus image, int slice) {
        String label = image.getStack().getSliceLabel(slice);
        if (label != null && !label.isEmpty()) return label;
        boolean single = image.getStackSize() == 1;
        return single && image.getProperty("Info") instanceof String info ? info : "";
    }

    /** Returns the slices in the property; none if slices were added or removed since it was set. */
    private static int[] listed(ImagePlus image) {
        String text = ValueProperties.get(image, KEY);
        String count = " of " + image.getStackSize();
        if (text == null || !text.endsWith(count)) return new int[0];
        String list = text.substring(0, text.length() - count.length());
        if (!list.matches("\\d{1,9}(, \\d{1,9})*")) return new int[0];
        return List.of(list.split(", ")).stream().mapToInt(Integer::parseInt).toArray();
    }

    /** Returns whether a reason line precedes the header in a label or an Info. ImageJ may insert lines before it. */
    private static boolean isTold(String text) {
        return text.lines().takeWhile(line -> !Header.isLine(line)).anyMatch(line -> line.startsWith(REASON));
    }

    private static String reason(Damage damage, int height) {
        return REASON + damage.sentence(height).replaceAll("\\R", " ");
    }
}
