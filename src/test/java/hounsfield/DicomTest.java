package hounsfield;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.bytes.ByteSource;
import hounsfield.bytes.FileByteSource;
import hounsfield.calibrate.ValueSource;
import hounsfield.calibrate.WhenDamaged;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.InsufficientMemoryException;
import hounsfield.standard.error.NotDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import hounsfield.work.Progress;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The entry points for Java programs: files, arrays, streams, sources and folders. */
class DicomTest {
    @TempDir
    Path folder;

    private static byte[] slice() {
        return DicomImages.slice(1, 10, -1000, 1000, 1100, 1001, 0).toBytes();
    }

    /** A source as a user would write it, with only the methods that the interface requires. */
    private static class Stored implements ByteSource {
        final byte[] bytes;
        /** Reads that go beyond this position fail. */
        volatile int broken;

        Stored(byte[] bytes, int broken) {
            this.bytes = bytes;
            this.broken = broken;
        }

        @Override
        public String name() {
            return "bucket/object\n7";
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public void read(long position, byte[] target, int offset, int length) throws IOException {
            if (position + length > bytes.length) throw new EOFException("after " + bytes.length);
            if (position + length > broken) throw new IOException("connection reset");
            System.arraycopy(bytes, (int) position, target, offset, length);
        }
    }

    @Test
    void allWaysGiveTheSameImage() throws Exception {
        byte[] bytes = slice();
        Path path = Files.write(folder.resolve("slice.dcm"), bytes);
        for (DicomInstance each : new DicomInstance[] {
            Dicom.open(path),
            Dicom.open(bytes, "an array"),
            Dicom.open(new ByteArrayInputStream(bytes), "a stream"),
            Dicom.open(new Stored(bytes, bytes.length))
        }) {
            assertArrayEquals(new int[] {1000, 1100, 1001, 0}, each.storedValues(0), each.name());
            assertArrayEquals(
                    new float[] {0, 100, 1, -1000}, each.read().calibrated().plane(0), each.name());
            assertEquals(1, each.frames());
            assertEquals(2, each.layout().columns());
        }
        assertEquals("slice.dcm", Dicom.open(path).name());
        assertEquals("an array", Dicom.open(bytes, "an array").name());
    }

    @Test
    void headerByKeywordAndTag() throws Exception {
        DicomInstance slice = Dicom.open(slice(), "slice");
        assertEquals(Optional.of("CT"), slice.text("Modality"));
        assertEquals(Optional.of("0.5\\0.25"), slice.text(Tag.PIXEL_SPACING));
        assertArrayEquals(new double[] {0.5, 0.25}, slice.numbers("PixelSpacing"));
        assertEquals(Optional.of("2"), slice.text("Rows"));
        assertEquals(Optional.of("8 bytes"), slice.text("PixelData"));
        assertEquals(Optional.of(DicomBytes.EXPLICIT_LITTLE_ENDIAN), slice.text("TransferSyntaxUID"));
        assertEquals(Optional.empty(), slice.text("PatientID"));
        assertEquals(0, slice.numbers("FrameTime").length);
        assertEquals(2, slice.find("Rows").orElseThrow().length());
        assertTrue(slice.hasPixels());
        assertEquals(
                List.of("0002,0000", "0028,0030 Pixel Spacing 0.5\\0.25"),
                List.of(
                        slice.header().get(0).tagText(),
                        slice.header().stream()
                                .filter(row -> row.tag() == Tag.PIXEL_SPACING)
                                .map(row -> row.tagText() + " " + row.name() + " " + row.value())
                                .findFirst()
                                .orElse("")));
        String problem = assertThrows(IllegalArgumentException.class, () -> slice.text("PatientId"))
                .getMessage();
        assertTrue(problem.contains("\"PatientId\""), problem);
        DicomException text = assertThrows(DicomException.class, () -> slice.numbers("Modality"));
        assertTrue(text.getMessage().startsWith("slice, (0008,0060)"), text.getMessage());
    }

    @Test
    void errorsNameTheSource() throws Exception {
        byte[] bytes = slice();
        DicomException early = assertThrows(
                DicomException.class, () -> Dicom.open(new Stored(bytes, 100)), "the header cannot be read");
        assertEquals("bucket/object\\n7: cannot be read: connection reset", early.getMessage());
        Stored source = new Stored(bytes, bytes.length);
        DicomInstance opened = Dicom.open(source);
        source.broken = bytes.length - 1;
        DicomException stored = assertThrows(DicomException.class, () -> opened.storedValues(0));
        assertTrue(stored.getMessage().startsWith("bucket/object\\n7"), stored.getMessage());
        assertTrue(stored.getMessage().endsWith("cannot be read: connection reset"), stored.getMessage());
        DicomException values = assertThrows(DicomException.class, opened::read);
        assertTrue(values.getMessage().startsWith("bucket/object\\n7"), values.getMessage());
        assertTrue(values.getMessage().contains("connection reset"), values.getMessage());
        NotDicomException other =
                assertThrows(NotDicomException.class, () -> Dicom.open("not DICOM at all".getBytes(), "letter"));
        assertTrue(other.getMessage().startsWith("letter"), other.getMessage());
    }

    @Test
    void brokenStreamIsNamed() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        DicomException failure = assertThrows(DicomException.class, () -> Dicom.open(broken, "upload 3"));
        assertEquals("upload 3: cannot be read: connection reset", failure.getMessage());
    }

    @Test
    void hugeStreamIsRefused() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public byte[] readAllBytes() {
                throw new OutOfMemoryError("Required length exceeds implementation limit");
            }
        };
        assertThrows(InsufficientMemoryException.class, () -> Dicom.open(endless, "an endless stream"));
    }

    @Test
    void folderWithOneSeries() throws Exception {
        DicomImages.write(folder, "b.dcm", DicomImages.slice(1, 10, -1000, 1000, 1100, 1001, 0));
        DicomImages.write(folder, "a.dcm", DicomImages.slice(2, 7.5, -1024, 0, 1, 2, 3));
        DicomImages.write(folder, "c.dcm", DicomImages.ct("1", 3));
        DicomSeriesList found = Dicom.series(folder);
        DicomSeries series = found.only();
        assertEquals(2, series.slices());
        assertEquals(1, series.timePoints());
        assertEquals("CT", series.modality());
        assertEquals(folder.resolve("a.dcm"), series.files().get(0));
        assertEquals(Optional.of("2"), series.first().text("InstanceNumber"));
        assertEquals(1, found.rejected().size());
        DicomImage image = series.read();
        assertEquals(-1024, image.img().getAt(0, 0, 0).get());
        assertEquals(100, image.img().getAt(1, 0, 1).get());
        DicomImage stored = series.read(ValueSource.STORED, WhenDamaged.REFUSE, Progress.NONE);
        assertEquals(1100, stored.img().getAt(1, 0, 1).get());
        assertEquals("", stored.unit());
    }

    @Test
    void folderWithSeveralSeries() throws Exception {
        DicomException none =
                assertThrows(DicomException.class, () -> Dicom.series(folder).only());
        assertTrue(none.getMessage().contains("no DICOM image"), none.getMessage());
        assertTrue(Dicom.series(folder).largest().isEmpty());
        DicomImages.write(folder, "1", DicomImages.slice(1, 10, -1000, 0, 0, 0, 0));
        DicomImages.write(folder, "2", DicomImages.slice(2, 11, -1000, 0, 0, 0, 0));
        DicomBytes other = DicomImages.pixels(
                DicomImages.gray(DicomImages.ct("2", 1), "MONOCHROME2", 2, 2, 16, 16, false), 1, 2, 3, 4);
        DicomImages.write(folder, "3", other);
        DicomSeriesList found = Dicom.series(folder);
        DicomException several = assertThrows(DicomException.class, found::only);
        assertTrue(several.getMessage().contains("2 series"), several.getMessage());
        assertEquals("1.2.3.4.5.1", found.largest().orElseThrow().uid());
        assertEquals(1, found.find("1.2.3.4.5.2").orElseThrow().slices());
        assertFalse(found.find("1.2").isPresent());
        assertEquals(2, found.list().size());
        assertThrows(IllegalArgumentException.class, () -> Dicom.series(folder.resolve("absent")));
    }

    @Test
    void seriesOfSources() throws Exception {
        byte[] first = DicomImages.slice(1, 7.5, -1024, 0, 1, 2, 3).toBytes();
        byte[] second = slice();
        byte[] third = DicomImages.slice(3, 12.5, -1024, 24, 1, 2, 3).toBytes();
        Path file = Files.write(folder.resolve("third"), third);
        ByteSource array = new ArrayByteSource("array", first);
        ByteSource stored = new Stored(second, second.length);
        ByteSource onDisk = new FileByteSource(file);
        ByteSource stream = ArrayByteSource.of("stream", new ByteArrayInputStream("not DICOM at all".getBytes()));
        ByteSource report = new ArrayByteSource("report", DicomImages.ct("1", 3).toBytes());
        DicomSeriesList found = Dicom.series(List.of(stream, onDisk, stored, report, array));
        DicomSeries series = found.only();
        assertEquals(List.of(array, stored, onDisk), series.sources());
        assertEquals(List.of(file), series.files());
        DicomImage image = series.read();
        assertEquals(3, series.slices());
        assertArrayEquals(new float[] {-1024, 0, -1000}, new float[] {
            image.img().getAt(0, 0, 0).get(),
            image.img().getAt(0, 0, 1).get(),
            image.img().getAt(0, 0, 2).get()
        });
        assertEquals(
                List.of("stream: not a DICOM file", "report: has no Pixel Data"),
                found.rejected().stream()
                        .map(each -> each.name() + ": " + each.sentence())
                        .map(text -> text.substring(0, Math.min(text.length(), text.startsWith("s") ? 24 : 25)))
                        .toList());
        assertTrue(Dicom.series(List.<ByteSource>of()).list().isEmpty());
        String none = assertThrows(DicomException.class, () -> Dicom.series(List.of(stream, report))
                        .only())
                .getMessage();
        assertTrue(
                none.startsWith(
                        "there is no DICOM image. stream, the first of 2 files that cannot be used: not a DICOM file"),
                none);
    }

    /** Sources are distinguished by identity; all have the same name here. */
    @Test
    void framesOfSourcesWithOneName() throws Exception {
        List<ByteSource> sources = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            DicomBytes bytes = DicomImages.ct("1", 1).text(Tag.NUMBER_OF_FRAMES, "IS", "2");
            DicomImages.gray(bytes, "MONOCHROME2", 1, 1, 16, 16, false);
            bytes = DicomImages.pixels(bytes, 2 * i, 2 * i + 1);
            sources.add(new ArrayByteSource("same", bytes.toBytes()));
        }
        List<DicomSeries> list = Dicom.series(sources).list();
        assertEquals(2, list.size());
        for (int i = 0; i < 2; i++) {
            assertEquals(List.of(sources.get(i)), list.get(i).sources());
            assertEquals(2 * i + 1, list.get(i).read().img().getAt(0, 0, 1).get());
        }
    }

    @Test
    void sliceThatBreaksIsNamed() throws Exception {
        byte[] first = slice();
        byte[] second = DicomImages.slice(2, 12.5, -1024, 24, 1, 2, 3).toBytes();
        Stored breaking = new Stored(second, second.length);
        DicomSeries series = Dicom.series(List.of(new ArrayByteSource("first", first), breaking))
                .only();
        breaking.broken = second.length - 1;
        assertArrayEquals(new int[] {1}, series.read().damagedPlanes());
        DicomException failure = assertThrows(
                DicomException.class, () -> series.read(ValueSource.RESCALE, WhenDamaged.REFUSE, Progress.NONE));
        assertEquals("bucket/object\n7", failure.location().file());
        assertTrue(failure.getMessage().contains("connection reset"), failure.getMessage());
    }

    /** Reads of a header and of a frame follow the contract of {@link ByteSource}. */
    @Test
    void onlyWhatIsNeededIsRead() throws Exception {
        int side = 256;
        int frames = 20;
        DicomBytes image = DicomImages.ct("1", 1)
                .us(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                .text(Tag.NUMBER_OF_FRAMES, "IS", Integer.toString(frames))
                .us(Tag.ROWS, side)
                .us(Tag.COLUMNS, side)
                .us(Tag.BITS_ALLOCATED, 16)
                .us(Tag.BITS_STORED, 16)
                .us(Tag.HIGH_BIT, 15)
                .us(Tag.PIXEL_REPRESENTATION, 0);
        int[] values = new int[side * side * frames];
        for (int i = 0; i < values.length; i++) values[i] = i / (side * side);
        byte[] bytes = DicomImages.pixels(image, values).toBytes();
        List<Integer> reads = Collections.synchronizedList(new ArrayList<>());
        DicomInstance opened = Dicom.open(new Stored(bytes, bytes.length) {
            @Override
            public void read(long position, byte[] target, int offset, int length) throws IOException {
                reads.add(length);
                super.read(position, target, offset, length);
            }
        });
        assertTrue(reads.stream().mapToInt(Integer::intValue).sum() <= 1 << 14, reads::toString);
        reads.clear();
        assertEquals(7, opened.storedValues(7)[side]);
        assertTrue(reads.contains(side * side * 2), reads::toString);
        assertTrue(reads.stream().mapToInt(Integer::intValue).sum() < 2 * side * side * 2, reads::toString);
    }

    @Test
    void colorHasStoredValuesOnly() throws Exception {
        DicomBytes bytes = DicomImages.photo(1, 2, 3, 4, 5, -1);
        DicomInstance color = Dicom.open(bytes.toBytes(), "color");
        assertArrayEquals(new int[] {1, 2, 3, 4, 5, 255}, color.storedValues(0));
        assertThrows(UnsupportedDicomException.class, color::read);
        assertThrows(IllegalArgumentException.class, () -> color.storedValues(1));
    }
}
