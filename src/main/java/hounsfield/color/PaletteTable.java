package hounsfield.color;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.data.LutData;
import hounsfield.data.LutDescriptor;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.work.Diagnostics;
import java.util.Optional;

/** One of the three lookup tables of a palette, plain or segmented. */
final class PaletteTable {
    private static final String[] COLORS = {"Red", "Green", "Blue"};

    private PaletteTable() {}

    /**
     * Reads the table of a color.
     *
     * @param channel 0 red, 1 green, 2 blue
     * @param signed whether stored values are signed, and therefore also the first mapped value (C.7.6.3.1.5)
     */
    static LutData read(DataSet dataSet, int channel, boolean signed, Diagnostics diagnostics) throws DicomException {
        String name = COLORS[channel] + " Palette Color Lookup Table";
        int descriptorTag = Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + channel;
        if (!dataSet.contains(descriptorTag)) {
            throw new MalformedDicomException(name + " Descriptor is absent", Location.ofTag(descriptorTag));
        }
        LutDescriptor descriptor = LutDescriptor.of(dataSet, descriptorTag, signed);
        Optional<Element> segmented = dataSet.find(Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + channel);
        int dataTag = Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + channel;
        if (dataSet.contains(dataTag) || segmented.isEmpty()) {
            return LutData.read(descriptor, dataSet.require(dataTag), diagnostics);
        }
        if (!descriptor.hasBits()) {
            throw new MalformedDicomException(
                    name + " has entries of " + descriptor.bits() + " bits", Location.ofTag(descriptorTag));
        }
        try {
            int[] entries = segments(segmented.get(), name, descriptor, diagnostics);
            if (entries.length < descriptor.count()) {
                diagnostics.add(name + " has " + entries.length + " of " + descriptor.count() + " entries");
            }
            return LutData.ofWords(
                    descriptor, entries, Tag.toString(segmented.get().tag()), diagnostics);
        } catch (DicomException e) {
            throw e.at(Location.ofTag(segmented.get().tag()));
        }
    }

    /** Reads segments: of bytes for 8-bit entries, or of words if the bytes do not form a complete table. */
    private static int[] segments(Element data, String name, LutDescriptor descriptor, Diagnostics diagnostics)
            throws DicomException {
        int count = descriptor.count();
        if (descriptor.bits() > Byte.SIZE) return SegmentedPalette.expand(LutData.words(data), Short.BYTES, count);
        int[] ofBytes = {};
        try {
            ofBytes = SegmentedPalette.expand(LutData.bytes(data), 1, count);
        } catch (DicomException e) {
            // The segments consist of words, or are damaged.
        }
        if (ofBytes.length == count) return ofBytes;
        try {
            int[] ofWords = SegmentedPalette.expand(LutData.words(data), Short.BYTES, count);
            if (ofWords.length <= ofBytes.length) return ofBytes;
            diagnostics.add("Segmented " + name + " has segments of words where entries have 8 bits");
            return ofWords;
        } catch (DicomException e) {
            if (ofBytes.length == 0) throw e;
            return ofBytes;
        }
    }
}
