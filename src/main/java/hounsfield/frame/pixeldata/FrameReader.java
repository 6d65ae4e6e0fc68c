package hounsfield.frame.pixeldata;

import hounsfield.bytes.ByteSource;
import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.data.Element;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads the frames of an image: stored values exactly as in the file, before rescale and color transform. Thread-safe.
 * The file is kept open until this is closed. Exceptions contain file, element, frame and byte.
 */
public final class FrameReader implements Closeable {
    private final DicomFile file;
    private final ByteSource source;
    private final int pixelDataTag;
    private final PixelLayout layout;
    private final PhotometricInterpretation photometric;
    private final int frameCount;
    private final int tileIndex;
    private final FrameStore store;
    private final Diagnostics diagnostics;
    private final Progress progress;

    private FrameReader(DicomFile file, ByteSource source, Element pixelData, boolean cells) throws IOException {
        this.file = file;
        this.source = source;
        pixelDataTag = pixelData.tag();
        diagnostics = new Diagnostics();
        FrameStores.Opened opened = FrameStores.open(file, source, pixelData, cells, diagnostics);
        layout = opened.layout();
        photometric = opened.photometric();
        store = opened.store();
        frameCount = opened.frames().isPresent() ? opened.frames().getAsInt() : countedFrames();
        store.check(frameCount);
        tileIndex = Location.UNKNOWN;
        progress = Progress.NONE;
    }

    private FrameReader(FrameReader whole, Tile tile) {
        file = whole.file;
        source = whole.source;
        pixelDataTag = whole.pixelDataTag;
        diagnostics = whole.diagnostics;
        layout = whole.layout.withSize(tile.rows(), tile.columns());
        photometric = whole.photometric;
        store = new TileFrames(whole.store, whole.layout, tile);
        frameCount = whole.frameCount;
        tileIndex = tile.index();
        progress = whole.progress;
    }

    private FrameReader(FrameReader other, Progress progress) {
        file = other.file;
        source = other.source;
        pixelDataTag = other.pixelDataTag;
        layout = other.layout;
        photometric = other.photometric;
        frameCount = other.frameCount;
        tileIndex = other.tileIndex;
        store = other.store;
        diagnostics = other.diagnostics;
        this.progress = progress;
    }

    /**
     * Opens the Pixel Data of a file.
     *
     * @param file the header
     * @return the reader
     * @throws DicomException if there is no Pixel Data, if it does not describe an image, or if there is no decoder for
     *     its transfer syntax
     * @throws IOException if the file cannot be read
     */
    public static FrameReader open(DicomFile file) throws IOException {
        return open(file, false);
    }

    /**
     * Opens the Pixel Data of a file to read the bits beside its stored values: a sample has all Bits Allocated of its cell, unsigned.
     *
     * @param file the header
     * @return the reader
     * @throws IOException as {@link #open} does
     */
    public static FrameReader openCells(DicomFile file) throws IOException {
        return open(file, true);
    }

    private static FrameReader open(DicomFile file, boolean cells) throws IOException {
        Location place = Location.ofFile(file.name());
        Element pixelData = file.pixelData().orElseThrow(() -> noPixelData(file));
        ByteSource source = file.open();
        try {
            return new FrameReader(file, source, pixelData, cells);
        } catch (DicomException e) {
            source.close();
            throw e.at(e.location().tag() == Location.UNKNOWN ? place.withTag(pixelData.tag()) : place);
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /**
     * Reads the stored values of a single frame of a file, in the order of {@link #read}.
     *
     * @param file the header
     * @param frame index of the frame, from 0
     * @return the values; of unsigned 32-bit values, their 32 bits
     * @throws IOException if the frame cannot be read
     * @throws IllegalArgumentException if there is no such frame, or the file contains floating point values
     */
    public static int[] integers(DicomFile file, int frame) throws IOException {
        try (FrameReader reader = open(file)) {
            Samples samples = reader.read(frame);
            if (samples.isFloat()) {
                throw new IllegalArgumentException(file.name() + " contains floating point values, not integers");
            }
            return samples.toInts();
        }
    }

    /**
     * {@return a reader of one tile of each frame, as if it were the frame} It shares the file with this reader and is
     * closed with it.
     *
     * @param tile the tile
     * @throws DicomException if the frames are too small for the tile
     * @throws IllegalArgumentException if this is the reader of a tile
     */
    public FrameReader ofTile(Tile tile) throws DicomException {
        if (tileIndex != Location.UNKNOWN) throw new IllegalArgumentException("a tile of a tile");
        if (!tile.isWithin(layout)) {
            throw new MalformedDicomException(
                    "the frame of " + layout.columns() + " x " + layout.rows() + " pixels has no tile of "
                            + tile.columns() + " x " + tile.rows() + " at column " + tile.column() + ", row "
                            + tile.row(),
                    place().withTile(tile.index()));
        }
        return new FrameReader(this, tile);
    }

    /**
     * Returns a reader of the same open file whose methods end when an operation is cancelled, also within a frame.
     *
     * @param operation can cancel; no progress is reported to it
     * @return the reader; closing either of them closes the file
     */
    public FrameReader during(Progress operation) {
        return operation == progress ? this : new FrameReader(this, operation);
    }

    /** {@return the shape of each frame} */
    public PixelLayout layout() {
        return layout;
    }

    /** {@return the declared meaning of the samples} */
    public PhotometricInterpretation photometric() {
        return photometric;
    }

    /**
     * Returns the meaning of the samples that {@link #read} returns: chroma is upsampled, transforms of JPEG 2000 are
     * reversed, and the bit stream may take precedence over the header.
     *
     * @return the meaning of decoded samples
     * @throws IOException if the first frame must be read for it and cannot be
     */
    public PhotometricInterpretation decodedPhotometric() throws IOException {
        try {
            return store.color();
        } catch (DicomException e) {
            throw e.at(place());
        }
    }

    /** {@return Number of Frames} */
    public int frameCount() {
        return frameCount;
    }

    /**
     * Reads the stored values of one frame, row by row, interleaved by pixel.
     *
     * @param frame index of the frame, from 0
     * @return the stored values
     * @throws DicomException if the frame is damaged or incomplete
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if there is no such frame
     * @throws java.util.concurrent.CancellationException if the operation of {@link #during} is cancelled, or the thread is
     *     interrupted
     */
    public Samples read(int frame) throws IOException {
        checkFrame(frame);
        try {
            return store.read(frame, progress);
        } catch (DicomException e) {
            throw e.at(place().withFrame(frame));
        }
    }

    /**
     * Does the same as {@link #read}, but lends the samples to {@code use} only. Their arrays are reused for the next
     * frame, which saves allocations for each slice of a series.
     *
     * @param frame index of the frame, from 0
     * @param use must not keep the samples
     * @param <T> the type of the result
     * @return the result of {@code use}
     * @throws IOException if the frame cannot be read
     */
    public <T> T lend(int frame, FrameUse<T> use) throws IOException {
        checkFrame(frame);
        try {
            return store.lend(frame, progress, use);
        } catch (DicomException e) {
            throw e.at(place().withFrame(frame));
        }
    }

    /**
     * Does the same as {@link #lend} for the leading rows of a frame that {@link #read} refuses because it ends early:
     * the frame in which a file was truncated, or an encoded frame whose stream was truncated. Rows are certain if they
     * are complete before the end. A damaged stream has no certain rows, because the damage may precede the position at
     * which it is detected.
     *
     * @param frame index of the frame, from 0
     * @param use receives the rows
     * @param <T> the type of the result
     * @return the result of {@code use}; empty if the frame is complete, or no row is certain
     * @throws IOException if the file cannot be read
     */
    public <T> Optional<T> lendRows(int frame, RowsUse<T> use) throws IOException {
        checkFrame(frame);
        try {
            return store.lendRows(frame, progress, use);
        } catch (DicomException e) {
            throw e.at(place().withFrame(frame));
        }
    }

    /** {@return problems of this image, of all tiles; more may be added as frames are read} */
    public Diagnostics diagnostics() {
        return diagnostics;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private void checkFrame(int frame) {
        progress.check();
        if (frame < 0 || frame >= frameCount) {
            throw new IllegalArgumentException("frame " + frame + " of " + frameCount);
        }
    }

    private Location place() {
        return Location.ofFile(file.name()).withTag(pixelDataTag).withTile(tileIndex);
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
        if (counted == 0) throw new MalformedDicomException("contains no frame", Location.NOWHERE);
        diagnostics.add("Number of Frames (0028,0008) is not a positive number; Pixel Data contains " + counted);
        return counted;
    }
}
