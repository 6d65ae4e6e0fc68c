package hounsfield.codec.jpegls;

import hounsfield.bytes.ByteSpan;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Finds the only frame of an encapsulated single-frame file without the parser, so that tests cover the decoder alone.
 */
final class EncapsulatedFrame {
    private static final int ANY = -1;
    /** (7FE0,0010) of undefined length; its VR, OB or OW, is skipped. */
    private static final int[] PIXEL_DATA = {0xE0, 0x7F, 0x10, 0, 'O', ANY, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF};

    private static final int ITEM = 0xE000FFFE;

    private EncapsulatedFrame() {}

    /** Returns all fragments joined, without the Basic Offset Table (PS3.5 A.4). */
    static ByteSpan of(byte[] file) {
        ByteBuffer bytes =
                ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(indexOf(file) + PIXEL_DATA.length);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        for (int item = 0; bytes.getInt() == ITEM; item++) {
            int length = bytes.getInt();
            if (item > 0) frame.write(file, bytes.position(), length);
            bytes.position(bytes.position() + length);
        }
        return ByteSpan.of(frame.toByteArray());
    }

    private static int indexOf(byte[] file) {
        for (int i = 0; i + PIXEL_DATA.length < file.length; i++) {
            int same = 0;
            while (same < PIXEL_DATA.length && matches(PIXEL_DATA[same], file[i + same])) same++;
            if (same == PIXEL_DATA.length) return i;
        }
        throw new IllegalArgumentException("no encapsulated Pixel Data");
    }

    private static boolean matches(int wanted, byte found) {
        return wanted == ANY || wanted == (found & 0xFF);
    }
}
