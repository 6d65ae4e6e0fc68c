package hounsfield.parse;

import hounsfield.bytes.ByteReader;
import java.util.Optional;

/**
 * Preambles that make a DICOM file also executable (PS3.10 7.1 leaves the 128 bytes to the application). A TIFF header
 * is not included, because whole-slide images contain one on purpose (PS3.10 7.5).
 */
enum ExecutablePreamble {
    WINDOWS("a Windows program", 'M', 'Z'),
    LINUX("a Linux program", 0x7F, 'E', 'L', 'F'),
    MAC_32("a macOS program", 0xCE, 0xFA, 0xED, 0xFE),
    MAC_64("a macOS program", 0xCF, 0xFA, 0xED, 0xFE),
    MAC_OR_JAVA("a macOS program or a Java class", 0xCA, 0xFE, 0xBA, 0xBE),
    SCRIPT("a script", '#', '!');

    private final String description;
    private final int[] signature;

    ExecutablePreamble(String description, int... signature) {
        this.description = description;
        this.signature = signature;
    }

    /** Returns a warning if the preamble at the reader's position is that of a program. All its bytes must be available. */
    static Optional<String> warning(ByteReader reader) {
        for (ExecutablePreamble preamble : values()) {
            if (!preamble.matches(reader)) continue;
            return Optional.of("the preamble is that of " + preamble.description
                    + ": the image is read as usual, but do not run the file");
        }
        return Optional.empty();
    }

    private boolean matches(ByteReader reader) {
        for (int i = 0; i < signature.length; i++) if (reader.peekByte(i) != signature[i]) return false;
        return true;
    }
}
