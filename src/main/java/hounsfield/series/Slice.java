package hounsfield.series;

import hounsfield.data.DataSet;
import hounsfield.frame.FrameRef;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.parse.DicomFile;
import hounsfield.standard.DicomException;
import hounsfield.standard.Tag;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One frame of one file, as a slice of a series.
 *
 * @param source where its pixels are
 * @param plane where it lies, if the file says
 * @param instanceNumber Instance Number (0020,0013)
 * @param acquisitionNumber Acquisition Number (0020,0012)
 * @param temporalPosition Temporal Position Identifier (0020,0100)
 * @param echoNumber Echo Numbers (0018,0086), the first
 */
public record Slice(
        Path path,
        FrameRef source,
        Optional<PlaneGeometry> plane,
        OptionalInt instanceNumber,
        OptionalInt acquisitionNumber,
        OptionalInt temporalPosition,
        OptionalInt echoNumber) {
    private static final int TEMPORAL_POSITION_IDENTIFIER = 0x00200100;
    private static final int ECHO_NUMBERS = 0x00180086;

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

    /** The slice that a frame of a file is. */
    static Slice of(Path path, FrameRef source) throws DicomException {
        DataSet dataSet = source.file().dataSet();
        return new Slice(
                path,
                source,
                PlaneGeometry.of(source.groups(), source.frame()),
                number(dataSet, Tag.INSTANCE_NUMBER),
                number(dataSet, Tag.ACQUISITION_NUMBER),
                number(dataSet, TEMPORAL_POSITION_IDENTIFIER),
                number(dataSet, ECHO_NUMBERS));
    }

    /** The file that it is in. */
    public DicomFile file() {
        return source.file();
    }

    /** Which of the file's frames it is, counted from 0. */
    public int frame() {
        return source.frame();
    }

    /** A number to order by; an unreadable one is worth no failure. */
    static OptionalInt number(DataSet dataSet, int tag) {
        try {
            return dataSet.findInt(tag);
        } catch (DicomException e) {
            return OptionalInt.empty();
        }
    }

    private static int orLast(OptionalInt number) {
        return number.orElse(Integer.MAX_VALUE);
    }
}
