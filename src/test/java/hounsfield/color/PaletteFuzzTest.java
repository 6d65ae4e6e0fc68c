package hounsfield.color;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hounsfield.bytes.ArrayByteSource;
import hounsfield.codec.Samples;
import hounsfield.frame.ImageBytes;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.FuzzLimits;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Palettes of any descriptors and data, plain and segmented, in all encodings: colors, or a {@link
 * hounsfield.standard.error.DicomException}. The first bytes are options and descriptors, the rest is cut into three tables.
 */
class PaletteFuzzTest {
    private static final String[] SYNTAXES = {
        DicomBytes.IMPLICIT_LITTLE_ENDIAN, DicomBytes.EXPLICIT_LITTLE_ENDIAN, DicomBytes.EXPLICIT_BIG_ENDIAN
    };
    private static final int PIXELS = 8;
    /** Options, then three numbers of 16 bits for each table, then stored values. */
    private static final int HEAD = 3 + 18 + 2 * PIXELS;

    static Stream<byte[]> seeds() {
        return Stream.of(0, 1, 2, 3, 7, 11, 16, 19, 35).map(options -> {
            byte[] seed = new byte[HEAD + 60];
            for (int i = 0; i < seed.length; i++) seed[i] = (byte) i;
            byte[] head = {options.byteValue(), 20, 20, 10, 0, 0, 0, 16, 0, 10, 0, 1, 0, 16, 0, 10, 0, 0, 0, 8, 0};
            System.arraycopy(head, 0, seed, 0, head.length);
            return seed;
        });
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void colorsOrDicomException(byte[] bytes) {
        if (bytes.length < HEAD) return;
        byte[] file = file(bytes);
        FuzzLimits.check(bytes, () -> {
            DicomFile parsed = DicomFile.read(new ArrayByteSource("fuzz", file));
            try (FrameReader frames = FrameReader.open(parsed)) {
                Samples samples = frames.read(0);
                RgbConverter converter = RgbConverter.of(parsed, frames);
                if (converter.toRgb(samples).length != PIXELS) throw new AssertionError("pixels");
                for (short[] plane : converter.toRgb16(samples)) {
                    if (plane.length != PIXELS) throw new AssertionError("pixels");
                    for (short value : plane) {
                        if ((value & 0xFFFF) >> converter.bits() != 0) throw new AssertionError("bits of " + value);
                    }
                }
            }
            return 1 << 16; // The most entries of a palette, whatever the number of pixels.
        });
    }

    private static byte[] file(byte[] bytes) {
        int options = bytes[0];
        boolean wide = (options & 4) != 0;
        int bits = wide ? 16 : 8;
        DicomBytes file = ImageBytes.image(SYNTAXES[(options & 3) % 3], 1, "PALETTE COLOR", 1, 1, PIXELS)
                .us(Tag.BITS_ALLOCATED, bits)
                .us(Tag.BITS_STORED, bits)
                .us(Tag.HIGH_BIT, bits - 1)
                .us(Tag.PIXEL_REPRESENTATION, options >> 3 & 1);
        for (int i = 0; i < 3; i++) {
            byte[] descriptor = Arrays.copyOfRange(bytes, 3 + 6 * i, 9 + 6 * i);
            file.bytes(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + i, (options & 8) != 0 ? "SS" : "US", descriptor);
        }
        int first = Math.min(HEAD + (bytes[1] & 0xFF) * 4, bytes.length);
        int second = Math.min(first + (bytes[2] & 0xFF) * 4, bytes.length);
        int[] cuts = {HEAD, first, second, bytes.length};
        int tag = (options & 16) != 0
                ? Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA
                : Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA;
        String vr = (options & 32) != 0 ? "OB" : "OW";
        for (int i = 0; i < 3; i++) file.bytes(tag + i, vr, Arrays.copyOfRange(bytes, cuts[i], cuts[i + 1]));
        byte[] pixels = Arrays.copyOfRange(bytes, HEAD - 2 * PIXELS, HEAD - (wide ? 0 : PIXELS));
        return file.bytes(Tag.PIXEL_DATA, "OW", pixels).toBytes();
    }
}
