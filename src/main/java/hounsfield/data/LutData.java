package hounsfield.data;

import hounsfield.bytes.BinaryNumbers;
import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.work.Warnings;
import java.util.Arrays;

/**
 * The entries of a lookup table, one rule for modality, VOI and palette tables.
 *
 * <p>Entries are words of 16 bits. They are bytes, two in each word, only where the number of bytes says so: it is the
 * described number of entries, or fewer bytes for entries of 8 bits. A table that is shorter than described has the entries
 * that are there; what comes of inputs beyond them is for the caller to say.
 *
 * @param first the input of the first entry
 * @param bits 8 to 16 bits of an entry
 * @param described how many entries the descriptor says there are
 * @param entries those that are there, at least one, unsigned
 */
public record LutData(int first, int bits, int described, int[] entries) {
    /**
     * Reads a table.
     *
     * @param warnings takes what was odd: entries of another width than described, fewer of them than described
     * @throws DicomException if there is no data, or no width that the number of bytes or the descriptor says
     */
    public static LutData read(LutDescriptor descriptor, Element data, Warnings warnings) throws DicomException {
        byte[] bytes = data.bytes();
        int count = descriptor.count();
        boolean packed = isPacked(descriptor, data, bytes.length);
        int[] all = packed ? bytes(data) : words(data);
        String name = Tag.toString(data.tag());
        if (all.length == 0) throw new MalformedDicomException("a lookup table is empty", Location.ofTag(data.tag()));
        int[] entries = all.length <= count ? all : Arrays.copyOf(all, count);
        if (entries.length < count) {
            warnings.add("lookup table " + name + " has " + entries.length + " of " + count + " entries");
        }
        return new LutData(descriptor.first(), bits(descriptor, packed, entries, name, warnings), count, entries);
    }

    /** The input of the last entry that is there. */
    public int last() {
        return first + entries.length - 1;
    }

    /** Whether entries are missing that the descriptor has. */
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
        // Fewer bytes than entries of 8 bits, or too many of them, or one of them in each word and too few words.
        return length < count || max(words(data)) > 0xFF;
    }

    /** The bits of an entry; more than described where the entries do not fit. */
    private static int bits(LutDescriptor descriptor, boolean packed, int[] entries, String name, Warnings warnings) {
        int described = descriptor.bits();
        int bits = packed ? Byte.SIZE : described;
        if (!packed && (!descriptor.hasBits() || max(entries) >>> described != 0)) bits = Short.SIZE;
        if (bits != described) {
            warnings.add(
                    "lookup table " + name + " has entries of " + bits + " bits, its descriptor says " + described);
        }
        return bits;
    }

    private static int max(int[] entries) {
        int max = 0;
        for (int entry : entries) max = Math.max(max, entry);
        return max;
    }

    /** An element's bytes as entries: two in each 16-bit word, the first in its low byte. */
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

    /** An element's 16-bit words as entries. */
    public static int[] words(Element data) throws DicomException {
        byte[] bytes = data.bytes();
        int[] words = new int[bytes.length / Short.BYTES];
        for (int i = 0; i < words.length; i++) {
            words[i] = BinaryNumbers.unsignedShort(bytes, Short.BYTES * i, data.littleEndian());
        }
        return words;
    }
}
