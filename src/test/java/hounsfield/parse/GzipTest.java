package hounsfield.parse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.frame.FrameRef;
import hounsfield.imagej.Hounsfield;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.NotDicomException;
import hounsfield.testing.BuiltFiles.CtSlice;
import ij.ImagePlus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GzipTest {
    @TempDir
    Path folder;

    @Test
    void aGzippedFileIsReadLikeItsContent() throws IOException {
        byte[] content = CtSlice.axial(1, 5).toBytes();
        Path plain = Files.write(folder.resolve("a.dcm"), content);
        Path packed = Files.write(folder.resolve("b.dcm.gz"), gzip(content));
        ImagePlus expected = Hounsfield.open(plain.toString());
        ImagePlus image = Hounsfield.open(packed.toString());
        assertArrayEquals((float[]) expected.getStack().getPixels(1), (float[])
                image.getStack().getPixels(1));
        assertEquals(Hounsfield.header(plain.toString()), Hounsfield.header(packed.toString()));
        assertEquals(
                "1024", Hounsfield.tag(packed.toString(), "RescaleIntercept").replace("-", ""));
    }

    @Test
    void aFolderOfGzippedFilesIsASeries() throws IOException {
        for (int i = 0; i < 3; i++) {
            Files.write(
                    folder.resolve(i + ".dcm.gz"), gzip(CtSlice.axial(i, 5 * i).toBytes()));
        }
        Files.write(folder.resolve("t1.nii.gz"), gzip(new byte[1000]));
        assertEquals(3, Hounsfield.openSeries(folder.toString()).getStackSize());
    }

    @Test
    void theHeaderOfTheGzipFileMayHaveANameAndMore() throws IOException {
        byte[] packed = gzip(CtSlice.axial(1, 5).toBytes());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(packed, 0, 3);
        bytes.write(2 | 4 | 8 | 16);
        bytes.write(packed, 4, 6);
        bytes.write(new byte[] {3, 0, 1, 2, 3, 'n', 0, 'c', 'c', 0, 9, 9});
        bytes.write(packed, 10, packed.length - 10);
        assertEquals(1, FrameRef.allOf(read(bytes.toByteArray())).size());
    }

    @Test
    void otherContentIsRefused() throws IOException {
        byte[] slice = CtSlice.axial(1, 5).toBytes();
        for (byte[] content : new byte[][] {new byte[0], new byte[1000], gzip(slice)}) {
            byte[] packed = gzip(content);
            NotDicomException e = assertThrows(NotDicomException.class, () -> read(packed));
            assertTrue(e.isPacked() && e.problem().contains("a gzip file"), e.problem());
        }
    }

    @Test
    void aFileThatIsCutOffOrDamagedEndsInADicomException() throws IOException {
        byte[] packed = gzip(CtSlice.axial(1, 5).toBytes());
        for (int length = 0; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThrows(DicomException.class, () -> read(cut), () -> cut.length + " bytes");
        }
        byte[] sum = packed.clone();
        sum[sum.length - 8]++;
        DicomException e = assertThrows(DicomException.class, () -> read(sum));
        assertTrue(e.problem().contains("CRC-32"), e.problem());
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        twice.write(packed);
        twice.write(gzip(CtSlice.axial(2, 5).toBytes()));
        assertThrows(DicomException.class, () -> read(twice.toByteArray()), "two members");
    }

    @Test
    void aBombIsRefusedBeforeItIsInflated() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(CtSlice.axial(1, 5).toBytes());
            for (int i = 0; i < 65; i++) gzip.write(new byte[1 << 20]);
        }
        byte[] bomb = bytes.toByteArray();
        DicomException e = assertThrows(DicomException.class, () -> read(bomb));
        assertTrue(e.problem().contains("expands more than 200 times"), e.problem());
        bomb[bomb.length - 1] = 0x7F;
        e = assertThrows(DicomException.class, () -> read(bomb));
        assertTrue(e.problem().contains("more than its"), e.problem());
    }

    private static DicomFile read(byte[] bytes) throws IOException {
        return DicomFile.read(new ArrayByteSource("a.dcm.gz", bytes));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
