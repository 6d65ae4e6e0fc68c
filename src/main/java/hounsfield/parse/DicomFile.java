package hounsfield.parse;

import hounsfield.bytes.ByteSource;
import hounsfield.bytes.FileByteSource;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.data.OptionalAttributes;
import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import hounsfield.standard.NoImageException;
import hounsfield.standard.NotDicomException;
import hounsfield.standard.SopClass;
import hounsfield.standard.Tag;
import hounsfield.standard.TransferSyntax;
import hounsfield.work.Warnings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A DICOM file's header: File Meta Information and Data Set, without the pixel data, which stays in the file. Holds no
 * file open.
 */
public final class DicomFile {

    private static final long UNKNOWN = -1;

    private final ByteSource content;
    /** How many bytes the content had, {@link #UNKNOWN} if it must be inflated to know. */
    private final long size;

    private final TransferSyntax transferSyntax;
    private final DataSet metaInformation;
    private final DataSet dataSet;
    private final Warnings warnings;

    DicomFile(
            ByteSource content,
            long size,
            TransferSyntax transferSyntax,
            DataSet metaInformation,
            DataSet dataSet,
            Warnings warnings) {
        this.content = content;
        this.size = transferSyntax.deflated() ? UNKNOWN : size;
        this.transferSyntax = transferSyntax;
        this.metaInformation = metaInformation;
        this.dataSet = dataSet;
        this.warnings = warnings;
    }

    /**
     * Reads a file's header and closes the file.
     *
     * @throws hounsfield.standard.NotDicomException if it is no DICOM file
     * @throws DicomException if it is a damaged one, or cannot be read
     */
    public static DicomFile read(Path path) throws DicomException {
        try {
            return read(new FileByteSource(path));
        } catch (NotDicomException e) {
            throw e;
        } catch (DicomException e) {
            // A system may open a folder and fail to read it, or not let it be opened.
            throw Files.isDirectory(path) ? NotDicomException.folder(e.location()) : e;
        }
    }

    /**
     * As {@link #read(Path)}, for a folder of many files, whose names need not differ.
     *
     * @param name what messages call it, such as its place below the folder
     */
    public static DicomFile read(Path path, String name) throws DicomException {
        return read(new FileByteSource(path, name));
    }

    /**
     * Reads the header of a DICOM file that lies in {@code source}, an array for instance; does not close it.
     *
     * @throws hounsfield.standard.NotDicomException if it is no DICOM file
     * @throws DicomException if it is a damaged one, or cannot be read
     */
    public static DicomFile read(ByteSource source) throws DicomException {
        try {
            return FileParser.parse(source);
        } catch (IOException e) {
            throw DicomException.of(e, Location.ofFile(source.name()));
        }
    }

    /** The file's name for messages: without its folder, unless it was read as one of many. */
    public String name() {
        return content.name();
    }

    public TransferSyntax transferSyntax() {
        return transferSyntax;
    }

    /** Group 0002; empty if the file has none. */
    public DataSet metaInformation() {
        return metaInformation;
    }

    /**
     * All elements, those behind the pixel data among them, and the pixel data's own as {@link hounsfield.data.BulkData}.
     * Elements of group 0002 that are here by mistake count for nothing.
     */
    public DataSet dataSet() {
        return dataSet;
    }

    /** Pixel Data, Float Pixel Data or Double Float Pixel Data; always bulk. */
    public Optional<Element> pixelData() {
        return dataSet.find(Tag.PIXEL_DATA)
                .or(() -> dataSet.find(Tag.FLOAT_PIXEL_DATA))
                .or(() -> dataSet.find(Tag.DOUBLE_FLOAT_PIXEL_DATA));
    }

    /** Whether this is a DICOMDIR (PS3.10 8.6): it names other files, and is no image whatever it holds. */
    public boolean isMediaStorageDirectory() {
        return isMediaStorageDirectory(metaInformation, Tag.MEDIA_STORAGE_SOP_CLASS_UID)
                || isMediaStorageDirectory(dataSet, Tag.SOP_CLASS_UID);
    }

    private static boolean isMediaStorageDirectory(DataSet dataSet, int classTag) {
        return text(dataSet, classTag).equals(SopClass.MEDIA_STORAGE_DIRECTORY);
    }

    /**
     * Returns the exception for a file whose {@link #pixelData} is absent. Its message says what the file is by its SOP
     * Class.
     */
    public NoImageException noImage() {
        return NoImageException.of(sopClassUid(), Location.ofFile(name()));
    }

    private String sopClassUid() {
        String own = text(dataSet, Tag.SOP_CLASS_UID);
        return own.isEmpty() ? text(metaInformation, Tag.MEDIA_STORAGE_SOP_CLASS_UID) : own;
    }

    private static String text(DataSet dataSet, int tag) {
        return new OptionalAttributes(dataSet, finding -> {}).text(tag);
    }

    /** What was odd about the file and did not stop the parser. */
    public Warnings warnings() {
        return warnings;
    }

    /**
     * The bytes that {@link hounsfield.data.BulkData} offsets of this file count in, opened for many reads; the caller
     * closes it.
     *
     * @throws DicomException if the file has another size than when its header was read
     */
    public ByteSource open() throws IOException {
        ByteSource opened = content.open();
        if (size == UNKNOWN || opened.size() == size) return opened;
        opened.close();
        throw changed(name());
    }

    /** The exception for a file that is not as it was when its header was read. */
    public static DicomException changed(String name) {
        return new DicomException(
                "the file has changed since its header was read; open it again", Location.ofFile(name));
    }
}
