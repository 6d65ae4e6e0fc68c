package hounsfield.standard.error;

import hounsfield.standard.Tag;

/**
 * A position in a DICOM file. Each part may be unknown: {@code null} for the file, {@link #UNKNOWN} for the numbers.
 *
 * @param file name of the file
 * @param tag tag of the Data Element, or {@link #UNKNOWN} (no element has the tag FFFF,FFFF)
 * @param frame index of the frame, from 0
 * @param tile index of the image within the frame, from 0, if the frame contains several
 * @param offset in bytes: within the file, or, inside a decoder, within the frame
 */
public record Location(String file, int tag, int frame, int tile, long offset) {
    /** An unknown tag, frame, tile or offset. */
    public static final int UNKNOWN = -1;

    /** A location of which nothing is known. */
    public static final Location NOWHERE = new Location(null, UNKNOWN, UNKNOWN, UNKNOWN);

    /**
     * Creates a location that is not in a tile.
     *
     * @param file name of the file
     * @param tag tag of the Data Element
     * @param frame index of the frame
     * @param offset in bytes
     */
    public Location(String file, int tag, int frame, long offset) {
        this(file, tag, frame, UNKNOWN, offset);
    }

    /**
     * {@return the location of a file}
     *
     * @param file name of the file
     */
    public static Location ofFile(String file) {
        return new Location(file, UNKNOWN, UNKNOWN, UNKNOWN);
    }

    /**
     * {@return the location of a Data Element}
     *
     * @param tag tag of the element
     */
    public static Location ofTag(int tag) {
        return new Location(null, tag, UNKNOWN, UNKNOWN);
    }

    /**
     * {@return the location of a frame}
     *
     * @param frame index of the frame, from 0
     */
    public static Location ofFrame(int frame) {
        return new Location(null, UNKNOWN, frame, UNKNOWN);
    }

    /**
     * {@return the location of a byte}
     *
     * @param offset in bytes
     */
    public static Location ofOffset(long offset) {
        return new Location(null, UNKNOWN, UNKNOWN, offset);
    }

    /** {@return the location without the file, for text in which the file is already named} */
    public Location withoutFile() {
        return new Location(null, tag, frame, tile, offset);
    }

    /**
     * {@return this location with another tag}
     *
     * @param newTag tag of the Data Element
     */
    public Location withTag(int newTag) {
        return new Location(file, newTag, frame, tile, offset);
    }

    /**
     * {@return this location with another frame}
     *
     * @param newFrame index of the frame, from 0
     */
    public Location withFrame(int newFrame) {
        return new Location(file, tag, newFrame, tile, offset);
    }

    /**
     * {@return this location with another tile}
     *
     * @param newTile index of the image within the frame, from 0
     */
    public Location withTile(int newTile) {
        return new Location(file, tag, frame, newTile, offset);
    }

    /**
     * {@return this location with another offset}
     *
     * @param newOffset in bytes
     */
    public Location withOffset(long newOffset) {
        return new Location(file, tag, frame, tile, newOffset);
    }

    /**
     * Takes the unknown parts from another location.
     *
     * @param outer the surrounding location
     * @return the completed location
     */
    public Location within(Location outer) {
        return new Location(
                file != null ? file : outer.file,
                tag != UNKNOWN ? tag : outer.tag,
                frame != UNKNOWN ? frame : outer.frame,
                tile != UNKNOWN ? tile : outer.tile,
                offset != UNKNOWN ? offset : outer.offset);
    }

    /**
     * Formats a message. Unknown parts are omitted.
     *
     * @param problem what is wrong
     * @return {@code file, (GGGG,EEEE), frame n, tile k, byte m: problem}
     */
    public String describe(String problem) {
        StringBuilder text = new StringBuilder();
        if (file != null) append(text, OneLine.of(file));
        if (tag != UNKNOWN) append(text, Tag.toString(tag));
        if (frame != UNKNOWN) append(text, "frame " + frame);
        if (tile != UNKNOWN) append(text, "tile " + tile);
        if (offset != UNKNOWN) append(text, "byte " + offset);
        return text.isEmpty() ? problem : text + ": " + problem;
    }

    private static void append(StringBuilder text, String part) {
        if (!text.isEmpty()) text.append(", ");
        text.append(part);
    }
}
