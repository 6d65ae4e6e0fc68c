package hounsfield.dataset.part;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several shares of a list of files. The hash of its name assigns a file to a share, so machines that process different shares
 * need no other coordination.
 *
 * @param index of the share, from 1
 * @param count number of shares
 */
public record Shard(int index, int count) implements Serializable {
    /** All files. */
    public static final Shard ALL = new Shard(1, 1);

    private static final Pattern TEXT = Pattern.compile("\\s*(\\d{1,6})\\s*/\\s*(\\d{1,6})\\s*");

    /**
     * Checks the numbers.
     *
     * @param index of the share
     * @param count number of shares
     * @throws IllegalArgumentException if there is no such share
     */
    public Shard {
        if (count < 1 || index < 1 || index > count)
            throw new IllegalArgumentException(
                    "there is no shard " + index + "/" + count + "; the first of 16 is 1/16");
    }

    /**
     * Reads a share.
     *
     * @param text such as {@code 3/16}; empty for all files
     * @return the share
     * @throws IllegalArgumentException if the text is not a share
     */
    public static Shard parse(String text) {
        if (text.isBlank()) return ALL;
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches())
            throw new IllegalArgumentException("\"" + text + "\" is not a shard; the first of 16 is 1/16");
        return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /**
     * Returns whether a file belongs to this share.
     *
     * @param name its path relative to the folder, with slashes
     * @return whether it does; each name belongs to exactly one of the shares
     */
    public boolean has(String name) {
        return count == 1 || Long.remainderUnsigned(new NameHash().add(name).number(), count) == index - 1;
    }

    /** {@return the text that {@link #parse} reads} */
    public String text() {
        return index + "/" + count;
    }
}
