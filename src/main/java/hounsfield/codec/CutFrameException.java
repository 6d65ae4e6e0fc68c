package hounsfield.codec;

import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;

/**
 * An encoded frame ends before its last row, without an error in the bytes before its end. Its first rows are certain
 * if it was truncated: if the stream lacks its end marker, or the file ends in it. Otherwise a damaged byte may be the
 * reason.
 */
public final class CutFrameException extends MalformedDicomException {
    /**
     * A frame of which less than this fraction (1/64) is present has no rows, so that a wrong header cannot require
     * more memory than a small multiple of the file size.
     */
    private static final int LEAST_PART = 64;

    private static final long serialVersionUID = 1L;

    private final transient Samples samples;
    private final int rows;
    private final boolean markerMissing;

    private CutFrameException(
            String problem, Location location, Throwable cause, Samples samples, int rows, boolean markerMissing) {
        super(problem, location, cause);
        this.markerMissing = markerMissing;
        this.samples = samples;
        this.rows = rows;
    }

    /** Supplies the samples of a frame. */
    @FunctionalInterface
    public interface Start {
        /**
         * Returns the samples.
         *
         * @return as many as the layout has
         * @throws MalformedDicomException if there are none
         */
        Samples samples() throws MalformedDicomException;
    }

    /**
     * Returns the exception for a stream that ends before its samples and its end marker.
     *
     * @param fault what the decoder found, with its offset
     * @param rows number of leading rows that were completely decoded
     * @param layout of the frame
     * @param start supplies a whole frame of samples; those after the rows are meaningless
     * @return the exception with these rows; {@code fault} itself if these are none, or too few of the frame
     * @throws MalformedDicomException if {@code start} fails
     */
    public static MalformedDicomException ofMissingMarker(
            MalformedDicomException fault, int rows, PixelLayout layout, Start start) throws MalformedDicomException {
        return of(fault, rows, layout, start, true);
    }

    /**
     * Returns the exception for a stream that ends before its samples, and whose method has no end marker.
     *
     * @param fault what the decoder found, with its offset
     * @param rows number of leading rows that were completely decoded
     * @param layout of the frame
     * @param start supplies a whole frame of samples; those after the rows are meaningless
     * @return the exception with these rows; {@code fault} itself if these are none, or too few of the frame
     * @throws MalformedDicomException if {@code start} fails
     */
    public static MalformedDicomException of(MalformedDicomException fault, int rows, PixelLayout layout, Start start)
            throws MalformedDicomException {
        return of(fault, rows, layout, start, false);
    }

    private static MalformedDicomException of(
            MalformedDicomException fault, int rows, PixelLayout layout, Start start, boolean markerMissing)
            throws MalformedDicomException {
        if (!isEnough(rows, layout.rows())) return fault;
        return new CutFrameException(
                fault.problem(), fault.location(), fault.getCause(), start.samples(), rows, markerMissing);
    }

    /**
     * Returns whether the first rows are enough of a frame to be used instead of it.
     *
     * @param rows number of rows that are present
     * @param all number of rows of the frame
     * @return whether it is at least one, and at least 1/64 of all
     */
    public static boolean isEnough(int rows, int all) {
        return rows > 0 && (long) rows * LEAST_PART >= all;
    }

    /** {@return the same failure, which can be kept without keeping the samples} */
    public MalformedDicomException withoutSamples() {
        return new MalformedDicomException(problem(), location(), getCause());
    }

    @Override
    protected DicomException copy(String text, Location place) {
        return new CutFrameException(text, place, getCause(), samples, rows, markerMissing);
    }

    /** {@return a whole frame of samples; those after {@link #rows()} are meaningless} */
    public Samples samples() {
        return samples;
    }

    /** {@return the number of leading rows with the values of the frame, at least 1} */
    public int rows() {
        return rows;
    }

    /** {@return whether the stream lacks its end marker, so that it is truncated even if the file is not} */
    public boolean isMarkerMissing() {
        return markerMissing;
    }
}
