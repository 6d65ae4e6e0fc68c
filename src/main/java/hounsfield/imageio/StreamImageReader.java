package hounsfield.imageio;

import hounsfield.bytes.ByteSpan;
import hounsfield.codec.DecodingContext;
import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.codec.StreamDecoder;
import hounsfield.codec.StreamHeader;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.InsufficientMemoryException;
import hounsfield.standard.error.Memory;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads the one image of a stream that begins at the current position of an {@link ImageInputStream}.
 *
 * <p>{@link #readRaster} gives the components as they are coded, with the precision and sign of the stream, in bytes,
 * shorts or ints. {@link #read} gives an image with a color model of that precision: gray of up to 16 bits, signed or
 * not, or RGB, to which luminance and chroma are converted. Region, subsampling, bands and destination of an {@link
 * ImageReadParam} are honored.
 *
 * <p>If the input is a stream of dcm4che, its image descriptor says what the components mean, and {@link #read}
 * converts them to RGB exactly where dcm4che expects it: in JPEG coded by DCT and in JPEG 2000, not in JPEG Lossless
 * and JPEG-LS.
 *
 * <p>A damaged stream gives an {@link IIOException} with a {@link DicomException} as its cause. As all image readers,
 * this one is for one thread at a time; only {@link #abort} may come from another.
 */
public final class StreamImageReader extends ImageReader {
    private final StreamReaderSpi provider;
    private final StreamDecoder decoder;
    private StreamBytes bytes;
    private StreamHeader header;
    private SampleFormat raw;
    private SampleFormat shown;

    StreamImageReader(StreamReaderSpi provider) {
        super(provider);
        this.provider = provider;
        decoder = provider.decoder();
    }

    @Override
    public void setInput(Object input, boolean seekForwardOnly, boolean ignoreMetadata) {
        super.setInput(input, seekForwardOnly, ignoreMetadata);
        forget();
    }

    @Override
    public void reset() {
        super.reset();
        forget();
    }

    @Override
    public void dispose() {
        forget();
    }

    @Override
    public int getNumImages(boolean allowSearch) {
        input();
        return 1;
    }

    @Override
    public int getWidth(int imageIndex) throws IOException {
        return header(imageIndex).columns();
    }

    @Override
    public int getHeight(int imageIndex) throws IOException {
        return header(imageIndex).rows();
    }

    /** {@return the type of the components as they are coded, null if they have no color model} */
    @Override
    public ImageTypeSpecifier getRawImageType(int imageIndex) throws IOException {
        header(imageIndex);
        return raw.hasColor() ? raw.type() : null;
    }

    /** {@return the type that {@link #read} gives; none if only {@link #readRaster} can read the image} */
    @Override
    public Iterator<ImageTypeSpecifier> getImageTypes(int imageIndex) throws IOException {
        header(imageIndex);
        return shown.hasColor()
                ? List.of(shown.type()).iterator()
                : List.<ImageTypeSpecifier>of().iterator();
    }

    /** {@return null, there is none} */
    @Override
    public IIOMetadata getStreamMetadata() {
        return null;
    }

    /** {@return null, there is none} */
    @Override
    public IIOMetadata getImageMetadata(int imageIndex) {
        return null;
    }

    @Override
    public boolean canReadRaster() {
        return true;
    }

    @Override
    public Raster readRaster(int imageIndex, ImageReadParam param) throws IOException {
        header(imageIndex);
        return guarded(() -> rasterOf(param));
    }

    @Override
    public BufferedImage read(int imageIndex, ImageReadParam param) throws IOException {
        header(imageIndex);
        if (!shown.hasColor()) {
            throw new IIOException("pixels of " + header.components() + " components of " + header.precision()
                    + " bits have no color model here; use readRaster");
        }
        return guarded(() -> imageOf(param));
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T guarded(Work<T> work) throws IOException {
        clearAbortRequest();
        processImageStarted(0);
        try {
            T result = work.run();
            if (abortRequested()) {
                processReadAborted();
            } else {
                processImageProgress(100);
                processImageComplete();
            }
            return result;
        } catch (DicomException e) {
            throw damaged(e);
        } catch (CancellationException e) {
            throw new IIOException("reading was interrupted", e);
        } catch (InsufficientMemoryException | OutOfMemoryError e) {
            throw new IIOException(
                    "an image of " + header.columns() + " x " + header.rows() + " pixels does not fit into memory", e);
        }
    }

    private Raster rasterOf(ImageReadParam param) throws IOException {
        Optional<Samples> samples = decode();
        Part part = Part.of(param, getSourceRegion(param, header.columns(), header.rows()), header.components());
        if (part.isAllOf(header)) {
            WritableRaster all = samples.map(raw::raster)
                    .orElseGet(() -> raw.raster(header.columns(), header.rows(), header.components()));
            return part.moved(all, param);
        }
        WritableRaster target = raw.raster(part.width(), part.height(), part.bands().length);
        if (samples.isPresent()) part.copy(raw.raster(samples.get()), target, new Point());
        return part.moved(target, param);
    }

    private BufferedImage imageOf(ImageReadParam param) throws IOException {
        int columns = header.columns();
        int rows = header.rows();
        boolean plain = param == null || Part.isPlain(param);
        BufferedImage target = plain ? null : getDestination(param, getImageTypes(0), columns, rows);
        if (target != null) {
            checkReadParamBandSettings(
                    param, header.components(), target.getRaster().getNumBands());
            Part.checkRoom(shown, target.getRaster(), param);
        }
        Optional<Samples> samples = decode();
        if (samples.isEmpty()) {
            return target != null ? target : shown.type().createBufferedImage(columns, rows);
        }
        if (raw.isYbr() && !shown.isYbr()) raw.toRgb(samples.get());
        WritableRaster all = shown.raster(samples.get());
        if (target == null) return new BufferedImage(shown.colorModel(), all, false, null);
        Rectangle source = new Rectangle();
        Rectangle destination = new Rectangle();
        computeRegions(param, columns, rows, target, source, destination);
        Part part = Part.of(param, source, header.components());
        part.copy(all, part.destination(target.getRaster(), param), destination.getLocation());
        return target;
    }

    /** Decodes the image; empty if the read was aborted. */
    private Optional<Samples> decode() throws IOException {
        PixelLayout layout = header.layout();
        ByteSpan all = bytes.all(layout);
        if (abortRequested()) return Optional.empty();
        DecodingContext context = new DecodingContext(new Diagnostics(), new Abort());
        Samples decoded;
        try {
            decoded = Memory.guarded(() -> decoder.decode(all, layout, context));
        } catch (CancellationException e) {
            if (!abortRequested()) throw e;
            return Optional.empty();
        }
        context.diagnostics().sentences().forEach(this::processWarningOccurred);
        return Optional.of(decoded);
    }

    /** Ends the work of a decoder when the read is aborted. */
    private final class Abort implements Progress {
        @Override
        public void update(long done, long total) {}

        @Override
        public boolean isCancelled() {
            return abortRequested();
        }
    }

    private StreamHeader header(int imageIndex) throws IOException {
        if (imageIndex != 0) throw new IndexOutOfBoundsException("image " + imageIndex + " of 1");
        if (header != null) return header;
        ImageInputStream input = input();
        clearAbortRequest();
        if (bytes == null) bytes = new StreamBytes(input, this::abortRequested);
        try {
            StreamHeader found = bytes.header(decoder);
            describe(input, found);
            header = found;
        } catch (DicomException e) {
            throw damaged(e);
        }
        return header;
    }

    private void describe(ImageInputStream input, StreamHeader found) throws IOException {
        Optional<DeclaredPixels> declared = DeclaredPixels.of(input);
        if (declared.isEmpty()) {
            raw = SampleFormat.of(found, null);
            shown = raw.isYbr() ? raw.asRgb() : raw;
            return;
        }
        PhotometricInterpretation meaning =
                decoder.color(bytes.read(), declared.get().photometric());
        raw = SampleFormat.of(found, meaning);
        if (declared.get().bitsAllocated() == Byte.SIZE) raw = raw.inBytes();
        input.seek(bytes.start());
        shown = raw.isYbr() && provider.convertsDeclaredYbr(input) ? raw.asRgb() : raw;
    }

    private ImageInputStream input() {
        if (!(getInput() instanceof ImageInputStream input)) throw new IllegalStateException("no input is set");
        return input;
    }

    private void forget() {
        bytes = null;
        header = null;
        raw = null;
        shown = null;
    }

    private static IIOException damaged(DicomException cause) {
        return new IIOException(cause.getMessage(), cause);
    }
}
