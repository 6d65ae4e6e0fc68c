package hounsfield.region.segmentation;

/** What the stored values of a segmentation mean: Segmentation Type (0062,0001). */
public enum SegmentationType {
    /** One segment per frame: 1 inside, 0 outside. */
    BINARY,
    /** One segment per frame: a fraction of Maximum Fractional Value (0062,000E). */
    FRACTIONAL,
    /** All segments in a frame: each value is a segment number. */
    LABELMAP
}
