package hounsfield.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.sun.management.ThreadMXBean;
import hounsfield.bytes.ByteSpan;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.testing.Impatient;
import hounsfield.work.Diagnostics;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules for every frame decoder, on good streams and on bad ones. The test of a decoder extends this class and supplies its known
 * streams. Some of them should be small, since every prefix and thousands of variants of each are decoded.
 */
public abstract class DecoderSuite {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CANARY = 64;
    private static final int MAX_PREFIXES = 1500;
    private static final int FLIPS = 1500;

    /**
     * A stream and what it holds.
     *
     * @param stored the stored values, row by row, samples of a pixel together
     * @param tolerance 0 for lossless streams
     */
    public record Known(
            String name, TransferSyntax syntax, PixelLayout layout, byte[] frame, int[] stored, int tolerance) {
        public Known {
            assertEquals(layout.samples(), stored.length, "samples of " + name);
        }

        /** A lossless stream. */
        public static Known lossless(
                String name, TransferSyntax syntax, PixelLayout layout, byte[] frame, int... stored) {
            return new Known(name, syntax, layout, frame, stored, 0);
        }
    }

    /** The decoder under test. */
    protected abstract FrameDecoder decoder();

    /** Streams with known values. */
    protected abstract List<Known> known();

    /** Whether a stream that ends early may give an image with a warning rather than an exception. */
    private boolean mayEndEarly(Known known) {
        return known.tolerance > 0 && !decoder().refusesMissingSamples();
    }

    /** A layout of unsigned gray values, for tests. */
    public static PixelLayout gray(int rows, int columns, int bitsAllocated, int bitsStored) {
        return new PixelLayout(rows, columns, 1, bitsAllocated, bitsStored, bitsStored - 1, false, false, false);
    }

    /** A layout of signed gray values, for tests. */
    public static PixelLayout signedGray(int rows, int columns, int bitsAllocated, int bitsStored) {
        return new PixelLayout(rows, columns, 1, bitsAllocated, bitsStored, bitsStored - 1, true, false, false);
    }

    /** A layout of three unsigned samples a pixel, for tests. */
    public static PixelLayout color(int rows, int columns, int bits, boolean planar) {
        return new PixelLayout(rows, columns, 3, bits, bits, bits - 1, false, planar, false);
    }

    @TestFactory
    Stream<DynamicTest> givesKnownValues() {
        return each(known -> {
            Diagnostics diagnostics = new Diagnostics();
            assertStored(
                    known, decode(known, ByteSpan.of(known.frame), known.layout, new DecodingContext(diagnostics)));
            assertEquals(List.of(), diagnostics.sentences(), "warnings for a sound stream");
        });
    }

    @TestFactory
    Stream<DynamicTest> isFoundForItsSyntaxes() {
        return each(known -> assertInstanceOf(
                decoder().getClass(), FrameDecoders.find(known.syntax).orElseThrow()));
    }

    @TestFactory
    Stream<DynamicTest> ignoresWhatLiesAroundTheFrame() {
        return each(known -> {
            for (int canary : new int[] {0x00, 0xFF, 0xA5}) {
                byte[] array = new byte[known.frame.length + 2 * CANARY];
                Arrays.fill(array, (byte) canary);
                System.arraycopy(known.frame, 0, array, CANARY, known.frame.length);
                byte[] before = array.clone();
                ByteSpan span = new ByteSpan(array, CANARY, known.frame.length);
                assertStored(known, decode(known, span, known.layout, new DecodingContext()));
                assertArrayEquals(before, array, "the decoder wrote to its input");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> ignoresPaddingBehindTheStream() {
        return each(known -> {
            byte[] padded = Arrays.copyOf(known.frame, known.frame.length + 1);
            assertStored(known, decode(known, ByteSpan.of(padded), known.layout, new DecodingContext()));
        });
    }

    /** A truncated stream gives an exception with its offset, or the whole image where only padding is cut off. */
    @TestFactory
    Stream<DynamicTest> everyPrefixEndsInOrder() {
        return each(known -> {
            int step = Math.max(1, known.frame.length / MAX_PREFIXES);
            for (int length = 0; length < known.frame.length; length += step) {
                // A copy of exactly this length, so that a read beyond its end fails.
                ByteSpan prefix = ByteSpan.of(Arrays.copyOf(known.frame, length));
                Diagnostics diagnostics = new Diagnostics();
                try {
                    Samples samples = decode(known, prefix, known.layout, new DecodingContext(diagnostics));
                    if (mayEndEarly(known) && !diagnostics.isEmpty()) assertShape(known.layout, samples);
                    else assertStored(known, samples);
                } catch (DicomException e) {
                    if (e instanceof CutFrameException cut) assertRows(known, cut);
                    assertNotEquals(Location.UNKNOWN, e.location().offset(), "no offset: " + e.getMessage());
                    assertTrue(
                            e.location().offset() <= length,
                            "offset behind the " + length + " bytes: " + e.getMessage());
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> randomFlipsEndInOrder() {
        return each(known -> {
            Random random = new Random(known.name.hashCode());
            for (int i = 0; i < FLIPS; i++) {
                byte[] damaged = known.frame.clone();
                for (int flips = 1 + random.nextInt(6); flips > 0; flips--) {
                    // Half of the flips are at the beginning, where the headers are.
                    int range = random.nextBoolean() ? Math.min(128, damaged.length) : damaged.length;
                    damaged[random.nextInt(range)] ^= (byte) (random.nextBoolean() ? 1 << random.nextInt(8) : -1);
                }
                endsInOrder(known, damaged, known.layout);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> randomBytesEndInOrder() {
        return each(known -> {
            Random random = new Random(known.name.hashCode());
            for (int i = 0; i < 300; i++) {
                byte[] damaged = known.frame.clone();
                int from = random.nextInt(damaged.length);
                int to = Math.min(damaged.length, from + 1 + random.nextInt(64));
                for (int at = from; at < to; at++) damaged[at] = (byte) random.nextInt();
                endsInOrder(known, damaged, known.layout);
                byte[] noise = new byte[random.nextInt(200)];
                random.nextBytes(noise);
                endsInOrder(known, noise, known.layout);
            }
        });
    }

    /** A header that contradicts the stream does not make the decoder leave its bounds. */
    @TestFactory
    Stream<DynamicTest> otherLayoutsEndInOrder() {
        return each(known -> {
            PixelLayout is = known.layout;
            for (int rows : new int[] {1, is.rows() + 1, is.rows() * 2}) {
                for (int columns : new int[] {1, is.columns() + 1, is.columns() * 2}) {
                    endsInOrder(known, known.frame, with(is, rows, columns, is.samplesPerPixel(), is.bitsAllocated()));
                }
            }
            for (int bits : new int[] {1, 8, 16, 32}) {
                endsInOrder(known, known.frame, with(is, is.rows(), is.columns(), 1, bits));
                endsInOrder(known, known.frame, with(is, is.rows(), is.columns(), 3, bits));
            }
        });
    }

    /** Nothing large is allocated because a header claims it. */
    @TestFactory
    Stream<DynamicTest> hugeClaimIsRefusedBeforeAllocation() {
        return each(known -> {
            PixelLayout claim = with(known.layout, 65535, 10000, known.layout.samplesPerPixel(), 16);
            byte[] stream = Arrays.copyOf(known.frame, Math.min(known.frame.length, 1024));
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadAllocatedBytes();
            try {
                decode(known, ByteSpan.of(stream), claim, new DecodingContext());
                fail("a kilobyte gave 65535 x 10000 pixels");
            } catch (DicomException e) {
                long allocated = threads.getCurrentThreadAllocatedBytes() - before;
                assertTrue(allocated < 64 << 20, allocated + " bytes were allocated");
            }
        });
    }

    @Test
    void servesManyThreads() {
        IntStream.range(0, 64).parallel().forEach(i -> {
            Known known = known().get(i % known().size());
            try {
                assertStored(known, decode(known, ByteSpan.of(known.frame), known.layout, new DecodingContext()));
            } catch (DicomException e) {
                throw new AssertionError(e);
            }
        });
    }

    private interface Check {
        void on(Known known) throws DicomException;
    }

    private Stream<DynamicTest> each(Check check) {
        return known().stream()
                .map(known ->
                        dynamicTest(known.name, () -> assertTimeoutPreemptively(PATIENCE, () -> check.on(known))));
    }

    private void endsInOrder(Known known, byte[] frame, PixelLayout layout) {
        try {
            assertShape(layout, decode(known, ByteSpan.of(frame), layout, new DecodingContext()));
        } catch (DicomException e) {
            assertTrue(e.location().offset() <= frame.length, "offset behind the frame: " + e.getMessage());
        }
    }

    /** A large frame takes seconds. */
    @TestFactory
    Stream<DynamicTest> cancelledAndInterruptedDecodingEnds() {
        return each(known -> {
            ByteSpan frame = ByteSpan.of(known.frame);
            DecodingContext cancelled = new DecodingContext(new Diagnostics(), new Impatient(0));
            assertThrows(CancellationException.class, () -> decoder().decode(frame, known.layout, cancelled));
            Thread.currentThread().interrupt();
            try {
                assertThrows(CancellationException.class, () -> decoder()
                        .decode(frame, known.layout, new DecodingContext()));
            } finally {
                Thread.interrupted();
            }
        });
    }

    private Samples decode(Known known, ByteSpan frame, PixelLayout layout, DecodingContext context)
            throws DicomException {
        try {
            return decoder().decode(frame, layout, context);
        } catch (RuntimeException | Error e) {
            throw new AssertionError(known.name + ": " + e + " escaped from the decoder", e);
        }
    }

    private static void assertShape(PixelLayout layout, Samples samples) {
        assertEquals(layout.samples(), samples.length(), "samples");
    }

    private static void assertRows(Known known, CutFrameException cut) {
        assertShape(known.layout, cut.samples());
        assertTrue(cut.rows() < known.layout.rows(), known.name + " has all rows");
        int certain = cut.rows() * known.layout.columns() * known.layout.samplesPerPixel();
        for (int i = 0; i < certain; i++) {
            assertEquals(known.stored[i], cut.samples().intAt(i), known.tolerance, known.name + ", sample " + i);
        }
    }

    private static void assertStored(Known known, Samples samples) {
        if (known.tolerance == 0) {
            assertArrayEquals(known.stored, samples.toInts(), known.name);
            return;
        }
        assertShape(known.layout, samples);
        for (int i = 0; i < known.stored.length; i++) {
            assertEquals(known.stored[i], samples.intAt(i), known.tolerance, known.name + ", sample " + i);
        }
    }

    private static PixelLayout with(PixelLayout layout, int rows, int columns, int samplesPerPixel, int bits) {
        int stored = Math.min(bits, layout.bitsStored());
        return new PixelLayout(
                rows, columns, samplesPerPixel, bits, stored, stored - 1, layout.signed(), layout.planar(), false);
    }
}
