package hounsfield.parse;

import hounsfield.bytes.ByteReader;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.NotDicomException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Types of files other than DICOM, for the message of the exception. */
enum ForeignContent {
    GZIP("a gzip file", 0x1F, 0x8B),
    ZIP("a ZIP archive", 'P', 'K', 3, 4),
    BZIP2("a bzip2 file", 'B', 'Z', 'h'),
    XZ("an xz file", 0xFD, '7', 'z', 'X', 'Z'),
    ZSTANDARD("a Zstandard file", 0x28, 0xB5, 0x2F, 0xFD),
    SEVEN_ZIP("a 7z archive", '7', 'z', 0xBC, 0xAF),
    RAR("a RAR archive", 'R', 'a', 'r', '!'),
    /** The last type that must be unpacked. */
    TAR("a tar archive", 'u', 's', 't', 'a', 'r'),
    JPEG("a JPEG image", 0xFF, 0xD8, 0xFF),
    JPEG_2000("a JPEG 2000 image", 0, 0, 0, 12, 'j', 'P'),
    JPEG_2000_CODESTREAM("a JPEG 2000 codestream", 0xFF, 0x4F, 0xFF, 0x51),
    PNG("a PNG image", 0x89, 'P', 'N', 'G'),
    GIF("a GIF image", 'G', 'I', 'F', '8'),
    BMP("a BMP image", 'B', 'M'),
    TIFF_LITTLE("a TIFF image", 'I', 'I', 42, 0),
    TIFF_BIG("a TIFF image", 'M', 'M', 0, 42),
    PDF("a PDF document", '%', 'P', 'D', 'F'),
    HDF5("an HDF5 file", 0x89, 'H', 'D', 'F'),
    NIFTI("a NIfTI image", 0x5C, 1, 0, 0),
    JAVA_CLASS("a Java class", 0xCA, 0xFE, 0xBA, 0xBE),
    EXECUTABLE("a program", 0x7F, 'E', 'L', 'F'),
    WINDOWS_EXECUTABLE("a program", 'M', 'Z');

    private static final int LOOK = 512;
    /** Offset of the signature of a tar archive (POSIX pax, ustar header). */
    private static final int TAR_MAGIC = 257;

    private final String description;
    private final int[] signature;

    ForeignContent(String description, int... signature) {
        this.description = description;
        this.signature = signature;
    }

    /** Returns an exception that names the type of the file from the bytes at the reader's position, which is its start. */
    static NotDicomException refuse(ByteReader reader) throws IOException {
        int count = LOOK;
        while (count > 0 && !reader.has(count)) count--;
        byte[] head = new byte[count];
        for (int i = 0; i < count; i++) head[i] = (byte) reader.peekByte(i);
        for (ForeignContent content : values()) {
            if (!content.matches(head)) continue;
            if (content == ZIP) return NotDicomException.zip(Location.NOWHERE);
            return content.isPacked()
                    ? NotDicomException.packed(content.description, Location.NOWHERE)
                    : new NotDicomException(content.description, Location.NOWHERE);
        }
        return new NotDicomException(describe(head), Location.NOWHERE);
    }

    private static String describe(byte[] head) {
        if (head.length == 0) return "an empty file";
        if (isText(head)) return startsWith(head, "<") ? "HTML or XML" : "text";
        return "no preamble with DICM, and no Data Element at its start";
    }

    private boolean isPacked() {
        return compareTo(TAR) <= 0;
    }

    private boolean matches(byte[] head) {
        int at = this == TAR ? TAR_MAGIC : 0;
        if (head.length < at + signature.length) return false;
        for (int i = 0; i < signature.length; i++) if ((head[at + i] & 0xFF) != signature[i]) return false;
        return true;
    }

    private static boolean isText(byte[] head) {
        for (byte code : head) {
            boolean blank = code == '\n' || code == '\r' || code == '\t' || code == '\f';
            // Bytes above ASCII also occur in text.
            if (code >= 0 && code < ' ' && !blank) return false;
        }
        return true;
    }

    private static boolean startsWith(byte[] head, String text) {
        return new String(head, StandardCharsets.ISO_8859_1).stripLeading().startsWith(text);
    }
}
