package hounsfield.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.codec.DecoderSuite;
import hounsfield.codec.jpeg.JpegStreams;
import hounsfield.codec.jpegls.JpegLsFrame;
import hounsfield.codec.rle.RleBytes;
import hounsfield.frame.FrameOpener;
import hounsfield.frame.FrameRef;
import hounsfield.frame.ImageBytes;
import hounsfield.geometry.Placement;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.work.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compressed frames that are cut off: the rows before the cut, and NaN below. */
class CutFramesTest {
    private static final int ROWS = 40;
    private static final int COLUMNS = 24;
    private static final int[] VALUES = values();

    /** Encodings whose rows are in order. */
    enum Kind {
        RLE("1.2.840.10008.1.2.5", 12, 0),
        JPEG_LOSSLESS("1.2.840.10008.1.2.4.70", 12, 0),
        JPEG_LS("1.2.840.10008.1.2.4.80", 12, 0),
        DEFLATED("1.2.840.10008.1.2.8.1", 12, 0),
        UNCOMPRESSED("1.2.840.10008.1.2.1.98", 12, 0),
        DCT_8("1.2.840.10008.1.2.4.50", 8, 2),
        DCT_12("1.2.840.10008.1.2.4.51", 12, 2);

        final String syntax;
        final int bits;
        final int tolerance;

        Kind(String syntax, int bits, int tolerance) {
            this.syntax = syntax;
            this.bits = bits;
            this.tolerance = tolerance;
        }

        int[] stored() {
            return Arrays.stream(VALUES).map(value -> value >> 12 - bits).toArray();
        }

        byte[] encoded() {
            int[] stored = stored();
            return switch (this) {
                case RLE -> RleBytes.encode(stored, DecoderSuite.gray(ROWS, COLUMNS, 16, 12));
                case JPEG_LOSSLESS -> JpegStreams.lossless(12, ROWS, COLUMNS, 1, stored);
                case JPEG_LS -> JpegLsFrame.encode(ROWS, COLUMNS, 12, stored);
                case DEFLATED -> deflated(words(stored));
                case UNCOMPRESSED -> words(stored);
                case DCT_8 -> JpegStreams.dct(0xC0, 8, ROWS, COLUMNS, 1, stored);
                case DCT_12 -> JpegStreams.dct(0xC1, 12, ROWS, COLUMNS, 1, stored);
            };
        }

        /** A file of frames in HU. */
        byte[] file(byte[]... frames) {
            return header(syntax, bits, frames.length)
                    .encapsulated(Tag.PIXEL_DATA, frames)
                    .toBytes();
        }
    }

    private static DicomBytes header(String syntax, int bits, int frames) {
        return ImageBytes.gray(syntax, ROWS, COLUMNS, bits == 8 ? 8 : 16, bits, 0, frames)
                .text(Tag.RESCALE_INTERCEPT, "DS", "-1024")
                .text(Tag.RESCALE_SLOPE, "DS", "1");
    }

    /** A ramp with noise. */
    private static int[] values() {
        Random random = new Random(5);
        int[] values = new int[ROWS * COLUMNS];
        for (int i = 0; i < values.length; i++) values[i] = 500 + 40 * (i / COLUMNS) + random.nextInt(60);
        return values;
    }

    private static byte[] words(int[] values) {
        byte[] bytes = new byte[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[2 * i] = (byte) values[i];
            bytes[2 * i + 1] = (byte) (values[i] >> 8);
        }
        return bytes;
    }

    private static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out, new Deflater(9, true))) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<FrameRef> frames(byte[] bytes) throws IOException {
        return FrameRef.allOf(DicomFile.read(new ArrayByteSource("test.dcm", bytes)));
    }

    private static CalibratedImage read(byte[] bytes) throws IOException {
        return FrameCalibrator.read(frames(bytes), Progress.NONE);
    }

    private static String refusal(byte[] bytes) throws IOException {
        List<FrameRef> frames = frames(bytes);
        try (FrameOpener opener = new FrameOpener()) {
            return assertThrows(
                            DicomException.class,
                            () -> FrameCalibrator.read(
                                    frames,
                                    Placement.of(frames),
                                    opener,
                                    ValueSource.RESCALE,
                                    WhenDamaged.REFUSE,
                                    Progress.NONE))
                    .getMessage();
        }
    }

    private static void assertRows(Kind kind, int rows, float[] plane, String what) {
        int[] stored = kind.stored();
        for (int i = 0; i < plane.length; i++) {
            if (i < rows * COLUMNS) assertEquals(stored[i] - 1024, plane[i], kind.tolerance, what + ", pixel " + i);
            else assertTrue(Float.isNaN(plane[i]), what + ", pixel " + i + " is " + plane[i]);
        }
    }

    /** Every length from the first byte of the Fragment to the whole file. */
    @ParameterizedTest
    @EnumSource
    void cutFileKeepsTheRowsBeforeTheCut(Kind kind) throws IOException {
        byte[] encoded = kind.encoded();
        byte[] file = kind.file(encoded);
        int end = file.length - 8;
        int begin = end - (encoded.length + 1) / 2 * 2;
        int before = 0;
        boolean[] seen = new boolean[ROWS];
        for (int length = begin; length <= file.length; length += length < end - 24 ? 5 : 1) {
            byte[] cut = Arrays.copyOf(file, length);
            String what = length - begin + " of " + encoded.length + " bytes";
            CalibratedImage image;
            try {
                image = read(cut);
            } catch (DicomException e) {
                assertEquals(0, before, what);
                assertEquals(cannotBeRead(length, begin, end), e.getMessage());
                continue;
            }
            int rows = image.damage(0).map(Damage::rows).orElse(ROWS);
            assertTrue(rows >= before && rows > 0, what + ": " + rows + " rows after " + before);
            assertRows(kind, rows, image.plane(0), what);
            before = rows;
            if (rows == ROWS) continue;
            seen[rows] = true;
            assertEquals(
                    cannotBeRead(length, begin, end),
                    image.damage(0).orElseThrow().cause().getMessage());
            assertEquals(
                    cannotBeRead(length, begin, end) + "; the first " + rows + " of " + ROWS + " rows can be read",
                    refusal(cut));
        }
        assertEquals(ROWS, before, "the whole file");
        int step = kind.tolerance > 0 ? 8 : 1;
        int last = ROWS - step;
        while (last > ROWS / 2 && seen[last]) last -= step;
        assertEquals(ROWS / 2 / step * step, last, "a number of rows that no length gives");
    }

    private static String cannotBeRead(int length, int begin, int end) {
        return "test.dcm, (7FE0,0010), frame 0, byte " + length + ": a Fragment declares " + (end - begin) + " bytes, "
                + (length - begin) + " are there";
    }

    /** The end marker, the padding and the delimiter are not pixels. */
    @ParameterizedTest
    @EnumSource
    void fileThatLacksOnlyItsEndIsWhole(Kind kind) throws IOException {
        byte[] file = kind.file(kind.encoded());
        CalibratedImage image = read(Arrays.copyOf(file, file.length - 8));
        assertTrue(image.damage(0).isEmpty());
        if (!kind.name().startsWith("JPEG") && !kind.name().startsWith("DCT")) return;
        int padding = kind.encoded().length % 2;
        CalibratedImage withoutEoi = read(Arrays.copyOf(file, file.length - 8 - padding - 2));
        assertTrue(withoutEoi.damage(0).isEmpty());
        assertRows(kind, ROWS, withoutEoi.plane(0), "without EOI");
        String warning = "Pixel Data is truncated after its last pixel: a Fragment declares ";
        assertTrue(withoutEoi.findings().stream().anyMatch(each -> each.startsWith(warning)));
    }

    /** A stream that was cut before it was put into a whole file, one frame of three: it has no end marker. */
    @ParameterizedTest
    @EnumSource(names = {"JPEG_LOSSLESS", "JPEG_LS", "DCT_8", "DCT_12"})
    void cutStreamInAWholeFragmentKeepsItsRows(Kind kind) throws IOException {
        byte[] encoded = kind.encoded();
        byte[] cut = Arrays.copyOf(encoded, encoded.length * 7 / 8);
        CalibratedImage image = read(kind.file(encoded, cut, encoded));
        assertRows(kind, ROWS, image.plane(0), "frame 0");
        assertRows(kind, ROWS, image.plane(2), "frame 2");
        Damage damage = image.damage(1).orElseThrow();
        assertTrue(damage.rows() >= ROWS / 2 && damage.rows() < ROWS, damage.rows() + " rows");
        assertRows(kind, damage.rows(), image.plane(1), "frame 1");
        String message = damage.cause().getMessage();
        assertTrue(message.startsWith("test.dcm, (7FE0,0010), frame 1, byte "), message);
        assertTrue(
                image.findings().contains(message + "; the last " + (ROWS - damage.rows()) + " of its 40 rows are NaN"),
                image.findings()::toString);
        assertEquals(message + "; frames 0, 2, counted from 0, can be read", refusal(kind.file(encoded, cut, encoded)));
    }

    /** Without an end marker, a damaged byte is as likely as a cut, and the rows after it are uncertain. */
    @ParameterizedTest
    @EnumSource(names = {"RLE", "DEFLATED", "UNCOMPRESSED"})
    void shortStreamInAWholeFragmentHasNoRows(Kind kind) throws IOException {
        byte[] encoded = kind.encoded();
        byte[] cut = Arrays.copyOf(encoded, encoded.length * 7 / 8);
        CalibratedImage image = read(kind.file(encoded, cut));
        assertTrue(image.damage(0).isEmpty());
        assertEquals(0, image.damage(1).orElseThrow().rows());
        assertRows(kind, 0, image.plane(1), "frame 1");
    }

    @ParameterizedTest
    @EnumSource
    void fileThatEndsBetweenFragmentsKeepsTheRowsBeforeIt(Kind kind) throws IOException {
        byte[] encoded = kind.encoded();
        int first = encoded.length * 7 / 16 * 2;
        byte[] rest = Arrays.copyOfRange(encoded, first, encoded.length);
        byte[] file = header(kind.syntax, kind.bits, 1)
                .encapsulated(Tag.PIXEL_DATA, Arrays.copyOf(encoded, first), rest)
                .toBytes();
        int end = file.length - 8 - (rest.length + 1) / 2 * 2;
        for (int header = 1; header <= 8; header++) {
            CalibratedImage image = read(Arrays.copyOf(file, end - header));
            int rows = image.damage(0).orElseThrow().rows();
            assertTrue(rows >= ROWS / 2 && rows < ROWS, rows + " rows");
            assertRows(kind, rows, image.plane(0), "cut");
        }
    }

    /** Its scans refine the whole frame. */
    @Test
    void progressiveFrameHasNoRows() throws IOException {
        byte[] encoded = JpegStreams.progressive(12, ROWS, COLUMNS, 1, VALUES);
        byte[] cut = Arrays.copyOf(encoded, encoded.length - 40);
        byte[] file = header("1.2.840.10008.1.2.4.55", 12, 2)
                .encapsulated(Tag.PIXEL_DATA, encoded, cut)
                .toBytes();
        CalibratedImage image = read(file);
        assertTrue(image.damage(0).isEmpty());
        assertEquals(0, image.damage(1).orElseThrow().rows());
        assertTrue(Float.isNaN(image.plane(1)[0]));
    }
}
