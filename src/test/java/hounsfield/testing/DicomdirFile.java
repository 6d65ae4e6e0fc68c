package hounsfield.testing;

import hounsfield.standard.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** DICOMDIRs with a record for each file and no others. */
public final class DicomdirFile {
    private DicomdirFile() {}

    /** Writes a DICOMDIR that names files, by parts separated by backslashes. */
    public static Path write(Path folder, String... ids) throws IOException {
        List<DicomBytes> records = new ArrayList<>();
        for (String id : ids) records.add(record(0xFFFF, id));
        return write(folder, records);
    }

    /** A record of a file. */
    public static DicomBytes record(int inUse, String id) {
        return DicomBytes.explicitLittleEndian()
                .us(Tag.RECORD_IN_USE_FLAG, inUse)
                .text(Tag.REFERENCED_FILE_ID, "CS", id);
    }

    /** Writes a DICOMDIR with records. */
    public static Path write(Path folder, List<DicomBytes> records) throws IOException {
        return Files.write(folder.resolve("DICOMDIR"), bytes(records));
    }

    /** A DICOMDIR with records. */
    public static byte[] bytes(List<DicomBytes> records) {
        return DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .sequence(Tag.DIRECTORY_RECORD_SEQUENCE, records.toArray(new DicomBytes[0]))
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.1.3.10")
                .toBytes();
    }
}
