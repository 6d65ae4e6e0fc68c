package hounsfield.frame;

import hounsfield.bytes.ByteSource;
import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.data.Element;
import hounsfield.parse.DicomFile;
import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;
import hounsfield.standard.Tag;
import hounsfield.standard.UnsupportedDicomException;
import hounsfield.work.Warnings;
import hounsfield.work.Workers;
import java.io.Closeable;
import java.io.IOException;

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
        FrameStores.Opened opened = FrameStores.open(file, source, pixelData, warnings);
        layout = opened.layout();
        photometric = opened.photometric();
        store = opened.store();
        frameCount = opened.frames().isPresent() ? opened.frames().getAsInt() : countedFrames();
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

    /**
     * How many rows of a frame that {@link #read} refuses are certainly the image's, from the first on: those of the
     * native frame in which a file was cut off. 0 for frames that are wholly there, and where nothing is certain.
     */
    public int rowsBeforeCut(int frame) {
        checkFrame(frame);
        return store.rowsBeforeCut(frame);
    }

    /**
     * As {@link #lend}, of a frame that has {@link #rowsBeforeCut}.
     *
     * @param use gets a whole frame of samples; those behind these rows mean nothing
     */
    public <T> T lendRows(int frame, FrameUse<T> use) throws IOException {
        checkFrame(frame);
        try {
            return store.lendRows(frame, use);
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
        return file.noImage();
    }

    private int countedFrames() throws IOException {
        int counted = store.countFrames();
        if (counted == 0) throw new MalformedDicomException("holds no frame", Location.NOWHERE);
        warnings.add("Number of Frames (0028,0008) is no positive number; Pixel Data holds " + counted);
        return counted;
    }
}
