package hounsfield.codec.jpeg2000;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The variable length codes of the HT cleanup pass (T.814 7.3.5, annex C), expanded to tables indexed by seven bits.
 */
final class VlcTables {
    /** Number of bits in the longest code word. */
    static final int BITS = 7;

    /**
     * Mask of the length of the code word in an entry; above it are rho, u_off, e_k and e_1. An entry of 0 is not a
     * code word.
     */
    static final int LENGTH = 0x7;

    static final int RHO = 4;
    static final int U_OFF = 8;
    static final int E_K = 12;
    static final int E_1 = 16;

    /** For the first row of quads, indexed by context << 7 | next seven bits. */
    static final int[] FIRST = new int[8 << BITS];

    /** For the other rows of quads, with the same index. */
    static final int[] OTHER = new int[8 << BITS];

    private static final String RESOURCE = "vlc-code-words.txt";

    static {
        try (InputStream stream = VlcTables.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) throw new IllegalStateException("the resource " + RESOURCE + " is missing");
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII));
            lines.lines().filter(line -> !line.startsWith("#")).forEach(VlcTables::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private VlcTables() {}

    private static void add(String line) {
        String[] fields = line.split(" ");
        int[] table = fields[0].equals("0") ? FIRST : OTHER;
        int context = Integer.parseInt(fields[1]);
        String word = fields[6];
        int entry = word.length()
                | Integer.parseInt(fields[2], 16) << RHO
                | Integer.parseInt(fields[3], 16) << U_OFF
                | Integer.parseInt(fields[4], 16) << E_K
                | Integer.parseInt(fields[5], 16) << E_1;
        int code = 0;
        for (int i = 0; i < word.length(); i++) code |= (word.charAt(i) - '0') << i;
        for (int rest = 0; rest < 1 << BITS - word.length(); rest++) {
            table[context << BITS | rest << word.length() | code] = entry;
        }
    }
}
