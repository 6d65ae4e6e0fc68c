package hounsfield.frame;

import hounsfield.data.BulkData;
import hounsfield.data.Element;
import hounsfield.data.OptionalAttributes;
import hounsfield.parse.DicomFile;
import hounsfield.standard.DicomException;
import hounsfield.standard.Tag;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that frames are in, with its header in memory; or without, and then the header is read from the file whenever
 * it is needed. Two are equal if they are the same object. Holds nothing open.
 */
public final class FrameFile {
    private final String name;
    private final boolean manyFrames;
    /** The header, {@code null} if it is read again. */
    private final DicomFile file;
    /** Its functional groups, made when they are first asked for. */
    private volatile FunctionalGroups groups;
    /** Where the file is, {@code null} if the header is in memory. */
    private final Path path;
    /** What the header is recognized by when it is read again. */
    private final int mark;

    private FrameFile(DicomFile header, Path path, int mark) {
        name = header.name();
        manyFrames = FrameRef.hasManyFrames(header);
        file = path == null ? header : null;
        this.path = path;
        this.mark = mark;
    }

    /** A file whose header stays in memory. */
    public static FrameFile of(DicomFile file) {
        return new FrameFile(file, null, 0);
    }

    /**
     * A file whose header does not stay in memory.
     *
     * @param path where it will be read again
     * @param file its header, of which only a mark is kept
     */
    public static FrameFile readAgain(Path path, DicomFile file) {
        return new FrameFile(file, path, mark(file));
    }

    /** SOP Instance UID and the place of the pixels. */
    private static int mark(DicomFile file) {
        Optional<BulkData> pixels = file.pixelData().flatMap(Element::bulk);
        return Objects.hash(
                new OptionalAttributes(file.dataSet(), finding -> {}).text(Tag.SOP_INSTANCE_UID),
                pixels.map(BulkData::offset),
                pixels.map(BulkData::length));
    }

    /** The file's name, for messages. */
    public String name() {
        return name;
    }

    /** As {@link FrameRef#hasManyFrames}. */
    public boolean hasManyFrames() {
        return manyFrames;
    }

    /** Whether the header is in memory. */
    public boolean isHeld() {
        return file != null;
    }

    /**
     * The same file with its header in memory.
     *
     * @return this one if its header is in memory already
     * @throws DicomException if the file is not there any more, or not as it was
     */
    public FrameFile held() throws DicomException {
        return isHeld() ? this : of(file());
    }

    /**
     * The header, from memory or read now.
     *
     * @throws DicomException if the file is not there any more, or not as it was
     */
    public DicomFile file() throws DicomException {
        if (isHeld()) return file;
        DicomFile again = DicomFile.read(path, name);
        if (mark(again) != mark) throw DicomFile.changed(name);
        return again;
    }

    /** The functional groups of the header, as {@link #file}. */
    FunctionalGroups groups() throws DicomException {
        FunctionalGroups known = groups;
        if (known != null) return known;
        FunctionalGroups made = FunctionalGroups.of(file().dataSet());
        if (isHeld()) groups = made;
        return made;
    }
}
