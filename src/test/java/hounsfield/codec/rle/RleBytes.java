package hounsfield.codec.rle;

import hounsfield.codec.PixelLayout;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes RLE frames for fixtures, directly from PS3.5 annex G. */
public final class RleBytes {
    private RleBytes() {}

    /** Encodes stored values of 8, 16 or 32 Bits Allocated, interleaved by pixel. */
    public static byte[] encode(int[] stored, PixelLayout layout) {
        int sampleBytes = layout.bitsAllocated() / 8;
        byte[][] segments = new byte[layout.samplesPerPixel() * sampleBytes][];
        for (int s = 0; s < segments.length; s++) {
            byte[] plane = new byte[layout.pixels()];
            int sample = s / sampleBytes;
            int shift = 8 * (sampleBytes - 1 - s % sampleBytes);
            for (int i = 0; i < plane.length; i++) {
                plane[i] = (byte) (stored[i * layout.samplesPerPixel() + sample] >> shift);
            }
            segments[s] = packBits(plane);
        }
        return frame(segments);
    }

    /** Returns a frame of segments that are already compressed, each padded to even length. */
    public static byte[] frame(byte[]... segments) {
        ByteBuffer header = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(segments.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] segment : segments) {
            header.putInt(64 + out.size());
            out.writeBytes(segment);
            // The last one remains odd, so that tests can see where it ends.
            if (segment.length % 2 != 0 && segment != segments[segments.length - 1]) out.write(0);
        }
        byte[] frame = new byte[64 + out.size()];
        System.arraycopy(header.array(), 0, frame, 0, 64);
        System.arraycopy(out.toByteArray(), 0, frame, 64, out.size());
        return frame;
    }

    /** Runs of three and more become replicate runs, everything else literals. */
    public static byte[] packBits(byte[] plane) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int literal = 0;
        for (int i = 0; i < plane.length; ) {
            int run = 1;
            while (run < 128 && i + run < plane.length && plane[i + run] == plane[i]) run++;
            if (run >= 3) {
                literals(plane, literal, i, out);
                out.write(1 - run);
                out.write(plane[i]);
                literal = i + run;
            }
            i += run;
        }
        literals(plane, literal, plane.length, out);
        return out.toByteArray();
    }

    private static void literals(byte[] plane, int from, int to, ByteArrayOutputStream out) {
        for (int i = from; i < to; i += 128) {
            int count = Math.min(128, to - i);
            out.write(count - 1);
            out.write(plane, i, count);
        }
    }
}
