package hounsfield.region.segmentation;

import hounsfield.geometry.PlaneGeometry;
import hounsfield.region.PlaneMask;
import hounsfield.region.TilePlace;
import java.util.List;
import java.util.Optional;

/**
 * The pixels of a segment in one frame of a segmentation, on the grid of the segmentation.
 *
 * @param segment Segment Number
 * @param frame counted from 0
 * @param place position of the frame
 * @param mask the pixels
 */
public record SegmentFrame(int segment, int frame, Place place, PlaneMask mask) {
    /**
     * The place of a frame.
     *
     * @param plane in the patient, if known
     * @param tile in a slide, if known
     * @param sources the images from which it was made
     */
    public record Place(Optional<PlaneGeometry> plane, Optional<TilePlace> tile, List<Source> sources) {}

    /**
     * An image from which a frame was made.
     *
     * @param instanceUid SOP Instance UID
     * @param frames the frames, counted from 0; empty for all
     */
    public record Source(String instanceUid, List<Integer> frames) {}
}
