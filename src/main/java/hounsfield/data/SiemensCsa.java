package hounsfield.data;

import hounsfield.standard.error.MalformedDicomException;
import hounsfield.work.Diagnostics;
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
            return Optional.of(new SiemensCsa(new CsaReader(bytes).read()));
        } catch (MalformedDicomException e) {
            findings.add("CSA Image Header Info of Siemens is damaged and is ignored");
            return Optional.empty();
        }
    }

    /**
     * {@return the values of an entry as numbers; empty if absent, or if a value is not a finite number}
     *
     * @param name of the entry, such as {@code SliceNormalVector}
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
     * {@return the first value of an entry as a number, if any}
     *
     * @param name of the entry
     */
    public OptionalDouble number(String name) {
        double[] numbers = numbers(name);
        return numbers.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(numbers[0]);
    }
}
