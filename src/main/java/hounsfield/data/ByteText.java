package hounsfield.data;

import hounsfield.standard.DicomException;
import hounsfield.standard.VR;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Values that are bytes without a meaning of their own, as a line of text. */
public final class ByteText {
    /** So many bytes are shown, more are counted. */
    private static final int MOST_BYTES = 16;

    private static final int LONGEST_TEXT = 1000;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private ByteText() {}

    /**
     * The bytes in hexadecimal, or how many they are. Of an unknown VR, as private elements in implicit files have it, what
     * is plain text is shown as such.
     *
     * @throws DicomException if the value stayed in the file and cannot be read
     */
    public static String of(Element element) throws DicomException {
        byte[] bytes = element.bytes();
        int end = bytes.length;
        while (end > 0 && (bytes[end - 1] == 0 || bytes[end - 1] == ' ')) end--;
        if (element.vr() == VR.UN && end > 0 && end <= LONGEST_TEXT && isPlain(bytes, end)) {
            return new String(bytes, 0, end, StandardCharsets.US_ASCII);
        }
        return bytes.length > MOST_BYTES ? bytes.length + " bytes" : HEX.formatHex(bytes);
    }

    private static boolean isPlain(byte[] bytes, int end) {
        for (int i = 0; i < end; i++) if (bytes[i] < ' ' || bytes[i] >= 0x7F) return false;
        return true;
    }
}
