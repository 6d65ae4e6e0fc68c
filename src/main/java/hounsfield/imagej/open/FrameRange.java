package hounsfield.imagej.open;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The frames of a file to open, both ends included, counted from 0.
 *
 * @param first the first frame
 * @param last the last frame, {@link #END} for the file's last
 * @param base the number of a file's first frame in messages: 0 in scripts, 1 in menus
 */
public record FrameRange(int first, int last, int base) {
    /** The last frame of a file, however many it has. */
    public static final int END = Integer.MAX_VALUE;

    /** All frames of a file. */
    public static final FrameRange ALL = new FrameRange(0, END, 1);

    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:\\s*-\\s*(\\d{1,9})?)?");

    /**
     * Checks the range.
     *
     * @param first the first frame, counted from 0
     * @param last the last frame, or {@link #END}
     * @param base the number of a file's first frame in messages
     * @throws IllegalArgumentException if the first frame is negative or after the last
     */
    public FrameRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("there are no frames " + (first + base) + " to " + (last + base)
                    + ": frames are numbered from " + base + ", and the first must not be after the last");
        }
    }

    /**
     * Creates a range that counts from 0 in messages, for scripts.
     *
     * @param first the first frame, counted from 0
     * @param last the last frame, counted from 0
     */
    public FrameRange(int first, int last) {
        this(first, last, 0);
    }

    /**
     * Parses a range that counts from 1: {@code all}, {@code 7}, {@code 3-10}, or {@code 3-} to the end.
     *
     * @param text the range
     * @return the range
     * @throws IllegalArgumentException if the text has none of these forms
     */
    public static FrameRange parse(String text) {
        String trimmed = text.trim();
        if (trimmed.isEmpty() || trimmed.equalsIgnoreCase("all")) return ALL;
        Matcher matcher = RANGE.matcher(trimmed);
        if (matcher.matches()) {
            int first = Integer.parseInt(matcher.group(1));
            int last = first;
            if (matcher.group(2) != null) last = Integer.parseInt(matcher.group(2));
            else if (trimmed.contains("-")) last = END;
            if (first >= 1 && last >= first) return new FrameRange(first - 1, last == END ? END : last - 1, 1);
        }
        throw new IllegalArgumentException("\"" + text + "\" for frames: write all, a number, or a range such as 1-10");
    }

    /**
     * Returns the range for a file, without {@link #END}.
     *
     * @param frameCount the number of frames in the file
     * @return the range
     * @throws IllegalArgumentException if the file has fewer frames
     */
    public FrameRange within(int frameCount) {
        int end = last == END ? frameCount - 1 : last;
        if (first >= frameCount || end >= frameCount) {
            throw new IllegalArgumentException("there are " + frameCount + " frames, numbered " + base + " to "
                    + (frameCount - 1 + base) + ", so none numbered " + ((long) Math.max(first, end) + base));
        }
        return new FrameRange(first, end, base);
    }

    /** {@return the number of frames} */
    public int count() {
        return last - first + 1;
    }
}
