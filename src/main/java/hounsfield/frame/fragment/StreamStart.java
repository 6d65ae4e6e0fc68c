package hounsfield.frame.fragment;

import hounsfield.bytes.ByteSpan;
import hounsfield.standard.TransferSyntax;
import java.util.Set;

/**
 * The start of the encoded bit stream of a frame. It separates frames among fragments without an offset table, and
 * identifies streams that do not match the transfer syntax.
 */
public enum StreamStart {
    /** SOI and another marker (ITU-T T.81 B.1). */
    JPEG {
        @Override
        boolean matches(byte[] start, int length) {
            return starts(start, length, 0xFF, 0xD8, 0xFF);
        }

        @Override
        TransferSyntax syntax(ByteSpan frame) {
            return switch (frameMarker(frame)) {
                case 0xC0 -> TransferSyntax.JPEG_BASELINE;
                case 0xC2 -> TransferSyntax.JPEG_PROGRESSIVE;
                case 0xC3 -> TransferSyntax.JPEG_LOSSLESS;
                default -> TransferSyntax.JPEG_EXTENDED;
            };
        }
    },
    /** Like {@link #JPEG}; the marker of the frame header is SOF55 (ITU-T T.87 C.1). */
    JPEG_LS {
        @Override
        boolean matches(byte[] start, int length) {
            return JPEG.matches(start, length);
        }

        @Override
        TransferSyntax syntax(ByteSpan frame) {
            return TransferSyntax.JPEG_LS_NEAR_LOSSLESS;
        }
    },
    /** SOC and SIZ (ITU-T T.800 A.4, A.5), or the signature box of a JP2 file (I.5.1), which PS3.5 forbids. */
    JPEG_2000 {
        @Override
        boolean matches(byte[] start, int length) {
            return starts(start, length, 0xFF, 0x4F, 0xFF, 0x51)
                    || starts(start, length, 0, 0, 0, 12, 'j', 'P', ' ', ' ');
        }

        @Override
        TransferSyntax syntax(ByteSpan frame) {
            // Bit 14 of Rsiz announces capabilities of other parts of the standard (A.5.1): HTJ2K.
            boolean capabilities = frame.length() > 6 && frame.at(0) == 0xFF && (frame.at(6) & 0x40) != 0;
            return capabilities ? TransferSyntax.HTJ2K : TransferSyntax.JPEG_2000;
        }
    },
    /** 1 to 15 segments, the first directly after the header, the others in ascending order (PS3.5 G.5). */
    RLE {
        @Override
        boolean matches(byte[] start, int length) {
            if (length < BYTES) return false;
            long segments = unsigned(start, 0);
            if (segments < 1 || segments > 15 || unsigned(start, 4) != 64) return false;
            for (int i = 2; i <= 15; i++) {
                long offset = unsigned(start, 4 * i);
                if (i <= segments ? offset <= unsigned(start, 4 * i - 4) : offset != 0) return false;
            }
            return true;
        }

        @Override
        TransferSyntax syntax(ByteSpan frame) {
            return TransferSyntax.RLE_LOSSLESS;
        }
    },
    /** No known start. */
    UNKNOWN {
        @Override
        boolean matches(byte[] start, int length) {
            return false;
        }

        @Override
        TransferSyntax syntax(ByteSpan frame) {
            throw new IllegalStateException("no stream");
        }
    };

    /** Number of bytes that {@link #matches} examines. */
    public static final int BYTES = 64;

    private static final int SOF55 = 0xF7;
    private static final int SOS = 0xDA;

    private static final String ROOT = "1.2.840.10008.1.2.4.";
    private static final Set<String> JPEG_SYNTAXES = Set.of("50", "51", "53", "55", "57", "70");
    private static final Set<String> JPEG_LS_SYNTAXES = Set.of("80", "81");
    private static final Set<String> JPEG_2000_SYNTAXES = Set.of("90", "91", "92", "93", "201", "202", "203");

    /** Returns whether a fragment with these first bytes begins a frame. */
    abstract boolean matches(byte[] start, int length);

    /** Returns the transfer syntax of a whole frame with this start. */
    abstract TransferSyntax syntax(ByteSpan frame);

    /**
     * {@return the start of the frames of a transfer syntax}
     *
     * @param syntax any transfer syntax
     */
    public static StreamStart of(TransferSyntax syntax) {
        if (syntax.equals(TransferSyntax.RLE_LOSSLESS)) return RLE;
        if (!syntax.uid().startsWith(ROOT)) return UNKNOWN;
        String suffix = syntax.uid().substring(ROOT.length());
        if (JPEG_SYNTAXES.contains(suffix)) return JPEG;
        if (JPEG_LS_SYNTAXES.contains(suffix)) return JPEG_LS;
        return JPEG_2000_SYNTAXES.contains(suffix) ? JPEG_2000 : UNKNOWN;
    }

    /**
     * Identifies the first {@link #BYTES} bytes of a stream; JPEG-LS is identified as JPEG.
     *
     * @param start the bytes
     * @param length number of valid bytes
     * @return the start, or that it is unknown
     */
    public static StreamStart of(byte[] start, int length) {
        if (JPEG.matches(start, length)) return JPEG;
        if (JPEG_2000.matches(start, length)) return JPEG_2000;
        return RLE.matches(start, length) ? RLE : UNKNOWN;
    }

    /**
     * Identifies a whole frame; it is unknown if it begins like JPEG but has no frame header.
     *
     * @param frame the bit stream
     * @return the start, or that it is unknown
     */
    public static StreamStart of(ByteSpan frame) {
        int length = Math.min(BYTES, frame.length());
        byte[] start = new byte[length];
        System.arraycopy(frame.array(), frame.offset(), start, 0, length);
        StreamStart found = of(start, length);
        if (found != JPEG) return found;
        return switch (frameMarker(frame)) {
            case 0 -> UNKNOWN;
            case SOF55 -> JPEG_LS;
            default -> JPEG;
        };
    }

    /** Returns the code of the first frame header marker in a JPEG or JPEG-LS stream; 0 if there is none before a scan. */
    private static int frameMarker(ByteSpan frame) {
        int at = 2;
        while (at + 3 < frame.length()) {
            int code = frame.at(at + 1);
            if (frame.at(at) != 0xFF || code == 0xFF) {
                at++;
                continue;
            }
            boolean table = code == 0xC4 || code == 0xC8 || code == 0xCC;
            if (code == SOF55 || code >= 0xC0 && code <= 0xCF && !table) return code;
            if (code == SOS) return 0;
            int segment = 2 + Math.max(2, frame.at(at + 2) << 8 | frame.at(at + 3));
            if (segment > frame.length() - at) return 0;
            at += segment;
        }
        return 0;
    }

    private static boolean starts(byte[] start, int length, int... expected) {
        if (length < expected.length) return false;
        for (int i = 0; i < expected.length; i++) if ((start[i] & 0xFF) != expected[i]) return false;
        return true;
    }

    private static long unsigned(byte[] bytes, int at) {
        return (bytes[at] & 0xFFL)
                | (bytes[at + 1] & 0xFFL) << 8
                | (bytes[at + 2] & 0xFFL) << 16
                | (bytes[at + 3] & 0xFFL) << 24;
    }
}
