package hounsfield.data;

import hounsfield.bytes.BinaryNumbers;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.work.Diagnostics;
import java.util.Arrays;

/**
 * The entries of a lookup table, with the same rules for modality, VOI and palette tables.
 *
 * <p>Entries are 16-bit words. They are bytes, packed two per word, only if the length shows it: the number of bytes is
 * the described number of entries, or is less and entries have 8 bits. A table shorter than described has only the
 * entries present; the caller decides what happens to inputs beyond them.
 *
 * @param first input of the first entry
 * @param bits per entry, 8 to 16
 * @param described number of entries according to the descriptor
 * @param entries those present, at least one, unsigned
 */
public record LutData(int first, int bits, int described, int[] entries) {
    /**
     * Reads a table.
     *
     * @param descriptor the LUT Descriptor
     * @param data the LUT Data
     * @param diagnostics receives deviations: another entry width than described, or fewer entries
     * @return the entries
     * @throws DicomException if there is no data, or if neither length nor descriptor determines the entry width
     */
    public static LutData read(LutDescriptor descriptor, Element data, Diagnostics diagnostics) throws DicomException {
        byte[] bytes = data.bytes();
        int count = descriptor.count();
        boolean packed = isPacked(descriptor, data, bytes.length);
        int[] all = packed ? bytes(data) : words(data);
        String name = Tag.toString(data.tag());
        if (all.length == 0) throw new MalformedDicomException("a lookup table is empty", Location.ofTag(data.tag()));
        int[] entries = all.length <= count ? all : Arrays.copyOf(all, count);
        if (entries.length < count) {
            diagnostics.add("lookup table " + name + " has " + entries.length + " of " + count + " entries");
        }
        return new LutData(descriptor.first(), bits(descriptor, packed, entries, name, diagnostics), count, entries);
    }

    /**
     * Creates a table of entries that are words, such as those of an expanded segmented table.
     *
     * @param descriptor the LUT Descriptor
     * @param entries the entries, at most as many as described
     * @param name of the table in messages
     * @param diagnostics receives a sentence if entries have more bits than described
     * @return the table
     */
    public static LutData ofWords(LutDescriptor descriptor, int[] entries, String name, Diagnostics diagnostics) {
        int bits = bits(descriptor, false, entries, name, diagnostics);
        return new LutData(descriptor.first(), bits, descriptor.count(), entries);
    }

    /** {@return input of the last entry present} */
    public int last() {
        return first + entries.length - 1;
    }

    /** {@return whether there are fewer entries than described} */
    public boolean isShort() {
        return entries.length < described;
    }

    private static boolean isPacked(LutDescriptor descriptor, Element data, int length) throws DicomException {
        int count = descriptor.count();
        if (length == count || length == count + (count & 1)) {
            return length < 2 * count || descriptor.bits() <= Byte.SIZE;
        }
        if (length >= 2 * count) return false;
        if (!descriptor.hasBits()) throw descriptor.impossibleBits();
        if (descriptor.bits() > Byte.SIZE) return false;
        // Either fewer bytes than 8-bit entries, or excess bytes, or one byte per word with too few words.
        return length < count || max(words(data)) > 0xFF;
    }

    /** Returns the bits per entry; more than described if an entry does not fit. */
    private static int bits(
            LutDescriptor descriptor, boolean packed, int[] entries, String name, Diagnostics diagnostics) {
        int described = descriptor.bits();
        int bits = packed ? Byte.SIZE : described;
        if (!packed && (!descriptor.hasBits() || max(entries) >>> described != 0)) bits = Short.SIZE;
        if (bits != described) {
            diagnostics.add(
                    "lookup table " + name + " has entries of " + bits + " bits, its descriptor says " + described);
        }
        return bits;
    }

    private static int max(int[] entries) {
        int max = 0;
        for (int entry : entries) max = Math.max(max, entry);
        return max;
    }

    /**
     * Returns bytes as entries, two per 16-bit word, the low byte first.
     *
     * @param data the LUT Data
     * @return the entries, 0 to 255
     * @throws DicomException if the value cannot be read
     */
    public static int[] bytes(Element data) throws DicomException {
        byte[] bytes = data.bytes();
        int swap = data.littleEndian() || data.vr() == VR.OB ? 0 : 1;
        int[] entries = new int[bytes.length];
        for (int i = 0; i < entries.length; i++) {
            int at = i ^ swap;
            entries[i] = at < bytes.length ? bytes[at] & 0xFF : 0;
        }
        return entries;
    }

    /**
     * Returns 16-bit words as entries.
     *
     * @param data the LUT Data
     * @return the entries, 0 to 65535
     * @throws DicomException if the value cannot be read
     */
    public static int[] words(Element data) throws DicomException {
        byte[] bytes = data.bytes();
        int[] words = new int[bytes.length / Short.BYTES];
        for (int i = 0; i < words.length; i++) {
            words[i] = BinaryNumbers.unsignedShort(bytes, Short.BYTES * i, data.littleEndian());
        }
        return words;
    }
}
