package hounsfield.region;

import hounsfield.work.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** A file of regions: a structure set, a segmentation, a measurement report or an image with overlays. */
public interface RegionFile {
    /**
     * The description of a file of regions.
     *
     * @param name name of the file, for messages
     * @param ownSeries Series Instance UID of the file itself; may be empty
     * @param regions in the order of the file
     * @param references the images to which it refers
     * @param findings sentences for the log about the file
     */
    record About(
            String name, String ownSeries, List<Region> regions, RegionReferences references, List<String> findings) {
        /**
         * Copies the lists.
         *
         * @param name of the file
         * @param ownSeries Series Instance UID
         * @param regions in the order of the file
         * @param references the images to which it refers
         * @param findings sentences for the log
         */
        public About {
            regions = List.copyOf(regions);
            findings = List.copyOf(findings);
        }
    }

    /** {@return the description of the file} */
    About about();

    /** {@return name of the file, for messages} */
    default String name() {
        return about().name();
    }

    /** {@return Series Instance UID of the file itself; may be empty} */
    default String ownSeries() {
        return about().ownSeries();
    }

    /** {@return its regions, in the order of the file} */
    default List<Region> regions() {
        return about().regions();
    }

    /** {@return the images to which it refers} */
    default RegionReferences references() {
        return about().references();
    }

    /** {@return sentences for the log about the file} */
    default List<String> findings() {
        return about().findings();
    }

    /**
     * Returns this file restricted to some frames of a segmentation.
     *
     * @param frames counted from 1; none for all
     * @return a file with these frames; files of other kinds have no frames and are returned unchanged
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
