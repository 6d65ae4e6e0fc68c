package hounsfield.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.PixelLayout;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Samples with more bits than {@code float} holds, which are decoded in {@code double}. Ordinary streams are decoded that way if their
 * headers claim more bits.
 */
class WideSamplesTest {

    /** The coefficients of a reversible stream do not depend on the precision, which only changes the DC level. */
    @TestFactory
    Stream<DynamicTest> reversibleStreamsOfMoreBits() {
        return streams(true)
                .map(entry -> dynamicTest(entry.name(), () -> {
                    Jpeg2000Image image = decode(withPrecision(entry, 32));
                    for (int c = 0; c < image.planes().size(); c++) {
                        int[] expected = entry.image().plane(c);
                        ImageSize.Component coded =
                                CodestreamParser.size(entry.bytes()).components()[c];
                        if (!coded.signed()) {
                            int level = (1 << 31) - (1 << coded.precision() - 1);
                            for (int i = 0; i < expected.length; i++) expected[i] += level;
                        }
                        assertArrayEquals(expected, image.planes().get(c).values());
                    }
                }));
    }

    /**
     * The step sizes of an irreversible stream grow with the precision: the result is the same image with fractional
     * bits.
     */
    @TestFactory
    Stream<DynamicTest> irreversibleStreamsOfMoreBits() {
        return streams(false)
                .map(entry -> dynamicTest(entry.name(), () -> {
                    Jpeg2000Image image = decode(withPrecision(entry, entry.image().precision + 16));
                    Jpeg2000Image narrow = decode(entry.bytes());
                    for (int c = 0; c < image.planes().size(); c++) {
                        int[] expected = narrow.planes().get(c).values();
                        int[] wide = image.planes().get(c).values();
                        for (int i = 0; i < wide.length; i++) {
                            double value = (entry.image().signed ? wide[i] : wide[i] & 0xFFFFFFFFL) / 65536.0;
                            assertEquals(expected[i], value, 0.51, "sample " + i);
                        }
                    }
                }));
    }

    private static Stream<Streams.Entry> streams(boolean reversible) {
        return Streams.all()
                .filter(entry -> entry.drawn() && entry.tolerance() == 0 == reversible)
                .filter(entry -> !entry.name().startsWith("roi") && entry.image().precision <= 16);
    }

    private static ByteSpan withPrecision(Streams.Entry entry, int bits) {
        ByteSpan span = entry.bytes();
        byte[] stream = Arrays.copyOfRange(span.array(), span.offset(), span.end());
        int siz = Surgery.indexOf(stream, Marker.SIZ, 0);
        for (int c = 0; c < entry.image().components(); c++) {
            int at = siz + 40 + 3 * c;
            stream[at] = (byte) (stream[at] & 0x80 | bits - 1);
        }
        return ByteSpan.of(stream);
    }

    private static Jpeg2000Image decode(ByteSpan stream) throws DicomException {
        return Jpeg2000.decode(stream, Jpeg2000.Options.DEFAULT, new DecodingContext());
    }

    /**
     * Eight additional higher bit planes, and no lower ones coded: each value is in the middle of its possible range.
     */
    @Test
    void moreBitPlanesThanAnIntHas() throws DicomException {
        Streams.Entry entry = Streams.of("levels-none.j2k");
        byte[] stream = withPrecision(entry, 32).array();
        int qcd = Surgery.indexOf(stream, Marker.QCD, 0);
        int more = 31 - (stream[qcd + 5] >> 3 & 0x1F);
        stream[qcd + 5] = (byte) (31 << 3);
        int[] drawn = entry.image().plane(0);
        int[] wide = decode(ByteSpan.of(stream)).planes().get(0).values();
        for (int i = 0; i < drawn.length; i++) {
            long coefficient = drawn[i] - 128;
            long middle = coefficient == 0 ? 0 : Long.signum(coefficient) * (1L << more - 1);
            assertEquals((coefficient << more) + middle, (wide[i] & 0xFFFFFFFFL) - (1L << 31), "sample " + i);
        }
    }

    @Test
    void thirtyTwoBitsReachTheDataSet() throws DicomException {
        Streams.Entry entry = Streams.of("ht-g31.j2c");
        DrawnImage image = entry.image();
        PixelLayout layout = new PixelLayout(image.height, image.width, 1, 32, 32, 31, true, false, false);
        int[] drawn = image.plane(0);
        assertArrayEquals(
                drawn,
                new Jpeg2000Decoder()
                        .decode(entry.bytes(), layout, new DecodingContext())
                        .toInts());
        PixelLayout narrow = new PixelLayout(image.height, image.width, 1, 32, 30, 29, true, false, false);
        int[] held = new Jpeg2000Decoder()
                .decode(entry.bytes(), narrow, new DecodingContext())
                .toInts();
        for (int i = 0; i < drawn.length; i++) assertEquals(Math.min((1 << 29) - 1, drawn[i]), held[i]);
    }

    @Test
    void unsignedThirtyTwoBitsAreHeldToBitsStored() throws DicomException {
        Streams.Entry entry = Streams.of("plain-g8.j2k");
        DrawnImage image = entry.image();
        PixelLayout layout = new PixelLayout(image.height, image.width, 1, 32, 31, 30, false, false, false);
        int[] held = new Jpeg2000Decoder()
                .decode(withPrecision(entry, 32), layout, new DecodingContext())
                .toInts();
        int[] drawn = image.plane(0);
        for (int i = 0; i < drawn.length; i++) {
            long value = (1L << 31) - 128 + drawn[i];
            assertEquals(Math.min((1L << 31) - 1, value), held[i]);
        }
    }

    @Test
    void regionOfInterestInWideSamplesIsNamed() {
        UnsupportedDicomException e = assertThrows(
                UnsupportedDicomException.class, () -> decode(withPrecision(Streams.of("roi-g8.j2k"), 32)));
        assertTrue(e.problem().contains("a region of interest in samples of 32 bits"), e.problem());
    }

    /** Compares with the forward transforms of F.4, which are not part of the decoder. */
    @Test
    void filtersUndoTheForwardOnes() {
        Random random = new Random(7);
        for (int length = 1; length <= 17; length++) {
            for (int odd = 0; odd < 2; odd++) {
                double[] samples = IntStream.range(0, length)
                        .mapToDouble(i -> random.nextInt() * 2.0 + random.nextInt(2))
                        .toArray();
                for (boolean reversible : new boolean[] {true, false}) {
                    double[] coded = forward(samples, odd, reversible);
                    WideWavelet.filter(coded, odd, reversible);
                    assertArrayEquals(samples, coded, reversible ? 0 : 1e-4);
                }
            }
        }
    }

    private static double[] forward(double[] samples, int odd, boolean reversible) {
        double[] x = samples.clone();
        if (x.length == 1) {
            x[0] *= 1 + odd;
            return x;
        }
        double[] factors = {-1.586134342059924, -0.052980118572961, 0.882911075530934, 0.443506852043971};
        for (int step = 0; step < (reversible ? 2 : 4); step++) {
            for (int i = step % 2 == 0 ? 1 - odd : odd; i < x.length; i += 2) {
                double sum = x[mirror(i - 1, x.length)] + x[mirror(i + 1, x.length)];
                if (!reversible) x[i] += factors[step] * sum;
                else x[i] += step == 0 ? -Math.floor(sum / 2) : Math.floor((sum + 2) / 4);
            }
        }
        double k = 1.230174104914001;
        for (int i = 0; i < x.length && !reversible; i++) x[i] *= (i + odd) % 2 == 0 ? 1 / k : k;
        return x;
    }

    private static int mirror(int i, int length) {
        return i < 0 ? -i : i >= length ? 2 * length - 2 - i : i;
    }
}
