package hounsfield.data;

import hounsfield.bytes.BinaryNumbers;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the table of a CSA header of Siemens; every number and length is checked against the remaining bytes. */
final class CsaReader {
    private static final byte[] CSA2 = {'S', 'V', '1', '0'};
    private static final int NAME_BYTES = 64;
    private static final int ENTRY_BYTES = 84;
    private static final int ITEM_BYTES = 16;

    private final byte[] bytes;
    private int position;

    CsaReader(byte[] bytes) {
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
