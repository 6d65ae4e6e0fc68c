package hounsfield.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.calibrate.CalibratedImage;
import hounsfield.standard.Tag;
import hounsfield.testing.CsaBytes;
import hounsfield.testing.DicomBytes;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mosaics of four tiles of 2 x 1 pixels in a folder: each file is a volume. */
class MosaicSeriesTest {
    @TempDir
    Path folder;

    /** A mosaic whose tile k has the values 10 * k and 10 * k + 1 and the time point's hundred. */
    private void write(int timePoint, int images, String normal) throws IOException {
        int[] pixels = new int[8];
        for (int i = 0; i < pixels.length; i++) {
            int tile = i / 4 * 2 + i % 4 / 2;
            pixels[i] = 100 * timePoint + 10 * tile + i % 2;
        }
        byte[] csa =
                CsaBytes.csa2().entry("SliceNormalVector", 3, "0", "0", normal).toBytes();
        Files.write(
                folder.resolve(timePoint + ".dcm"),
                DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                        .text(Tag.IMAGE_TYPE, "CS", "ORIGINAL\\PRIMARY\\M\\ND\\MOSAIC")
                        .text(Tag.SOP_INSTANCE_UID, "UI", "1.2.3.4." + timePoint)
                        .text(Tag.MODALITY, "CS", "MR")
                        .text(Tag.SPACING_BETWEEN_SLICES, "DS", "3")
                        .text(0x00190010, "LO", "SIEMENS MR HEADER")
                        .us(0x0019100A, images)
                        .text(Tag.SERIES_INSTANCE_UID, "UI", "1.2.3.4")
                        .text(Tag.INSTANCE_NUMBER, "IS", Integer.toString(timePoint))
                        .text(Tag.IMAGE_POSITION_PATIENT, "DS", "0\\0\\50")
                        .text(Tag.IMAGE_ORIENTATION_PATIENT, "DS", "1\\0\\0\\0\\1\\0")
                        .us(Tag.SAMPLES_PER_PIXEL, 1)
                        .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                        .us(Tag.ROWS, 2)
                        .us(Tag.COLUMNS, 4)
                        .text(Tag.PIXEL_SPACING, "DS", "2\\2")
                        .us(Tag.BITS_ALLOCATED, 16)
                        .us(Tag.BITS_STORED, 16)
                        .us(Tag.HIGH_BIT, 15)
                        .us(Tag.PIXEL_REPRESENTATION, 0)
                        .text(0x00290010, "LO", "SIEMENS CSA HEADER")
                        .bytes(0x00291010, "OB", csa)
                        .shorts(Tag.PIXEL_DATA, "OW", pixels)
                        .toBytes());
    }

    private Series scan() throws IOException {
        SeriesScan scan = SeriesScanner.scan(folder, Progress.NONE);
        assertEquals(List.of(), scan.rejected());
        assertEquals(1, scan.series().size());
        return scan.series().get(0);
    }

    @Test
    void eachFileIsAVolume() throws IOException {
        for (int i = 1; i <= 3; i++) write(i, 3, "1");
        Series series = scan();
        CalibratedImage image = SeriesReader.read(series, Progress.NONE);
        assertEquals(3, image.slices());
        assertEquals(3, image.timePoints());
        assertEquals(2, image.width());
        assertEquals(1, image.height());
        assertArrayEquals(new float[] {100, 101}, image.plane(0));
        assertArrayEquals(new float[] {120, 121}, image.plane(2));
        assertArrayEquals(new float[] {210, 211}, image.plane(4));
        assertArrayEquals(new float[] {320, 321}, image.plane(8));
        assertEquals(3, image.sliceSpacing().mm(), 1e-9);
        assertEquals(3, series.files().size());
    }

    /** Slices ascend along row times column direction, so the last tile comes first. */
    @Test
    void reversedNormalReversesTheSlices() throws IOException {
        for (int i = 1; i <= 2; i++) write(i, 3, "-1");
        CalibratedImage image = SeriesReader.read(scan(), Progress.NONE);
        assertArrayEquals(new float[] {120, 121}, image.plane(0));
        assertArrayEquals(new float[] {100, 101}, image.plane(2));
        assertArrayEquals(new float[] {200, 201}, image.plane(5));
    }

    @Test
    void mosaicThatCannotBeDividedStaysWhole() throws IOException {
        write(1, 5, "1");
        Series series = scan();
        CalibratedImage image = SeriesReader.read(series, Progress.NONE);
        assertEquals(4, image.width());
        assertEquals(1, image.slices());
        String said = "The mosaic cannot be divided into the number of images that it declares; it stays whole";
        assertTrue(
                Stream.concat(
                                series.findings().stream(),
                                series.slices().stream().flatMap(slice -> slice.findings().stream()))
                        .anyMatch(said::equals),
                series.findings()::toString);
    }
}
