package hounsfield.region.segmentation;

import hounsfield.region.TargetPlane;

/** Matches frames without a place in the patient with slices. */
final class SourceMatch {
    private SourceMatch() {}

    /** Returns whether frame and slice are the same tile of a slide, or the frame names the slice as its source. */
    static boolean isOf(SegmentFrame.Place frame, TargetPlane.SourceFrame slice) {
        if (frame.tile().isPresent() && slice.tile().isPresent()) {
            return frame.tile().equals(slice.tile());
        }
        return frame.sources().stream()
                .anyMatch(source -> source.instanceUid().equals(slice.instanceUid())
                        && !source.instanceUid().isEmpty()
                        && (source.frames().isEmpty() || source.frames().contains(slice.frame())));
    }
}
