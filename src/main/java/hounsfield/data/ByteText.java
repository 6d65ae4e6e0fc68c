package hounsfield.data;

import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Formats values of unknown meaning as a line of text. */
public final class ByteText {
    /** Longer values are shown as their number of bytes. */
    private static final int MOST_BYTES = 16;

    private static final int LONGEST_TEXT = 1000;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private ByteText() {}

    /**
     * Formats the value in hexadecimal, or as the number of its bytes. A value of VR UN, as private elements of
     * implicit VR files have, is shown as text if it is printable ASCII.
     *
     * @param element a value of bytes
     * @return the text
     * @throws DicomException if the value cannot be read from the file
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
