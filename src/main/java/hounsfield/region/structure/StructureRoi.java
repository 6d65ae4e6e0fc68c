package hounsfield.region.structure;

import hounsfield.region.Region;
import java.util.List;

/**
 * An ROI of a structure set.
 *
 * @param region its description
 * @param frameOfReference Referenced Frame of Reference UID (3006,0024); may be empty
 * @param contours its contours, in the order of the file
 */
record StructureRoi(Region region, String frameOfReference, List<Contour> contours) {
    StructureRoi {
        contours = List.copyOf(contours);
    }
}
