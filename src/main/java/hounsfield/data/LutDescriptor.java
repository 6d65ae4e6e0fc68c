package hounsfield.data;

import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;

/**
 * What a LUT Descriptor says of a lookup table: a modality, VOI or palette one (PS3.3 C.11.1.1.1 and C.7.6.3.1.5).
 *
 * @param tag of the descriptor, for messages
 * @param count how many entries the table has, 1 to 65536
 * @param first the input of the first entry
 * @param bits how many bits an entry has, 0 to 65535 as the file says; 8 to 16 make sense
 */
public record LutDescriptor(int tag, int count, int first, int bits) {
    private static final int MOST_ENTRIES = 1 << 16;

    /**
     * Reads a descriptor.
     *
     * @param signed whether the inputs have a sign; the first one has it too then, whatever the descriptor's VR
     * @throws DicomException if it does not have three numbers
     */
    public static LutDescriptor of(DataSet dataSet, int tag, boolean signed) throws DicomException {
        int[] numbers = dataSet.ints(tag);
        if (numbers.length < 3) {
            throw new MalformedDicomException(
                    "a lookup table's descriptor has " + numbers.length + " of 3 values", Location.ofTag(tag));
        }
        int count = numbers[0] & 0xFFFF;
        int first = signed ? (short) numbers[1] : numbers[1] & 0xFFFF;
        return new LutDescriptor(tag, count == 0 ? MOST_ENTRIES : count, first, numbers[2] & 0xFFFF);
    }

    /** Whether the number of bits is one that entries can have. */
    public boolean hasBits() {
        return bits >= Byte.SIZE && bits <= Short.SIZE;
    }

    MalformedDicomException impossibleBits() {
        return new MalformedDicomException(
                "a lookup table's descriptor has entries of " + bits + " bits", Location.ofTag(tag));
    }
}
