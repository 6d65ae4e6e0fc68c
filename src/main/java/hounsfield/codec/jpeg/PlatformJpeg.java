package hounsfield.codec.jpeg;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Diagnostics;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Decodes 8-bit DCT streams with the JPEG reader of the JDK, which is native code. Only {@code readRaster} is used,
 * because it returns the components unchanged; {@code read} would convert their color.
 */
final class PlatformJpeg {
    /**
     * The provider of the JDK, found by name: other providers may precede it and return rasters with another meaning,
     * and in Fiji the lookup by format uses class loaders without plugins. Empty in a JDK without it.
     */
    private static final Optional<ImageReaderSpi> PROVIDER = provider();

    private static final int LAST_COEFFICIENT = 63;

    private PlatformJpeg() {}

    /**
     * Decodes a frame.
     *
     * @param diagnostics receives what the library finds wrong, such as missing or damaged parts, which it fills with gray
     * @return empty if the JDK has no reader for the stream, or refuses it
     */
    static Optional<Samples> decode(Codestream stream, PixelLayout layout, DecodingContext context)
            throws DicomException {
        FrameHeader frame = stream.frame();
        if (PROVIDER.isEmpty() || !isForLibrary(stream)) return Optional.empty();
        DecodingContext attempt = new DecodingContext(new Diagnostics(), context.progress());
        Optional<byte[]> decoded = read(stream.bytes(), frame.components().size(), layout, attempt);
        context.check();
        if (decoded.isEmpty()) return Optional.empty();
        context.diagnostics().addAll(attempt.diagnostics());
        byte[] bytes = decoded.get();
        if (layout.bitsStored() == 8) return Optional.of(new Samples.Bytes(bytes, layout.signed()));
        return Optional.of(narrowOrWiden(bytes, frame, layout));
    }

    private static boolean isForLibrary(Codestream stream) throws DicomException {
        FrameHeader frame = stream.frame();
        int components = frame.components().size();
        if (frame.precision() != 8 || components != 1 && components != 3) return false;
        // The library reports a wrong Se as damage.
        boolean progressive = frame.process() == Marker.SOF2;
        if (!progressive && stream.scan().end() != LAST_COEFFICIENT) return false;
        // Each scan costs the library a pass over the image, even if it is short.
        int limit = progressive ? ProgressiveDecoder.MAX_SCANS : components;
        return Codestream.countScans(stream.bytes(), limit + 1) <= limit;
    }

    private static Samples narrowOrWiden(byte[] bytes, FrameHeader frame, PixelLayout layout) {
        StoredValues values = new StoredValues(layout, frame, 0);
        int length = layout.columns() * layout.samplesPerPixel();
        short[] row = new short[length];
        for (int start = 0; start < bytes.length; start += length) {
            for (int i = 0; i < length; i++) row[i] = (short) (bytes[start + i] & 0xFF);
            values.put(start, row, 0, length);
        }
        return values.samples();
    }

    private static Optional<byte[]> read(ByteSpan bytes, int components, PixelLayout layout, DecodingContext context) {
        ImageReader reader = null;
        try (SpanStream input = new SpanStream(bytes, context)) {
            reader = PROVIDER.orElseThrow().createReaderInstance();
            reader.addIIOReadWarningListener((source, warning) -> context.warn("a JPEG stream is damaged: " + warning));
            reader.setInput(input, true, true);
            return samplesOf(reader.readRaster(0, null), components, layout);
        } catch (IOException | RuntimeException | LinkageError refused) {
            // The JDK refuses streams that its library does not support, and reports damage only in message text; a
            // slim JRE may lack the library. The fallback decoder detects the damage again and reports its position.
            return Optional.empty();
        } finally {
            if (reader != null) reader.dispose();
        }
    }

    private static Optional<byte[]> samplesOf(Raster raster, int components, PixelLayout layout) {
        boolean asExpected = raster.getWidth() == layout.columns()
                && raster.getHeight() == layout.rows()
                && raster.getNumBands() == components
                && raster.getDataBuffer() instanceof DataBufferByte
                && raster.getSampleModel() instanceof PixelInterleavedSampleModel;
        if (!asExpected) return Optional.empty();
        PixelInterleavedSampleModel model = (PixelInterleavedSampleModel) raster.getSampleModel();
        for (int band = 0; band < components; band++) {
            if (model.getBandOffsets()[band] != band) return Optional.empty();
        }
        byte[] data = ((DataBufferByte) raster.getDataBuffer()).getData();
        return data.length == layout.samples() ? Optional.of(data) : Optional.empty();
    }

    private static Optional<ImageReaderSpi> provider() {
        Iterator<ImageReaderSpi> providers =
                IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
        while (providers.hasNext()) {
            ImageReaderSpi provider = providers.next();
            if (provider.getClass().getName().equals("com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi")) {
                return Optional.of(provider);
            }
        }
        return Optional.empty();
    }
}
