package hounsfield.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.calibrate.CalibratedImage;
import hounsfield.testing.MosaicFile;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mosaics of four tiles of 2 x 1 pixels in a folder: each file is a volume. */
class MosaicSeriesTest {
    @TempDir
    Path folder;

    private void write(int timePoint, int images, String normal) throws IOException {
        MosaicFile.write(folder, timePoint, images, normal);
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
