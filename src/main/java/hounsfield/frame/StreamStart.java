package hounsfield.frame;

import hounsfield.standard.TransferSyntax;
import java.util.Set;

/** How the encoded bit stream of a frame begins, to find frames among Fragments where no offset table tells. */
enum StreamStart {
    /** SOI and another marker (ITU-T T.81 B.1, T.87 C.1). */
    JPEG {
        @Override
        boolean matches(byte[] start, int length) {
            return starts(start, length, 0xFF, 0xD8, 0xFF);
        }
    },
    /** SOC and SIZ (ITU-T T.800 A.4, A.5), or the signature box of a JP2 file (I.5.1), which PS3.5 forbids. */
    JPEG_2000 {
        @Override
        boolean matches(byte[] start, int length) {
            return starts(start, length, 0xFF, 0x4F, 0xFF, 0x51)
                    || starts(start, length, 0, 0, 0, 12, 'j', 'P', ' ', ' ');
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
    },
    /** Nothing to go by. */
    UNKNOWN {
        @Override
        boolean matches(byte[] start, int length) {
            return false;
        }
    };

    /** How much of a Fragment {@link #matches} wants to see. */
    static final int BYTES = 64;

    private static final String ROOT = "1.2.840.10008.1.2.4.";
    private static final Set<String> JPEG_SYNTAXES = Set.of("50", "51", "57", "70", "80", "81");
    private static final Set<String> JPEG_2000_SYNTAXES = Set.of("90", "91", "92", "93", "201", "202", "203");

    /** Whether a Fragment that begins so begins a frame. */
    abstract boolean matches(byte[] start, int length);

    static StreamStart of(TransferSyntax syntax) {
        if (syntax.equals(TransferSyntax.RLE_LOSSLESS)) return RLE;
        if (!syntax.uid().startsWith(ROOT)) return UNKNOWN;
        String suffix = syntax.uid().substring(ROOT.length());
        if (JPEG_SYNTAXES.contains(suffix)) return JPEG;
        return JPEG_2000_SYNTAXES.contains(suffix) ? JPEG_2000 : UNKNOWN;
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
