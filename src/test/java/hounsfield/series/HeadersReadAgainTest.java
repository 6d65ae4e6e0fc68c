package hounsfield.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.bytes.ByteSource;
import hounsfield.calibrate.CalibratedImage;
import hounsfield.frame.FrameFile;
import hounsfield.series.slice.HeaderSize;
import hounsfield.series.slice.ScannedFile;
import hounsfield.series.slice.Slice;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.BuiltFiles.CtSlice;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Series whose headers do not fit into the memory that a scan may use. */
class HeadersReadAgainTest {
    private static final String CHANGED = "the file has changed since its header was read; open it again";

    @TempDir
    Path folder;

    private Series series(long room) throws IOException {
        return SeriesScanner.scan(folder, Progress.NONE, new ScannedFile.Scan(room))
                .series()
                .get(0);
    }

    private static List<Boolean> held(Series series) {
        return series.slices().stream()
                .map(slice -> slice.source().source().isHeld())
                .toList();
    }

    private Path slice(int instance) throws IOException {
        byte[] bytes = CtSlice.axial(instance, 5 * instance)
                .withIntercept(Integer.toString(-1000 - instance))
                .toBytes();
        Path file = folder.resolve("sub/IM" + instance);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    @Test
    void headersBeyondTheRoomGiveTheSamePixels() throws IOException {
        for (int i = 0; i < 4; i++) slice(i);
        assertEquals(List.of(true, true, true, true), held(series(1 << 20)));
        Series none = series(0);
        assertEquals(List.of(false, false, false, false), held(none));
        long each =
                HeaderSize.of(series(1 << 20).slices().get(0).source().file().dataSet());
        assertEquals(2, held(series(3 * each)).stream().filter(held -> held).count());
        CalibratedImage image = SeriesReader.read(none, Progress.NONE);
        for (int i = 0; i < 4; i++) assertEquals(-i, image.plane(i)[5]);
        assertEquals(5, image.sliceSpacing().mm(), 1e-9);
        assertEquals(0.5, image.pixelSpacing().row());
        assertEquals(series(1 << 20).findings(), none.findings());
    }

    /** The frames of one file share one header, and reading them does not read it for each. */
    @Test
    void framesOfOneFileShareItsHeader() throws IOException {
        DicomBytes bytes = DicomImages.ct("1", 1).text(Tag.NUMBER_OF_FRAMES, "IS", "3");
        DicomImages.gray(bytes, "MONOCHROME2", 1, 2, 16, 16, false);
        DicomImages.write(folder, "many", DicomImages.pixels(bytes, 1, 2, 3, 4, 5, 6));
        Series none = series(0);
        FrameFile source = none.slices().get(0).source().source();
        assertFalse(source.isHeld());
        for (Slice slice : none.slices()) assertSame(source, slice.source().source());
        CalibratedImage image = SeriesReader.read(none, Progress.NONE);
        assertArrayEquals(new float[] {5, 6}, image.plane(2));
    }

    /** Why the second slice has no values; the first one has. */
    private static DicomException failure(Series series) throws IOException {
        CalibratedImage image = SeriesReader.read(series, Progress.NONE);
        assertTrue(image.damage(0).isEmpty());
        assertEquals(Float.NaN, image.plane(1)[0]);
        return image.damage(1).orElseThrow().cause();
    }

    @Test
    void filesThatChangedOrVanishedSaySoWithTheirPlace() throws IOException {
        slice(0);
        Path file = slice(1);
        Series series = series(0);
        Files.write(file, CtSlice.axial(1, 5).withIntercept("-1001.25").toBytes());
        DicomException changed = failure(series);
        assertTrue(changed.getMessage().startsWith("sub/IM1"), changed.getMessage());
        assertEquals(CHANGED, changed.problem());
        Files.delete(file);
        DicomException vanished = failure(series);
        assertTrue(vanished.getMessage().startsWith("sub/IM1"), vanished.getMessage());
        assertEquals("there is no such file", vanished.problem());
    }

    /** A source whose content can be replaced, as no source should be. */
    private static final class Replaced implements ByteSource {
        byte[] bytes;

        Replaced(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public String name() {
            return "bucket/second";
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public void read(long position, byte[] target, int offset, int length) {
            System.arraycopy(bytes, (int) position, target, offset, length);
        }
    }

    @Test
    void headersOfSourcesAreReadAgainFromThem() throws IOException {
        ByteSource first = new ArrayByteSource("first", CtSlice.axial(0, 0).toBytes());
        Replaced second =
                new Replaced(CtSlice.axial(1, 5).withIntercept("-1001").toBytes());
        Series series = SeriesScanner.scan(List.of(second, first), Progress.NONE, new ScannedFile.Scan(0))
                .series()
                .get(0);
        assertEquals(List.of(false, false), held(series));
        assertEquals(List.of(first, second), series.sources());
        assertEquals(List.of(), series.files());
        CalibratedImage image = SeriesReader.read(series, Progress.NONE);
        assertEquals(-1, image.plane(1)[5]);
        second.bytes = CtSlice.axial(1, 5).withIntercept("-1001.25").toBytes();
        DicomException changed = failure(series);
        assertEquals("bucket/second", changed.location().file());
        assertEquals(CHANGED, changed.problem());
    }

    /** Pixels may be elsewhere in a file of another size. */
    @Test
    void headersInMemoryAreOnlyForTheFileThatTheyWereReadFrom() throws IOException {
        slice(0);
        Path file = slice(1);
        Series series = series(1 << 20);
        Files.write(file, new byte[2], StandardOpenOption.APPEND);
        DicomException changed = failure(series);
        assertTrue(changed.getMessage().startsWith("sub/IM1"), changed.getMessage());
        assertEquals(CHANGED, changed.problem());
    }
}
