package hounsfield.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecodingContext;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Diagnostics;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Decodes the streams of {@code streams.tsv}, which cover each feature of the standard that the public encoders can
 * write.
 */
class ConformanceTest {
    @Test
    void thereAreManyStreams() {
        assertTrue(Streams.all().count() >= 60);
    }

    @TestFactory
    Stream<DynamicTest> decodesAsDrawnOrAsNativeDecodersDo() {
        return each(entry -> {
            Diagnostics diagnostics = new Diagnostics();
            check(entry, Jpeg2000.decode(entry.bytes(), Jpeg2000.Options.DEFAULT, new DecodingContext(diagnostics)));
            assertEquals(List.of(), diagnostics.sentences());
        });
    }

    @TestFactory
    Stream<DynamicTest> threadsChangeNothing() {
        return each(entry -> check(
                entry, Jpeg2000.decode(entry.bytes(), Jpeg2000.Options.DEFAULT.withThreads(3), new DecodingContext())));
    }

    /** With partial decoding, half a stream gives an image of full size and a warning. */
    @TestFactory
    Stream<DynamicTest> halfAStreamDecodesPartly() {
        return each(entry -> {
            ByteSpan whole = entry.bytes();
            if (whole.length() < 400) return; // only headers
            ByteSpan half = whole.slice(0, (whole.length() + 300) / 2);
            Diagnostics diagnostics = new Diagnostics();
            Jpeg2000Image image =
                    Jpeg2000.decode(half, Jpeg2000.Options.DEFAULT.withPartial(true), new DecodingContext(diagnostics));
            assertTrue(!diagnostics.isEmpty(), "no warning");
            assertEquals(entry.image().components(), image.planes().size());
            for (int c = 0; c < image.planes().size(); c++) {
                assertEquals(
                        entry.image().plane(c).length, image.planes().get(c).values().length);
            }
        });
    }

    /** Each reduced image has the size that the standard defines, and a mean near that of the full image. */
    @TestFactory
    Stream<DynamicTest> reducedImagesLookLikeTheFullOne() {
        return each(entry -> {
            Jpeg2000Image full = Jpeg2000.decode(entry.bytes(), Jpeg2000.Options.DEFAULT, new DecodingContext());
            for (int levels = 1; levels <= 3; levels++) {
                Jpeg2000Image reduced = Jpeg2000.decode(
                        entry.bytes(), Jpeg2000.Options.DEFAULT.withDiscardLevels(levels), new DecodingContext());
                int discarded = reduced.discardedLevels();
                assertTrue(discarded <= levels);
                for (int c = 0; c < full.planes().size(); c++) {
                    Jpeg2000Image.Plane was = full.planes().get(c);
                    Jpeg2000Image.Plane is = reduced.planes().get(c);
                    int end = was.x0() + was.width();
                    assertEquals(Area.ceilShift(end, discarded) - Area.ceilShift(was.x0(), discarded), is.width());
                    assertEquals(mean(was), mean(is), (was.most() - was.least()) * 0.12, "mean of component " + c);
                }
            }
        });
    }

    private static double mean(Jpeg2000Image.Plane plane) {
        double sum = 0;
        for (int value : plane.values()) sum += value;
        return sum / plane.values().length;
    }

    private interface Check {
        void on(Streams.Entry entry) throws DicomException;
    }

    private static Stream<DynamicTest> each(Check check) {
        return Streams.all().map(entry -> dynamicTest(entry.name(), () -> check.on(entry)));
    }

    private static void check(Streams.Entry entry, Jpeg2000Image image) {
        int[][] expected = entry.expected();
        for (int c = 0; c < expected.length; c++) {
            int[] decoded = image.planes().get(c).values();
            assertEquals(expected[c].length, decoded.length, "samples of component " + c);
            for (int i = 0; i < decoded.length; i++) {
                assertEquals(expected[c][i], decoded[i], entry.tolerance(), "component " + c + ", sample " + i);
            }
        }
    }
}
