package hounsfield.series;

import hounsfield.bytes.ByteSource;
import hounsfield.frame.FrameRef;
import hounsfield.geometry.Placement;
import hounsfield.geometry.PlaneAxes;
import hounsfield.geometry.StackGeometry;
import hounsfield.series.axis.AxisChoice;
import hounsfield.series.axis.SeriesAxis;
import hounsfield.series.axis.SliceOrder;
import hounsfield.series.axis.WhenIncomplete;
import hounsfield.series.slice.SeriesText;
import hounsfield.series.slice.Slice;
import hounsfield.standard.error.DicomException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Images that form one volume or hyperstack: images of files and frames with the same Series Instance UID, size, orientation
 * and pixel spacing, joined by their planes.
 *
 * @param name unique among the series of a scan: the Series Instance UID, followed by {@code #1}, {@code #2} ... if
 *     several have it
 * @param uid Series Instance UID; empty if absent; several series of a folder may have the same
 * @param text Series Number, Series Description and Modality of the first slice's file
 * @param rows height of every slice
 * @param columns width of every slice
 * @param samplesPerPixel 1 for grayscale, which can be calibrated
 * @param order the slices in order, and their axes
 * @param remarks sentences for the log about the files, such as unreadable attributes and copies
 */
public record Series(
        String name,
        String uid,
        SeriesText text,
        int rows,
        int columns,
        int samplesPerPixel,
        SliceOrder order,
        List<String> remarks) {
    /** The name of files without Series Instance UID. */
    public static final String NO_UID = "unnamed";

    /**
     * Copies the remarks.
     *
     * @param name unique among the series of a scan
     * @param uid Series Instance UID
     * @param text Series Number, Series Description and Modality
     * @param rows height of every slice
     * @param columns width of every slice
     * @param samplesPerPixel 1 for grayscale
     * @param order the slices in order, and their axes
     * @param remarks sentences for the log about the files
     */
    public Series {
        remarks = List.copyOf(remarks);
    }

    /** {@return Series Description; may be empty} */
    public String description() {
        return text.description();
    }

    /** {@return Modality, such as {@code CT}; may be empty} */
    public String modality() {
        return text.modality();
    }

    /** {@return Series Number} */
    public OptionalInt number() {
        return text.number();
    }

    /** {@return the slices by time point, then by position along the normal, then by channel} */
    public List<Slice> slices() {
        return order.slices();
    }

    /** {@return the C axis} */
    public SeriesAxis channels() {
        return order.channels();
    }

    /** {@return the T axis} */
    public SeriesAxis times() {
        return order.times();
    }

    /** {@return interval of the time points [s], if known} */
    public OptionalDouble frameSeconds() {
        return order.frameSeconds();
    }

    /** {@return the geometry of the slices of the first time point, in order; empty if not all have a position} */
    public Optional<StackGeometry> geometry() {
        return order.geometry();
    }

    /** {@return sentences for the log, such as uneven spacing, duplicates, tilt and missing positions} */
    public List<String> findings() {
        return Stream.concat(remarks.stream(), order.findings().stream())
                .distinct()
                .toList();
    }

    /** {@return the regular and irregular properties of the series} */
    public SeriesQuality quality() {
        return SeriesQuality.of(this);
    }

    /** {@return the files, or other sources, in the order of their slices, without duplicates} */
    public List<ByteSource> sources() {
        Set<ByteSource> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return slices().stream().map(Slice::bytes).filter(seen::add).toList();
    }

    /** {@return the paths of the files in the order of their slices, without duplicates and without other sources} */
    public List<Path> files() {
        return slices().stream()
                .flatMap(slice -> slice.path().stream())
                .distinct()
                .toList();
    }

    /** {@return the frames of the slices, in order} */
    public List<FrameRef> frames() {
        return slices().stream().map(Slice::source).toList();
    }

    /**
     * Returns the geometry of the slices in their order.
     *
     * @return the geometry
     * @throws DicomException if the first header must be read again and its file has changed
     */
    public Placement placement() throws DicomException {
        return Placement.of(frames(), geometry(), axes(), findings());
    }

    /** {@return whether all slices are frames of one file} */
    public boolean isMultiFrame() {
        return slices().size() > 1 && sources().size() == 1;
    }

    /** {@return number of time points} */
    public int timePoints() {
        return times().size();
    }

    /** {@return number of positions} */
    public int positions() {
        return slices().size() / (channels().size() * times().size());
    }

    /**
     * Returns a text that distinguishes a slice from the others at its position.
     *
     * @param index of the slice in {@link #slices()}, from 0
     * @return its steps on the axes, such as {@code phase, TE 4.6 ms}; empty for a plain volume
     */
    public String step(int index) {
        List<String> steps = new ArrayList<>();
        if (channels().size() > 1)
            steps.add(channels().steps().get(index % channels().size()));
        if (times().size() > 1)
            steps.add(times().steps().get(index / (channels().size() * positions())));
        return String.join(", ", steps);
    }

    /** {@return the sizes of the C and T axes} */
    public PlaneAxes axes() {
        return new PlaneAxes(channels().size(), times().size(), frameSeconds());
    }

    /**
     * Returns the same images with other axes.
     *
     * @param axes the attributes that make the axes
     * @param incomplete what becomes of time points and channels that lack images
     * @return a series of the same name
     * @throws IllegalArgumentException if the attributes do not distinguish the images at a position, or no volume is
     *     complete; the message names the attributes that differ
     */
    public Series arranged(AxisChoice axes, WhenIncomplete incomplete) {
        if (axes.kind() == AxisChoice.Kind.AUTOMATIC && incomplete == WhenIncomplete.FILL) return this;
        List<Slice> images =
                slices().stream().filter(slice -> !slice.isMissing()).toList();
        SliceOrder other = SliceOrder.of(images, axes, incomplete);
        return new Series(name, uid, text, rows, columns, samplesPerPixel, other, remarks);
    }

    Series named(String unique) {
        return new Series(unique, uid, text, rows, columns, samplesPerPixel, order, remarks);
    }

    /**
     * {@return number, description, date, modality, kind, size, spacing and files; may contain text about the patient}
     */
    public String label() {
        return SeriesLabel.full(this);
    }

    /** {@return the same as {@link #label} without description and date, for messages} */
    public String plainLabel() {
        return SeriesLabel.plain(this);
    }
}
