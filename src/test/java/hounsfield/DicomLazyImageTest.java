package hounsfield;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.cache.PlaneCache;
import hounsfield.calibrate.ValueSource;
import hounsfield.calibrate.WhenDamaged;
import hounsfield.frame.DamagedFrames;
import hounsfield.measure.Statistics;
import hounsfield.planes.Limits;
import hounsfield.planes.Selection;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import hounsfield.testing.Impatient;
import hounsfield.testing.WatchedSource;
import hounsfield.work.Progress;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images that decode a plane when it is accessed have the values of those in memory. */
class DicomLazyImageTest {
    private static final int PIXELS = 4;

    @TempDir
    Path folder;

    private final long limit = PlaneCache.shared().limit();

    @AfterEach
    void restore() {
        PlaneCache.shared().setLimit(limit);
    }

    /** A file that counts how often its pixels are read. */
    private record Counted(WatchedSource source, AtomicInteger reads) {
        static Counted of(String name, byte[] bytes, int pixelBytes) {
            AtomicInteger reads = new AtomicInteger();
            return new Counted(
                    new WatchedSource(name, bytes, pixelBytes, (position, length) -> reads.incrementAndGet()), reads);
        }
    }

    private static List<Counted> sources(int count) {
        List<Counted> sources = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            DicomBytes bytes = DicomImages.slice(i + 1, 3 * i, -1024 + i, 10 * i, 1, 2, 3);
            sources.add(Counted.of("slice " + i, bytes.toBytes(), PIXELS * Short.BYTES));
        }
        return sources;
    }

    private static List<WatchedSource> bytesOf(List<Counted> sources) {
        return sources.stream().map(Counted::source).toList();
    }

    private static int[] reads(List<Counted> sources) {
        return sources.stream().mapToInt(each -> each.reads.get()).toArray();
    }

    private static void assertSame(DicomImage expected, DicomLazyImage image) {
        assertEquals(expected.axes(), image.axes());
        assertArrayEquals(expected.spacing(), image.spacing());
        assertEquals(expected.unit(), image.unit());
        assertEquals(expected.findings(), image.findings());
        assertEquals(expected.hasPatientTransform(), image.hasPatientTransform());
        if (image.hasPatientTransform()) assertArrayEquals(expected.toPatient(), image.toPatient());
        else assertThrows(IllegalStateException.class, image::toPatient);
        Img<FloatType> values = image.img();
        assertArrayEquals(expected.img().dimensionsAsLongArray(), values.dimensionsAsLongArray());
        Cursor<FloatType> cursor = values.localizingCursor();
        RandomAccess<FloatType> access = expected.img().randomAccess();
        long count = 0;
        while (cursor.hasNext()) {
            float value = cursor.next().get();
            assertEquals(access.setPositionAndGet(cursor).get(), value);
            count++;
        }
        assertEquals(expected.img().size(), count);
    }

    @Test
    void aSeriesHasTheValuesOfTheOneInMemoryAndDecodesPlanesOnAccess() throws Exception {
        List<Counted> sources = sources(5);
        DicomSeries series = Dicom.series(bytesOf(sources)).only();
        assertArrayEquals(new int[5], reads(sources));
        try (DicomLazyImage image = series.lazy()) {
            Img<FloatType> values = image.img();
            assertEquals("HU", image.unit());
            assertArrayEquals(new long[] {2, 2, 5}, values.dimensionsAsLongArray());
            assertArrayEquals(new int[5], reads(sources));
            assertEquals(30 - 1024 + 3, values.getAt(0, 0, 3).get());
            assertEquals(2 - 1024 + 3, values.getAt(0, 1, 3).get());
            assertArrayEquals(new int[] {0, 0, 0, 1, 0}, reads(sources));
            RandomAccessibleInterval<FloatType> plane = Views.hyperSlice(values, 2, 1);
            for (FloatType value : plane) assertTrue(value.get() < 0);
            assertArrayEquals(new int[] {0, 1, 0, 1, 0}, reads(sources));
            assertSame(series.read(), image);
            // The image in memory has read each plane once more.
            assertArrayEquals(new int[] {2, 2, 2, 2, 2}, reads(sources));
            Statistics statistics = Statistics.of(image.planes(), Selection.ALL, Limits.NONE, List.of(), Progress.NONE);
            assertEquals(series.read().statistics().mean(), statistics.mean());
            assertArrayEquals(new int[] {3, 3, 3, 3, 3}, reads(sources));
        }
    }

    @Test
    void unevenSlicesHaveATransformEach() throws Exception {
        for (int i = 0; i < 3; i++) {
            DicomImages.write(folder, "s" + i, DicomImages.slice(i + 1, i * i, 0, 0, 1, 2, 3));
        }
        DicomSeries series = Dicom.series(folder).only();
        assertSame(series.read(), series.lazy());
        assertArrayEquals(series.read().toPatient(2), series.lazy().toPatient(2));
    }

    @Test
    void withoutACacheEachPlaneIsDecodedAgain() throws Exception {
        PlaneCache.shared().setLimit(0);
        List<Counted> sources = sources(2);
        DicomLazyImage image = Dicom.series(bytesOf(sources)).only().lazy();
        for (int i = 0; i < 3; i++) image.img().getAt(0, 0, 1).get();
        assertArrayEquals(new int[] {0, 3}, reads(sources));
    }

    @Test
    void closingFreesMemoryAndAnAccessDecodesAgain() throws Exception {
        PlaneCache.shared().clear();
        List<Counted> sources = sources(3);
        DicomLazyImage image = Dicom.series(bytesOf(sources)).only().lazy();
        for (FloatType value : image.img()) value.get();
        assertEquals(3 * PIXELS * Float.BYTES, PlaneCache.shared().size());
        image.close();
        assertEquals(0, PlaneCache.shared().size());
        assertEquals(20 - 1022, image.img().getAt(0, 0, 2).get());
        assertArrayEquals(new int[] {1, 1, 2}, reads(sources));
    }

    @Test
    void channelsAndTimesAreAxes() throws Exception {
        int n = 0;
        for (int time = 1; time <= 2; time++) {
            for (int z = 0; z < 3; z++) {
                for (String echo : List.of("5", "9.5")) {
                    DicomBytes bytes = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                            .text(Tag.MODALITY, "CS", "MR")
                            .text(Tag.SERIES_INSTANCE_UID, "UI", "1.2")
                            .text(Tag.ECHO_TIME, "DS", echo)
                            .text(Tag.TEMPORAL_POSITION_IDENTIFIER, "IS", Integer.toString(time));
                    DicomImages.at(bytes, "0\\0\\" + z, "1\\0\\0\\0\\1\\0");
                    DicomBytes image = DicomImages.gray(bytes, "MONOCHROME2", 2, 1, 16, 16, false);
                    DicomImages.write(folder, "s" + n, DicomImages.pixels(image, 2 * n, 2 * n + 1));
                    n++;
                }
            }
        }
        DicomSeries series = Dicom.series(folder).only();
        DicomLazyImage image = series.lazy();
        assertEquals(List.of("x", "y", "c", "z", "t"), image.axes());
        assertSame(series.read(), image);
    }

    @Test
    void framesOfAFileAreDecodedOnAccess() throws Exception {
        byte[] bytes = DamagedFrames.nativeFile(4);
        Counted source = Counted.of("frames", bytes, 4 * 24);
        DicomInstance file = Dicom.open(source.source());
        try (DicomLazyImage image = file.lazy()) {
            int before = source.reads.get();
            image.img().getAt(0, 0, 2).get();
            image.img().getAt(1, 0, 2).get();
            assertEquals(before + 1, source.reads.get());
            assertSame(file.read(), image);
        }
    }

    @Test
    void pixelsCannotBeChanged() throws Exception {
        DicomLazyImage image = Dicom.series(bytesOf(sources(2))).only().lazy();
        FloatType pixel = image.img().getAt(0, 0, 0);
        assertThrows(UnsupportedOperationException.class, () -> pixel.set(1));
        assertEquals(-1024, image.img().getAt(0, 0, 0).get());
        // A copy can be changed.
        Img<FloatType> copy = image.img().copy();
        assertEquals(10 - 1023, copy.getAt(0, 0, 1).get());
        copy.getAt(0, 0, 1).set(1);
        assertEquals(10 - 1023, image.img().getAt(0, 0, 1).get());
        assertArrayEquals(new long[] {3, 1}, image.img().factory().create(3, 1).dimensionsAsLongArray());
    }

    @Test
    void damagedPlanesAreNaNOrRefusedAtTheirAccess() throws Exception {
        for (int i = 0; i < 3; i++) {
            DicomBytes bytes = DicomImages.slice(i + 1, 3 * i, 0, 10 * i, 1, 2, 3);
            Path file = DicomImages.write(folder, "s" + i, bytes);
            byte[] all = java.nio.file.Files.readAllBytes(file);
            if (i == 1) java.nio.file.Files.write(file, java.util.Arrays.copyOf(all, all.length - 4));
        }
        DicomSeries series = Dicom.series(folder).only();
        DicomLazyImage filled = series.lazy();
        assertArrayEquals(new int[0], filled.damagedPlanes());
        DicomImage expected = series.read();
        assertEquals(10, filled.img().getAt(0, 0, 1).get());
        assertTrue(Float.isNaN(filled.img().getAt(1, 1, 1).get()));
        assertTrue(Float.isNaN(expected.img().getAt(1, 1, 1).get()));
        assertArrayEquals(expected.damagedPlanes(), filled.damagedPlanes());
        DicomLazyImage refusing = series.lazy(ValueSource.RESCALE, WhenDamaged.REFUSE, Progress.NONE);
        assertEquals(0, refusing.img().getAt(0, 0, 0).get());
        UncheckedIOException e = assertThrows(
                UncheckedIOException.class, () -> refusing.img().getAt(0, 0, 1).get());
        assertEquals(
                "s1",
                Path.of(((DicomException) e.getCause()).location().file())
                        .getFileName()
                        .toString());
    }

    @Test
    void colorIsRefusedAndHeadersCanBeCanceled() throws Exception {
        DicomBytes photo = DicomImages.photo(10, 20, 30, 40, 50, 60);
        DicomInstance file = Dicom.open(photo.toBytes(), "photo");
        DicomException e = assertThrows(DicomException.class, file::lazy);
        assertTrue(e.getMessage().contains("color, with 3 samples per pixel"), e.getMessage());
        DicomSeries series = Dicom.series(bytesOf(sources(3))).only();
        assertThrows(
                CancellationException.class,
                () -> series.lazy(ValueSource.RESCALE, WhenDamaged.FILL, new Impatient(0)));
    }
}
