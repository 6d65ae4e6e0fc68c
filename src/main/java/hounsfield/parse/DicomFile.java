package hounsfield.parse;

import hounsfield.bytes.ByteSource;
import hounsfield.bytes.FileByteSource;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.data.OptionalAttributes;
import hounsfield.standard.SopClass;
import hounsfield.standard.Tag;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.NoImageException;
import hounsfield.standard.error.NotDicomException;
import hounsfield.work.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The header of a DICOM file: File Meta Information and Data Set, without the pixel data, which remains in the file.
 * The file is not kept open.
 */
public final class DicomFile {

    private static final long UNKNOWN = -1;

    private final ByteSource content;
    /** Size of the content in bytes; {@link #UNKNOWN} if it can only be determined by inflating. */
    private final long size;

    private final TransferSyntax transferSyntax;
    private final DataSet metaInformation;
    private final DataSet dataSet;
    private final Diagnostics diagnostics;

    DicomFile(
            ByteSource content,
            long size,
            TransferSyntax transferSyntax,
            DataSet metaInformation,
            DataSet dataSet,
            Diagnostics diagnostics) {
        this.content = content;
        this.size = transferSyntax.deflated() ? UNKNOWN : size;
        this.transferSyntax = transferSyntax;
        this.metaInformation = metaInformation;
        this.dataSet = dataSet;
        this.diagnostics = diagnostics;
    }

    /**
     * Reads the header of a file and closes the file.
     *
     * @param path the file
     * @return its header
     * @throws hounsfield.standard.error.NotDicomException if the file is not a DICOM file
     * @throws DicomException if the file is damaged or cannot be read
     */
    public static DicomFile read(Path path) throws DicomException {
        try {
            return read(new FileByteSource(path));
        } catch (NotDicomException e) {
            throw e;
        } catch (DicomException e) {
            // Depending on the system, a folder can be opened but not read, or cannot be opened.
            throw Files.isDirectory(path) ? NotDicomException.folder(e.location()) : e;
        }
    }

    /**
     * Does the same as {@link #read(Path)}, for one of many files, whose names may be equal.
     *
     * @param path the file
     * @param name for messages, such as the path below the scanned folder
     * @return its header
     * @throws DicomException if the file is not a DICOM file, is damaged, or cannot be read
     */
    public static DicomFile read(Path path, String name) throws DicomException {
        return read(new FileByteSource(path, name));
    }

    /**
     * Reads the header of a DICOM file from any source, such as an array. The source is not closed.
     *
     * @param source the content of the file
     * @return its header
     * @throws hounsfield.standard.error.NotDicomException if the content is not a DICOM file
     * @throws DicomException if the content is damaged or cannot be read
     */
    public static DicomFile read(ByteSource source) throws DicomException {
        try {
            return FileParser.parse(source);
        } catch (IOException e) {
            throw DicomException.of(e, Location.ofFile(source.name()));
        }
    }

    /** {@return name of the file for messages, without its folder unless it was given} */
    public String name() {
        return content.name();
    }

    /** {@return the transfer syntax; deduced from the first element if the file does not declare it} */
    public TransferSyntax transferSyntax() {
        return transferSyntax;
    }

    /** {@return the elements of group 0002; empty if the file has none} */
    public DataSet metaInformation() {
        return metaInformation;
    }

    /**
     * Returns all elements, including those after the pixel data. The pixel data itself is {@link
     * hounsfield.data.BulkData}. Misplaced elements of group 0002 here have no effect.
     *
     * @return the Data Set
     */
    public DataSet dataSet() {
        return dataSet;
    }

    /** {@return Pixel Data, Float Pixel Data or Double Float Pixel Data, always as bulk data} */
    public Optional<Element> pixelData() {
        return dataSet.find(Tag.PIXEL_DATA)
                .or(() -> dataSet.find(Tag.FLOAT_PIXEL_DATA))
                .or(() -> dataSet.find(Tag.DOUBLE_FLOAT_PIXEL_DATA));
    }

    /** {@return whether this is a DICOMDIR (PS3.10 8.6), which refers to other files and is never an image} */
    public boolean isMediaStorageDirectory() {
        return isMediaStorageDirectory(metaInformation, Tag.MEDIA_STORAGE_SOP_CLASS_UID)
                || isMediaStorageDirectory(dataSet, Tag.SOP_CLASS_UID);
    }

    private static boolean isMediaStorageDirectory(DataSet dataSet, int classTag) {
        return text(dataSet, classTag).equals(SopClass.MEDIA_STORAGE_DIRECTORY);
    }

    /**
     * Creates the exception for a file without {@link #pixelData}. The message describes the file by its SOP Class.
     *
     * @return the exception
     */
    public NoImageException noImage() {
        return NoImageException.of(sopClassUid(), Location.ofFile(name()));
    }

    private String sopClassUid() {
        String own = text(dataSet, Tag.SOP_CLASS_UID);
        return own.isEmpty() ? text(metaInformation, Tag.MEDIA_STORAGE_SOP_CLASS_UID) : own;
    }

    private static String text(DataSet dataSet, int tag) {
        return new OptionalAttributes(dataSet).text(tag);
    }

    /** {@return problems of the file that did not stop the parser} */
    public Diagnostics diagnostics() {
        return diagnostics;
    }

    /**
     * Opens the bytes to which {@link hounsfield.data.BulkData} offsets of this file refer, for repeated reads.
     *
     * @return the source; the caller closes it
     * @throws IOException if the file cannot be opened, or its size has changed since its header was read
     */
    public ByteSource open() throws IOException {
        ByteSource opened = content.open();
        if (size == UNKNOWN || opened.size() == size) return opened;
        opened.close();
        throw changed(name());
    }

    /**
     * Creates the exception for a file that has changed since its header was read.
     *
     * @param name name of the file
     * @return the exception
     */
    public static DicomException changed(String name) {
        return new DicomException(
                "the file has changed since its header was read; open it again", Location.ofFile(name));
    }
}
