package hounsfield.frame;

import hounsfield.bytes.ByteSource;
import hounsfield.data.BulkData;
import hounsfield.data.Element;
import hounsfield.data.OptionalAttributes;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that contains frames. Its header is either kept in memory or read again when needed. Instances are compared by
 * identity. The file is not kept open.
 */
public final class FrameFile {
    private final String name;
    private final boolean manyFrames;
    /** The header; {@code null} if it is read again. */
    private final DicomFile file;
    /** The functional groups, created on demand. */
    private volatile FunctionalGroups groups;
    /** The bytes from which the header is read again; {@code null} if it is in memory. */
    private final ByteSource bytes;
    /** A hash that detects a changed file when the header is read again. */
    private final int mark;
    /** The reason why there is no file; {@code null} if there is one. */
    private final String missing;

    private FrameFile(String name, String missing) {
        this.name = name;
        this.missing = missing;
        manyFrames = false;
        file = null;
        bytes = null;
        mark = 0;
    }

    private FrameFile(DicomFile header, ByteSource bytes, int mark) {
        name = header.name();
        manyFrames = FrameRef.hasManyFrames(header);
        file = bytes == null ? header : null;
        this.bytes = bytes;
        this.mark = mark;
        missing = null;
    }

    /**
     * {@return a file whose header is kept in memory}
     *
     * @param file the header
     */
    public static FrameFile of(DicomFile file) {
        return new FrameFile(file, null, 0);
    }

    /**
     * {@return a file whose header is not kept in memory}
     *
     * @param bytes the source from which the header is read again; must be readable as long as the result is used
     * @param file the header, of which only a hash is kept
     */
    public static FrameFile readAgain(ByteSource bytes, DicomFile file) {
        return new FrameFile(file, bytes, mark(file));
    }

    /**
     * {@return a stand-in for a file that does not exist} Its header and frames cannot be read.
     *
     * @param name a name for messages
     * @param reason the reason why there is no file
     */
    public static FrameFile missing(String name, String reason) {
        return new FrameFile(name, reason);
    }

    /** {@return whether this is a stand-in for a file that does not exist} */
    public boolean isMissing() {
        return missing != null;
    }

    /** Hashes the SOP Instance UID and the position of the pixels. */
    private static int mark(DicomFile file) {
        Optional<BulkData> pixels = file.pixelData().flatMap(Element::bulk);
        return Objects.hash(
                new OptionalAttributes(file.dataSet()).text(Tag.SOP_INSTANCE_UID),
                pixels.map(BulkData::offset),
                pixels.map(BulkData::length));
    }

    /** {@return name of the file, for messages} */
    public String name() {
        return name;
    }

    /** {@return the same as {@link FrameRef#hasManyFrames}} */
    public boolean hasManyFrames() {
        return manyFrames;
    }

    /** {@return whether the header is in memory} */
    public boolean isHeld() {
        return file != null;
    }

    /**
     * Returns the same file with its header in memory.
     *
     * @return this file if its header is already in memory
     * @throws DicomException if the file is missing or has changed
     */
    public FrameFile held() throws DicomException {
        return isHeld() ? this : of(file());
    }

    /**
     * {@return the header, from memory or read again}
     *
     * @throws DicomException if the file is missing or has changed
     */
    public DicomFile file() throws DicomException {
        if (isHeld()) return file;
        if (isMissing()) throw new MalformedDicomException(missing, Location.ofFile(name));
        DicomFile again = DicomFile.read(bytes);
        if (mark(again) != mark) throw DicomFile.changed(name);
        return again;
    }

    /** Returns the functional groups of {@link #file}. */
    FunctionalGroups groups() throws DicomException {
        FunctionalGroups known = groups;
        if (known != null) return known;
        FunctionalGroups made = FunctionalGroups.of(file().dataSet());
        if (isHeld()) groups = made;
        return made;
    }
}
