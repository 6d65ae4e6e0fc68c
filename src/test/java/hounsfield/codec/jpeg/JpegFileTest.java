package hounsfield.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.codec.Samples;
import hounsfield.frame.FrameOpener;
import hounsfield.frame.FrameRef;
import hounsfield.frame.ImageBytes;
import hounsfield.imagej.Hounsfield;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.TransferSyntax;
import hounsfield.testing.DicomBytes;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JPEG inside files: many Fragments per frame, many frames, and the reports of warnings. */
class JpegFileTest {
    private static final int SIZE = 24;

    @TempDir
    Path folder;

    @Test
    void framesInManyFragmentsAreReadInParallel() throws IOException {
        int frames = 20;
        Random random = new Random(1);
        List<int[]> images = new ArrayList<>();
        List<byte[]> fragments = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            int[] image = random.ints(SIZE * SIZE, 0, 4096).toArray();
            images.add(image);
            LosslessEncoder encoder = new LosslessEncoder();
            encoder.precision = 12;
            fragments.addAll(cut(encoder.encode(SIZE, SIZE, 1, image), 1 + random.nextInt(5)));
        }
        DicomFile file = DicomFile.read(
                write(ImageBytes.gray(TransferSyntax.JPEG_LOSSLESS.uid(), SIZE, SIZE, 16, 12, 0, frames), fragments));
        try (FrameOpener opener = new FrameOpener()) {
            List<Samples> read = opener.readAll(
                    FrameRef.allOf(file), "", Progress.NONE, (frame, reader) -> reader.read(frame.frame()));
            for (int i = 0; i < frames; i++)
                assertArrayEquals(images.get(i), read.get(i).toInts(), "frame " + i);
            assertEquals(List.of(), opener.diagnostics().sentences());
        }
    }

    @Test
    void lossyFrameThatEndsEarlyKeepsItsRowsAndIsNamedInTheLog() throws IOException {
        int[] image = new Random(2).ints(SIZE * SIZE, 0, 4096).toArray();
        DctEncoder encoder = new DctEncoder();
        encoder.precision = 12;
        byte[] whole = encoder.encode(SIZE, SIZE, 1, image);
        Path path = write(
                ImageBytes.gray(TransferSyntax.JPEG_EXTENDED.uid(), SIZE, SIZE, 16, 12, 0, 1),
                List.of(Arrays.copyOf(whole, whole.length / 2 & ~1)));
        PrintStream before = System.out;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        try (PrintStream captured = new PrintStream(log, true, StandardCharsets.UTF_8)) {
            System.setOut(captured); // where ImageJ's log goes without a window
            ImagePlus opened = Hounsfield.open(path.toString());
            for (int i = 0; i < 8 * SIZE; i++)
                assertEquals(image[i], opened.getProcessor().getf(i), 2);
            assertTrue(Float.isNaN(opened.getProcessor().getf(SIZE * SIZE - 1)));
            assertArrayEquals(new int[] {1}, Hounsfield.damaged(opened));
        } finally {
            System.setOut(before);
        }
        String text = log.toString(StandardCharsets.UTF_8);
        assertTrue(
                text.contains("JPEG scan ends early, in block row 1 of 3; the last 16 of its 24 rows are NaN"), text);
    }

    private Path write(DicomBytes image, List<byte[]> fragments) throws IOException {
        DicomBytes file = image.encapsulated(Tag.PIXEL_DATA, fragments.toArray(byte[][]::new));
        return Files.write(folder.resolve("test.dcm"), file.toBytes());
    }

    /** A stream in Fragments of even length, the last one padded (PS3.5 A.4). */
    private static List<byte[]> cut(byte[] stream, int pieces) {
        byte[] even = Arrays.copyOf(stream, stream.length + 1 & ~1);
        int length = (even.length / pieces + 1) & ~1;
        List<byte[]> fragments = new ArrayList<>();
        for (int from = 0; from < even.length; from += length) {
            fragments.add(Arrays.copyOfRange(even, from, Math.min(even.length, from + length)));
        }
        return fragments;
    }
}
