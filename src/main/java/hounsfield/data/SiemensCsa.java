package hounsfield.data;

import hounsfield.bytes.BinaryNumbers;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.work.Diagnostics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The values of CSA Image Header Info (0029,xx10), a table of named texts in MR images of Siemens.
 *
 * <p>All numbers are little endian integers of 32 bits. The table begins with {@code SV10} and four bytes (only in the
 * newer format, CSA2), the number of entries, and 77. An entry has 84 bytes: name (64), multiplicity, VR (4), type,
 * number of items, and 77 or 205. Each item has 16 bytes, of which the second number (CSA2) is the length of the text
 * that follows, padded to a multiple of four; in the older format, CSA1, the length is the first number less the number
 * of items of the first entry. Items beyond the multiplicity are empty.
 *
 * @see <a href="https://nipy.org/nibabel/dicom/siemens_csa.html">Siemens format DICOM with CSA header</a>
 */
public final class SiemensCsa {
    private static final String CREATOR = "SIEMENS CSA HEADER";
    private static final int GROUP = 0x0029;
    private static final int IMAGE_HEADER_INFO = 0x10;

    private static final byte[] CSA2 = {'S', 'V', '1', '0'};
    private static final int NAME_BYTES = 64;
    private static final int ENTRY_BYTES = 84;
    private static final int ITEM_BYTES = 16;

    private final Map<String, List<String>> values;

    private SiemensCsa(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Reads the header of an image.
     *
     * @param dataSet the top level of a file
     * @param findings receives a sentence if the header is damaged
     * @return the header; empty if absent or damaged
     */
    public static Optional<SiemensCsa> of(DataSet dataSet, Diagnostics findings) {
        Optional<PrivateBlock> block = PrivateBlock.of(dataSet, GROUP, CREATOR, findings);
        byte[] bytes = block.map(own -> own.bytes(IMAGE_HEADER_INFO)).orElse(new byte[0]);
        if (bytes.length == 0) return Optional.empty();
        try {
            return Optional.of(new SiemensCsa(new Reader(bytes).read()));
        } catch (MalformedDicomException e) {
            findings.add("CSA Image Header Info of Siemens is damaged and is ignored");
            return Optional.empty();
        }
    }

    /** Reads the table; every number and length is checked against the remaining bytes. */
    private static final class Reader {
        private final byte[] bytes;
        private int position;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        Map<String, List<String>> read() throws MalformedDicomException {
            boolean second = bytes.length >= CSA2.length && Arrays.equals(bytes, 0, CSA2.length, CSA2, 0, CSA2.length);
            if (second) skip(2 * CSA2.length);
            int entries = count(ENTRY_BYTES);
            skip(Integer.BYTES);
            Map<String, List<String>> values = new HashMap<>();
            int itemsOfFirst = 0;
            for (int entry = 0; entry < entries; entry++) {
                String name = text(NAME_BYTES);
                int multiplicity = integer();
                skip(2 * Integer.BYTES);
                int items = count(ITEM_BYTES);
                skip(Integer.BYTES);
                if (entry == 0) itemsOfFirst = items;
                List<String> texts = new ArrayList<>();
                for (int item = 0; item < items; item++) {
                    int first = integer();
                    int length = integer();
                    skip(2 * Integer.BYTES);
                    if (!second) length = first - itemsOfFirst;
                    String text = text(length);
                    // The last item may end without padding.
                    skip(Math.min(bytes.length - position, -length & 3));
                    if (!text.isEmpty() && (multiplicity <= 0 || item < multiplicity)) texts.add(text);
                }
                values.putIfAbsent(name, List.copyOf(texts));
            }
            return values;
        }

        private void skip(int count) throws MalformedDicomException {
            if (count < 0 || count > bytes.length - position) {
                throw new MalformedDicomException("is damaged", Location.ofOffset(position));
            }
            position += count;
        }

        private int integer() throws MalformedDicomException {
            int at = position;
            skip(Integer.BYTES);
            return BinaryNumbers.integer(bytes, at, true);
        }

        /** Reads a number of parts of at least this size. */
        private int count(int partBytes) throws MalformedDicomException {
            int count = integer();
            if (count < 0 || count > (bytes.length - position) / partBytes) {
                throw new MalformedDicomException("is damaged", Location.ofOffset(position));
            }
            return count;
        }

        /** Reads a text that ends at the first NUL. */
        private String text(int length) throws MalformedDicomException {
            int start = position;
            skip(length);
            int end = start;
            while (end < position && bytes[end] != 0) end++;
            return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1).strip();
        }
    }

    /**
     * Returns the values of an entry as numbers.
     *
     * @param name of the entry, such as {@code SliceNormalVector}
     * @return the numbers; empty if absent, or if a value is not a finite number
     */
    public double[] numbers(String name) {
        List<String> texts = values.getOrDefault(name, List.of());
        double[] numbers = new double[texts.size()];
        for (int i = 0; i < numbers.length; i++) {
            try {
                numbers[i] = Double.parseDouble(texts.get(i));
            } catch (NumberFormatException e) {
                return new double[0];
            }
            if (!Double.isFinite(numbers[i])) return new double[0];
        }
        return numbers;
    }

    /**
     * Returns the first value of an entry as a number.
     *
     * @param name of the entry
     * @return the number, if any
     */
    public OptionalDouble number(String name) {
        double[] numbers = numbers(name);
        return numbers.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(numbers[0]);
    }
}
