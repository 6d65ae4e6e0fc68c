package hounsfield.color;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.standard.Warnings;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * One of the three lookup tables of a palette.
 *
 * @param first the stored value of the first entry
 * @param bits 8 to 16 bits of an entry
 * @param entries at least one
 */
record PaletteTable(int first, int bits, int[] entries) {
    private static final String[] COLOURS = {"Red", "Green", "Blue"};
    private static final int MAX_ENTRIES = 65536;

    /** The stored value of the last entry. */
    int last() {
        return first + entries.length - 1;
    }

    /** The entry of a stored value, of the nearest one that has an entry. */
    int entry(int value) {
        return entries[Math.max(0, Math.min(entries.length - 1, value - first))];
    }

    /**
     * Reads the table of a colour, plain or segmented.
     *
     * @param channel 0 red, 1 green, 2 blue
     * @param signed whether stored values are, and then the first mapped one too (C.7.6.3.1.5)
     */
    static PaletteTable read(DataSet dataSet, int channel, boolean signed, Warnings warnings) throws DicomException {
        int descriptorTag = Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + channel;
        int[] descriptor = dataSet.ints(descriptorTag);
        String name = COLOURS[channel] + " Palette Color Lookup Table";
        if (descriptor.length < 3) {
            throw new MalformedDicomException(
                    name + " Descriptor has " + descriptor.length + " of 3 values", Location.ofTag(descriptorTag));
        }
        int count = (descriptor[0] & 0xFFFF) == 0 ? MAX_ENTRIES : descriptor[0] & 0xFFFF;
        int first = signed ? (short) descriptor[1] : descriptor[1] & 0xFFFF;
        int bits = descriptor[2];
        if (bits < Byte.SIZE || bits > Short.SIZE) {
            throw new MalformedDicomException(
                    name + " has entries of " + bits + " bits", Location.ofTag(descriptorTag));
        }
        Optional<Element> segmented = dataSet.find(Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + channel);
        int dataTag = Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + channel;
        if (dataSet.contains(dataTag) || segmented.isEmpty()) {
            return plain(dataSet.require(dataTag), name, count, first, bits, warnings);
        }
        try {
            int[] entries = segments(segmented.get(), name, count, bits, warnings);
            if (entries.length < count) warnings.add(name + " has " + entries.length + " of " + count + " entries");
            return new PaletteTable(first, bits, entries);
        } catch (DicomException e) {
            throw e.at(Location.ofTag(segmented.get().tag()));
        }
    }

    /** Entries of 8 bits have segments of bytes; where these make no such table and words do, of words. */
    private static int[] segments(Element data, String name, int count, int bits, Warnings warnings)
            throws DicomException {
        if (bits > Byte.SIZE) return SegmentedPalette.expand(words(data), Short.BYTES, count);
        try {
            int[] entries = SegmentedPalette.expand(bytes(data), 1, count);
            if (entries.length == count) return entries;
        } catch (DicomException e) {
            // Words, or damaged.
        }
        int[] entries = SegmentedPalette.expand(words(data), Short.BYTES, count);
        warnings.add("Segmented " + name + " has segments of words where entries have 8 bits");
        return entries;
    }

    private static PaletteTable plain(Element data, String name, int count, int first, int bits, Warnings warnings)
            throws DicomException {
        int length = data.bytes().length;
        // Entries of 8 bits come two to a 16-bit word, or one; in files that say 16 bits and hold 8 the length tells.
        boolean packedBytes = length < 2 * count && (bits == Byte.SIZE || length >= count);
        int[] all = packedBytes ? bytes(data) : words(data);
        if (all.length == 0) throw new MalformedDicomException(name + " is empty", Location.ofTag(data.tag()));
        if (packedBytes && bits > Byte.SIZE) {
            warnings.add(name + " has entries of 8 bits where it says " + bits);
        }
        if (all.length < count) warnings.add(name + " has " + all.length + " of " + count + " entries");
        int[] entries = all.length <= count ? all : Arrays.copyOf(all, count);
        return new PaletteTable(first, packedBytes ? Byte.SIZE : bits, entries);
    }

    /** Two entries in each 16-bit word, the first in its low byte. */
    private static int[] bytes(Element data) throws DicomException {
        byte[] bytes = data.bytes();
        int swap = data.littleEndian() || data.vr() == VR.OB ? 0 : 1;
        int[] entries = new int[bytes.length];
        for (int i = 0; i < entries.length; i++) {
            int at = i ^ swap;
            entries[i] = at < bytes.length ? bytes[at] & 0xFF : 0;
        }
        return entries;
    }

    private static int[] words(Element data) throws DicomException {
        ByteBuffer buffer = ByteBuffer.wrap(data.bytes())
                .order(data.littleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int[] words = new int[buffer.remaining() / Short.BYTES];
        for (int i = 0; i < words.length; i++) words[i] = buffer.getShort() & 0xFFFF;
        return words;
    }
}
