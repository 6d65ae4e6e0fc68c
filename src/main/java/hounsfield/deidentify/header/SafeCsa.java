package hounsfield.deidentify.header;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.data.SiemensCsa;
import hounsfield.standard.VR;
import hounsfield.work.Diagnostics;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Rewrites the CSA Image Header Info of Siemens with only the numbers that place the slices of mosaics and order diffusion images. Its
 * other texts include protocols and comments.
 */
final class SafeCsa {
    /** The Private Creator. */
    static final String CREATOR = "SIEMENS CSA HEADER";

    private static final List<String> NAMES =
            List.of("NumberOfImagesInMosaic", "SliceNormalVector", "B_value", "DiffusionGradientDirection");

    private static final int NAME_BYTES = 64;
    private static final int MARK = 77;
    /** The type of decimal strings in the tables of Siemens. */
    private static final int DECIMAL = 3;

    private SafeCsa() {}

    /** Returns the element with these numbers only; empty if the table cannot be read or has none of them. */
    static Optional<Element> of(DataSet dataSet, int tag) {
        Optional<SiemensCsa> csa = SiemensCsa.of(dataSet, new Diagnostics());
        if (csa.isEmpty()) return Optional.empty();
        List<String> names = NAMES.stream()
                .filter(name -> csa.get().numbers(name).length > 0)
                .toList();
        if (names.isEmpty()) return Optional.empty();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {'S', 'V', '1', '0', 4, 3, 2, 1});
        put(bytes, names.size());
        put(bytes, MARK);
        for (String name : names) entry(bytes, name, csa.get().numbers(name));
        return Optional.of(Element.of(tag, VR.OB, bytes.toByteArray(), true));
    }

    private static void entry(ByteArrayOutputStream bytes, String name, double[] numbers) {
        text(bytes, name, NAME_BYTES);
        put(bytes, numbers.length);
        text(bytes, "DS", Integer.BYTES);
        put(bytes, DECIMAL);
        put(bytes, numbers.length);
        put(bytes, MARK);
        List<String> items = new ArrayList<>();
        for (double number : numbers) items.add(Double.toString(number));
        for (String item : items) {
            // The length includes the NUL at the end of the text.
            int length = item.length() + 1;
            put(bytes, length);
            put(bytes, length);
            put(bytes, MARK);
            put(bytes, length);
            text(bytes, item, (length + 3) / 4 * 4);
        }
    }

    private static void text(ByteArrayOutputStream bytes, String text, int length) {
        bytes.writeBytes(Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), length));
    }

    private static void put(ByteArrayOutputStream bytes, int number) {
        for (int i = 0; i < Integer.BYTES; i++) bytes.write(number >>> i * Byte.SIZE);
    }
}
