package hounsfield.calibrate;

import hounsfield.codec.Samples;
import hounsfield.data.DataSet;
import hounsfield.data.LutData;
import hounsfield.data.LutDescriptor;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Diagnostics;
import java.util.Arrays;
import java.util.Objects;

/**
 * A table of output values for consecutive input values. Inputs below the first one have the first output; inputs above the last one
 * have the last output.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part03/sect_C.11.html">PS3.3 C.11.1.1.1</a>
 */
public final class LookupTable implements ModalityLut {

    private final int firstMapped;
    private final int bits;
    private final float[] values;

    /**
     * Creates a table.
     *
     * @param firstMapped input of the first value
     * @param bits per output
     * @param values the outputs, at least one
     */
    public LookupTable(int firstMapped, int bits, float[] values) {
        if (values.length == 0) throw new IllegalArgumentException("the table is empty");
        this.firstMapped = firstMapped;
        this.bits = bits;
        this.values = values.clone();
    }

    /**
     * Reads the table of an Item of VOI LUT Sequence. If the table is shorter than described, inputs beyond it have its last output.
     *
     * @param item the Item
     * @param signed whether inputs are signed; it decides the sign of the descriptor whether its VR is US or SS
     * @param findings receives deviations: fewer entries than described, or entries of another width
     * @return the table
     * @throws DicomException if descriptor or data are absent or cannot be read
     */
    public static LookupTable of(DataSet item, boolean signed, Diagnostics findings) throws DicomException {
        LutData data = read(item, signed, findings);
        return new LookupTable(data.first(), data.bits(), values(data));
    }

    /**
     * Reads the table of an Item of Modality LUT Sequence, like {@link #of}. If entries are missing, their inputs and those beyond give
     * NaN, because the last described entry, whose value they would have, is unknown.
     */
    static LookupTable ofModality(DataSet item, boolean signed, Diagnostics findings) throws DicomException {
        LutData data = read(item, signed, findings);
        float[] values = values(data);
        if (data.isShort()) {
            findings.add(
                    "Stored values above " + data.last() + " have no entry in the Modality LUT and no value (NaN)");
            values = Arrays.copyOf(values, values.length + 1);
            values[values.length - 1] = Float.NaN;
        }
        return new LookupTable(data.first(), data.bits(), values);
    }

    /** Creates a table of consecutive inputs; other inputs give NaN. */
    static LookupTable ofMapped(int firstMapped, float[] values) {
        float[] bounded = new float[values.length + 2];
        System.arraycopy(values, 0, bounded, 1, values.length);
        bounded[0] = Float.NaN;
        bounded[bounded.length - 1] = Float.NaN;
        return new LookupTable(firstMapped - 1, Float.SIZE, bounded);
    }

    private static LutData read(DataSet item, boolean signed, Diagnostics findings) throws DicomException {
        LutDescriptor descriptor = LutDescriptor.of(item, Tag.LUT_DESCRIPTOR, signed);
        return LutData.read(descriptor, item.require(Tag.LUT_DATA), findings);
    }

    private static float[] values(LutData data) {
        int[] entries = data.entries();
        float[] values = new float[entries.length];
        for (int i = 0; i < values.length; i++) values[i] = entries[i];
        return values;
    }

    /** {@return input of the first entry} */
    public int firstMapped() {
        return firstMapped;
    }

    /** {@return number of entries} */
    public int size() {
        return values.length;
    }

    /** {@return bits per output; the largest possible output is {@code 2^bits - 1}} */
    public int bits() {
        return bits;
    }

    /**
     * {@return an output}
     *
     * @param index of the entry, from 0
     */
    public float entry(int index) {
        return values[index];
    }

    /** {@inheritDoc} Inputs between integers are rounded; NaN gives NaN. */
    @Override
    public double apply(double stored) {
        if (Double.isNaN(stored)) return Double.NaN;
        double index = Math.rint(stored) - firstMapped;
        return values[(int) Math.max(0, Math.min(values.length - 1, index))];
    }

    @Override
    public void apply(Samples samples, float[] target) {
        if (samples.length() != target.length) {
            throw new IllegalArgumentException(samples.length() + " samples do not fit " + target.length + " values");
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
