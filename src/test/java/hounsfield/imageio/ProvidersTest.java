package hounsfield.imageio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.codec.jpeg.JpegStreams;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;

/** {@code ImageIO} finds these readers, and still finds the other readers that it found before. */
class ProvidersTest {
    private static final String JDK = "com.sun.imageio.plugins.jpeg.JPEGImageReader";

    @Test
    void contentDecides() {
        for (Map.Entry<String, byte[]> stream : ReaderStreams.accepted().entrySet()) {
            assertNotNull(Readers.byContent(stream.getValue()), stream.getKey());
        }
        for (int process : new int[] {0xC0, 0xC1, 0xC2}) {
            assertNull(Readers.byContent(ReaderStreams.dct(process, 8, 1)));
            assertNull(Readers.byContent(ReaderStreams.dct(process, 8, 3)));
        }
        assertNull(Readers.byContent(JpegStreams.lossless(8, 13, 21, 4, ReaderStreams.samples(8, 13 * 21 * 4))));
        assertNull(Readers.byContent(ReaderStreams.jpeg2000("ht-g31.j2c")));
        assertNull(Readers.byContent(new byte[0]));
        assertNull(Readers.byContent(new byte[100]));
        assertNull(Readers.byContent(new byte[] {(byte) 0xFF, (byte) 0xD8}));
    }

    @Test
    void lookingAtAStreamDoesNotMoveIt() throws IOException {
        List<byte[]> streams = new ArrayList<>(ReaderStreams.accepted().values());
        streams.add(jdkJpeg(false));
        streams.add(new byte[3]);
        for (byte[] stream : streams) {
            ImageInputStream input = Readers.input(stream);
            for (StreamReaderSpi provider : providers()) {
                input.seek(0);
                provider.canDecodeInput(input);
                assertEquals(0, input.getStreamPosition());
            }
        }
        for (StreamReaderSpi provider : providers()) assertFalse(provider.canDecodeInput("a path"));
    }

    @Test
    void jdkKeepsItsJpeg() throws IOException {
        for (boolean progressive : new boolean[] {false, true}) {
            byte[] jpeg = jdkJpeg(progressive);
            assertNull(Readers.byContent(jpeg), "progressive " + progressive);
            assertTrue(classes(ImageIO.getImageReaders(Readers.input(jpeg))).contains(JDK));
            assertEquals(16, ImageIO.read(Readers.input(jpeg)).getWidth());
        }
        for (String name : List.of("jpeg", "JPEG", "jpg", "JPG")) {
            assertNoneOfOurs(ImageIO.getImageReadersByFormatName(name));
            assertNoneOfOurs(ImageIO.getImageReadersBySuffix(name));
        }
        assertNoneOfOurs(ImageIO.getImageReadersByMIMEType("image/jpeg"));
    }

    @Test
    void ownReadersComeBeforeTheJdks() throws IOException {
        for (String kind : List.of("lossless 16", "12-bit DCT", "JPEG-LS 8")) {
            List<String> classes = classes(ImageIO.getImageReaders(
                    Readers.input(ReaderStreams.accepted().get(kind))));
            assertTrue(classes.indexOf(StreamImageReader.class.getName()) >= 0, kind);
            assertTrue(classes.indexOf(StreamImageReader.class.getName()) < classes.indexOf(JDK), kind);
        }
    }

    @Test
    void orderOfProvidersDoesNotMatter() throws IOException {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        ImageReaderSpi jdk = provider(JDK + "Spi");
        for (StreamReaderSpi ours : providers()) registry.unsetOrdering(ImageReaderSpi.class, ours, jdk);
        try {
            for (StreamReaderSpi ours : providers()) registry.setOrdering(ImageReaderSpi.class, jdk, ours);
            assertTrue(classes(ImageIO.getImageReaders(Readers.input(jdkJpeg(false))))
                    .contains(JDK));
            assertNull(Readers.byContent(jdkJpeg(false)));
            assertNotNull(Readers.byContent(ReaderStreams.lossless(16)));
        } finally {
            for (StreamReaderSpi ours : providers()) {
                registry.unsetOrdering(ImageReaderSpi.class, jdk, ours);
                registry.setOrdering(ImageReaderSpi.class, ours, jdk);
            }
        }
    }

    @Test
    void namesOfFormats() {
        for (String name : List.of("jpeg-lossless", "jpeg-12-bit", "jpeg-cv", "jpeg-ls", "jpeg-ls-cv", "jpeg2000")) {
            assertNotNull(Readers.byName(name), name);
        }
        for (String suffix : List.of("ljpg", "jls", "jp2", "j2k", "j2c", "jpc", "jph", "jhc")) {
            assertNotNull(Readers.bySuffix(suffix), suffix);
        }
        for (String type : List.of("image/jls", "image/jp2", "image/j2c", "image/jph", "image/jphc")) {
            assertNotNull(Readers.byMimeType(type), type);
        }
        for (StreamReaderSpi provider : providers()) {
            assertEquals(StreamImageReader.class.getName(), provider.getPluginClassName());
            assertTrue(provider.isOwnReader(provider.createReaderInstance(null)));
        }
    }

    /** One jar is enough: no ImageJ, no SciJava, no ImgLib2. */
    @Test
    void noOtherLibraryIsNeeded() throws Exception {
        URL classes =
                StreamImageReader.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader alone = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            assertThrows(ClassNotFoundException.class, () -> alone.loadClass("org.scijava.plugin.Plugin"));
            assertThrows(ClassNotFoundException.class, () -> alone.loadClass("ij.ImagePlus"));
            int read = 0;
            for (ImageReaderSpi provider : ServiceLoader.load(ImageReaderSpi.class, alone)) {
                if (provider.getClass().getClassLoader() != alone) continue;
                for (Map.Entry<String, byte[]> each : ReaderStreams.accepted().entrySet()) {
                    ImageInputStream input = Readers.input(each.getValue());
                    if (!provider.canDecodeInput(input)) continue;
                    ImageReader reader = provider.createReaderInstance();
                    reader.setInput(input);
                    int[] expected = Readers.values(Readers.byContent(each.getValue()), each.getValue());
                    var raster = reader.readRaster(0, null);
                    assertArrayEquals(
                            expected, raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null));
                    read++;
                }
            }
            assertEquals(ReaderStreams.accepted().size(), read);
        }
    }

    private static List<StreamReaderSpi> providers() {
        List<StreamReaderSpi> ours = new ArrayList<>();
        for (ImageReaderSpi each : all()) if (each instanceof StreamReaderSpi own) ours.add(own);
        assertEquals(3, ours.size());
        return ours;
    }

    private static ImageReaderSpi provider(String className) {
        return all().stream()
                .filter(each -> each.getClass().getName().equals(className))
                .findFirst()
                .orElseThrow();
    }

    private static List<ImageReaderSpi> all() {
        List<ImageReaderSpi> all = new ArrayList<>();
        IIORegistry.getDefaultInstance()
                .getServiceProviders(ImageReaderSpi.class, false)
                .forEachRemaining(all::add);
        return all;
    }

    private static List<String> classes(Iterator<ImageReader> readers) {
        List<String> classes = new ArrayList<>();
        readers.forEachRemaining(reader -> classes.add(reader.getClass().getName()));
        return classes;
    }

    private static void assertNoneOfOurs(Iterator<ImageReader> readers) {
        assertFalse(classes(readers).contains(StreamImageReader.class.getName()));
    }

    private static byte[] jdkJpeg(boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), null, null), param);
        }
        writer.dispose();
        return bytes.toByteArray();
    }
}
