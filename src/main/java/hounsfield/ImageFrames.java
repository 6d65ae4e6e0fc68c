package hounsfield;

import hounsfield.frame.FrameRef;
import hounsfield.geometry.PatientTransform;
import hounsfield.geometry.Placement;
import hounsfield.parse.DicomFile;
import hounsfield.series.Series;
import java.io.IOException;
import java.util.List;

/**
 * The frames that become one image.
 *
 * @param frames by time point, then by position, then by channel
 * @param place axes, spacing and position
 * @param pixels number of pixels in a frame
 */
record ImageFrames(List<FrameRef> frames, ImagePlace place, long pixels) {
    /** Returns the slices of a series in the order of their positions. */
    static ImageFrames of(Series series) throws IOException {
        Placement placement = series.placement();
        PatientTransform transform = PatientTransform.ofOrdered(
                placement.stack(), placement.pixelSpacing().inMillimeters());
        long pixels = (long) series.rows() * series.columns();
        List<FrameRef> frames = FrameRef.holding(series.frames());
        return new ImageFrames(frames, new ImagePlace(placement, transform, frames.size()), pixels);
    }

    /**
     * Returns the frames of a file, in the order of the file.
     *
     * @param pixels number of pixels in a frame
     */
    static ImageFrames of(DicomFile file, long pixels) throws IOException {
        List<FrameRef> frames = FrameRef.allOf(file);
        Placement placement = Placement.of(frames);
        PatientTransform transform = PatientTransform.ofGiven(
                placement.stack(), placement.pixelSpacing().inMillimeters());
        return new ImageFrames(frames, new ImagePlace(placement, transform, frames.size()), pixels);
    }
}
