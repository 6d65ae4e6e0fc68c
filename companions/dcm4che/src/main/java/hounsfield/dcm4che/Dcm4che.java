package hounsfield.dcm4che;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.data.BulkData;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.write.DicomWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.VR;
import org.dcm4che3.io.DicomInputStream;

/** Data Sets of dcm4che 5 as those of this project, and back; images of dcm4che as files of this project, whose frames it decodes. */
public final class Dcm4che {
    /** Sequences nested deeper are refused, because dcm4che's own methods call themselves for each level. */
    static final int DEEPEST = 200;

    private static final long LARGEST = Integer.MAX_VALUE - (1L << 20);

    private Dcm4che() {}

    /**
     * Converts Attributes.
     *
     * @param attributes a Data Set or an Item; not changed
     * @return the Data Set, with the same Value Representations and bytes; bulk data in a file stays there
     * @throws IOException if bulk data cannot be read, or sequences are nested deeper than 200 levels
     */
    public static DataSet dataSet(Attributes attributes) throws IOException {
        return ToDataSet.of(attributes);
    }

    /**
     * Converts a Data Set.
     *
     * @param dataSet a Data Set or an Item
     * @return little endian Attributes; native values in a file become bulk data of it, and fragments are loaded
     * @throws IOException if a value cannot be read, or sequences are nested deeper than 200 levels
     */
    public static Attributes attributes(DataSet dataSet) throws IOException {
        return ToAttributes.of(dataSet);
    }

    /**
     * Opens an image with native pixels.
     *
     * @param attributes its Data Set, with SOP Class UID and SOP Instance UID
     * @return the image as a file in memory
     * @throws IOException as {@link #open(Attributes, String)} throws it; also if the pixels are encapsulated
     */
    public static DicomFile open(Attributes attributes) throws IOException {
        return open(attributes, TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid());
    }

    /**
     * Opens an image.
     *
     * @param attributes its Data Set, with SOP Class UID and SOP Instance UID
     * @param transferSyntax the UID of the syntax that it was read with, for example from File Meta Information
     * @return the image as a file in memory, in explicit VR little endian
     * @throws IOException if a value cannot be read, the pixels are not in the transfer syntax, or the Data Set does not fit
     *     into an array
     */
    public static DicomFile open(Attributes attributes, String transferSyntax) throws IOException {
        DataSet dataSet = dataSet(attributes);
        TransferSyntax declared = TransferSyntax.of(transferSyntax);
        boolean encapsulated = dataSet.find(Tag.PIXEL_DATA)
                .flatMap(Element::bulk)
                .map(BulkData::isEncapsulated)
                .orElse(false);
        if (dataSet.contains(Tag.PIXEL_DATA) && encapsulated != declared.encapsulated()) {
            throw new DicomException(
                    "the pixels are " + (encapsulated ? "encapsulated" : "native") + ", but not so in " + declared,
                    Location.ofTag(Tag.PIXEL_DATA));
        }
        TransferSyntax written = encapsulated ? declared : TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
        long size = 0;
        for (Element element : dataSet) size += Math.max(0, element.length());
        if (size > LARGEST) throw new UnsupportedDicomException(size + " bytes are too many", Location.NOWHERE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) size + (1 << 16));
        DicomWriter.write(bytes, written, dataSet);
        return DicomFile.read(new ArrayByteSource("Attributes", bytes.toByteArray()));
    }

    /**
     * Reads the rest of a stream, and opens it as {@link #open(Attributes, String)} does.
     *
     * @param stream at its beginning or after File Meta Information; not closed
     * @return the image as a file in memory
     * @throws IOException if the stream cannot be read, and as {@link #open(Attributes, String)} throws it
     */
    public static DicomFile open(DicomInputStream stream) throws IOException {
        Attributes attributes = stream.readDataset();
        Attributes meta = stream.getFileMetaInformation();
        if (meta != null) {
            // Some files have their UIDs there only.
            copy(meta, Tag.MEDIA_STORAGE_SOP_CLASS_UID, attributes, Tag.SOP_CLASS_UID);
            copy(meta, Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, attributes, Tag.SOP_INSTANCE_UID);
        }
        return open(attributes, stream.getTransferSyntax());
    }

    private static void copy(Attributes meta, int from, Attributes attributes, int to) {
        String uid = meta.getString(from);
        if (uid != null && !attributes.containsValue(to)) attributes.setString(to, VR.UI, uid);
    }

    static DicomException tooDeep() {
        return new UnsupportedDicomException("sequences are nested deeper than " + DEEPEST, Location.NOWHERE);
    }
}
