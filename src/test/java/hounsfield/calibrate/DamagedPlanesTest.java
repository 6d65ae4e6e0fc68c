package hounsfield.calibrate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.frame.Attempt;
import hounsfield.frame.DamagedFrames;
import hounsfield.frame.FrameOpener;
import hounsfield.frame.FrameRef;
import hounsfield.frame.ImageBytes;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.geometry.Placement;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.InsufficientMemoryException;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.Impatient;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that cannot be decoded among others that can: NaN with a reason, or a refusal that says what can be read. */
class DamagedPlanesTest {
    private static final float NONE = Float.NaN;

    private static List<FrameRef> frames(byte[] bytes) throws IOException {
        return frames("test.dcm", bytes);
    }

    private static List<FrameRef> frames(String name, byte[] bytes) throws IOException {
        return FrameRef.allOf(DicomFile.read(new ArrayByteSource(name, bytes)));
    }

    private static CalibratedImage read(byte[] bytes) throws IOException {
        return FrameCalibrator.read(frames(bytes), Progress.NONE);
    }

    private static String refusal(List<FrameRef> frames) {
        return assertThrows(DicomException.class, () -> {
                    try (FrameOpener opener = new FrameOpener()) {
                        FrameCalibrator.read(
                                frames,
                                Placement.of(frames),
                                opener,
                                hounsfield.calibrate.ValueSource.RESCALE,
                                WhenDamaged.REFUSE,
                                Progress.NONE);
                    }
                })
                .getMessage();
    }

    private static float[] nothing(int length) {
        float[] values = new float[length];
        Arrays.fill(values, NONE);
        return values;
    }

    @ParameterizedTest
    @EnumSource
    void brokenFrameIsNaNAndTheOthersAreUnchanged(DamagedFrames kind) throws IOException {
        CalibratedImage image = read(kind.middleBroken().toBytes());
        float[] sound = DamagedFrames.hounsfield();
        assertArrayEquals(sound, image.plane(0));
        assertArrayEquals(nothing(sound.length), image.plane(1));
        assertArrayEquals(sound, image.plane(2));
        assertEquals(
                List.of(true, false, true),
                image.damages().stream().map(each -> each.isEmpty()).toList());
        Damage damage = image.damage(1).orElseThrow();
        assertEquals(0, damage.rows());
        assertTrue(damage.cause().getMessage().startsWith("test.dcm, (7FE0,0010), frame 1, byte "));
        assertTrue(image.findings().contains(damage.cause().getMessage() + "; all its pixels are NaN"));
        assertEquals("HU", image.unit());
    }

    @ParameterizedTest
    @EnumSource
    void refusalNamesTheFramesThatCanBeRead(DamagedFrames kind) throws IOException {
        String message = refusal(frames(kind.middleBroken().toBytes()));
        assertTrue(message.startsWith("test.dcm, (7FE0,0010), frame 1, byte "), message);
        assertTrue(message.endsWith("; frames 0, 2, counted from 0, can be read"), message);
    }

    @ParameterizedTest
    @EnumSource
    void fileWithoutAnyFrameThatCanBeReadIsRefusedForItsFirst(DamagedFrames kind) throws IOException {
        byte[] file = kind.allBroken().toBytes();
        DicomException own = assertThrows(DicomException.class, () -> {
            try (FrameReader reader = FrameReader.open(DicomFile.read(new ArrayByteSource("test.dcm", file)))) {
                reader.read(0);
            }
        });
        DicomException e = assertThrows(DicomException.class, () -> read(file));
        assertEquals(own.getMessage(), e.getMessage());
        assertEquals(own.getClass(), e.getClass());
    }

    @ParameterizedTest
    @EnumSource
    void framesWithoutFragmentsAreNaN(DamagedFrames kind) throws IOException {
        CalibratedImage image = read(kind.fragmentsMissing().toBytes());
        assertArrayEquals(DamagedFrames.hounsfield(), image.plane(0));
        for (int z = 1; z < 3; z++) {
            assertArrayEquals(nothing(DamagedFrames.hounsfield().length), image.plane(z));
            assertTrue(image.damage(z).orElseThrow().cause().problem().contains("ends before this frame"));
        }
    }

    /** Rows of 6 bytes: the cut is within a row, at the beginning of a row, and before the whole frame. */
    @ParameterizedTest
    @ValueSource(ints = {1, 6, 7, 17, 18, 23, 24})
    void cutNativeFrameKeepsItsWholeRows(int missing) throws IOException {
        CalibratedImage image = read(DamagedFrames.nativeCut(3, missing));
        int rows = (24 - missing) / 6;
        for (int z = 0; z < 3; z++) {
            for (int i = 0; i < 12; i++) {
                float expected = z < 2 || i / 3 < rows ? 1000 + 12 * z + i - 1024 : NONE;
                assertEquals(expected, image.plane(z)[i], "plane " + z + ", pixel " + i);
            }
        }
        Damage damage = image.damage(2).orElseThrow();
        assertEquals(rows, damage.rows());
        String what = rows == 0
                ? "all its pixels are NaN"
                : rows == 3 ? "the last of its 4 rows is NaN" : "the last " + (4 - rows) + " of its 4 rows are NaN";
        assertTrue(image.findings().stream().anyMatch(each -> each.endsWith(what)), image.findings()::toString);
        assertTrue(
                refusal(frames(DamagedFrames.nativeCut(3, missing))).endsWith("; the first 2 of 3 frames can be read"));
    }

    @Test
    void onlyFrameKeepsItsWholeRows() throws IOException {
        CalibratedImage image = read(DamagedFrames.nativeCut(1, 7));
        assertArrayEquals(
                new float[] {-24, -23, -22, -21, -20, -19, NONE, NONE, NONE, NONE, NONE, NONE}, image.plane(0));
        assertEquals(2, image.damage(0).orElseThrow().rows());
        assertTrue(refusal(frames(DamagedFrames.nativeCut(1, 7))).endsWith("; the first 2 of 4 rows can be read"));
    }

    @Test
    void fileWithoutAWholeRowIsRefused() {
        DicomException e = assertThrows(MalformedDicomException.class, () -> read(DamagedFrames.nativeCut(1, 19)));
        assertTrue(e.getMessage().endsWith(": declares 24 bytes, 5 are there"), e.getMessage());
    }

    /** Pixel Data that is complete but too short for its frames contradicts the header. */
    @Test
    void pixelDataThatDeclaresTooFewBytesHasNoRows() throws IOException {
        DicomBytes bytes = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .us(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                .text(Tag.NUMBER_OF_FRAMES, "IS", "2")
                .us(Tag.ROWS, 2)
                .us(Tag.COLUMNS, 1)
                .us(Tag.BITS_ALLOCATED, 16)
                .us(Tag.BITS_STORED, 16)
                .us(Tag.HIGH_BIT, 15)
                .us(Tag.PIXEL_REPRESENTATION, 0)
                .shorts(Tag.PIXEL_DATA, "OW", 1, 2, 3);
        CalibratedImage image = read(bytes.toBytes());
        assertArrayEquals(new float[] {1, 2}, image.plane(0));
        assertArrayEquals(nothing(2), image.plane(1));
    }

    @Test
    void deflatedFileThatIsCutKeepsTheRowsThatInflate() throws IOException {
        DicomBytes dataSet = DicomBytes.bare(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .us(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                .us(Tag.ROWS, 64)
                .us(Tag.COLUMNS, 64)
                .us(Tag.BITS_ALLOCATED, 16)
                .us(Tag.BITS_STORED, 16)
                .us(Tag.HIGH_BIT, 15)
                .us(Tag.PIXEL_REPRESENTATION, 0);
        int[] values = new int[64 * 64];
        for (int i = 0; i < values.length; i++) values[i] = i * 7919 & 0xFFFF;
        byte[] file = DicomBytes.deflatedFile(dataSet.shorts(Tag.PIXEL_DATA, "OW", values));
        CalibratedImage image = read(Arrays.copyOf(file, file.length / 2));
        int rows = image.damage(0).orElseThrow().rows();
        assertTrue(rows > 16 && rows < 48, rows + " rows");
        for (int i = 0; i < values.length; i++) assertEquals(i < rows * 64 ? values[i] : NONE, image.plane(0)[i]);
    }

    @Test
    void frameOfAnotherSizeIsDamageOfItsOwn() throws IOException {
        List<FrameRef> frames = List.of(
                frames("a", DamagedFrames.nativeFile(1)).get(0),
                frames("b", DamagedFrames.RLE.middleBroken().toBytes()).get(0),
                frames("c", DamagedFrames.nativeFile(1)).get(0));
        CalibratedImage image = FrameCalibrator.read(frames, Progress.NONE);
        assertEquals(1011 - 1024, image.plane(2)[11]);
        assertArrayEquals(nothing(12), image.plane(1));
        assertTrue(image.damage(1)
                .orElseThrow()
                .cause()
                .getMessage()
                .startsWith("b, frame 0: is " + DamagedFrames.COLUMNS + " x "));
        String message = refusal(frames);
        assertTrue(message.endsWith("; 2 of 3 slices, all but b, can be read"), message);
    }

    /** A header that claims many frames must not cost memory out of proportion to the file. */
    @Test
    void fewFramesOfVeryManyAreRefusedWithWhatCanBeRead() throws IOException {
        byte[] frame = ImageBytes.rle(1, 2, 3);
        DicomBytes bytes = DicomBytes.file("1.2.840.10008.1.2.5")
                .us(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                .text(Tag.NUMBER_OF_FRAMES, "IS", "65")
                .us(Tag.ROWS, 1)
                .us(Tag.COLUMNS, 3)
                .us(Tag.BITS_ALLOCATED, 8)
                .us(Tag.BITS_STORED, 8)
                .us(Tag.HIGH_BIT, 7)
                .us(Tag.PIXEL_REPRESENTATION, 0)
                .encapsulated(Tag.PIXEL_DATA, frame)
                .raw(new byte[1000]);
        List<FrameRef> frames = frames(bytes.toBytes());
        DicomException e = assertThrows(DicomException.class, () -> FrameCalibrator.read(frames, Progress.NONE));
        assertTrue(e.getMessage().startsWith("test.dcm, (7FE0,0010), frame 1, byte "), e.getMessage());
        assertTrue(e.getMessage().endsWith("; the first of 65 frames can be read"), e.getMessage());
        assertEquals(
                64, FrameCalibrator.read(frames.subList(0, 64), Progress.NONE).depth());
    }

    /** The same holds for claimed rows: at least one in 64 must be present. */
    @Test
    void fewRowsOfVeryManyAreRefused() throws IOException {
        DicomBytes bytes = ImageBytes.gray(DicomBytes.EXPLICIT_LITTLE_ENDIAN, 129, 2, 8)
                .header(Tag.PIXEL_DATA, "OB", 258)
                .raw(new byte[4]);
        assertThrows(MalformedDicomException.class, () -> read(bytes.toBytes()));
        CalibratedImage image = read(bytes.raw(new byte[2]).toBytes());
        assertEquals(3, image.damage(0).orElseThrow().rows());
    }

    @Test
    void neitherCancellingNorLackOfMemoryIsDamage() throws IOException {
        List<FrameRef> frames = frames(DamagedFrames.nativeFile(3));
        assertThrows(CancellationException.class, () -> FrameCalibrator.read(frames, new Impatient(0)));
        try (FrameOpener opener = new FrameOpener()) {
            assertThrows(
                    InsufficientMemoryException.class,
                    () -> opener.attemptAll(frames, Progress.NONE, (frame, reader) -> {
                        throw new OutOfMemoryError();
                    }));
            List<Attempt<Integer>> attempts = opener.attemptAll(frames, Progress.NONE, (frame, reader) -> {
                if (frame.frame() == 1) throw new IOException("gone");
                return frame.frame();
            });
            assertEquals(2, attempts.get(2).result());
            assertEquals(
                    "test.dcm, frame 1: cannot be read: gone",
                    attempts.get(1).failure().getMessage());
        }
    }
}
