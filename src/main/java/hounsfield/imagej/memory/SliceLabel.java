package hounsfield.imagej.memory;

import hounsfield.calibrate.Damage;
import ij.ImagePlus;
import ij.ImageStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of a slice's label: the slice's name, the reason for damage, if any, and the header. A single image has no label;
 * its Info holds the reason and the header, and after Crop of a stack the label of the slice.
 */
public final class SliceLabel {
    /** Suffix of the name of a damaged slice, which ImageJ shows above the image. */
    private static final String MARK = " (damaged)";

    /** Prefix of the label's second line, or of the first line of a single image's Info. */
    private static final String REASON = "Damaged: ";

    /** The property in which ImageJ's Crop keeps the label of a slice if it has no header. */
    private static final String LABEL = "Slice_Label";

    private SliceLabel() {}

    /** A stack that knows the names of its slices without their labels, which contain whole headers. */
    public interface NamedSlices {
        /**
         * Returns the name of a slice: the first line of its label, without a mark of damage.
         *
         * @param n the slice, counted from 1
         * @return the name, which more lines may follow; {@code null} if the slice has no label
         */
        String sliceName(int n);
    }

    /**
     * Returns a slice's label with a mark and the reason for the damage.
     *
     * @param label the slice's name, possibly followed by other lines
     * @param damage the slice's damage; empty leaves the label unchanged
     * @param height rows of the slice
     * @return the label
     */
    public static String of(String label, Optional<Damage> damage, int height) {
        if (damage.isEmpty() || isDamaged(label)) return label;
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

    /**
     * Returns the names that a slice may have: the first line of its label and, for a single image, of the label that Crop
     * keeps in a property or in the Info.
     */
    static List<String> names(ImagePlus image, int slice) {
        List<String> names = new ArrayList<>(3);
        ImageStack stack = image.getStack();
        add(names, stack instanceof NamedSlices named ? named.sliceName(slice) : stack.getSliceLabel(slice));
        if (image.getStackSize() == 1) {
            add(names, image.getProp(LABEL));
            if (image.getProperty("Info") instanceof String info) add(names, info);
        }
        return names;
    }

    private static void add(List<String> names, String text) {
        String name = text == null ? "" : name(text);
        if (!name.isEmpty() && !Header.isLine(name)) names.add(name);
    }

    /** Returns whether the label of a slice, or the Info of a single image, has a reason for damage. */
    static boolean isDamaged(ImagePlus image, int slice) {
        String label = image.getStack().getSliceLabel(slice);
        if (label != null && !label.isEmpty()) return isDamaged(label);
        return image.getStackSize() == 1 && image.getProperty("Info") instanceof String info && isDamaged(info);
    }

    /** Returns the slice's name: the first line without the mark; empty if it is the reason line. */
    private static String name(String text) {
        int end = text.indexOf('\n');
        String line = end < 0 ? text : text.substring(0, end);
        if (line.startsWith(REASON)) return "";
        return isDamaged(text) ? line.replace(MARK, "") : line;
    }

    /** Returns whether a reason line precedes the header in a label or an Info. ImageJ may insert lines before it. */
    private static boolean isDamaged(String text) {
        return text.lines().takeWhile(line -> !Header.isLine(line)).anyMatch(line -> line.startsWith(REASON));
    }

    private static String reason(Damage damage, int height) {
        return REASON + damage.sentence(height).replaceAll("\\R", " ");
    }
}
