package hounsfield.region;

import hounsfield.work.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** A file of regions: a structure set or a segmentation. */
public interface RegionFile {
    /** {@return name of the file, for messages} */
    String name();

    /** {@return Series Instance UID of the file itself; may be empty} */
    String ownSeries();

    /** {@return its regions, in the order of the file} */
    List<Region> regions();

    /** {@return the images to which it refers} */
    RegionReferences references();

    /** {@return sentences for the log about the file} */
    List<String> findings();

    /**
     * Returns only some frames of a segmentation.
     *
     * @param frames counted from 1; none for all
     * @return a file with them; files of other kinds have no frames and are returned as they are
     */
    default RegionFile ofFrames(Set<Integer> frames) {
        return this;
    }

    /**
     * Places regions on the slices of an image.
     *
     * @param target the slices
     * @param selection which regions
     * @param overlap which pixels belong to a region with several contours on a slice; segmentations have no contours
     * @param progress receives progress, and can cancel
     * @return the regions
     * @throws hounsfield.standard.error.DicomException if nothing relates the regions to the slices, or all of them are
     *     elsewhere
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if the selection names an unknown region
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    PlacedRegions placeOn(RegionTarget target, RegionSelection selection, OverlapRule overlap, Progress progress)
            throws IOException;
}
