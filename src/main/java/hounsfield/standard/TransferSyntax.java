package hounsfield.standard;

import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/**
 * The encoding of a Data Set and its Pixel Data (PS3.5 section 10 and annex A). Private transfer syntaxes are included
 * where their encoding is public.
 *
 * @param uid the Transfer Syntax UID
 * @param name the name in PS3.6 table A-1, or "unknown"
 * @param byteOrder byte order of the Data Set
 * @param explicitVr whether elements contain their Value Representation
 * @param deflated whether the whole Data Set is deflated (A.5)
 * @param encapsulated whether Pixel Data is a sequence of fragments (A.4)
 */
public record TransferSyntax(
        String uid, String name, ByteOrder byteOrder, boolean explicitVr, boolean deflated, boolean encapsulated) {

    private static final Map<String, TransferSyntax> KNOWN = new HashMap<>();
    private static final String ROOT = "1.2.840.10008.1.2";

    /** Implicit VR Little Endian, the default (A.1). */
    public static final TransferSyntax IMPLICIT_LITTLE_ENDIAN =
            known("", "Implicit VR Little Endian", ByteOrder.LITTLE_ENDIAN, false, false, false);
    /** Explicit VR Little Endian (A.2). */
    public static final TransferSyntax EXPLICIT_LITTLE_ENDIAN =
            known(".1", "Explicit VR Little Endian", ByteOrder.LITTLE_ENDIAN, true, false, false);
    /** Deflated Explicit VR Little Endian (A.5). */
    public static final TransferSyntax DEFLATED_EXPLICIT_LITTLE_ENDIAN =
            known(".1.99", "Deflated Explicit VR Little Endian", ByteOrder.LITTLE_ENDIAN, true, true, false);
    /** Explicit VR Big Endian, retired. */
    public static final TransferSyntax EXPLICIT_BIG_ENDIAN =
            known(".2", "Explicit VR Big Endian", ByteOrder.BIG_ENDIAN, true, false, false);
    /** Encapsulated Uncompressed: native frames in fragments. */
    public static final TransferSyntax ENCAPSULATED_UNCOMPRESSED =
            encapsulated(".1.98", "Encapsulated Uncompressed Explicit VR Little Endian");

    /** Deflated Image Frame Compression. */
    public static final TransferSyntax DEFLATED_IMAGE_FRAME = encapsulated(".8.1", "Deflated Image Frame Compression");
    /** RLE Lossless (annex G). */
    public static final TransferSyntax RLE_LOSSLESS = encapsulated(".5", "RLE Lossless");
    /** JPEG Baseline, 8 bits. */
    public static final TransferSyntax JPEG_BASELINE = encapsulated(".4.50", "JPEG Baseline (Process 1)");
    /** JPEG Extended, 8 and 12 bits. */
    public static final TransferSyntax JPEG_EXTENDED = encapsulated(".4.51", "JPEG Extended (Process 2 & 4)");
    /** JPEG with spectral selection only; retired, like {@link #JPEG_PROGRESSIVE}. */
    public static final TransferSyntax JPEG_SPECTRAL_SELECTION =
            encapsulated(".4.53", "JPEG Spectral Selection, Non-Hierarchical (Process 6 & 8)");

    /** JPEG with full progression; retired. */
    public static final TransferSyntax JPEG_PROGRESSIVE =
            encapsulated(".4.55", "JPEG Full Progression, Non-Hierarchical (Process 10 & 12)");
    /** JPEG Lossless with any predictor. */
    public static final TransferSyntax JPEG_LOSSLESS =
            encapsulated(".4.57", "JPEG Lossless, Non-Hierarchical (Process 14)");
    /** JPEG Lossless with predictor 1. */
    public static final TransferSyntax JPEG_LOSSLESS_SV1 = encapsulated(
            ".4.70", "JPEG Lossless, Non-Hierarchical, First-Order Prediction (Process 14, Selection Value 1)");
    /** JPEG-LS, lossless. */
    public static final TransferSyntax JPEG_LS_LOSSLESS = encapsulated(".4.80", "JPEG-LS Lossless");
    /** JPEG-LS with a bounded error. */
    public static final TransferSyntax JPEG_LS_NEAR_LOSSLESS = encapsulated(".4.81", "JPEG-LS Lossy (Near-Lossless)");
    /** JPEG 2000, reversible. */
    public static final TransferSyntax JPEG_2000_LOSSLESS = encapsulated(".4.90", "JPEG 2000 (Lossless Only)");
    /** JPEG 2000, reversible or irreversible. */
    public static final TransferSyntax JPEG_2000 = encapsulated(".4.91", "JPEG 2000");
    /** High-Throughput JPEG 2000, reversible. */
    public static final TransferSyntax HTJ2K_LOSSLESS =
            encapsulated(".4.201", "High-Throughput JPEG 2000 (Lossless Only)");
    /** High-Throughput JPEG 2000, reversible, in RPCL order. */
    public static final TransferSyntax HTJ2K_LOSSLESS_RPCL =
            encapsulated(".4.202", "High-Throughput JPEG 2000 with RPCL Options (Lossless Only)");
    /** High-Throughput JPEG 2000, reversible or irreversible. */
    public static final TransferSyntax HTJ2K = encapsulated(".4.203", "High-Throughput JPEG 2000");

    /** A private syntax of General Electric: Implicit VR Little Endian, but with big endian Pixel Data. */
    public static final TransferSyntax GE_PRIVATE = known(new TransferSyntax(
            "1.2.840.113619.5.2",
            "GE Private Implicit VR, Big Endian Pixel Data",
            ByteOrder.LITTLE_ENDIAN,
            false,
            false,
            false));

    /** A private syntax of PixelMed, a predecessor of {@link #ENCAPSULATED_UNCOMPRESSED} with the same encoding. */
    public static final TransferSyntax PIXELMED_ENCAPSULATED_RAW =
            known(explicitEncapsulated("1.3.6.1.4.1.5962.300.2", "PixelMed Encapsulated Raw Little Endian"));

    static {
        // Pixel Data is native in some files and compressed with a private method in others. It is read as encapsulated
        // unless its length is defined.
        known(explicitEncapsulated("1.3.46.670589.33.1.4.1", "Philips CT Private Explicit VR Little Endian"));
        known(new TransferSyntax(
                "1.2.840.10008.1.20",
                "Papyrus 3 Implicit VR Little Endian",
                ByteOrder.LITTLE_ENDIAN,
                false,
                false,
                false));
        encapsulated(".4.52", "JPEG Extended (Process 3 & 5)");
        encapsulated(".4.54", "JPEG Spectral Selection, Non-Hierarchical (Process 7 & 9)");
        encapsulated(".4.56", "JPEG Full Progression, Non-Hierarchical (Process 11 & 13)");
        encapsulated(".4.58", "JPEG Lossless, Non-Hierarchical (Process 15)");
        encapsulated(".4.59", "JPEG Extended, Hierarchical (Process 16 & 18)");
        encapsulated(".4.60", "JPEG Extended, Hierarchical (Process 17 & 19)");
        encapsulated(".4.61", "JPEG Spectral Selection, Hierarchical (Process 20 & 22)");
        encapsulated(".4.62", "JPEG Spectral Selection, Hierarchical (Process 21 & 23)");
        encapsulated(".4.63", "JPEG Full Progression, Hierarchical (Process 24 & 26)");
        encapsulated(".4.64", "JPEG Full Progression, Hierarchical (Process 25 & 27)");
        encapsulated(".4.65", "JPEG Lossless, Hierarchical (Process 28)");
        encapsulated(".4.66", "JPEG Lossless, Hierarchical (Process 29)");
        encapsulated(".4.92", "JPEG 2000 Part 2 Multi-component (Lossless Only)");
        encapsulated(".4.93", "JPEG 2000 Part 2 Multi-component");
        encapsulated(".4.94", "JPIP Referenced");
        known(".4.95", "JPIP Referenced Deflate", ByteOrder.LITTLE_ENDIAN, true, true, true);
        encapsulated(".4.204", "JPIP HTJ2K Referenced");
        known(".4.205", "JPIP HTJ2K Referenced Deflate", ByteOrder.LITTLE_ENDIAN, true, true, true);
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
        encapsulated(".6.1", "RFC 2557 MIME Encapsulation");
        encapsulated(".6.2", "XML Encoding");
        encapsulated(".7.1", "SMPTE ST 2110-20 Uncompressed Progressive Active Video");
        encapsulated(".7.2", "SMPTE ST 2110-20 Uncompressed Interlaced Active Video");
        encapsulated(".7.3", "SMPTE ST 2110-30 PCM Digital Audio");
    }

    /**
     * {@return the transfer syntax of a UID} An unknown UID is taken as Explicit VR Little Endian and encapsulated,
     * like all later image syntaxes and most private ones, with the name "unknown". Headers can then be read, because
     * the parser detects the actual encoding; Pixel Data cannot.
     *
     * @param uid a Transfer Syntax UID
     */
    public static TransferSyntax of(String uid) {
        TransferSyntax known = KNOWN.get(uid);
        return known != null ? known : explicitEncapsulated(uid, "unknown");
    }

    /** {@return whether the encoding of the Data Set and its Pixel Data is known} */
    public boolean isKnown() {
        return KNOWN.containsKey(uid);
    }

    /** {@return the byte order of Pixel Data, which may differ from that of other elements} */
    public ByteOrder pixelOrder() {
        return equals(GE_PRIVATE) ? ByteOrder.BIG_ENDIAN : byteOrder;
    }

    /** {@return whether the Data Set is little endian} */
    public boolean littleEndian() {
        return byteOrder == ByteOrder.LITTLE_ENDIAN;
    }

    /** Returns name and UID, for messages. */
    @Override
    public String toString() {
        return name + " (" + uid + ")";
    }

    private static TransferSyntax encapsulated(String suffix, String name) {
        return known(explicitEncapsulated(ROOT + suffix, name));
    }

    private static TransferSyntax explicitEncapsulated(String uid, String name) {
        return new TransferSyntax(uid, name, ByteOrder.LITTLE_ENDIAN, true, false, true);
    }

    private static TransferSyntax known(
            String suffix, String name, ByteOrder order, boolean explicitVr, boolean deflated, boolean encapsulated) {
        return known(new TransferSyntax(ROOT + suffix, name, order, explicitVr, deflated, encapsulated));
    }

    private static TransferSyntax known(TransferSyntax syntax) {
        KNOWN.put(syntax.uid, syntax);
        return syntax;
    }
}
