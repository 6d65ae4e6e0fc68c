package hounsfield.parse;

import hounsfield.bytes.ByteSource;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.Warnings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A DICOM file's header: File Meta Information and Data Set up to the pixel data, which stays in the file. Holds no file
 * open.
 */
public final class DicomFile {
    private final ByteSource content;
    private final TransferSyntax transferSyntax;
    private final DataSet metaInformation;
    private final DataSet dataSet;
    private final Warnings warnings;

    DicomFile(
            ByteSource content,
            TransferSyntax transferSyntax,
            DataSet metaInformation,
            DataSet dataSet,
            Warnings warnings) {
        this.content = content;
        this.transferSyntax = transferSyntax;
        this.metaInformation = metaInformation;
        this.dataSet = dataSet;
        this.warnings = warnings;
    }

    /**
     * Reads a file's header and closes the file.
     *
     * @throws hounsfield.standard.DicomException if it is no DICOM file or a damaged one
     */
    public static DicomFile read(Path path) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Reads the header of a DICOM file that lies in {@code source}, an array for instance; does not close it. */
    public static DicomFile read(ByteSource source) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The file's name without its folder, for messages. */
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

    /** All elements before the pixel data, and the pixel data's own as {@link hounsfield.data.BulkData}. */
    public DataSet dataSet() {
        return dataSet;
    }

    /** Pixel Data, Float Pixel Data or Double Float Pixel Data; always bulk. */
    public Optional<Element> pixelData() {
        throw new UnsupportedOperationException();
    }

    /** What was odd about the file and did not stop the parser. */
    public Warnings warnings() {
        return warnings;
    }

    /**
     * The bytes that {@link hounsfield.data.BulkData} offsets of this file count in, opened for many reads; the caller
     * closes it.
     */
    public ByteSource open() throws IOException {
        throw new UnsupportedOperationException();
    }
}
