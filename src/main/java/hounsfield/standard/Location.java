package hounsfield.standard;

/**
 * A place in a DICOM file. Each part may be unknown: {@code null} for the file, {@link #UNKNOWN} for the numbers.
 *
 * @param file the file's name
 * @param tag the Data Element's tag, {@link #UNKNOWN} when not known (no element has the tag FFFF,FFFF)
 * @param frame the frame, counted from 0
 * @param offset the byte offset: in the file, or, inside a decoder, from the frame's first byte
 */
public record Location(String file, int tag, int frame, long offset) {
    public static final int UNKNOWN = -1;

    /** Nowhere in particular. */
    public static final Location NOWHERE = new Location(null, UNKNOWN, UNKNOWN, UNKNOWN);

    public static Location ofFile(String file) {
        return new Location(file, UNKNOWN, UNKNOWN, UNKNOWN);
    }

    public static Location ofTag(int tag) {
        return new Location(null, tag, UNKNOWN, UNKNOWN);
    }

    public static Location ofFrame(int frame) {
        return new Location(null, UNKNOWN, frame, UNKNOWN);
    }

    public static Location ofOffset(long offset) {
        return new Location(null, UNKNOWN, UNKNOWN, offset);
    }

    /** The place within a file that is named already. */
    public Location withoutFile() {
        return new Location(null, tag, frame, offset);
    }

    public Location withTag(int newTag) {
        return new Location(file, newTag, frame, offset);
    }

    public Location withFrame(int newFrame) {
        return new Location(file, tag, newFrame, offset);
    }

    public Location withOffset(long newOffset) {
        return new Location(file, tag, frame, newOffset);
    }

    /** This place, its unknown parts taken from {@code outer}. */
    public Location within(Location outer) {
        return new Location(
                file != null ? file : outer.file,
                tag != UNKNOWN ? tag : outer.tag,
                frame != UNKNOWN ? frame : outer.frame,
                offset != UNKNOWN ? offset : outer.offset);
    }

    /** {@code file, (GGGG,EEEE), frame n, byte m: problem}, the unknown parts left out. */
    public String describe(String problem) {
        StringBuilder text = new StringBuilder();
        if (file != null) append(text, OneLine.of(file));
        if (tag != UNKNOWN) append(text, Tag.toString(tag));
        if (frame != UNKNOWN) append(text, "frame " + frame);
        if (offset != UNKNOWN) append(text, "byte " + offset);
        return text.isEmpty() ? problem : text + ": " + problem;
    }

    private static void append(StringBuilder text, String part) {
        if (!text.isEmpty()) text.append(", ");
        text.append(part);
    }
}
