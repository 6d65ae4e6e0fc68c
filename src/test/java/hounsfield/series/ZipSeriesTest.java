package hounsfield.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.Dicom;
import hounsfield.bytes.ByteSource;
import hounsfield.bytes.FileByteSource;
import hounsfield.bytes.packed.ZipArchive;
import hounsfield.calibrate.CalibratedImage;
import hounsfield.imagej.Hounsfield;
import hounsfield.series.slice.ScannedFile;
import hounsfield.testing.BuiltFiles.CtSlice;
import hounsfield.testing.Impatient;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipSeriesTest {
    @TempDir
    Path folder;

    @Test
    void anArchiveGivesTheVolumeOfItsFolder() throws IOException {
        Path zip = zip(true);
        SeriesScan scan = SeriesScanner.scan(zip, Progress.NONE);
        assertEquals(1, scan.series().size());
        Series series = scan.series().get(0);
        assertEquals(
                List.of("ct/b.dcm", "ct/a.dcm", "ct/c.dcm"),
                series.sources().stream().map(ByteSource::name).toList());
        CalibratedImage image = SeriesReader.read(series, Progress.NONE);
        assertEquals(-24, image.plane(0)[0]);
        assertEquals(5, image.sliceSpacing().mm(), 1e-9);
        assertEquals(
                List.of("ct/broken.dcm", "inner.dcm"),
                scan.rejected().stream().map(each -> each.name()).toList());
        assertTrue(scan.rejected().get(1).sentence().contains("a ZIP archive"), "an archive in it is not opened");
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(zip), files.toList(), "nothing is unpacked");
        }
        assertEquals(1, Dicom.series(zip).list().size());
    }

    /** Headers of a scan beyond the limit are read again from the archive. */
    @Test
    void headersAreReadAgain() throws IOException {
        SeriesScan scan = SeriesScanner.scan(zip(true), Progress.NONE, new ScannedFile.Scan(0));
        CalibratedImage image = SeriesReader.read(scan.series().get(0), Progress.NONE);
        assertEquals(3, image.img().dimension(2));
    }

    @Test
    void scriptsOpenAnArchive() throws IOException {
        Path zip = zip(false);
        String path = zip.toString();
        assertEquals(1, Hounsfield.listSeries(path).length);
        ImagePlus image = Hounsfield.openSeries(path);
        assertEquals(3, image.getStackSize());
        assertTrue(image.getStack().getSliceLabel(1).startsWith("ct/b.dcm"));
        assertEquals("a.zip", image.getOriginalFileInfo().fileName);
        assertArrayEquals((float[]) image.getStack().getPixels(2), (float[])
                Hounsfield.openSeriesVirtual(path).getStack().getPixels(2));
        assertTrue(image.getStack().getSliceLabel(1).contains("Series Instance UID"));
        double[] position = Hounsfield.positionOf(image, 0, 0, 2);
        assertEquals(5, position[2], 1e-9);
    }

    @Test
    void aDamagedArchiveIsRefused() throws IOException {
        Path zip = zip(true);
        byte[] bytes = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(bytes, bytes.length - 30));
        IOException e = assertThrows(IOException.class, () -> Hounsfield.openSeries(zip.toString()));
        assertTrue(e.getMessage().contains("a.zip") && e.getMessage().contains("cut off"), e.getMessage());
    }

    /**
     * Entries whose names lead out of the folder are left out. Links are treated like other entries, and their text is not an image.
     */
    @Test
    void namesThatLeadOutAndLinksReadNoFile() throws IOException {
        Path secret = Files.write(
                folder.resolve("SECRET"), CtSlice.axial(9, 45).withSeries("1.9").toBytes());
        Path path = folder.resolve("hostile.zip");
        String longName = "n".repeat(300) + ".dcm";
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            for (String name : List.of("../SECRET", "a/../../SECRET", secret.toString(), "C:\\SECRET", "c:/SECRET")) {
                add(zip, name, CtSlice.axial(7, 35).withSeries("1.8").toBytes());
            }
            add(zip, "link.dcm", secret.toString().getBytes());
            add(zip, "ct/im1", CtSlice.axial(1, 0).toBytes());
            add(zip, "ct/IM1", CtSlice.axial(2, 5).toBytes());
            add(zip, longName, CtSlice.axial(3, 10).toBytes());
        }
        markAsLink(path, "link.dcm");
        SeriesScan scan = SeriesScanner.scan(path, Progress.NONE);
        assertEquals(1, scan.series().size());
        assertEquals(
                List.of("ct/im1", "ct/IM1", longName),
                scan.series().get(0).sources().stream().map(ByteSource::name).toList());
        assertEquals(6, scan.rejected().size());
        assertEquals(
                5,
                scan.rejected().stream()
                        .filter(each -> each.sentence().equals("has a name that leads out of the archive"))
                        .count());
        assertTrue(scan.rejected().stream()
                .anyMatch(each ->
                        each.name().equals("link.dcm") && each.sentence().startsWith("not a DICOM file")));
        ImagePlus image = Hounsfield.openSeries(path.toString());
        assertEquals(3, image.getStackSize());
        assertTrue(image.getStack().getSliceLabel(3).startsWith(longName));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(secret, path), files.sorted().toList(), "nothing is written");
        }
    }

    /** Sets the kind of an entry in the external attributes of the directory (APPNOTE 4.4.15) to a Unix link. */
    private static void markAsLink(Path path, String name) throws IOException {
        byte[] zip = Files.readAllBytes(path);
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        int directory = text.indexOf("PK\u0001\u0002");
        int header = text.lastIndexOf("PK\u0001\u0002", text.indexOf(name, directory));
        zip[header + 5] = 3;
        zip[header + 40] = (byte) 0xFF;
        zip[header + 41] = (byte) 0xA1;
        Files.write(path, zip);
    }

    /** More entries than 16 bits can count, so that the directory's end is ZIP64's. */
    @Test
    void anArchiveOfManyEntriesIsReadWhole() throws IOException {
        int others = 66_000;
        Path path = folder.resolve("many.zip");
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(path));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            add(zip, "a.dcm", CtSlice.axial(1, 5).toBytes());
            for (int i = 0; i < others; i++) {
                if (i == others / 2) add(zip, "b.dcm", CtSlice.axial(2, 0).toBytes());
                add(zip, "notes/" + i, new byte[] {'n'});
            }
            add(zip, "c.dcm", CtSlice.axial(3, 10).toBytes());
        }
        byte[] bytes = Files.readAllBytes(path);
        int end = bytes.length - 22;
        assertEquals(
                0xFFFF,
                Short.toUnsignedInt(
                        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(end + 10)));
        assertEquals(
                others + 3, ZipArchive.read(new FileByteSource(path)).entries().size());
        SeriesScan scan = SeriesScanner.scan(path, Progress.NONE);
        assertEquals(List.of(), scan.rejected());
        assertEquals(1, scan.series().size());
        assertEquals(
                List.of("b.dcm", "a.dcm", "c.dcm"),
                scan.series().get(0).sources().stream().map(ByteSource::name).toList());
        CalibratedImage image = SeriesReader.read(scan.series().get(0), Progress.NONE);
        assertEquals(3, image.depth());
        assertEquals(-24, image.plane(2)[0]);
    }

    @Test
    void canBeCancelled() throws IOException {
        Path zip = zip(true);
        assertThrows(CancellationException.class, () -> SeriesScanner.scan(zip, new Impatient(0)));
    }

    private Path zip(boolean extras) throws IOException {
        Path path = folder.resolve("a.zip");
        try (OutputStream file = Files.newOutputStream(path);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            add(zip, "ct/a.dcm", CtSlice.axial(1, 5).toBytes());
            add(zip, "ct/b.dcm", CtSlice.axial(2, 0).toBytes());
            add(zip, "ct/c.dcm", CtSlice.axial(3, 10).toBytes());
            if (extras) {
                add(zip, "ct/readme.txt", "text".getBytes());
                add(zip, "ct/broken.dcm", "text".getBytes());
                add(zip, "inner.dcm", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
                add(zip, "inner.zip", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
            }
        }
        return path;
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
    }
}
