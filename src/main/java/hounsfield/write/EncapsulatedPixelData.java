package hounsfield.write;

import hounsfield.bytes.ByteSource;
import hounsfield.data.BulkData;
import hounsfield.data.Element;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Encodes frames as Pixel Data of an encapsulated transfer syntax (PS3.5 A.4), with one fragment per frame. */
public final class EncapsulatedPixelData {
    private static final int ITEM_HEADER = 8;

    private EncapsulatedPixelData() {}

    /**
     * Returns Pixel Data whose Basic Offset Table has one entry per frame, counted from the Item tag of the first
     * fragment.
     *
     * @param frames encoded frames; one of odd length is padded with a zero byte
     * @return the element (7FE0,0010) of VR OB
     * @throws IllegalArgumentException if the frames together do not fit into an array; the 32 bits of the table would
     *     not allow much more
     */
    public static Element of(List<byte[]> frames) {
        long size = ITEM_HEADER + 4L * frames.size() + ITEM_HEADER;
        for (byte[] frame : frames) size += ITEM_HEADER + even(frame.length);
        if (size > Integer.MAX_VALUE - 64) throw new IllegalArgumentException(size + " bytes of frames are too many");

        ByteBuffer bytes = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
        putHeader(bytes, Tag.ITEM, 4 * frames.size());
        int offset = 0;
        for (byte[] frame : frames) {
            bytes.putInt(offset);
            offset += ITEM_HEADER + even(frame.length);
        }
        for (byte[] frame : frames) {
            putHeader(bytes, Tag.ITEM, even(frame.length));
            bytes.put(frame);
            if (frame.length % 2 != 0) bytes.put((byte) 0);
        }
        putHeader(bytes, Tag.SEQUENCE_DELIMITATION_ITEM, 0);
        BulkData bulk = new BulkData(new Fragments(bytes.array()), 0, BulkData.UNDEFINED);
        return Element.bulk(Tag.PIXEL_DATA, VR.OB, bulk, true);
    }

    /** Encodes a frame. */
    @FunctionalInterface
    public interface Encoder {
        /**
         * Returns an encoded frame.
         *
         * @param index from 0
         * @return its bytes
         * @throws IOException if the frame cannot be read
         */
        byte[] frame(int index) throws IOException;
    }

    /**
     * Writes the Items of frames one by one, with an empty Basic Offset Table, so that memory holds one frame.
     *
     * @param count number of frames
     * @param encoder encodes the frames; called in order
     * @param out receives the Items and the Sequence Delimitation Item
     * @throws IOException if a frame cannot be read or written
     */
    public static void writeWithoutOffsets(int count, Encoder encoder, OutputStream out) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(ITEM_HEADER).order(ByteOrder.LITTLE_ENDIAN);
        putHeader(header, Tag.ITEM, 0);
        out.write(header.array());
        for (int i = 0; i < count; i++) {
            byte[] frame = encoder.frame(i);
            putHeader(header.clear(), Tag.ITEM, even(frame.length));
            out.write(header.array());
            out.write(frame);
            if (frame.length % 2 != 0) out.write(0);
        }
        putHeader(header.clear(), Tag.SEQUENCE_DELIMITATION_ITEM, 0);
        out.write(header.array());
    }

    private static int even(int length) {
        return length + (length & 1);
    }

    private static void putHeader(ByteBuffer bytes, int tag, int length) {
        bytes.putShort((short) Tag.group(tag))
                .putShort((short) Tag.element(tag))
                .putInt(length);
    }

    /** The Items in memory, as a source that {@link DicomWriter} copies like that of a file. */
    private record Fragments(byte[] bytes) implements ByteSource {
        @Override
        public String name() {
            return "encoded frames";
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public void read(long position, byte[] target, int offset, int length) {
            System.arraycopy(bytes, Math.toIntExact(position), target, offset, length);
        }
    }
}
