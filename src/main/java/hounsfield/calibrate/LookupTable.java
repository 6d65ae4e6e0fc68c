package hounsfield.calibrate;

import hounsfield.codec.Samples;
import hounsfield.data.DataSet;
import hounsfield.data.LutData;
import hounsfield.data.LutDescriptor;
import hounsfield.standard.DicomException;
import hounsfield.standard.Tag;
import hounsfield.work.Warnings;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A table of output values for consecutive input values. What lies below the first input gives the first output, what lies
 * above the last input the last output.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part03/sect_C.11.html">PS3.3 C.11.1.1.1</a>
 */
public final class LookupTable implements ModalityLut {

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
     * The table of an Item of VOI LUT Sequence. Inputs beyond a table that is shorter than described have its last output.
     *
     * @param signed whether the input values have a sign; the descriptor's VR is US or SS, its bits are what counts
     * @param findings takes what is odd: fewer entries than described, entries of another width
     * @throws DicomException if descriptor or data are absent or cannot be read
     */
    public static LookupTable of(DataSet item, boolean signed, Consumer<String> findings) throws DicomException {
        LutData data = read(item, signed, findings);
        return new LookupTable(data.first(), data.bits(), values(data));
    }

    /**
     * As {@link #of}, the table of an Item of Modality LUT Sequence. Inputs of entries that are described and not there
     * have no value, NaN; so have those beyond, since their value would be that of the last entry described.
     */
    static LookupTable ofModality(DataSet item, boolean signed, Consumer<String> findings) throws DicomException {
        LutData data = read(item, signed, findings);
        float[] values = values(data);
        if (data.isShort()) {
            findings.accept(
                    "Stored values above " + data.last() + " have no entry in the Modality LUT and no value (NaN)");
            values = Arrays.copyOf(values, values.length + 1);
            values[values.length - 1] = Float.NaN;
        }
        return new LookupTable(data.first(), data.bits(), values);
    }

    /** The table of consecutive inputs without a value for others, NaN. */
    static LookupTable ofMapped(int firstMapped, float[] values) {
        float[] bounded = new float[values.length + 2];
        System.arraycopy(values, 0, bounded, 1, values.length);
        bounded[0] = Float.NaN;
        bounded[bounded.length - 1] = Float.NaN;
        return new LookupTable(firstMapped - 1, Float.SIZE, bounded);
    }

    private static LutData read(DataSet item, boolean signed, Consumer<String> findings) throws DicomException {
        Warnings warnings = new Warnings();
        LutDescriptor descriptor = LutDescriptor.of(item, Tag.LUT_DESCRIPTOR, signed);
        LutData data = LutData.read(descriptor, item.require(Tag.LUT_DATA), warnings);
        warnings.list().forEach(findings);
        return data;
    }

    private static float[] values(LutData data) {
        int[] entries = data.entries();
        float[] values = new float[entries.length];
        for (int i = 0; i < values.length; i++) values[i] = entries[i];
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
