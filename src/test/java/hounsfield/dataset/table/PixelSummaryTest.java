package hounsfield.dataset.table;

import static hounsfield.testing.DicomImages.ct;
import static hounsfield.testing.DicomImages.gray;
import static hounsfield.testing.DicomImages.pixels;
import static hounsfield.testing.DicomImages.rescaled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.frame.DamagedFrames;
import hounsfield.measure.Spread;
import hounsfield.parse.DicomFile;
import hounsfield.planes.StoredValueCounts;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.window.Window;
import hounsfield.work.Progress;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PixelSummaryTest {
    private static final Window WINDOW = new Window(40, 80);

    @Test
    void storedAndHounsfieldUnits() throws IOException {
        DicomBytes bytes = gray(ct("1", 1), "MONOCHROME2", 2, 2, 16, 12, false);
        PixelSummary summary = summary(pixels(rescaled(bytes, "-1024", "1"), 1000, 1024, 1064, 1124));
        assertMoments(1000, 1124, 1053, Math.sqrt((53 * 53 + 29 * 29 + 11 * 11 + 71 * 71) / 4.0), summary.stored());
        assertMoments(-24, 100, 29, summary.stored().deviation(), summary.calibrated());
        assertEquals("HU", summary.unit());
        // Both ends are outside: 0 is black.
        assertEquals(0.25, summary.fractionInWindow());
        assertEquals("", summary.reason());
    }

    @Test
    void paddingCountsAsStoredOnly() throws IOException {
        DicomBytes bytes = gray(ct("1", 1), "MONOCHROME2", 2, 2, 16, 16, true);
        bytes.ss(Tag.PIXEL_PADDING_VALUE, -2000);
        PixelSummary summary = summary(pixels(rescaled(bytes, "-24", "2"), 0xF830, 0xF830, 10, 40));
        assertMoments(-2000, 40, -987.5, Math.sqrt(1025268.75), summary.stored());
        assertMoments(-4, 56, 26, 30, summary.calibrated());
        assertEquals(0.5, summary.fractionInWindow());
    }

    @Test
    void imageOfPaddingHasNoValues() throws IOException {
        DicomBytes bytes = gray(ct("1", 1), "MONOCHROME2", 2, 2, 16, 16, false);
        bytes.us(Tag.PIXEL_PADDING_VALUE, 7);
        PixelSummary summary = summary(pixels(rescaled(bytes, "-24", "2"), 7, 7, 7, 7));
        assertMoments(7, 7, 7, 0, summary.stored());
        assertEquals(0, summary.calibrated().count());
        assertTrue(Double.isNaN(summary.fractionInWindow()));
    }

    @Test
    void framesAreTakenTogether() throws IOException {
        DicomBytes bytes =
                ct("1", 1).us(Tag.SAMPLES_PER_PIXEL, 1).text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2");
        bytes.text(Tag.NUMBER_OF_FRAMES, "IS", "2").us(Tag.ROWS, 1).us(Tag.COLUMNS, 3);
        bytes.us(Tag.BITS_ALLOCATED, 8)
                .us(Tag.BITS_STORED, 8)
                .us(Tag.HIGH_BIT, 7)
                .us(Tag.PIXEL_REPRESENTATION, 0);
        PixelSummary summary = summary(bytes.bytes(Tag.PIXEL_DATA, "OB", new byte[] {1, 2, 3, 5, 8, (byte) 200}));
        double mean = 219 / 6.0;
        double squares = 0;
        for (int value : new int[] {1, 2, 3, 5, 8, 200}) squares += (value - mean) * (value - mean);
        assertMoments(1, 200, mean, Math.sqrt(squares / 6), summary.stored());
    }

    @Test
    void whatIsNoNumberDoesNotCount() throws IOException {
        DicomBytes bytes =
                ct("1", 1).us(Tag.SAMPLES_PER_PIXEL, 1).text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2");
        bytes.us(Tag.ROWS, 2).us(Tag.COLUMNS, 2).us(Tag.BITS_ALLOCATED, 32);
        PixelSummary summary =
                summary(bytes.floats(Tag.FLOAT_PIXEL_DATA, "OF", Float.NaN, 1.5f, 60.5f, Float.POSITIVE_INFINITY));
        assertMoments(1.5, 60.5, 31, 29.5, summary.stored());
        assertMoments(1.5, 60.5, 31, 29.5, summary.calibrated());
        assertEquals(1, summary.fractionInWindow());
    }

    @Test
    void colorHasStoredValuesOnly() throws IOException {
        DicomBytes bytes = ct("1", 1).us(Tag.SAMPLES_PER_PIXEL, 3).text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "RGB");
        bytes.us(Tag.PLANAR_CONFIGURATION, 0).us(Tag.ROWS, 1).us(Tag.COLUMNS, 2);
        bytes.us(Tag.BITS_ALLOCATED, 8)
                .us(Tag.BITS_STORED, 8)
                .us(Tag.HIGH_BIT, 7)
                .us(Tag.PIXEL_REPRESENTATION, 0);
        PixelSummary summary = summary(bytes.bytes(Tag.PIXEL_DATA, "OB", new byte[] {1, 2, 3, 4, 5, 9}));
        assertMoments(1, 9, 4, Math.sqrt(40 / 6.0), summary.stored());
        assertEquals(0, summary.calibrated().count());
        assertEquals("color has no calibrated values", summary.reason());
    }

    @Test
    void aLineThatMakesAllValuesEqualIsNoCalibration() throws IOException {
        DicomBytes bytes = gray(ct("1", 1), "MONOCHROME2", 2, 2, 16, 12, false);
        PixelSummary summary = summary(pixels(rescaled(bytes, "-1024", "0"), 1, 2, 3, 4));
        assertMoments(1, 4, 2.5, Math.sqrt(1.25), summary.stored());
        assertEquals(0, summary.calibrated().count());
        assertTrue(summary.reason().startsWith("Rescale Slope (0028,1053) is 0 and is ignored"), summary.reason());
    }

    @Test
    void missingPixelsAreAnError() {
        DicomBytes bytes = gray(ct("1", 1), "MONOCHROME2", 2, 2, 16, 12, false);
        assertThrows(DicomException.class, () -> summary(pixels(bytes, 1, 2)));
        assertThrows(DicomException.class, () -> summary(ct("1", 1)));
    }

    @Test
    void framesThatCannotBeReadCountNowhere() throws IOException {
        DicomFile file = DicomFile.read(new ArrayByteSource("built.dcm", DamagedFrames.nativeCut(3, 1)));
        PixelSummary summary = summary(file);
        assertEquals(24, summary.stored().count());
        assertEquals(24, summary.calibrated().count());
        assertMoments(-24, -1, -12.5, Math.sqrt((24 * 24 - 1) / 12.0), summary.calibrated());
        assertEquals("HU", summary.unit());
        assertEquals(
                "(7FE0,0010), frame 2, byte 471: declares 72 bytes, 71 are there; the first 2 of 3 frames can be read",
                summary.reason());
        PixelSummary middle = summary(DicomFile.read(new ArrayByteSource(
                "built.dcm", DamagedFrames.RLE.middleBroken().toBytes())));
        assertEquals(2L * DamagedFrames.stored().length, middle.calibrated().count());
        assertTrue(middle.reason().endsWith("; frames 0, 2, counted from 0, can be read"), middle.reason());
        DicomFile none = DicomFile.read(
                new ArrayByteSource("built.dcm", DamagedFrames.RLE.allBroken().toBytes()));
        assertThrows(DicomException.class, () -> summary(none));
    }

    @Test
    void batchesJoinWithoutLoss() {
        // Far from zero and close together: a difference of squares would keep no digit.
        Spread spread = new Spread();
        spread.add(new double[] {1e9 + 4, 1e9 + 7}, 2);
        spread.add(new double[] {1e9 + 13, 1e9 + 16, 0}, new long[] {1, 1, 5}, 2);
        assertMoments(1e9 + 4, 1e9 + 16, 1e9 + 10, Math.sqrt(22.5), spread);
        assertEquals(4, spread.count());
    }

    private static PixelSummary summary(DicomBytes bytes) throws IOException {
        return summary(DicomFile.read(new ArrayByteSource("built.dcm", bytes.toBytes())));
    }

    private static void assertMoments(double min, double max, double mean, double deviation, Spread spread) {
        assertEquals(min, spread.min());
        assertEquals(max, spread.max());
        assertEquals(mean, spread.mean(), 1e-9 * Math.max(1, Math.abs(mean)));
        assertEquals(deviation, spread.deviation(), 1e-12 * deviation);
    }

    private static PixelSummary summary(DicomFile file) throws IOException {
        return PixelSummary.of(file, WINDOW, new StoredValueCounts(), Progress.NONE);
    }
}
