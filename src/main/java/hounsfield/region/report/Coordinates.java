package hounsfield.region.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Coordinates of a report: an SCOORD or SCOORD3D Content Item.
 *
 * @param inPatient whether they are in the patient, x, y and z in mm; otherwise columns and rows of images, from the upper left
 *     corner of the first pixel
 * @param graphicType Graphic Type (0070,0023)
 * @param data Graphic Data (0070,0022)
 * @param frameOfReference Referenced Frame of Reference UID (3006,0024) of coordinates in the patient; may be empty
 * @param images the images to which they belong
 * @param inMatrix Pixel Origin Interpretation (0048,0301): whether columns and rows are those of the total matrix of a slide; empty if
 *     it is absent
 */
public record Coordinates(
        boolean inPatient,
        String graphicType,
        double[] data,
        String frameOfReference,
        List<ImageReference> images,
        Optional<Boolean> inMatrix) {
    /**
     * An image, segmentation or structure set of a report.
     *
     * @param instanceUid SOP Instance UID
     * @param frames the frames, counted from 1; none for all
     * @param segments the segments of a segmentation, or ROIs of a structure set; empty for an image, and for all of them
     */
    public record ImageReference(String instanceUid, List<Integer> frames, List<Integer> segments) {}

    /**
     * Copies the numbers.
     *
     * @param inPatient whether they are in the patient
     * @param graphicType Graphic Type
     * @param data Graphic Data
     * @param frameOfReference Frame of Reference
     * @param images the images
     * @param inMatrix Pixel Origin Interpretation
     */
    public Coordinates {
        data = data.clone();
        images = List.copyOf(images);
    }

    /** {@return a copy of the numbers} */
    @Override
    public double[] data() {
        return data.clone();
    }

    @Override
    public String toString() {
        return graphicType + Arrays.toString(data);
    }
}
