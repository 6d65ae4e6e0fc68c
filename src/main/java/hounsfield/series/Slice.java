package hounsfield.series;

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
 * One frame of one file, as a slice of a series: what grouping, order and place need of its header.
 *
 * @param source where its pixels are, and its header
 * @param plane where it lies, if the file says
 * @param instanceNumber Instance Number (0020,0013)
 * @param acquisitionNumber Acquisition Number (0020,0012)
 * @param temporalPosition Temporal Position Identifier (0020,0100)
 * @param echoNumber Echo Numbers (0018,0086), the first
 * @param isDoubtful whether an attribute of its place is there and cannot be read, so that it may be anywhere
 * @param series what the file says about its series
 * @param findings sentences for the log: which of these attributes cannot be read, or were read in another way
 * @param warnings what is odd about the file's header
 */
public record Slice(
        Path path,
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

    /** By Instance Number, then file name, then frame; slices without a number last. */
    static final Comparator<Slice> BY_INSTANCE = Comparator.comparingInt(
                    (Slice slice) -> orLast(slice.instanceNumber()))
            .thenComparing(slice -> slice.path().toString())
            .thenComparingInt(Slice::frame);

    /** The order of images at one position: time, acquisition, echo, then as {@link #BY_INSTANCE}. */
    static final Comparator<Slice> BY_TIME = Comparator.comparingInt((Slice slice) -> orLast(slice.temporalPosition()))
            .thenComparingInt(slice -> orLast(slice.acquisitionNumber()))
            .thenComparingInt(slice -> orLast(slice.echoNumber()))
            .thenComparing(BY_INSTANCE);

    public Slice {
        findings = List.copyOf(findings);
        warnings = List.copyOf(warnings);
    }

    /**
     * The slice that a frame of a file is.
     *
     * @param source what the slice keeps of the frame
     * @param header the same frame with its header in memory
     * @param scan gives texts that many files have in common
     */
    static Slice of(
            Path path,
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
                path,
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

    /** The same slice with another's pixel size. */
    Slice withSpacingOf(PlaneGeometry other) {
        Optional<PlaneGeometry> spaced = plane.map(own -> new PlaneGeometry(
                own.position(), own.rowDirection(), own.columnDirection(), other.rowSpacing(), other.columnSpacing()));
        return new Slice(
                path,
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

    /** Which of the file's frames it is, counted from 0. */
    public int frame() {
        return source.frame();
    }

    private static int orLast(OptionalInt number) {
        return number.orElse(Integer.MAX_VALUE);
    }
}
