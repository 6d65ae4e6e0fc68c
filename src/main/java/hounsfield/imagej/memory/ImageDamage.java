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
 * Which slices of an image could not be decoded, wholly or in part. Each slice's label says so, and why; so does the Info of
 * a single image. An image property lists the slices for images whose labels are gone.
 */
public final class ImageDamage {
    /** The property's name; users see it in Show Info. Its text is {@code 2, 5 of 9}, the slices counted from 1. */
    static final String KEY = "Damaged slices";

    /** Follows the name in a label's first line, which ImageJ shows above the image. */
    private static final String MARK = " (damaged)";

    /** Begins the line behind it, or the Info of a single image. */
    private static final String REASON = "Damaged: ";

    private ImageDamage() {}

    /**
     * A slice's label with what is damaged.
     *
     * @param label the slice's name, perhaps with other lines behind it
     * @param height rows of the slice
     */
    public static String label(String label, Optional<Damage> damage, int height) {
        if (damage.isEmpty() || isTold(label)) return label;
        int end = label.indexOf('\n');
        String name = end < 0 ? label : label.substring(0, end);
        return name + MARK + "\n" + reason(damage.get(), height) + (end < 0 ? "" : label.substring(end));
    }

    /** The Info of a single image with what is damaged. */
    public static String info(String header, Optional<Damage> damage, int height) {
        return damage.map(each -> reason(each, height) + "\n" + header).orElse(header);
    }

    /** The first line of a label or an Info without the mark: what the slice is called; empty for the reason itself. */
    static String name(String text) {
        String line = text.lines().findFirst().orElse("");
        if (line.startsWith(REASON)) return "";
        return isTold(text) ? line.replace(MARK, "") : line;
    }

    /** Keeps the list of damaged slices with an image. */
    public static void keep(ImagePlus image, IntPredicate isDamaged) {
        String list = IntStream.rangeClosed(1, image.getStackSize())
                .filter(isDamaged)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        image.setProp(KEY, list.isEmpty() ? null : list + " of " + image.getStackSize());
    }

    /** The damaged slices by the labels of the slices, or else by the property: counted from 1, ascending. */
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

    /** By the property, unless slices were added or removed since. */
    private static int[] listed(ImagePlus image) {
        String text = ValueProperties.get(image, KEY);
        String count = " of " + image.getStackSize();
        if (text == null || !text.endsWith(count)) return new int[0];
        String list = text.substring(0, text.length() - count.length());
        if (!list.matches("\\d{1,9}(, \\d{1,9})*")) return new int[0];
        return List.of(list.split(", ")).stream().mapToInt(Integer::parseInt).toArray();
    }

    /** Whether a label or an Info says so, before its header; ImageJ puts lines of its own in front. */
    private static boolean isTold(String text) {
        return text.lines().takeWhile(line -> !Header.isLine(line)).anyMatch(line -> line.startsWith(REASON));
    }

    private static String reason(Damage damage, int height) {
        return REASON + damage.sentence(height).replaceAll("\\R", " ");
    }
}
