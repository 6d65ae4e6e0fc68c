package hounsfield.imageio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import hounsfield.codec.YbrEquations;
import hounsfield.codec.jpeg.JpegStreams;
import hounsfield.codec.jpegls.JpegLsStreams;
import hounsfield.standard.error.DicomException;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.stream.ImageInputStreamImpl;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StreamImageReaderTest {
    private static final int ROWS = ReaderStreams.ROWS;
    private static final int COLUMNS = ReaderStreams.COLUMNS;

    @Test
    void rastersHoldTheComponents() {
        for (int bits = 2; bits <= 16; bits++) {
            assertArrayEquals(ReaderStreams.gray(bits), lossless(ReaderStreams.lossless(bits)), bits + " bits");
            assertArrayEquals(ReaderStreams.gray(bits), jls(ReaderStreams.jpegLs(bits)), bits + " bits");
        }
        assertArrayEquals(ReaderStreams.color(8), lossless(ReaderStreams.losslessColor(8)));
        assertArrayEquals(ReaderStreams.color(12), jls(ReaderStreams.jpegLsColor(12)));
    }

    @Test
    void numberOfLinesMayComeAfterTheScan() throws IOException {
        int[] samples = ReaderStreams.gray(12);
        byte[] jpeg = JpegStreams.losslessWithLateRows(12, ROWS, COLUMNS, samples);
        byte[] jpegLs = JpegLsStreams.losslessWithLateRows(12, ROWS, COLUMNS, samples);
        byte[] oversize = JpegLsStreams.losslessOversize(12, ROWS, COLUMNS, samples);
        assertEquals(ROWS, Readers.byContent(jpeg).getHeight(0));
        assertEquals(ROWS, Readers.byContent(jpegLs).getHeight(0));
        assertArrayEquals(samples, lossless(jpeg));
        assertArrayEquals(samples, jls(jpegLs));
        assertArrayEquals(samples, jls(oversize));
    }

    @Test
    void bufferIsAsNarrowAndAsSignedAsTheStream() throws IOException {
        assertEquals(DataBuffer.TYPE_BYTE, dataType(ReaderStreams.lossless(8)));
        assertEquals(DataBuffer.TYPE_USHORT, dataType(ReaderStreams.lossless(9)));
        assertEquals(DataBuffer.TYPE_USHORT, dataType(ReaderStreams.jpeg2000("ht-g16.j2c")));
        assertEquals(DataBuffer.TYPE_SHORT, dataType(ReaderStreams.jpeg2000("plain-s12.j2k")));
        Raster signed = j2k(ReaderStreams.jpeg2000("plain-s12.j2k")).readRaster(0, null);
        int[] samples = signed.getPixels(0, 0, signed.getWidth(), signed.getHeight(), (int[]) null);
        assertTrue(Arrays.stream(samples).anyMatch(value -> value < 0));
        for (String wide : List.of("plain-g24.j2k", "ht-g31.j2c")) {
            StreamImageReader reader = j2k(ReaderStreams.jpeg2000(wide));
            assertEquals(
                    DataBuffer.TYPE_INT,
                    reader.readRaster(0, null).getDataBuffer().getDataType());
            assertFalse(reader.getImageTypes(0).hasNext());
            assertNull(reader.getRawImageType(0));
            assertTrue(assertThrows(IIOException.class, () -> reader.read(0))
                    .getMessage()
                    .contains("use readRaster"));
        }
    }

    @Test
    void imagesHaveColorModelsOfTheirPrecision() throws IOException {
        BufferedImage gray = Readers.byContent(ReaderStreams.jpegLs(8)).read(0);
        assertEquals(BufferedImage.TYPE_BYTE_GRAY, gray.getType());
        byte[] ends = JpegStreams.lossless(12, 0, 4095);
        BufferedImage deep = Readers.byContent(ends).read(0);
        assertEquals(12, deep.getColorModel().getComponentSize(0));
        assertEquals(0xFF000000, deep.getRGB(0, 0));
        assertEquals(0xFFFFFFFF, deep.getRGB(1, 0));
        BufferedImage color = Readers.byContent(ReaderStreams.losslessColor(8)).read(0);
        int[] samples = ReaderStreams.color(8);
        assertEquals(0xFF000000 | samples[0] << 16 | samples[1] << 8 | samples[2], color.getRGB(0, 0));
    }

    @Test
    void luminanceAndChromaBecomeRgbInImagesOnly() throws IOException {
        byte[] stream = ReaderStreams.dct(0xC1, 12, 3);
        int[] ybr = Readers.values(Readers.byName("jpeg-12-bit"), stream);
        BufferedImage image = Readers.byContent(stream).read(0);
        int[] rgb = pixels(image.getRaster());
        for (int i = 0; i < ybr.length; i += 3) {
            long expected = YbrEquations.FULL.rgb(ybr[i], ybr[i + 1], ybr[i + 2], 12);
            assertEquals(expected >> 32, rgb[i]);
            assertEquals(expected >> 16 & 0xFFFF, rgb[i + 1]);
            assertEquals(expected & 0xFFFF, rgb[i + 2]);
        }
        byte[] isRgb = JpegStreams.dctRgb(12, ROWS, COLUMNS, ReaderStreams.color(12));
        BufferedImage same = Readers.byContent(isRgb).read(0);
        assertArrayEquals(Readers.values(Readers.byName("jpeg-12-bit"), isRgb), pixels(same.getRaster()));
    }

    @Test
    void readerByNameReadsEightBitDctToo() throws IOException {
        byte[] stream = ReaderStreams.dct(0xC1, 8, 3);
        StreamImageReader reader = Readers.on(Readers.byName("jpeg-cv"), stream);
        int[] ybr = pixels(reader.readRaster(0, null));
        int first = YbrEquations.FULL.rgb(ybr[0], ybr[1], ybr[2]);
        assertEquals(0xFF000000 | first, reader.read(0).getRGB(0, 0));
    }

    @Test
    void boxesSayWhatComponentsMean() throws IOException {
        byte[] rgb = ReaderStreams.jpeg2000("boxes-rgb.jp2");
        int[] components = Readers.values(Readers.bySuffix("jp2"), rgb);
        assertEquals(0xFF000000 | components[0] << 16 | components[1] << 8 | components[2], color(rgb));
        int space = indexOf(rgb, "colr") + 4 + 3;
        assertEquals(16, rgb[space + 3]);
        byte[] sYcc = rgb.clone();
        sYcc[space + 3] = 18;
        int converted = YbrEquations.FULL.rgb(components[0], components[1], components[2]);
        assertEquals(0xFF000000 | converted, color(sYcc));
        for (String other : List.of("CIELab", "palette")) {
            byte[] stream = rgb.clone();
            if (other.equals("palette")) System.arraycopy(ascii("pclr"), 0, stream, indexOf(rgb, "colr"), 4);
            else stream[space + 3] = 14;
            assertNull(Readers.byContent(stream), other);
            assertArrayEquals(components, Readers.values(Readers.bySuffix("jp2"), stream), other);
            assertThrows(IIOException.class, () -> j2k(stream).read(0), other);
        }
    }

    private static int color(byte[] stream) throws IOException {
        return Readers.byContent(stream).read(0).getRGB(0, 0);
    }

    private static int indexOf(byte[] bytes, String type) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(type);
    }

    private static byte[] ascii(String type) {
        return type.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void regionSubsamplingAndBandsOfRasters() throws IOException {
        int[] all = ReaderStreams.color(8);
        StreamImageReader reader = Readers.byContent(ReaderStreams.losslessColor(8));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceRegion(new Rectangle(3, 2, 11, 9));
        param.setSourceSubsampling(3, 2, 1, 1);
        param.setSourceBands(new int[] {2, 0});
        Raster part = reader.readRaster(0, param);
        assertEquals(4, part.getWidth());
        assertEquals(4, part.getHeight());
        assertEquals(2, part.getNumBands());
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 4; x++) {
                int from = ((2 + 1 + 2 * y) * COLUMNS + 3 + 1 + 3 * x) * 3;
                assertEquals(all[from + 2], part.getSample(x, y, 0));
                assertEquals(all[from], part.getSample(x, y, 1));
            }
        }
        param = reader.getDefaultReadParam();
        param.setDestinationOffset(new Point(5, 7));
        Raster moved = reader.readRaster(0, param);
        assertEquals(5, moved.getMinX());
        assertEquals(7, moved.getMinY());
        assertEquals(all[0], moved.getSample(5, 7, 0));
        ImageReadParam wrong = reader.getDefaultReadParam();
        wrong.setSourceBands(new int[] {3});
        assertThrows(IllegalArgumentException.class, () -> reader.readRaster(0, wrong));
    }

    @Test
    void regionSubsamplingAndDestinationOfImages() throws IOException {
        int[] all = ReaderStreams.gray(12);
        StreamImageReader reader = Readers.byContent(ReaderStreams.lossless(12));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceRegion(new Rectangle(4, 3, 9, 8));
        param.setSourceSubsampling(2, 3, 0, 0);
        BufferedImage part = reader.read(0, param);
        assertEquals(5, part.getWidth());
        assertEquals(3, part.getHeight());
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 5; x++) {
                assertEquals(
                        all[(3 + 3 * y) * COLUMNS + 4 + 2 * x], part.getRaster().getSample(x, y, 0));
            }
        }
        BufferedImage target = new BufferedImage(6, 6, BufferedImage.TYPE_USHORT_GRAY);
        param = reader.getDefaultReadParam();
        param.setDestination(target);
        param.setDestinationOffset(new Point(2, 1));
        assertEquals(target, reader.read(0, param));
        assertEquals(0, target.getRaster().getSample(1, 1, 0));
        assertEquals(all[0], target.getRaster().getSample(2, 1, 0));
        assertEquals(all[4 * COLUMNS + 3], target.getRaster().getSample(5, 5, 0));
        ImageReadParam narrow = reader.getDefaultReadParam();
        narrow.setDestination(new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_BYTE_GRAY));
        assertTrue(assertThrows(IIOException.class, () -> reader.read(0, narrow))
                .getMessage()
                .contains("8 bits"));
    }

    @Test
    void destinationMayHaveAnotherOrderOfBands() throws IOException {
        StreamImageReader reader = Readers.byContent(ReaderStreams.jpegLsColor(8));
        ImageReadParam param = reader.getDefaultReadParam();
        BufferedImage target = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_INT_RGB);
        param.setDestination(target);
        reader.read(0, param);
        BufferedImage plain = reader.read(0);
        for (int x = 0; x < COLUMNS; x++) assertEquals(plain.getRGB(x, 5), target.getRGB(x, 5));
        param = reader.getDefaultReadParam();
        param.setDestination(new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_3BYTE_BGR));
        param.setSourceBands(new int[] {0});
        param.setDestinationBands(new int[] {2});
        BufferedImage blue = reader.read(0, param);
        assertEquals(ReaderStreams.color(8)[0], blue.getRGB(0, 0) & 0xFFFFFF);
    }

    @Test
    void signedSamplesDoNotFitIntoUnsignedOnes() throws IOException {
        StreamImageReader reader = j2k(ReaderStreams.jpeg2000("plain-s12.j2k"));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setDestination(
                new BufferedImage(reader.getWidth(0), reader.getHeight(0), BufferedImage.TYPE_USHORT_GRAY));
        assertTrue(assertThrows(IIOException.class, () -> reader.read(0, param))
                .getMessage()
                .contains("unsigned"));
        assertEquals(
                DataBuffer.TYPE_SHORT,
                reader.read(0).getRaster().getDataBuffer().getDataType());
    }

    @Test
    void onlyThisImageIsThere() {
        StreamImageReader reader = Readers.byContent(ReaderStreams.lossless(8));
        assertEquals(1, reader.getNumImages(true));
        assertThrows(IndexOutOfBoundsException.class, () -> reader.getWidth(1));
        assertThrows(IndexOutOfBoundsException.class, () -> reader.read(-1));
        reader.setInput(null);
        assertThrows(IllegalStateException.class, () -> reader.getWidth(0));
        assertThrows(IllegalArgumentException.class, () -> reader.setInput("a path"));
    }

    @Test
    void streamMayBeginAndEndWithinAnother() throws IOException {
        byte[] jls = ReaderStreams.jpegLs(12);
        byte[] around = new byte[5 + jls.length + 1000];
        System.arraycopy(jls, 0, around, 5, jls.length);
        var input = Readers.input(around);
        input.seek(5);
        StreamImageReader reader = Readers.bySuffix("jls");
        assertTrue(reader.getOriginatingProvider().canDecodeInput(input));
        assertEquals(5, input.getStreamPosition());
        reader.setInput(input);
        assertArrayEquals(ReaderStreams.gray(12), pixels(reader.readRaster(0, null)));
        assertArrayEquals(ReaderStreams.gray(12), pixels(reader.readRaster(0, null)), "again");
    }

    @Test
    void readsNoMoreOfAnEndlessStreamThanAnImageCanHave() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            StreamImageReader reader = Readers.bySuffix("jls");
            EndlessStream input = new EndlessStream(ReaderStreams.jpegLs(8));
            reader.setInput(input);
            assertEquals(COLUMNS, reader.getWidth(0));
            assertTrue(input.read < 10_000, input.read + " bytes for the header");
            assertArrayEquals(ReaderStreams.gray(8), pixels(reader.readRaster(0, null)));
            assertTrue(input.read < 40_000_000, input.read + " bytes");
            reader.setInput(new EndlessStream(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}));
            assertThrows(IIOException.class, () -> reader.getWidth(0));
        });
    }

    private static final class EndlessStream extends ImageInputStreamImpl {
        private final byte[] start;
        private long read;

        EndlessStream(byte[] start) {
            this.start = start;
        }

        @Override
        public int read() {
            read++;
            return streamPos < start.length ? start[(int) streamPos++] & 0xFF : (int) (streamPos++ & 0);
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            for (int i = 0; i < length; i++) target[offset + i] = (byte) read();
            return length;
        }
    }

    @Test
    void abortEndsARead() throws IOException {
        StreamImageReader reader = Readers.byContent(ReaderStreams.jpeg2000("plain-g8.j2k"));
        AtomicBoolean aborted = new AtomicBoolean();
        AtomicBoolean complete = new AtomicBoolean();
        IIOReadProgressListener listener = new Listener() {
            @Override
            public void imageStarted(ImageReader source, int imageIndex) {
                source.abort();
            }

            @Override
            public void imageComplete(ImageReader source) {
                complete.set(true);
            }

            @Override
            public void readAborted(ImageReader source) {
                aborted.set(true);
            }
        };
        reader.addIIOReadProgressListener(listener);
        assertEquals(reader.getWidth(0), reader.read(0).getWidth());
        assertTrue(aborted.getAndSet(false));
        assertEquals(reader.getWidth(0), reader.readRaster(0, null).getWidth());
        assertTrue(aborted.getAndSet(false));
        assertFalse(complete.get());
        reader.removeIIOReadProgressListener(listener);
        int[] values = Readers.values(Readers.bySuffix("j2k"), ReaderStreams.jpeg2000("plain-g8.j2k"));
        assertArrayEquals(values, pixels(reader.readRaster(0, null)), "after an abort");
    }

    private abstract static class Listener implements IIOReadProgressListener {
        @Override
        public void sequenceStarted(ImageReader source, int minIndex) {}

        @Override
        public void sequenceComplete(ImageReader source) {}

        @Override
        public void imageProgress(ImageReader source, float percentageDone) {}

        @Override
        public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

        @Override
        public void thumbnailProgress(ImageReader source, float percentageDone) {}

        @Override
        public void thumbnailComplete(ImageReader source) {}
    }

    @Test
    void interruptEndsARead() {
        StreamImageReader reader = Readers.byContent(ReaderStreams.lossless(8));
        Thread.currentThread().interrupt();
        assertTrue(assertThrows(IIOException.class, () -> reader.read(0))
                .getMessage()
                .contains("interrupted"));
        assertTrue(Thread.interrupted(), "the interrupt status stays set");
    }

    @TestFactory
    Stream<DynamicTest> everyPrefixEndsInOrder() {
        return ReaderStreams.accepted().entrySet().stream()
                .map(each -> dynamicTest(each.getKey(), () -> {
                    byte[] stream = each.getValue();
                    int step = Math.max(1, stream.length / 150);
                    for (int length = 0; length < stream.length; length += step) {
                        endsInOrder(stream, Arrays.copyOf(stream, length));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> flippedBitsEndInOrder() {
        return ReaderStreams.accepted().entrySet().stream()
                .map(each -> dynamicTest(each.getKey(), () -> {
                    Random random = new Random(each.getKey().hashCode());
                    for (int i = 0; i < 200; i++) {
                        byte[] damaged = each.getValue().clone();
                        for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                            int range = random.nextBoolean() ? Math.min(128, damaged.length) : damaged.length;
                            damaged[random.nextInt(range)] ^= (byte) (1 << random.nextInt(8));
                        }
                        endsInOrder(each.getValue(), damaged);
                    }
                }));
    }

    /** A damaged stream gives an image or says what is wrong, by content, by kind, as image and as raster. */
    private static void endsInOrder(byte[] stream, byte[] damaged) throws IOException {
        StreamImageReader found = Readers.byContent(damaged);
        StreamImageReader reader = Readers.on(
                (StreamImageReader)
                        Readers.byContent(stream).getOriginatingProvider().createReaderInstance(),
                damaged);
        for (StreamImageReader each : found == null ? List.of(reader) : List.of(found, reader)) {
            try {
                Raster raster = each.readRaster(0, null);
                assertEquals(each.getWidth(0), raster.getWidth());
                if (each.getImageTypes(0).hasNext())
                    assertEquals(each.getHeight(0), each.read(0).getHeight());
            } catch (IIOException e) {
                assertInstanceOf(DicomException.class, e.getCause(), e.toString());
            }
        }
    }

    private static int dataType(byte[] stream) throws IOException {
        StreamImageReader reader = Readers.byContent(stream);
        int type = reader.readRaster(0, null).getDataBuffer().getDataType();
        assertEquals(type, reader.getRawImageType(0).getSampleModel().getDataType());
        return type;
    }

    private static int[] lossless(byte[] stream) {
        return Readers.values(Readers.byName("jpeg-lossless"), stream);
    }

    private static int[] jls(byte[] stream) {
        return Readers.values(Readers.bySuffix("jls"), stream);
    }

    private static StreamImageReader j2k(byte[] stream) {
        return Readers.on(Readers.bySuffix("j2k"), stream);
    }

    private static int[] pixels(Raster raster) {
        return raster.getPixels(
                raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), (int[]) null);
    }
}
