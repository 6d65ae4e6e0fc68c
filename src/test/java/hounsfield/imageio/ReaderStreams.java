package hounsfield.imageio;

import hounsfield.codec.jpeg.JpegStreams;
import hounsfield.codec.jpegls.JpegLsStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Streams of each kind that the readers read, of 21 x 13 pixels unless they are files of the JPEG 2000 tests. */
final class ReaderStreams {
    static final int COLUMNS = 21;
    static final int ROWS = 13;

    private ReaderStreams() {}

    /** Returns unsigned samples that repeat from call to call. */
    static int[] samples(int bits, int count) {
        Random random = new Random(bits);
        int[] samples = new int[count];
        for (int i = 0; i < count; i++) samples[i] = random.nextInt(1 << bits);
        return samples;
    }

    static int[] gray(int bits) {
        return samples(bits, ROWS * COLUMNS);
    }

    static int[] color(int bits) {
        return samples(bits, 3 * ROWS * COLUMNS);
    }

    static byte[] lossless(int bits) {
        return JpegStreams.lossless(bits, ROWS, COLUMNS, 1, gray(bits));
    }

    static byte[] losslessColor(int bits) {
        return JpegStreams.lossless(bits, ROWS, COLUMNS, 3, color(bits));
    }

    static byte[] dct(int process, int bits, int components) {
        int[] samples = components == 1 ? gray(bits) : color(bits);
        if (process == 0xC2) return JpegStreams.progressive(bits, ROWS, COLUMNS, components, samples);
        return JpegStreams.dct(process, bits, ROWS, COLUMNS, components, samples);
    }

    static byte[] jpegLs(int bits) {
        return JpegLsStreams.lossless(bits, ROWS, COLUMNS, gray(bits));
    }

    static byte[] jpegLsColor(int bits) {
        int[] samples = color(bits);
        int[][] planes = new int[3][samples.length / 3];
        for (int i = 0; i < samples.length; i++) planes[i % 3][i / 3] = samples[i];
        return JpegLsStreams.lossless(bits, ROWS, COLUMNS, planes);
    }

    /** Returns a stream of the JPEG 2000 tests. */
    static byte[] jpeg2000(String name) {
        try (InputStream stream = ReaderStreams.class.getResourceAsStream("/hounsfield/codec/jpeg2000/" + name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns streams that are accepted by their content, by name. */
    static Map<String, byte[]> accepted() {
        Map<String, byte[]> streams = new LinkedHashMap<>();
        streams.put("lossless 2", lossless(2));
        streams.put("lossless 8", lossless(8));
        streams.put("lossless 16", lossless(16));
        streams.put("lossless color", losslessColor(8));
        streams.put("12-bit DCT", dct(0xC1, 12, 1));
        streams.put("12-bit DCT color", dct(0xC1, 12, 3));
        streams.put("12-bit progressive", dct(0xC2, 12, 1));
        streams.put("JPEG-LS 8", jpegLs(8));
        streams.put("JPEG-LS 16", jpegLs(16));
        streams.put("JPEG-LS color", jpegLsColor(8));
        for (String name :
                new String[] {"plain-g8.j2k", "plain-s12.j2k", "boxes-rgb.jp2", "ht-g16.j2c", "rct-12.j2k"}) {
            streams.put(name, jpeg2000(name));
        }
        return streams;
    }
}
