package hounsfield;

import hounsfield.bytes.ByteSource;
import hounsfield.calibrate.ValueSource;
import hounsfield.calibrate.WhenDamaged;
import hounsfield.frame.FrameRef;
import hounsfield.series.Series;
import hounsfield.series.SeriesQuality;
import hounsfield.series.axis.AxisChoice;
import hounsfield.series.axis.WhenIncomplete;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.Memory;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A series of slices that form one volume, from many files or one multi-frame file. Files may be any {@link ByteSource}. It holds small
 * records; headers and pixels are read again when they are needed.
 */
public final class DicomSeries {
    private final Series series;

    DicomSeries(Series series) {
        this.series = series;
    }

    /** Returns the frames of the slices, in order. */
    List<FrameRef> frames() {
        return series.frames();
    }

    /** {@return a name that no other series of the list has: {@link #uid}, with {@code #1}, {@code #2} ... if several share it} */
    public String name() {
        return series.name();
    }

    /** {@return Series Instance UID (0020,000E), empty if the files have none} */
    public String uid() {
        return series.uid();
    }

    /** {@return number, description, modality and size, for lists; may contain text about the patient} */
    public String label() {
        return series.label();
    }

    /** {@return Modality (0008,0060), for example {@code CT}; empty if absent} */
    public String modality() {
        return series.modality();
    }

    /** {@return pixels in a row} */
    public int width() {
        return series.columns();
    }

    /** {@return rows in a slice} */
    public int height() {
        return series.rows();
    }

    /** {@return the number of positions, the slices of one channel at one time point} */
    public int slices() {
        return series.positions();
    }

    /** {@return the number of channels, 1 for a plain volume} */
    public int channels() {
        return series.channels().size();
    }

    /** {@return the number of time points, 1 for a plain volume} */
    public int timePoints() {
        return series.timePoints();
    }

    /** {@return the paths of the files in the order of their slices, each once; sources that are not files have none} */
    public List<Path> files() {
        return series.files();
    }

    /** {@return the files or other sources in the order of their slices, each once} */
    public List<ByteSource> sources() {
        return series.sources();
    }

    /** {@return remarks on the geometry: uneven spacing, duplicate and missing positions, tilt} */
    public List<String> findings() {
        return series.findings();
    }

    /**
     * Returns the same images with other channels and time points than those that were found.
     *
     * @param axes {@code automatic}; {@code none} for all images as slices; or attributes that distinguish the images at a
     *     position, separated by commas, in any case: {@code echo}, {@code b-value, gradient}, {@code time}, see
     *     {@link AxisChoice#labels}
     * @param incomplete whether missing images are NaN, or time points or channels that lack images are left out
     * @return a series of the same name
     * @throws IllegalArgumentException if a word is unknown, if the attributes do not distinguish the images at a position (the
     *     message has those that differ), or if no volume is complete
     */
    public DicomSeries arranged(String axes, WhenIncomplete incomplete) {
        Objects.requireNonNull(axes, "axes");
        Objects.requireNonNull(incomplete, "incomplete");
        return new DicomSeries(series.arranged(AxisChoice.of(axes), incomplete));
    }

    /**
     * Summarizes the regular and irregular properties of the series: spacing, gaps, duplicates, tilt, order, and the different
     * rescales, windows, kernels and units. Nothing is read.
     *
     * @return the summary
     */
    public SeriesQuality quality() {
        return series.quality();
    }

    /**
     * Reads the header of the first slice that can be read.
     *
     * @return the file of that slice
     * @throws DicomException if no file can be read, or the files have changed since the scan
     */
    public DicomInstance first() throws DicomException {
        return new DicomInstance(FrameRef.firstHeld(series.frames()).file());
    }

    /**
     * Reads all slices as calibrated values, as {@link #read(ValueSource, WhenDamaged, Progress)}. Slices that cannot be
     * decoded are NaN.
     *
     * @return the volume
     * @throws DicomException if no slice can be decoded, or the slices are in color
     */
    public DicomImage read() throws DicomException {
        return read(ValueSource.RESCALE, WhenDamaged.FILL, Progress.NONE);
    }

    /**
     * Reads all slices, each with its own rescale, in parallel.
     *
     * @param source how stored values become real values
     * @param damaged whether slices that cannot be decoded are NaN, or an exception
     * @param progress receives progress, and can cancel
     * @return the volume
     * @throws DicomException if no slice can be decoded (with {@link WhenDamaged#REFUSE}: if a slice cannot), or the slices
     *     are in color
     * @throws hounsfield.standard.error.InsufficientMemoryException if the volume does not fit into memory
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    public DicomImage read(ValueSource source, WhenDamaged damaged, Progress progress) throws DicomException {
        return Memory.guarded(() -> {
            try {
                return DicomImage.read(ImageFrames.of(series), source, damaged, progress);
            } catch (IOException e) {
                throw DicomException.of(e, Location.NOWHERE);
            }
        });
    }

    /**
     * Returns all slices as calibrated values that are decoded on access, as {@link #lazy(ValueSource, WhenDamaged, Progress)}. Slices
     * that cannot be decoded are NaN.
     *
     * @return the volume, which has the values of {@link #read()}
     * @throws DicomException if no file can be opened, or the slices are in color
     */
    public DicomLazyImage lazy() throws DicomException {
        return lazy(ValueSource.RESCALE, WhenDamaged.FILL, Progress.NONE);
    }

    /**
     * Returns all slices as calibrated values that are decoded on access, each with its own rescale. Only headers are read at once.
     *
     * @param source how stored values become real values
     * @param damaged whether slices that cannot be decoded are NaN, or an exception at their access
     * @param progress receives the progress of reading the headers, and can cancel it
     * @return the volume, which has the values of {@link #read(ValueSource, WhenDamaged, Progress)}
     * @throws DicomException if no file can be opened, or the slices are in color
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    public DicomLazyImage lazy(ValueSource source, WhenDamaged damaged, Progress progress) throws DicomException {
        return Memory.guarded(() -> {
            try {
                return DicomLazyImage.of(ImageFrames.of(series), source, damaged, progress);
            } catch (IOException e) {
                throw DicomException.of(e, Location.NOWHERE);
            }
        });
    }

    /**
     * Reads all slices in color, as {@link #readColor(Progress)}.
     *
     * @return the volume
     * @throws DicomException if a slice cannot be decoded
     * @throws IllegalArgumentException if the slices are monochrome
     */
    public DicomColorImage readColor() throws DicomException {
        return readColor(Progress.NONE);
    }

    /**
     * Reads all slices in color, in parallel.
     *
     * @param progress receives progress, and can cancel
     * @return the volume
     * @throws DicomException if a slice cannot be decoded
     * @throws IllegalArgumentException if the slices are monochrome
     * @throws hounsfield.standard.error.InsufficientMemoryException if the volume does not fit into memory
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    public DicomColorImage readColor(Progress progress) throws DicomException {
        return Memory.guarded(() -> {
            try {
                return DicomColorImage.read(ImageFrames.of(series), progress);
            } catch (IOException e) {
                throw DicomException.of(e, Location.NOWHERE);
            }
        });
    }

    /** {@return the record of the scan, with the geometry of each slice} */
    public Series series() {
        return series;
    }
}
