package hounsfield.imageio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.codec.YbrEquations;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;

/** Streams that say what the Data Set around them declares, as those of dcm4che do. */
class DeclaredPixelsTest {
    @Test
    void dctAndJpeg2000BecomeRgb() throws IOException {
        assertConverted("jpeg-cv", ReaderStreams.dct(0xC1, 8, 3), "YBR_FULL_422", YbrEquations.FULL);
        assertConverted("jpeg-cv", ReaderStreams.dct(0xC1, 8, 3), "YBR_PARTIAL_422", YbrEquations.PARTIAL);
        assertConverted("jpeg2000-cv", ReaderStreams.jpeg2000("no-transform.j2k"), "YBR_FULL", YbrEquations.FULL);
    }

    @Test
    void losslessJpegAndJpegLsStayAsTheyAre() throws IOException {
        assertKept("jpeg-cv", ReaderStreams.losslessColor(8), "YBR_FULL", ColorSpace.TYPE_YCbCr);
        assertKept("jpeg-ls-cv", ReaderStreams.jpegLsColor(8), "YBR_FULL", ColorSpace.TYPE_YCbCr);
        assertKept("jpeg-ls-cv", ReaderStreams.jpegLsColor(8), "RGB", ColorSpace.TYPE_RGB);
        assertKept("jpeg-cv", ReaderStreams.lossless(12), "MONOCHROME1", ColorSpace.TYPE_GRAY);
        assertKept("jpeg-cv", ReaderStreams.lossless(8), "PALETTE COLOR", ColorSpace.TYPE_GRAY);
    }

    @Test
    void transformsOfJpeg2000AreReversedOnce() throws IOException {
        byte[] stream = ReaderStreams.jpeg2000("rct.j2k");
        assertKept("jpeg2000-cv", stream, "YBR_RCT", ColorSpace.TYPE_RGB);
        assertKept("jpeg2000-cv", stream, "YBR_ICT", ColorSpace.TYPE_RGB);
        assertKept("jpeg2000-cv", stream, "RGB", ColorSpace.TYPE_RGB);
    }

    @Test
    void colorsOfKeptLuminanceAreRight() throws IOException {
        byte[] stream = ReaderStreams.jpegLsColor(8);
        BufferedImage image = read("jpeg-ls", stream, new Descriptor("YBR_FULL", 8));
        int[] ybr = ReaderStreams.color(8);
        for (int x = 0; x < ReaderStreams.COLUMNS; x++) {
            int expected = YbrEquations.FULL.rgb(ybr[3 * x], ybr[3 * x + 1], ybr[3 * x + 2]);
            assertEquals(0xFF000000 | expected, image.getRGB(x, 0));
        }
        for (YbrColorSpace space : new YbrColorSpace[] {YbrColorSpace.FULL, YbrColorSpace.PARTIAL}) {
            float[] rgb = {0.8f, 0.4f, 0.2f};
            assertArrayEquals(rgb, space.toRGB(space.fromRGB(rgb)), 0.01f);
            assertArrayEquals(rgb, space.toRGB(space.fromCIEXYZ(space.toCIEXYZ(space.fromRGB(rgb)))), 0.02f);
        }
    }

    @Test
    void signedSamplesOfEightBitsAllocatedStayInBytes() throws IOException {
        byte[] stream = ReaderStreams.jpeg2000("plain-g8.j2k").clone();
        stream[42] |= (byte) 0x80; // Ssiz: signed
        Descriptor descriptor = new Descriptor("MONOCHROME2", 8);
        assertEquals(
                DataBuffer.TYPE_BYTE,
                read("jpeg2000", stream, descriptor).getRaster().getDataBuffer().getDataType());
        assertEquals(
                DataBuffer.TYPE_SHORT,
                read("jpeg2000", stream, null).getRaster().getDataBuffer().getDataType());
    }

    @Test
    void unusableAnswersCountAsAbsent() throws IOException {
        byte[] stream = ReaderStreams.jpegLsColor(8);
        for (Object descriptor : new Object[] {null, "text", new Descriptor("NO SUCH", 8), new Descriptor(null, 8)}) {
            BufferedImage image = read("jpeg-ls", stream, descriptor);
            assertEquals(
                    ColorSpace.TYPE_RGB, image.getColorModel().getColorSpace().getType());
        }
        assertTrue(DeclaredPixels.of(new Object()).isEmpty());
        assertTrue(DeclaredPixels.of(new Failing()).isEmpty());
    }

    private static void assertConverted(String format, byte[] stream, String declared, YbrEquations equations)
            throws IOException {
        int[] ybr = Readers.values(Readers.byName(format), stream);
        BufferedImage image = read(format, stream, new Descriptor(declared, 8));
        int rgb = equations.rgb(ybr[0], ybr[1], ybr[2]);
        assertEquals(0xFF000000 | rgb, image.getRGB(0, 0));
        assertEquals(ColorSpace.TYPE_RGB, image.getColorModel().getColorSpace().getType());
        assertNotEquals(ybr[0] << 16 | ybr[1] << 8 | ybr[2], rgb);
        StreamImageReader reader = Readers.byName(format);
        reader.setInput(new DescribedStream(stream, new Descriptor(declared, 8)));
        assertEquals(ybr[0], reader.readRaster(0, null).getSample(0, 0, 0), "rasters are never converted");
    }

    private static void assertKept(String format, byte[] stream, String declared, int colorSpace) throws IOException {
        int[] components = Readers.values(Readers.byName(format), stream);
        BufferedImage image = read(format, stream, new Descriptor(declared, 16));
        int[] pixels = image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null);
        assertArrayEquals(components, pixels);
        assertEquals(colorSpace, image.getColorModel().getColorSpace().getType());
    }

    private static BufferedImage read(String format, byte[] stream, Object descriptor) throws IOException {
        StreamImageReader reader = Readers.byName(format);
        reader.setInput(new DescribedStream(stream, descriptor));
        return reader.read(0);
    }

    /** A stream with the method that dcm4che's streams have. */
    public static final class DescribedStream extends MemoryCacheImageInputStream {
        private final Object descriptor;

        DescribedStream(byte[] stream, Object descriptor) {
            super(new ByteArrayInputStream(stream));
            this.descriptor = descriptor;
        }

        public Object getImageDescriptor() {
            return descriptor;
        }
    }

    /** The two of its properties that are asked for. */
    public record Descriptor(String photometric, int bitsAllocated) {
        public Object getPhotometricInterpretation() {
            return photometric;
        }

        public int getBitsAllocated() {
            return bitsAllocated;
        }
    }

    /** A stream that fails to answer. */
    public static final class Failing {
        public Object getImageDescriptor() {
            throw new IllegalStateException();
        }
    }
}
