package hounsfield.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameOpenerTest {
    private static DicomFile row(int frames, int... values) throws IOException {
        return ImageBytes.file(
                ImageBytes.gray(DicomBytes.EXPLICIT_LITTLE_ENDIAN, 1, values.length / frames, 16, 16, 0, frames)
                        .shorts(Tag.PIXEL_DATA, "OW", values)
                        .toBytes());
    }

    @Test
    void resultsComeInTheOrderOfTheFramesWhateverTheirFiles() throws IOException {
        List<FrameRef> frames =
                new ArrayList<>(FrameRef.allOf(row(40, IntStream.range(0, 40).toArray())));
        for (int value = 40; value < 60; value++) frames.add(FrameRef.first(row(1, value)));
        try (FrameOpener opener = new FrameOpener()) {
            List<Integer> values =
                    opener.readAll(frames, "", Progress.NONE, (frame, reader) -> reader.read(frame.frame())
                            .intAt(0));
            assertEquals(IntStream.range(0, 60).boxed().toList(), values);
        }
    }

    @Test
    void onlyFilesOfManyFramesStayOpen() throws IOException {
        try (FrameOpener opener = new FrameOpener()) {
            List<FrameRef> many = FrameRef.allOf(row(2, 1, 2));
            assertSame(
                    opener.read(many.get(0), (frame, reader) -> reader),
                    opener.read(many.get(1), (frame, reader) -> reader));
            FrameRef one = FrameRef.first(row(1, 1));
            assertNotSame(opener.read(one, (frame, reader) -> reader), opener.read(one, (frame, reader) -> reader));
        }
    }

    @Test
    void frameOfAnotherSizeIsRefusedBeforeItIsRead() throws IOException {
        List<FrameRef> frames =
                List.of(FrameRef.first(row(1, 1, 2)), FrameRef.first(row(1, 1, 2, 3)), FrameRef.first(row(1, 1, 2)));
        try (FrameOpener opener = new FrameOpener()) {
            UnsupportedDicomException e = assertThrows(
                    UnsupportedDicomException.class,
                    () -> opener.readAll(frames, "", Progress.NONE, (frame, reader) -> {
                        assertEquals(2, reader.layout().columns());
                        return frame;
                    }));
            assertEquals(
                    "test.dcm, frame 0: is 3 x 1 pixels, the first slice 2 x 1;"
                            + " 2 of 3 slices, all but test.dcm, can be read",
                    e.getMessage());
        }
    }

    @Test
    void lastFrameIsReadBeforeTheOthers() throws IOException {
        List<Integer> read = new ArrayList<>();
        try (FrameOpener opener = new FrameOpener()) {
            assertThrows(
                    IOException.class,
                    () -> opener.readAll(FrameRef.allOf(row(3, 1, 2, 3)), "", Progress.NONE, (frame, reader) -> {
                        read.add(frame.frame());
                        throw new IOException("is not there");
                    }));
        }
        assertEquals(List.of(2), read);
    }

    @Test
    void moreFramesThanTheFileCouldHoldAreNotListed() throws IOException {
        DicomFile file =
                ImageBytes.file(ImageBytes.gray(DicomBytes.EXPLICIT_LITTLE_ENDIAN, 1, 2, 8, 8, 0, 2_000_000_000)
                        .bytes(Tag.PIXEL_DATA, "OW", new byte[2])
                        .toBytes());
        MalformedDicomException e = assertThrows(MalformedDicomException.class, () -> FrameRef.allOf(file));
        assertTrue(e.getMessage().startsWith("test.dcm, (0028,0008): 2000000000 frames"), e.getMessage());
    }
}
