package hounsfield;

import hounsfield.calibrate.ValueSource;
import hounsfield.calibrate.WhenDamaged;
import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;
import hounsfield.data.ByteText;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.parse.HeaderRow;
import hounsfield.parse.HeaderRows;
import hounsfield.standard.Dictionary;
import hounsfield.standard.Numbers;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.Memory;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A DICOM file, or the same bytes from another source. The header is in memory; pixels are read on request. Keeps no file
 * open. Safe for many threads.
 */
public final class DicomInstance {
    private final DicomFile file;

    DicomInstance(DicomFile file) {
        this.file = file;
    }

    /** {@return the name of the file or source in messages} */
    public String name() {
        return file.name();
    }

    /** {@return the Data Set, without group 0002} */
    public DataSet dataSet() {
        return file.dataSet();
    }

    /** {@return the File Meta Information, group 0002; empty if there is none} */
    public DataSet metaInformation() {
        return file.metaInformation();
    }

    /**
     * Returns the whole header as rows of text: File Meta Information, Data Set, and the Items of sequences.
     *
     * @return one row per element and Item, in the order of the file; texts of more than 1000 characters are cut
     */
    public List<HeaderRow> header() {
        return HeaderRows.of(file);
    }

    /** {@return remarks on the file that do not prevent reading it} */
    public List<String> findings() {
        return file.diagnostics().sentences();
    }

    /**
     * Returns an element at the top level of the header. Group 0002 is found as well.
     *
     * @param tag for example {@code Tag.PIXEL_SPACING}
     * @return empty if there is none
     */
    public Optional<Element> find(int tag) {
        return part(tag).find(tag);
    }

    /**
     * Returns an element at the top level of the header by its keyword.
     *
     * @param keyword as in PS3.6, for example {@code PixelSpacing}
     * @return empty if there is none
     * @throws IllegalArgumentException if PS3.6 has no such keyword
     */
    public Optional<Element> find(String keyword) {
        return find(tag(keyword));
    }

    /**
     * Returns the value of an element as text.
     *
     * @param tag for example {@code Tag.PIXEL_SPACING}
     * @return several values separated by backslashes; bytes in hexadecimal, or their number if there are more than 16; the
     *     number of Items for a sequence; empty if the element is absent
     * @throws DicomException if the value cannot be read
     */
    public Optional<String> text(int tag) throws DicomException {
        Optional<Element> found = find(tag);
        if (found.isEmpty()) return Optional.empty();
        Element element = found.get();
        try {
            if (element.isSequence()) {
                return Optional.of(Numbers.count(element.items().size(), "item"));
            }
            if (element.bulk().isPresent()) return Optional.of(element.length() + " bytes");
            if (element.vr().kind() == VR.Kind.BYTES) return Optional.of(ByteText.of(element));
            return Optional.of(String.join("\\", part(tag).strings(tag)));
        } catch (DicomException e) {
            throw e.at(Location.ofFile(name()));
        }
    }

    /**
     * Returns the value of an element as text, as {@link #text(int)}.
     *
     * @param keyword as in PS3.6, for example {@code PatientID}
     * @return empty if the element is absent
     * @throws DicomException if the value cannot be read
     * @throws IllegalArgumentException if PS3.6 has no such keyword
     */
    public Optional<String> text(String keyword) throws DicomException {
        return text(tag(keyword));
    }

    /**
     * Returns the values of an element as numbers.
     *
     * @param keyword as in PS3.6, for example {@code PixelSpacing}
     * @return the numbers; none if the element is absent or empty
     * @throws DicomException if a value is not a number
     * @throws IllegalArgumentException if PS3.6 has no such keyword
     */
    public double[] numbers(String keyword) throws DicomException {
        int tag = tag(keyword);
        try {
            return part(tag).doubles(tag);
        } catch (DicomException e) {
            throw e.at(Location.ofFile(name()));
        }
    }

    /** {@return whether there is pixel data} */
    public boolean hasPixels() {
        return file.pixelData().isPresent();
    }

    /**
     * Returns the number of frames.
     *
     * @return at least 1
     * @throws DicomException if there is no image, or it cannot be read
     */
    public int frames() throws DicomException {
        return withReader(FrameReader::frameCount);
    }

    /**
     * Returns the shape of a frame.
     *
     * @return rows, columns, samples per pixel and bits
     * @throws DicomException if there is no image, or it cannot be read
     */
    public PixelLayout layout() throws DicomException {
        return withReader(FrameReader::layout);
    }

    /**
     * Decodes the stored values of a frame: before the rescale, with their sign, color before conversion to RGB.
     *
     * @param frame counted from 0
     * @return row by row, the samples of a pixel together; unsigned 32-bit values as their 32 bits
     * @throws DicomException if the frame is damaged, or no decoder reads it
     * @throws IllegalArgumentException if there is no such frame, or the values are floating point
     */
    public int[] storedValues(int frame) throws DicomException {
        Samples samples = samples(frame);
        if (samples.isFloat()) {
            throw new IllegalArgumentException(name() + " holds floating point values, not integers; use samples()");
        }
        return samples.toInts();
    }

    /**
     * Decodes the stored values of a frame in their narrowest type.
     *
     * @param frame counted from 0
     * @return row by row, the samples of a pixel together
     * @throws DicomException if the frame is damaged, or no decoder reads it
     * @throws IllegalArgumentException if there is no such frame
     */
    public Samples samples(int frame) throws DicomException {
        return withReader(reader -> reader.read(frame));
    }

    /**
     * Reads all frames as calibrated values, as {@link #read(ValueSource, WhenDamaged, Progress)}. Frames that cannot be
     * decoded are NaN.
     *
     * @return the image
     * @throws DicomException if there is no image, if no frame can be decoded, or if the image is in color
     */
    public DicomImage read() throws DicomException {
        return read(ValueSource.RESCALE, WhenDamaged.FILL, Progress.NONE);
    }

    /**
     * Reads all frames in the order of the file, each with its own rescale, in parallel.
     *
     * @param source how stored values become real values
     * @param damaged whether frames that cannot be decoded are NaN, or an exception
     * @param progress receives progress, and can cancel
     * @return the image
     * @throws DicomException if there is no image, if no frame can be decoded (with {@link WhenDamaged#REFUSE}: if a frame
     *     cannot), or if the image is in color
     * @throws hounsfield.standard.error.InsufficientMemoryException if the image does not fit into memory
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    public DicomImage read(ValueSource source, WhenDamaged damaged, Progress progress) throws DicomException {
        long pixels = layout().pixels();
        return Memory.guarded(() -> {
            try {
                return DicomImage.read(ImageFrames.of(file, pixels), source, damaged, progress);
            } catch (IOException e) {
                throw placed(e);
            }
        });
    }

    /**
     * Returns all frames as calibrated values that are decoded on access, as {@link #lazy(ValueSource, WhenDamaged, Progress)}. Frames
     * that cannot be decoded are NaN.
     *
     * @return the image, which has the values of {@link #read()}
     * @throws DicomException if no file can be opened, or the frames are in color
     */
    public DicomLazyImage lazy() throws DicomException {
        return lazy(ValueSource.RESCALE, WhenDamaged.FILL, Progress.NONE);
    }

    /**
     * Returns all frames as calibrated values that are decoded on access, each with its own rescale. Only headers are read at once.
     *
     * @param source how stored values become real values
     * @param damaged whether frames that cannot be decoded are NaN, or an exception at their access
     * @param progress receives the progress of reading the headers, and can cancel it
     * @return the image, which has the values of {@link #read(ValueSource, WhenDamaged, Progress)}
     * @throws DicomException if no file can be opened, or the frames are in color
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    public DicomLazyImage lazy(ValueSource source, WhenDamaged damaged, Progress progress) throws DicomException {
        long pixels = layout().pixels();
        return Memory.guarded(() -> {
            try {
                return DicomLazyImage.of(ImageFrames.of(file, pixels), source, damaged, progress);
            } catch (IOException e) {
                throw placed(e);
            }
        });
    }

    /**
     * Returns whether the pixels are in color: in red, green and blue, luminance with chroma, or indexes of a palette.
     *
     * @return false for monochrome pixels, which {@link #read()} reads; true for those of {@link #readColor()}
     * @throws DicomException if there is no image, or it cannot be read
     */
    public boolean isColor() throws DicomException {
        return withReader(reader -> !reader.decodedPhotometric().isMonochrome());
    }

    /**
     * Reads all frames in color, as {@link #readColor(Progress)}.
     *
     * @return the image
     * @throws DicomException if there is no image, or a frame cannot be decoded
     * @throws IllegalArgumentException if the image is monochrome
     */
    public DicomColorImage readColor() throws DicomException {
        return readColor(Progress.NONE);
    }

    /**
     * Reads all frames in color, in the order of the file, in parallel.
     *
     * @param progress receives progress, and can cancel
     * @return the image
     * @throws DicomException if there is no image, or a frame cannot be decoded
     * @throws IllegalArgumentException if the image is monochrome
     * @throws hounsfield.standard.error.InsufficientMemoryException if the image does not fit into memory
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    public DicomColorImage readColor(Progress progress) throws DicomException {
        long pixels = layout().pixels();
        return Memory.guarded(() -> {
            try {
                return DicomColorImage.read(ImageFrames.of(file, pixels), progress);
            } catch (IOException e) {
                throw placed(e);
            }
        });
    }

    /** {@return the file as the lower packages have it} */
    public DicomFile file() {
        return file;
    }

    /** What is read from the open pixel data. */
    private interface Use<T> {
        T of(FrameReader reader) throws IOException;
    }

    private <T> T withReader(Use<T> use) throws DicomException {
        return Memory.guarded(() -> {
            try (FrameReader reader = FrameReader.open(file)) {
                return use.of(reader);
            } catch (IOException e) {
                throw placed(e);
            }
        });
    }

    private DicomException placed(IOException failure) {
        Location place = Location.ofFile(name());
        return DicomException.of(failure, place).at(place);
    }

    private DataSet part(int tag) {
        return Tag.group(tag) == 0x0002 ? file.metaInformation() : file.dataSet();
    }

    private static int tag(String keyword) {
        return Dictionary.byKeyword(keyword)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + keyword + "\" is not a keyword of PS3.6; write for example PixelSpacing"))
                .tag();
    }
}
