package hounsfield.imageio;

import hounsfield.codec.StreamDecoder;
import java.io.EOFException;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ServiceRegistry;
import javax.imageio.stream.ImageInputStream;

/** Base class of the providers: they share one reader class and the inspection of streams. */
abstract class StreamReaderSpi extends ImageReaderSpi {
    private static final String VENDOR = "Hounsfield contributors";
    private static final String VERSION = "1";

    /** The JDK's provider: it accepts all streams that begin like JPEG, but cannot read lossless and 12-bit ones. */
    private static final String PLATFORM_JPEG = "com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi";

    private final String description;

    StreamReaderSpi(String description, String[] names, String[] suffixes, String[] mimeTypes) {
        super(
                VENDOR,
                VERSION,
                names,
                suffixes,
                mimeTypes,
                StreamImageReader.class.getName(),
                new Class<?>[] {ImageInputStream.class},
                null,
                false,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null);
        this.description = description;
    }

    /** Returns a new decoder of the streams. */
    abstract StreamDecoder decoder();

    /**
     * Returns whether {@code ImageReader.read} gives an image of a stream.
     *
     * @param input at the first byte of the stream; may be moved
     * @throws EOFException if the stream ends early
     */
    abstract boolean reads(ImageInputStream input) throws IOException;

    /**
     * Returns whether {@code ImageReader.read} converts luminance and chroma that dcm4che declares to RGB. dcm4che
     * expects that for coding processes that transform color, and unchanged components for the others.
     *
     * @param input at the first byte of the stream; may be moved
     */
    abstract boolean convertsDeclaredYbr(ImageInputStream input) throws IOException;

    @Override
    public final boolean canDecodeInput(Object source) throws IOException {
        if (!(source instanceof ImageInputStream input)) return false;
        input.mark();
        try {
            return reads(input);
        } catch (EOFException shorter) {
            return false;
        } finally {
            input.reset();
        }
    }

    @Override
    public final ImageReader createReaderInstance(Object extension) {
        return new StreamImageReader(this);
    }

    @Override
    public final String getDescription(Locale locale) {
        return description;
    }

    /** Orders this provider before the JDK's JPEG reader. */
    @Override
    public final void onRegistration(ServiceRegistry registry, Class<?> category) {
        super.onRegistration(registry, category);
        Iterator<ImageReaderSpi> providers = registry.getServiceProviders(ImageReaderSpi.class, false);
        while (providers.hasNext()) {
            ImageReaderSpi other = providers.next();
            if (other.getClass().getName().equals(PLATFORM_JPEG)) {
                registry.setOrdering(ImageReaderSpi.class, this, other);
            }
        }
    }
}
