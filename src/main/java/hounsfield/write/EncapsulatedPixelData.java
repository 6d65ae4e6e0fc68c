package hounsfield.write;

import hounsfield.bytes.ByteSource;
import hounsfield.data.BulkData;
import hounsfield.data.Element;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Encoded frames as the Pixel Data of an encapsulated transfer syntax (PS3.5 A.4): one fragment a frame. */
public final class EncapsulatedPixelData {
    private static final int ITEM_HEADER = 8;

    private EncapsulatedPixelData() {}

    /**
     * Pixel Data whose Basic Offset Table has an entry for each frame, counted from the first fragment's Item tag.
     *
     * @param frames encoded frames; one of odd length is padded by a zero byte
     * @throws IllegalArgumentException if the frames together do not fit into an array, which the table's 32 bits and this
     *     form of an element both rule out
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

    private static int even(int length) {
        return length + (length & 1);
    }

    private static void putHeader(ByteBuffer bytes, int tag, int length) {
        bytes.putShort((short) Tag.group(tag))
                .putShort((short) Tag.element(tag))
                .putInt(length);
    }

    /** The items in memory, as a source that {@link DicomWriter} copies like a file's. */
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
