package hounsfield.frame;

import hounsfield.bytes.ByteSpan;
import hounsfield.standard.TransferSyntax;
import java.util.Set;

/**
 * How the encoded bit stream of a frame begins: to find frames among Fragments where no offset table tells, and to see what
 * a stream is where the transfer syntax does not tell.
 */
enum StreamStart {
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
    /** As {@link #JPEG}; the frame header's marker is SOF55 (ITU-T T.87 C.1). */
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
            // Rsiz, whose bit 14 says that there are capabilities of other parts of the standard (A.5.1): HTJ2K.
            boolean capabilities = frame.length() > 6 && frame.at(0) == 0xFF && (frame.at(6) & 0x40) != 0;
            return capabilities ? TransferSyntax.HTJ2K : TransferSyntax.JPEG_2000;
        }
    },
    /** 1 to 15 segments, the first behind the header, the next ones behind it (PS3.5 G.5). */
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
    /** Nothing to go by. */
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

    /** How much of a Fragment {@link #matches} wants to see. */
    static final int BYTES = 64;

    private static final int SOF55 = 0xF7;
    private static final int SOS = 0xDA;

    private static final String ROOT = "1.2.840.10008.1.2.4.";
    private static final Set<String> JPEG_SYNTAXES = Set.of("50", "51", "53", "55", "57", "70");
    private static final Set<String> JPEG_LS_SYNTAXES = Set.of("80", "81");
    private static final Set<String> JPEG_2000_SYNTAXES = Set.of("90", "91", "92", "93", "201", "202", "203");

    /** Whether a Fragment that begins so begins a frame. */
    abstract boolean matches(byte[] start, int length);

    /** The transfer syntax of a whole frame that begins so. */
    abstract TransferSyntax syntax(ByteSpan frame);

    /** How the frames of a transfer syntax begin. */
    static StreamStart of(TransferSyntax syntax) {
        if (syntax.equals(TransferSyntax.RLE_LOSSLESS)) return RLE;
        if (!syntax.uid().startsWith(ROOT)) return UNKNOWN;
        String suffix = syntax.uid().substring(ROOT.length());
        if (JPEG_SYNTAXES.contains(suffix)) return JPEG;
        if (JPEG_LS_SYNTAXES.contains(suffix)) return JPEG_LS;
        return JPEG_2000_SYNTAXES.contains(suffix) ? JPEG_2000 : UNKNOWN;
    }

    /** What the first {@link #BYTES} of a stream look like; JPEG-LS as JPEG. */
    static StreamStart of(byte[] start, int length) {
        if (JPEG.matches(start, length)) return JPEG;
        if (JPEG_2000.matches(start, length)) return JPEG_2000;
        return RLE.matches(start, length) ? RLE : UNKNOWN;
    }

    /** What a whole frame looks like; unknown too if it begins like JPEG and has no frame header. */
    static StreamStart of(ByteSpan frame) {
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

    /** The second byte of the first frame header's marker in a JPEG or JPEG-LS stream; 0 if there is none before a scan. */
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
