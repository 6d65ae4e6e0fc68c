package hounsfield.imageio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Finds this project's readers among those of the class path. */
final class Readers {
    private Readers() {}

    static StreamImageReader bySuffix(String suffix) {
        return ours(ImageIO.getImageReadersBySuffix(suffix), suffix);
    }

    static StreamImageReader byMimeType(String type) {
        return ours(ImageIO.getImageReadersByMIMEType(type), type);
    }

    static StreamImageReader byName(String format) {
        return ours(ImageIO.getImageReadersByFormatName(format), format);
    }

    /** Returns a reader that accepts a stream by its content, with the stream as its input; null if there is none. */
    static StreamImageReader byContent(byte[] stream) {
        ImageInputStream input = input(stream);
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        while (readers.hasNext()) {
            if (!(readers.next() instanceof StreamImageReader ours)) continue;
            ours.setInput(input);
            return ours;
        }
        return null;
    }

    /** Returns a stream of unknown length. */
    static ImageInputStream input(byte[] stream) {
        return new MemoryCacheImageInputStream(new ByteArrayInputStream(stream));
    }

    static StreamImageReader on(StreamImageReader reader, byte[] stream) {
        reader.setInput(input(stream));
        return reader;
    }

    /** Returns all components of an image, those of a pixel together. */
    static int[] values(StreamImageReader reader, byte[] stream) {
        try {
            var raster = on(reader, stream).readRaster(0, null);
            return raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StreamImageReader ours(Iterator<ImageReader> readers, String what) {
        while (readers.hasNext()) if (readers.next() instanceof StreamImageReader ours) return ours;
        throw new AssertionError("no reader for " + what);
    }
}
