package hounsfield.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.rle.RleDecoder;
import hounsfield.standard.TransferSyntax;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameDecodersTest {
    @TempDir
    Path folder;

    /** A decoder that another jar might contain. */
    public static final class FasterRle implements FrameDecoder {
        @Override
        public boolean decodes(TransferSyntax syntax) {
            return syntax.equals(TransferSyntax.RLE_LOSSLESS);
        }

        @Override
        public Samples decode(ByteSpan frame, PixelLayout layout, DecodingContext context) {
            return new Samples.Bytes(new byte[layout.samples()], false);
        }
    }

    @Test
    void ownDecodersAreFound() {
        assertInstanceOf(
                RleDecoder.class,
                FrameDecoders.find(TransferSyntax.RLE_LOSSLESS).orElseThrow());
        assertTrue(FrameDecoders.find(TransferSyntax.DEFLATED_IMAGE_FRAME).isPresent());
        assertTrue(
                FrameDecoders.find(TransferSyntax.of("1.2.840.10008.1.2.4.100")).isEmpty());
    }

    @Test
    void higherPriorityComesFirst() throws IOException {
        List<FrameDecoder> decoders = load(index(FasterRle.class.getName(), FrameDecoder.class.getName(), 1000));
        assertInstanceOf(FasterRle.class, decoders.get(0));
        assertTrue(decoders.stream().anyMatch(decoder -> decoder instanceof RleDecoder));
        decoders = load(index(FasterRle.class.getName(), FrameDecoder.class.getName(), -1000));
        assertInstanceOf(FasterRle.class, decoders.get(decoders.size() - 1));
    }

    @Test
    void foreignFaultsDoNotMatter() throws IOException {
        int own = FrameDecoders.all().size();
        assertEquals(
                own,
                load("{\"class\":\"no.such.Thing\",\"values\":{\"type\":\"no.such.Type\"}}")
                        .size());
        assertEquals(
                own,
                load(index("no.such.Decoder", FrameDecoder.class.getName(), 9)).size());
        assertEquals(
                own,
                load(index("java.lang.String", FrameDecoder.class.getName(), 9)).size());
        assertEquals(own, load("{\"class\":").size());
        assertEquals(own, load("no JSON at all").size());
        assertEquals(own, load("").size());
    }

    private static String index(String className, String type, int priority) {
        return "{\"class\":\"" + className + "\",\"values\":{\"type\":\"" + type + "\",\"priority\":" + priority
                + ".0}}";
    }

    /** The decoders that are found when a foreign index precedes ours. */
    private List<FrameDecoder> load(String foreignIndex) throws IOException {
        Path file = Files.createTempFile(folder, "index", null);
        Files.write(file, foreignIndex.getBytes(StandardCharsets.UTF_8));
        ClassLoader parent = getClass().getClassLoader();
        return FrameDecoders.load(new ClassLoader(parent) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                List<URL> all = new ArrayList<>(Collections.list(parent.getResources(name)));
                if (name.startsWith("META-INF/json/")) all.add(0, file.toUri().toURL());
                return Collections.enumeration(all);
            }
        });
    }
}
