package hounsfield.standard;

import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/**
 * How a Data Set and its Pixel Data are encoded (PS3.5 section 10 and annex A).
 *
 * @param uid the Transfer Syntax UID
 * @param name the name in PS3.6 table A-1, or "unknown" for a UID that is not there
 * @param byteOrder the order of the Data Set's bytes
 * @param explicitVr whether elements name their Value Representation
 * @param deflated whether the Data Set is deflated as a whole (A.5)
 * @param encapsulated whether Pixel Data is a sequence of fragments (A.4)
 */
public record TransferSyntax(
        String uid, String name, ByteOrder byteOrder, boolean explicitVr, boolean deflated, boolean encapsulated) {

    private static final Map<String, TransferSyntax> KNOWN = new HashMap<>();
    private static final String ROOT = "1.2.840.10008.1.2";

    public static final TransferSyntax IMPLICIT_LITTLE_ENDIAN =
            known("", "Implicit VR Little Endian", ByteOrder.LITTLE_ENDIAN, false, false, false);
    public static final TransferSyntax EXPLICIT_LITTLE_ENDIAN =
            known(".1", "Explicit VR Little Endian", ByteOrder.LITTLE_ENDIAN, true, false, false);
    public static final TransferSyntax DEFLATED_EXPLICIT_LITTLE_ENDIAN =
            known(".1.99", "Deflated Explicit VR Little Endian", ByteOrder.LITTLE_ENDIAN, true, true, false);
    public static final TransferSyntax EXPLICIT_BIG_ENDIAN =
            known(".2", "Explicit VR Big Endian", ByteOrder.BIG_ENDIAN, true, false, false);
    public static final TransferSyntax DEFLATED_IMAGE_FRAME = encapsulated(".8.1", "Deflated Image Frame Compression");
    public static final TransferSyntax RLE_LOSSLESS = encapsulated(".5", "RLE Lossless");
    public static final TransferSyntax JPEG_BASELINE = encapsulated(".4.50", "JPEG Baseline (Process 1)");
    public static final TransferSyntax JPEG_EXTENDED = encapsulated(".4.51", "JPEG Extended (Process 2 & 4)");
    public static final TransferSyntax JPEG_LOSSLESS =
            encapsulated(".4.57", "JPEG Lossless, Non-Hierarchical (Process 14)");
    public static final TransferSyntax JPEG_LOSSLESS_SV1 = encapsulated(
            ".4.70", "JPEG Lossless, Non-Hierarchical, First-Order Prediction (Process 14, Selection Value 1)");
    public static final TransferSyntax JPEG_LS_LOSSLESS = encapsulated(".4.80", "JPEG-LS Lossless");
    public static final TransferSyntax JPEG_LS_NEAR_LOSSLESS = encapsulated(".4.81", "JPEG-LS Lossy (Near-Lossless)");
    public static final TransferSyntax JPEG_2000_LOSSLESS = encapsulated(".4.90", "JPEG 2000 (Lossless Only)");
    public static final TransferSyntax JPEG_2000 = encapsulated(".4.91", "JPEG 2000");
    public static final TransferSyntax HTJ2K_LOSSLESS =
            encapsulated(".4.201", "High-Throughput JPEG 2000 (Lossless Only)");
    public static final TransferSyntax HTJ2K_LOSSLESS_RPCL =
            encapsulated(".4.202", "High-Throughput JPEG 2000 with RPCL Options (Lossless Only)");
    public static final TransferSyntax HTJ2K = encapsulated(".4.203", "High-Throughput JPEG 2000");

    static {
        encapsulated(".4.92", "JPEG 2000 Part 2 Multi-component (Lossless Only)");
        encapsulated(".4.93", "JPEG 2000 Part 2 Multi-component");
        encapsulated(".4.94", "JPIP Referenced");
        encapsulated(".4.95", "JPIP Referenced Deflate");
        encapsulated(".4.100", "MPEG2 Main Profile / Main Level");
        encapsulated(".4.100.1", "Fragmentable MPEG2 Main Profile / Main Level");
        encapsulated(".4.101", "MPEG2 Main Profile / High Level");
        encapsulated(".4.101.1", "Fragmentable MPEG2 Main Profile / High Level");
        encapsulated(".4.102", "MPEG-4 AVC/H.264 High Profile / Level 4.1");
        encapsulated(".4.102.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.1");
        encapsulated(".4.103", "MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1");
        encapsulated(".4.103.1", "Fragmentable MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1");
        encapsulated(".4.104", "MPEG-4 AVC/H.264 High Profile / Level 4.2 For 2D Video");
        encapsulated(".4.104.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 For 2D Video");
        encapsulated(".4.105", "MPEG-4 AVC/H.264 High Profile / Level 4.2 For 3D Video");
        encapsulated(".4.105.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 For 3D Video");
        encapsulated(".4.106", "MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2");
        encapsulated(".4.106.1", "Fragmentable MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2");
        encapsulated(".4.107", "HEVC/H.265 Main Profile / Level 5.1");
        encapsulated(".4.108", "HEVC/H.265 Main 10 Profile / Level 5.1");
        encapsulated(".4.110", "JPEG XL Lossless");
        encapsulated(".4.111", "JPEG XL JPEG Recompression");
        encapsulated(".4.112", "JPEG XL");
    }

    /**
     * The transfer syntax of a UID. A UID that is not known here counts as explicit little endian and encapsulated, the
     * form that every later and private image syntax has taken; its name is "unknown".
     */
    public static TransferSyntax of(String uid) {
        TransferSyntax known = KNOWN.get(uid);
        return known != null ? known : new TransferSyntax(uid, "unknown", ByteOrder.LITTLE_ENDIAN, true, false, true);
    }

    public boolean littleEndian() {
        return byteOrder == ByteOrder.LITTLE_ENDIAN;
    }

    /** Name and UID, for messages. */
    @Override
    public String toString() {
        return name + " (" + uid + ")";
    }

    private static TransferSyntax encapsulated(String suffix, String name) {
        return known(suffix, name, ByteOrder.LITTLE_ENDIAN, true, false, true);
    }

    private static TransferSyntax known(
            String suffix, String name, ByteOrder order, boolean explicitVr, boolean deflated, boolean encapsulated) {
        TransferSyntax syntax = new TransferSyntax(ROOT + suffix, name, order, explicitVr, deflated, encapsulated);
        KNOWN.put(syntax.uid, syntax);
        return syntax;
    }
}
