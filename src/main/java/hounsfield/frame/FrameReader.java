package hounsfield.frame;

import hounsfield.bytes.ByteSource;
import hounsfield.codec.FrameDecoder;
import hounsfield.codec.FrameDecoders;
import hounsfield.codec.NativeDecoder;
import hounsfield.codec.NativeDecoder.SampleType;
import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.data.BulkData;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.parse.DicomFile;
import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;
import hounsfield.standard.Tag;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.UnsupportedDicomException;
import hounsfield.standard.VR;
import hounsfield.standard.Warnings;
import hounsfield.standard.Workers;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/**
 * Reads the frames of an image, one at a time and from many threads at once: stored values exactly as the file holds them,
 * before rescale and colour transform. Holds the file open until it is closed. What it throws says file, element, frame and
 * byte.
 */
public final class FrameReader implements Closeable {
    private final DicomFile file;
    private final ByteSource source;
    private final int pixelDataTag;
    private final PixelLayout layout;
    private final PhotometricInterpretation photometric;
    private final int frameCount;
    private final FrameStore store;
    private final Warnings warnings;

    private FrameReader(DicomFile file, ByteSource source, Element pixelData) throws IOException {
        this.file = file;
        this.source = source;
        pixelDataTag = pixelData.tag();
        warnings = new Warnings();
        DataSet dataSet = file.dataSet();
        BulkData data = pixelData
                .bulk()
                .orElseThrow(() -> new MalformedDicomException("is no range of the file", Location.NOWHERE));
        SampleType type = sampleType(pixelDataTag);
        boolean encapsulated = data.isEncapsulated();
        if (encapsulated && (!file.transferSyntax().encapsulated() || type != SampleType.INTEGER)) {
            throw new MalformedDicomException(
                    "has no length, which " + file.transferSyntax() + " wants", Location.ofOffset(data.offset()));
        }
        PixelLayoutReader reader = new PixelLayoutReader(dataSet, type, warnings);
        photometric = reader.photometric();
        OptionalInt declaredFrames = declaredFrames(dataSet);
        if (encapsulated) {
            FrameDecoder decoder = decoder(file.transferSyntax());
            boolean halved =
                    photometric.isHalvedInRows() && file.transferSyntax().equals(TransferSyntax.DEFLATED_IMAGE_FRAME);
            layout = reader.layout(photometric, halved);
            store = new EncapsulatedFrames(
                    source,
                    data,
                    dataSet,
                    file.transferSyntax(),
                    declaredFrames,
                    decoder,
                    layout,
                    photometric,
                    warnings);
        } else {
            if (file.transferSyntax().encapsulated()) {
                warnings.add("Pixel Data has a length and so is native, against the transfer syntax "
                        + file.transferSyntax());
            }
            layout = nativeLayout(reader, data, declaredFrames.orElse(1));
            // The order in which the Data Set was found to be written, against the transfer syntax if need be.
            ByteOrder order = pixelData.littleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            NativeDecoder decoder = new NativeDecoder(layout, type, order, pixelData.vr() == VR.OW);
            store = new NativeFrames(source, data, decoder, photometric, warnings);
        }
        frameCount = declaredFrames.isPresent() ? declaredFrames.getAsInt() : countedFrames();
        store.check(frameCount);
    }

    /**
     * Opens a file's Pixel Data.
     *
     * @throws DicomException if there is none, if no image can be made of it, or if nothing decodes its transfer syntax
     */
    public static FrameReader open(DicomFile file) throws IOException {
        Location place = Location.ofFile(file.name());
        Element pixelData = file.pixelData().orElseThrow(() -> noPixelData(file));
        ByteSource source = file.open();
        try {
            return new FrameReader(file, source, pixelData);
        } catch (DicomException e) {
            source.close();
            throw e.at(e.location().tag() == Location.UNKNOWN ? place.withTag(pixelData.tag()) : place);
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /**
     * The stored values of a single frame of a file, as {@link #read} gives them; unsigned 32-bit values as their low 32
     * bits.
     *
     * @throws IllegalArgumentException if there is no such frame, or the file holds floating point values
     */
    public static int[] integers(DicomFile file, int frame) throws IOException {
        try (FrameReader reader = open(file)) {
            Samples samples = reader.read(frame);
            if (samples.isFloat()) {
                throw new IllegalArgumentException(file.name() + " holds floating point values, not integers");
            }
            return samples.toInts();
        }
    }

    /** The shape of every frame. */
    public PixelLayout layout() {
        return layout;
    }

    /** What the file says its samples mean. */
    public PhotometricInterpretation photometric() {
        return photometric;
    }

    /**
     * What the samples that {@link #read} gives mean: chroma is at full size, transforms inside JPEG 2000 are undone, and a
     * decoder may know better than the header.
     */
    public PhotometricInterpretation decodedPhotometric() throws IOException {
        try {
            return store.colour();
        } catch (DicomException e) {
            throw e.at(place());
        }
    }

    /** Number of Frames. */
    public int frameCount() {
        return frameCount;
    }

    /**
     * The stored values of one frame, row by row, the samples of a pixel together.
     *
     * @param frame counted from 0
     * @throws DicomException if the frame is damaged or not wholly there
     * @throws IllegalArgumentException if there is no such frame
     * @throws java.util.concurrent.CancellationException if the user ends the work that this is part of
     */
    public Samples read(int frame) throws IOException {
        checkFrame(frame);
        try {
            return store.read(frame);
        } catch (DicomException e) {
            throw e.at(place().withFrame(frame));
        }
    }

    /**
     * As {@link #read}, for a use that keeps nothing of the samples. Their arrays serve the next frame, which saves making
     * new ones for each slice of a series.
     *
     * @return what {@code use} returns
     */
    public <T> T lend(int frame, FrameUse<T> use) throws IOException {
        checkFrame(frame);
        try {
            return store.lend(frame, use);
        } catch (DicomException e) {
            throw e.at(place().withFrame(frame));
        }
    }

    /** What the user should know of this image; grows as frames are read. */
    public Warnings warnings() {
        return warnings;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private void checkFrame(int frame) {
        Workers.check();
        if (frame < 0 || frame >= frameCount) {
            throw new IllegalArgumentException("frame " + frame + " of " + frameCount);
        }
    }

    private Location place() {
        return Location.ofFile(file.name()).withTag(pixelDataTag);
    }

    private static DicomException noPixelData(DicomFile file) {
        Location place = Location.ofFile(file.name());
        if (file.dataSet().contains(Tag.PIXEL_DATA_PROVIDER_URL)) {
            return new UnsupportedDicomException(
                    "has no Pixel Data (7FE0,0010), only a link to a server (JPIP)", place);
        }
        return new DicomException("has no Pixel Data (7FE0,0010), so it holds no image", place);
    }

    private static SampleType sampleType(int tag) {
        return switch (tag) {
            case Tag.FLOAT_PIXEL_DATA -> SampleType.FLOAT;
            case Tag.DOUBLE_FLOAT_PIXEL_DATA -> SampleType.DOUBLE;
            default -> SampleType.INTEGER;
        };
    }

    private static FrameDecoder decoder(TransferSyntax syntax) throws UnsupportedDicomException {
        return FrameDecoders.find(syntax)
                .orElseThrow(() -> new UnsupportedDicomException(syntax + " has no decoder", Location.NOWHERE));
    }

    /**
     * Halved chroma is what YBR_FULL_422 means in native Pixel Data. Files that were decompressed keep that term now and
     * then although their chroma is whole; the length of Pixel Data tells.
     */
    private PixelLayout nativeLayout(PixelLayoutReader reader, BulkData data, int frames) throws DicomException {
        PixelLayout layout = reader.layout(photometric, photometric.isHalvedInRows());
        if (!layout.subsampled()) return layout;
        double wholeBytes = (double) layout.samples() * layout.bitsAllocated() / Byte.SIZE * frames;
        if (data.length() < wholeBytes) return layout;
        warnings.add("Pixel Data is long enough for whole chroma, against Photometric Interpretation " + photometric);
        return reader.layout(photometric, false);
    }

    /** Number of Frames; absent means one frame, what is no positive number means that Pixel Data must be asked. */
    private OptionalInt declaredFrames(DataSet dataSet) throws DicomException {
        try {
            int frames = dataSet.findInt(Tag.NUMBER_OF_FRAMES).orElse(1);
            if (frames > 0) return OptionalInt.of(frames);
        } catch (MalformedDicomException e) {
            // Counted below, with a warning.
        }
        return OptionalInt.empty();
    }

    private int countedFrames() throws IOException {
        int counted = store.countFrames();
        if (counted == 0) throw new MalformedDicomException("holds no frame", Location.NOWHERE);
        warnings.add("Number of Frames (0028,0008) is no positive number; Pixel Data holds " + counted);
        return counted;
    }
}
