package hounsfield.series;

import hounsfield.bytes.ByteSource;
import hounsfield.bytes.FileByteSource;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FrameRef;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.standard.DicomException;
import hounsfield.standard.Tag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One frame of a file as a slice of a series, with the attributes for grouping, ordering and geometry.
 *
 * @param bytes the file, or another source of its bytes
 * @param source the frame, with its header or without
 * @param plane position and orientation, if present
 * @param instanceNumber Instance Number (0020,0013)
 * @param acquisitionNumber Acquisition Number (0020,0012)
 * @param temporalPosition Temporal Position Identifier (0020,0100)
 * @param echoNumber Echo Numbers (0018,0086), the first
 * @param isDoubtful whether an attribute of its geometry is unreadable, so that its position is unknown
 * @param series the description of the series in the file
 * @param findings sentences for the log about unreadable attributes, and those read with corrections
 * @param warnings problems of the header
 */
public record Slice(
        ByteSource bytes,
        FrameRef source,
        Optional<PlaneGeometry> plane,
        OptionalInt instanceNumber,
        OptionalInt acquisitionNumber,
        OptionalInt temporalPosition,
        OptionalInt echoNumber,
        boolean isDoubtful,
        SeriesText series,
        List<String> findings,
        List<String> warnings) {

    /** By path, or by name for sources that are not files, then by frame. */
    public static final Comparator<Slice> BY_FILE =
            Comparator.comparing(Slice::pathOrName).thenComparingInt(Slice::frame);

    /** By Instance Number, then {@link #BY_FILE}; slices without a number are last. */
    public static final Comparator<Slice> BY_INSTANCE = Comparator.comparingInt(
                    (Slice slice) -> orLast(slice.instanceNumber()))
            .thenComparing(BY_FILE);

    /** The order of images at one position: time, acquisition, echo, then {@link #BY_INSTANCE}. */
    static final Comparator<Slice> BY_TIME = Comparator.comparingInt((Slice slice) -> orLast(slice.temporalPosition()))
            .thenComparingInt(slice -> orLast(slice.acquisitionNumber()))
            .thenComparingInt(slice -> orLast(slice.echoNumber()))
            .thenComparing(BY_INSTANCE);

    /**
     * Copies the lists.
     *
     * @param bytes the file, or another source of its bytes
     * @param source the frame
     * @param plane position and orientation
     * @param instanceNumber Instance Number
     * @param acquisitionNumber Acquisition Number
     * @param temporalPosition Temporal Position Identifier
     * @param echoNumber the first of Echo Numbers
     * @param isDoubtful whether its position is unknown
     * @param series the description of the series
     * @param findings sentences for the log
     * @param warnings problems of the header
     */
    public Slice {
        findings = List.copyOf(findings);
        warnings = List.copyOf(warnings);
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
            List<String> warnings,
            ScannedFile.Scan scan)
            throws DicomException {
        List<String> findings = new ArrayList<>();
        Optional<PlaneGeometry> plane = PlaneGeometry.of(header.groups(), header.frame(), findings::add);
        boolean doubtful = !findings.isEmpty();
        OptionalAttributes attributes = new OptionalAttributes(header.file().dataSet(), findings::add);
        return new Slice(
                bytes,
                source,
                plane,
                attributes.integer(Tag.INSTANCE_NUMBER),
                attributes.integer(Tag.ACQUISITION_NUMBER),
                attributes.integer(Tag.TEMPORAL_POSITION_IDENTIFIER),
                attributes.integer(Tag.ECHO_NUMBERS),
                doubtful,
                series,
                scan.one(findings),
                warnings);
    }

    /** Returns the same slice with the pixel size of another plane. */
    Slice withSpacingOf(PlaneGeometry other) {
        Optional<PlaneGeometry> spaced = plane.map(own -> new PlaneGeometry(
                own.position(), own.rowDirection(), own.columnDirection(), other.rowSpacing(), other.columnSpacing()));
        return new Slice(
                bytes,
                source,
                spaced,
                instanceNumber,
                acquisitionNumber,
                temporalPosition,
                echoNumber,
                isDoubtful,
                series,
                findings,
                warnings);
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

    private static int orLast(OptionalInt number) {
        return number.orElse(Integer.MAX_VALUE);
    }
}
