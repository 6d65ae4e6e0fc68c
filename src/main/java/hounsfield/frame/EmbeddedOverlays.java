package hounsfield.frame;

import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.work.Diagnostics;
import java.io.IOException;
import java.util.OptionalInt;

/**
 * Reads overlays of a frame from the bits of its pixels that the stored values do not use. They are as large as the frame. The frame is
 * decoded once for all of them. They are retired; PS3.5-2003 8.1.2 describes them.
 */
final class EmbeddedOverlays {
    private final DicomFile file;
    private final int frame;
    private Samples cells;

    EmbeddedOverlays(DicomFile file, int frame) {
        this.file = file;
        this.frame = frame;
    }

    /**
     * Returns the bit of an overlay in the pixels, Overlay Bit Position. An overlay is in the pixels if its group has no Overlay Data,
     * and Overlay Bits Allocated is above 1 or Overlay Bit Position above 0.
     *
     * @param shift difference between the tags of this group and those of the first group
     * @return the bit, from 0; empty if the overlay is not in the pixels
     */
    static OptionalInt position(DataSet dataSet, int shift, Diagnostics findings) {
        if (dataSet.contains(Tag.OVERLAY_DATA + shift)) return OptionalInt.empty();
        OptionalAttributes optional = new OptionalAttributes(dataSet, findings);
        OptionalInt position = optional.integer(Tag.OVERLAY_BIT_POSITION + shift);
        boolean embedded = optional.integer(Tag.OVERLAY_BITS_ALLOCATED + shift).orElse(1) > 1;
        return embedded || position.orElse(0) > 0 ? position : OptionalInt.empty();
    }

    /**
     * Reads one bit of each pixel.
     *
     * @return the bits row by row, the first one in the lowest bit of the first byte, as in Overlay Data
     * @throws DicomException if the bit belongs to the stored values or is beyond the cell, or if the frame cannot be decoded
     * @throws IOException if the file cannot be read
     */
    byte[] bits(int position) throws IOException {
        Samples pixels = cells(position);
        byte[] bits = new byte[pixels.length() + 7 >> 3];
        for (int i = 0; i < pixels.length(); i++) {
            bits[i >> 3] |= (byte) ((pixels.intAt(i) >>> position & 1) << (i & 7));
        }
        return bits;
    }

    private Samples cells(int position) throws IOException {
        PixelLayout layout;
        try (FrameReader reader = FrameReader.open(file)) {
            layout = reader.layout();
            if (frame >= reader.frameCount()) {
                throw new MalformedDicomException("there is no such frame", Location.ofFrame(frame));
            }
        }
        boolean ofValue = position <= layout.highBit() && position > layout.highBit() - layout.bitsStored();
        if (position < 0 || position >= layout.bitsAllocated() || ofValue || layout.samplesPerPixel() != 1) {
            throw new MalformedDicomException(
                    "Overlay Bit Position is " + position + ", and pixels of " + layout.bitsAllocated()
                            + " bits with stored values of " + layout.bitsStored() + " bits have no unused bit there",
                    Location.NOWHERE);
        }
        if (cells == null) {
            try (FrameReader reader = FrameReader.openCells(file)) {
                cells = reader.read(frame);
            }
        }
        return cells;
    }
}
