package hounsfield.frame.pixeldata;

import static hounsfield.frame.ImageBytes.RLE;
import static hounsfield.frame.ImageBytes.gray;
import static hounsfield.frame.ImageBytes.open;
import static hounsfield.frame.ImageBytes.rle;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ByteSource;
import hounsfield.frame.fragment.Fragments;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.RepeatedSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Frames among Fragments (PS3.5 A.4), of RLE, whose frames begin in a way that can be seen. */
class EncapsulatedFramesTest {
    private static final byte[] FIRST = rle(1, 2, 3);
    private static final byte[] SECOND = rle(9, 9, 9);
    private static final byte[] THIRD = rle(4, 4, 5);

    @Test
    void singleFrameIsAllFragments() throws IOException {
        DicomBytes file =
                frames(1).encapsulated(Tag.PIXEL_DATA, part(FIRST, 0, 10), part(FIRST, 10, 64), part(FIRST, 64, 68));
        assertFrames(file, List.of(), FIRST);
    }

    /** Eight bytes a Fragment in the file, more in memory. */
    @Test
    void moreFragmentsThanMemoryAllowsAreRefused() throws IOException {
        byte[] head = frames(1)
                .header(Tag.PIXEL_DATA, "OB", 0xFFFFFFFFL)
                .delimiter(Tag.ITEM, 0)
                .toBytes();
        byte[] empty = DicomBytes.explicitLittleEndian().delimiter(Tag.ITEM, 0).toBytes();
        // Java's maximum may change at run time; the limit is computed once.
        long most = Fragments.MOST;
        DicomFile file = DicomFile.read(new RepeatedSource(head, empty, most + 1));
        try (FrameReader frames = FrameReader.open(file)) {
            DicomException e = assertThrows(UnsupportedDicomException.class, () -> frames.read(0));
            assertEquals("has more than " + most + " Fragments, more than memory allows", e.problem());
        }
    }

    @Test
    void oneFragmentAFrame() throws IOException {
        assertFrames(frames(3).encapsulated(Tag.PIXEL_DATA, FIRST, SECOND, THIRD), List.of(), FIRST, SECOND, THIRD);
    }

    @Test
    void basicOffsetTableSeparatesFrames() throws IOException {
        DicomBytes file = frames(2)
                .encapsulatedWithOffsets(
                        Tag.PIXEL_DATA,
                        new long[] {0, 8 + 30 + 8 + FIRST.length - 30},
                        part(FIRST, 0, 30),
                        part(FIRST, 30, FIRST.length),
                        part(SECOND, 0, 2),
                        part(SECOND, 2, SECOND.length));
        assertFrames(file, List.of(), FIRST, SECOND);
    }

    @Test
    void extendedOffsetTableComesFirstAndCutsPadding() throws IOException {
        DicomBytes file = frames(2)
                .longs(Tag.EXTENDED_OFFSET_TABLE, "OV", 0, 8 + FIRST.length + 40)
                .longs(Tag.EXTENDED_OFFSET_TABLE_LENGTHS, "OV", FIRST.length, SECOND.length)
                .encapsulated(Tag.PIXEL_DATA, Arrays.copyOf(FIRST, FIRST.length + 40), SECOND);
        assertFrames(file, List.of(), FIRST, SECOND);
    }

    @Test
    void startsOfStreamsTellFramesApart() throws IOException {
        DicomBytes file = frames(3)
                .encapsulated(
                        Tag.PIXEL_DATA,
                        part(FIRST, 0, 66),
                        part(FIRST, 66, FIRST.length),
                        SECOND,
                        part(THIRD, 0, 64),
                        part(THIRD, 64, THIRD.length));
        assertFrames(file, List.of(), FIRST, SECOND, THIRD);
    }

    @Test
    void wrongOffsetTableIsPassedOverWithWarning() throws IOException {
        for (long[] wrong : new long[][] {{0, 10}, {0, 0}, {4, 76}, {0, 4_000_000_000L}}) {
            DicomBytes file = frames(2).encapsulatedWithOffsets(Tag.PIXEL_DATA, wrong, FIRST, SECOND);
            assertFrames(
                    file, List.of("the Basic Offset Table does not point to Fragments and is ignored"), FIRST, SECOND);
        }
        DicomBytes file = frames(2).encapsulatedWithOffsets(Tag.PIXEL_DATA, new long[] {0}, FIRST, SECOND);
        assertFrames(file, List.of("the Basic Offset Table has 1 entries for 2 frames and is ignored"), FIRST, SECOND);
    }

    @Test
    void framesThatCannotBeSeparatedAreAnError() {
        byte[] noStart = new byte[20];
        DicomBytes file = frames(2).encapsulated(Tag.PIXEL_DATA, noStart, noStart, noStart);
        MalformedDicomException e =
                assertThrows(MalformedDicomException.class, () -> open(file).read(0));
        assertTrue(e.getMessage().contains("has 3 Fragments for 2 frames"), e.getMessage());
        assertTrue(e.location().offset() > 0);
    }

    @Test
    void whatLooksLikeADelimiterInsideAFragmentIsContent() throws IOException {
        int[] delimiter = {0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0};
        byte[] frame = rle(delimiter);
        DicomBytes file = gray(RLE, 1, 8, 8, 8, 0, 2).encapsulated(Tag.PIXEL_DATA, frame, frame);
        try (FrameReader frames = open(file)) {
            assertArrayEquals(delimiter, frames.read(0).toInts());
            assertArrayEquals(delimiter, frames.read(1).toInts());
        }
    }

    @Test
    void missingSequenceDelimiterIsAWarning() throws IOException {
        byte[] file = frames(2).encapsulated(Tag.PIXEL_DATA, FIRST, SECOND).toBytes();
        try (FrameReader frames = open(Arrays.copyOf(file, file.length - 8))) {
            assertStored(SECOND, frames, 1);
            assertEquals(
                    List.of("Pixel Data has no Sequence Delimitation Item (FFFE,E0DD) at its end"),
                    frames.diagnostics().sentences());
        }
    }

    @Test
    void framesBeforeTheCutAreRead() throws IOException {
        byte[] file =
                frames(3).encapsulated(Tag.PIXEL_DATA, FIRST, SECOND, THIRD).toBytes();
        byte[] cut = Arrays.copyOf(file, file.length - 8 - 8 - THIRD.length - 4);
        for (byte[] bytes : List.of(cut, withOffsets(cut.length))) {
            try (FrameReader frames = open(bytes)) {
                assertStored(FIRST, frames, 0);
                for (int lost = 1; lost < 3; lost++) {
                    int frame = lost;
                    DicomException e = assertThrows(DicomException.class, () -> frames.read(frame));
                    assertTrue(
                            e.getMessage()
                                    .startsWith(
                                            "test.dcm, (7FE0,0010), frame " + lost + ", byte " + bytes.length + ": "),
                            e.getMessage());
                }
            }
        }
    }

    /** As the file in {@link #framesBeforeTheCutAreRead}, cut at the same Fragment, with a Basic Offset Table. */
    private static byte[] withOffsets(int length) {
        long[] offsets = {0, 8 + FIRST.length, 16 + FIRST.length + SECOND.length};
        byte[] file = frames(3)
                .encapsulatedWithOffsets(Tag.PIXEL_DATA, offsets, FIRST, SECOND, THIRD)
                .toBytes();
        return Arrays.copyOf(file, length + 12);
    }

    @Test
    void uncountedFramesAreCounted() throws IOException {
        byte[] file = gray(RLE, 1, 3, 8, 8, 0, 0)
                .encapsulated(Tag.PIXEL_DATA, part(FIRST, 0, 66), part(FIRST, 66, FIRST.length), SECOND)
                .toBytes();
        try (FrameReader frames = open(file)) {
            assertEquals(2, frames.frameCount());
            assertStored(SECOND, frames, 1);
        }
    }

    @Test
    void decodersOffsetBecomesThatOfTheFile() throws IOException {
        byte[] damaged = FIRST.clone();
        damaged[damaged.length - 4] = 100;
        byte[] file = frames(1)
                .encapsulated(Tag.PIXEL_DATA, part(damaged, 0, 40), part(damaged, 40, damaged.length))
                .toBytes();
        try (FrameReader frames = open(file)) {
            DicomException e = assertThrows(DicomException.class, () -> frames.read(0));
            assertEquals(
                    "test.dcm, (7FE0,0010), frame 0, byte " + (file.length - 8)
                            + ": RLE segment 1 ends 0 bytes early (PS3.5 G.3)",
                    e.getMessage());
        }
    }

    @Test
    void contentOfOtherFramesIsNotRead() throws IOException {
        byte[] large = Arrays.copyOf(FIRST, 1 << 20);
        byte[] file =
                frames(3).encapsulated(Tag.PIXEL_DATA, large, SECOND, large).toBytes();
        long[] read = new long[1];
        ByteSource counting = new ByteSource() {
            @Override
            public String name() {
                return "test.dcm";
            }

            @Override
            public long size() {
                return file.length;
            }

            @Override
            public void read(long position, byte[] target, int offset, int length) {
                read[0] += length;
                System.arraycopy(file, (int) position, target, offset, length);
            }
        };
        DicomFile dicom = DicomFile.read(counting);
        read[0] = 0;
        try (FrameReader frames = FrameReader.open(dicom)) {
            assertStored(SECOND, frames, 1);
        }
        assertTrue(read[0] < 1000, read[0] + " bytes were read");
    }

    @Test
    void nativePixelDataUnderACompressedSyntaxIsReadWithWarning() throws IOException {
        try (FrameReader frames = open(frames(1).bytes(Tag.PIXEL_DATA, "OB", new byte[] {7, 8, 9, 0}))) {
            assertArrayEquals(new int[] {7, 8, 9}, frames.read(0).toInts());
            assertTrue(frames.diagnostics().sentences().get(0).contains("RLE Lossless"));
        }
    }

    private static DicomBytes frames(int count) {
        return gray(RLE, 1, 3, 8, 8, 0, count);
    }

    private static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static void assertFrames(DicomBytes file, List<String> diagnostics, byte[]... expected) throws IOException {
        try (FrameReader frames = open(file)) {
            assertEquals(expected.length, frames.frameCount());
            for (int i = expected.length - 1; i >= 0; i--) assertStored(expected[i], frames, i);
            assertEquals(diagnostics, frames.diagnostics().sentences());
        }
    }

    private static void assertStored(byte[] frame, FrameReader frames, int index) throws IOException {
        int[] expected =
                frame == FIRST ? new int[] {1, 2, 3} : frame == SECOND ? new int[] {9, 9, 9} : new int[] {4, 4, 5};
        assertArrayEquals(expected, frames.read(index).toInts(), "frame " + index);
    }
}
