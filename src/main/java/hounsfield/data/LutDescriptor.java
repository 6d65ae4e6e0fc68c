package hounsfield.data;

import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;

/**
 * The descriptor of a modality, VOI or palette lookup table (PS3.3 C.11.1.1.1 and C.7.6.3.1.5).
 *
 * @param tag of the descriptor, for messages
 * @param count number of entries, 1 to 65536
 * @param first input of the first entry
 * @param bits per entry as declared, 0 to 65535; valid are 8 to 16
 */
public record LutDescriptor(int tag, int count, int first, int bits) {
    private static final int MOST_ENTRIES = 1 << 16;

    /**
     * Reads a descriptor.
     *
     * @param dataSet contains the descriptor
     * @param tag of the descriptor
     * @param signed whether inputs are signed; then the first input is, too, whatever the VR of the descriptor
     * @return the descriptor
     * @throws DicomException if it does not have three values
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

    /** {@return whether the declared number of bits is valid} */
    public boolean hasBits() {
        return bits >= Byte.SIZE && bits <= Short.SIZE;
    }

    MalformedDicomException impossibleBits() {
        return new MalformedDicomException(
                "a lookup table's descriptor has entries of " + bits + " bits", Location.ofTag(tag));
    }
}
