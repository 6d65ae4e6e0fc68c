package hounsfield.series.slice;

import hounsfield.bytes.ByteSource;
import hounsfield.bytes.FileByteSource;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FrameFile;
import hounsfield.frame.FrameRef;
import hounsfield.frame.pixeldata.Tile;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.TileSlice;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Diagnostics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * One frame of a file, or one tile of a mosaic, as a slice of a series, with the attributes for grouping, ordering and
 * geometry.
 *
 * @param bytes the file, or another source of its bytes
 * @param source the frame, with its header or without
 * @param plane position and orientation, if present
 * @param axisValues the attributes that can differ from other images at its position
 * @param values the attributes that give its stored values a meaning
 * @param frameOfReference Frame of Reference UID (0020,0052); may be empty
 * @param isDoubtful whether an attribute of its geometry is unreadable, so that its position is unknown
 * @param series the description of the series in the file
 * @param findings sentences for the log about unreadable attributes, and those read with corrections
 * @param diagnostics problems of the header
 */
public record Slice(
        ByteSource bytes,
        FrameRef source,
        Optional<PlaneGeometry> plane,
        AxisValues axisValues,
        SliceValues values,
        String frameOfReference,
        boolean isDoubtful,
        SeriesText series,
        List<String> findings,
        List<String> diagnostics) {

    /** By path, or by name for sources that are not files, then by frame, then by tile. */
    public static final Comparator<Slice> BY_FILE = Comparator.comparing(Slice::pathOrName)
            .thenComparingInt(Slice::frame)
            .thenComparingInt(Slice::tile);

    /** By Instance Number, then {@link #BY_FILE}; slices without a number are last. */
    public static final Comparator<Slice> BY_INSTANCE =
            by(AxisAttribute.INSTANCE_NUMBER).thenComparing(BY_FILE);

    /** By time of acquisition, then Instance Number; slices without both compare as equal. */
    public static final Comparator<Slice> BY_ACQUISITION =
            by(AxisAttribute.ACQUISITION_TIME).thenComparing(by(AxisAttribute.INSTANCE_NUMBER));

    /** Slices without a value are last. */
    private static Comparator<Slice> by(AxisAttribute attribute) {
        return Comparator.comparingDouble(slice -> slice.axisValues().number(attribute));
    }

    /**
     * Copies the lists.
     *
     * @param bytes the file, or another source of its bytes
     * @param source the frame
     * @param plane position and orientation
     * @param axisValues the attributes that can differ from other images at its position
     * @param values the attributes that give its stored values a meaning
     * @param frameOfReference Frame of Reference UID
     * @param isDoubtful whether its position is unknown
     * @param series the description of the series
     * @param findings sentences for the log
     * @param diagnostics problems of the header
     */
    public Slice {
        findings = List.copyOf(findings);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Creates the slice of a frame.
     *
     * @param source the frame to be kept
     * @param header the same frame with its header in memory
     * @param scan shares equal texts of many files
     */
    static Slice of(
            ByteSource bytes,
            FrameRef source,
            FrameRef header,
            SeriesText series,
            List<String> diagnostics,
            ScannedFile.Scan scan)
            throws DicomException {
        Diagnostics findings = new Diagnostics();
        Optional<PlaneGeometry> plane = PlaneGeometry.of(header.groups(), header.frame(), findings);
        boolean doubtful = !findings.isEmpty();
        String reference = new OptionalAttributes(header.file().dataSet(), findings).text(Tag.FRAME_OF_REFERENCE_UID);
        AxisValues axes = AxisValues.of(header, bytes.name(), findings, scan);
        SliceValues values = scan.one(SliceValues.of(header.groups(), header.frame(), scan));
        return new Slice(
                bytes,
                source,
                plane,
                axes,
                values,
                scan.one(reference),
                doubtful,
                series,
                scan.one(findings.sentences()),
                diagnostics);
    }

    /** Returns the same slice with more findings. */
    Slice with(List<String> more) {
        List<String> all = Stream.concat(findings.stream(), more.stream()).toList();
        return new Slice(
                bytes, source, plane, axisValues, values, frameOfReference, isDoubtful, series, all, diagnostics);
    }

    /**
     * Returns the slices of this mosaic. They share the attributes of the file, except the number of the image in it.
     */
    List<Slice> tiles(List<TileSlice> tiles, ScannedFile.Scan scan) {
        List<Slice> slices = new ArrayList<>(tiles.size());
        for (TileSlice tile : tiles) {
            slices.add(new Slice(
                    bytes,
                    source.withTile(tile.tile()),
                    tile.plane(),
                    axisValues.withFrameNumber(tile.tile().index(), scan),
                    values,
                    frameOfReference,
                    isDoubtful && tile.plane().isEmpty(),
                    series,
                    scan.one(findings),
                    diagnostics));
        }
        return slices;
    }

    /**
     * Returns the same slice with the pixel size of another plane.
     *
     * @param other the plane
     * @return the slice
     */
    public Slice withSpacingOf(PlaneGeometry other) {
        Optional<PlaneGeometry> spaced = plane.map(own -> new PlaneGeometry(
                own.position(), own.rowDirection(), own.columnDirection(), other.rowSpacing(), other.columnSpacing()));
        return new Slice(
                bytes, source, spaced, axisValues, values, frameOfReference, isDoubtful, series, findings, diagnostics);
    }

    /** Returns the same slice without a position. */
    Slice withoutPlane() {
        return new Slice(
                bytes,
                source,
                Optional.empty(),
                axisValues,
                values,
                frameOfReference,
                isDoubtful,
                series,
                findings,
                diagnostics);
    }

    /**
     * Returns a slice at the same position without an image. Reading it gives a damaged frame.
     *
     * @param reason why there is none
     * @return the slice
     */
    public Slice missing(String reason) {
        FrameRef none = new FrameRef(FrameFile.missing(source.location().file(), reason), 0);
        return new Slice(
                bytes, none, plane, axisValues, values, frameOfReference, isDoubtful, series, findings, diagnostics);
    }

    /** {@return whether the slice has no image} */
    public boolean isMissing() {
        return source.source().isMissing();
    }

    /** Returns whether another slice has the same place and attributes. */
    boolean isCopyOf(Slice other) {
        return plane.equals(other.plane) && axisValues.isCopyOf(other.axisValues);
    }

    /** {@return Instance Number (0020,0013)} */
    public OptionalInt instanceNumber() {
        double number = axisValues.number(AxisAttribute.INSTANCE_NUMBER);
        return Double.isNaN(number) ? OptionalInt.empty() : OptionalInt.of((int) number);
    }

    /** {@return path of the file; empty if the source is not a file} */
    public Optional<Path> path() {
        return FileByteSource.pathOf(bytes);
    }

    private String pathOrName() {
        return path().map(Path::toString).orElseGet(bytes::name);
    }

    /** {@return index of the frame in its file, from 0} */
    public int frame() {
        return source.frame();
    }

    /** Returns the index of the slice in its mosaic; 0 if it is the whole frame. */
    private int tile() {
        return source.tile().map(Tile::index).orElse(0);
    }
}
