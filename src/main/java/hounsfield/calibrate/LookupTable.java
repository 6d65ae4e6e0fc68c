package hounsfield.calibrate;

import hounsfield.codec.Samples;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;
import java.util.Arrays;
import java.util.Objects;

/**
 * A table of output values for consecutive input values. What lies below the first input gives the first output, what lies
 * above the last input the last output.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part03/sect_C.11.html">PS3.3 C.11.1.1.1</a>
 */
public final class LookupTable implements ModalityLut {
    private static final int LUT_DESCRIPTOR = 0x00283002;
    private static final int LUT_DATA = 0x00283006;

    private final int firstMapped;
    private final int bits;
    private final float[] values;

    /**
     * @param firstMapped the input of the first value
     * @param bits how many bits the outputs have
     * @param values at least one
     */
    public LookupTable(int firstMapped, int bits, float[] values) {
        if (values.length == 0) throw new IllegalArgumentException("an empty table");
        this.firstMapped = firstMapped;
        this.bits = bits;
        this.values = values.clone();
    }

    /**
     * The table of an Item of Modality LUT Sequence or VOI LUT Sequence. Entries of 8 bits may stand two in a word or one.
     *
     * @param signed whether the input values have a sign; the descriptor's VR is US or SS, its bits are what counts
     * @throws DicomException if descriptor or data are absent, or there are fewer entries than described
     */
    public static LookupTable of(DataSet item, boolean signed) throws DicomException {
        int[] descriptor = item.ints(LUT_DESCRIPTOR);
        if (descriptor.length < 3) {
            throw new MalformedDicomException(
                    "has " + descriptor.length + " values, not 3", Location.ofTag(LUT_DESCRIPTOR));
        }
        int entries = (descriptor[0] & 0xFFFF) == 0 ? 1 << 16 : descriptor[0] & 0xFFFF;
        int first = signed ? (short) descriptor[1] : descriptor[1] & 0xFFFF;
        int bits = descriptor[2] & 0xFFFF;
        if (bits < 8 || bits > 16) {
            throw new MalformedDicomException("describes entries of " + bits + " bits", Location.ofTag(LUT_DESCRIPTOR));
        }
        return new LookupTable(first, bits, entries(item.require(LUT_DATA), entries));
    }

    private static float[] entries(Element data, int count) throws DicomException {
        byte[] bytes = data.bytes();
        boolean words = bytes.length >= 2 * count;
        if (!words && bytes.length < count) {
            throw new MalformedDicomException(
                    "has " + bytes.length + " bytes for " + count + " entries", Location.ofTag(LUT_DATA));
        }
        int low = data.littleEndian() ? 0 : 1;
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            if (words) values[i] = bytes[2 * i + low] & 0xFF | (bytes[2 * i + 1 - low] & 0xFF) << 8;
            else values[i] = bytes[bytes.length % 2 == 0 ? i ^ low : i] & 0xFF;
        }
        return values;
    }

    /** The input of the first entry. */
    public int firstMapped() {
        return firstMapped;
    }

    /** How many entries there are. */
    public int size() {
        return values.length;
    }

    /** How many bits the outputs have: the largest output is {@code 2^bits - 1}. */
    public int bits() {
        return bits;
    }

    /** The output of the entry at {@code index}. */
    public float entry(int index) {
        return values[index];
    }

    /** {@inheritDoc} An input between two integers gives the nearest one's output, NaN gives NaN. */
    @Override
    public double apply(double stored) {
        if (Double.isNaN(stored)) return Double.NaN;
        double index = Math.rint(stored) - firstMapped;
        return values[(int) Math.max(0, Math.min(values.length - 1, index))];
    }

    @Override
    public void apply(Samples samples, float[] target) {
        if (samples.length() != target.length) {
            throw new IllegalArgumentException(samples.length() + " samples into " + target.length);
        }
        if (samples instanceof Samples.Shorts shorts) {
            apply(shorts.values(), shorts.signed(), target);
        } else {
            for (int i = 0; i < target.length; i++) target[i] = (float) apply(samples.valueAt(i));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LookupTable table
                && firstMapped == table.firstMapped
                && bits == table.bits
                && Arrays.equals(values, table.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(firstMapped, bits, Arrays.hashCode(values));
    }

    private void apply(short[] stored, boolean signed, float[] target) {
        float[] entries = values;
        int last = entries.length - 1;
        for (int i = 0; i < target.length; i++) {
            int value = signed ? stored[i] : stored[i] & 0xFFFF;
            target[i] = entries[Math.max(0, Math.min(last, value - firstMapped))];
        }
    }
}
