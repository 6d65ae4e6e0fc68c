package hounsfield.region;

import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FrameRef;
import hounsfield.frame.FunctionalGroups;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Diagnostics;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A slice of the image on which regions are placed.
 *
 * @param plane its place in the patient, if known
 * @param rows height of the slice [pixels]
 * @param columns width of the slice [pixels]
 * @param source the frame from which the slice was read
 * @param thickness Slice Thickness (0018,0050) [mm], if known
 */
public record TargetPlane(
        Optional<PlaneGeometry> plane, int rows, int columns, SourceFrame source, OptionalDouble thickness) {
    /**
     * The identity of a frame.
     *
     * @param seriesUid Series Instance UID; may be empty
     * @param instanceUid SOP Instance UID; may be empty
     * @param frame counted from 0
     * @param frameOfReference Frame of Reference UID (0020,0052); may be empty
     * @param tile its place in a slide, if it is a tile
     */
    public record SourceFrame(
            String seriesUid, String instanceUid, int frame, String frameOfReference, Optional<TilePlace> tile) {
        /** An unknown frame. */
        public static final SourceFrame UNKNOWN = new SourceFrame("", "", 0, "", Optional.empty());

        /**
         * Returns the identity of a frame of a file.
         *
         * @param groups functional groups of the image
         * @param frame counted from 0
         * @return the identity
         */
        public static SourceFrame of(FunctionalGroups groups, int frame) {
            OptionalAttributes image = new OptionalAttributes(groups.dataSet());
            return new SourceFrame(
                    image.text(Tag.SERIES_INSTANCE_UID),
                    image.text(Tag.SOP_INSTANCE_UID),
                    frame,
                    image.text(Tag.FRAME_OF_REFERENCE_UID),
                    TilePlace.of(groups, frame));
        }
    }

    /**
     * Returns the slice for a frame of a file.
     *
     * @param frame with its header in memory
     * @return the slice
     * @throws DicomException if the header cannot be read
     */
    static TargetPlane of(FrameRef frame) throws DicomException {
        FunctionalGroups groups = frame.groups();
        OptionalAttributes image = new OptionalAttributes(groups.dataSet());
        OptionalAttributes measures =
                new OptionalAttributes(groups.attributes(frame.frame(), Tag.PIXEL_MEASURES_SEQUENCE));
        return new TargetPlane(
                PlaneGeometry.of(frame, new Diagnostics()),
                frame.tile().isPresent()
                        ? frame.tile().get().rows()
                        : image.integer(Tag.ROWS).orElse(0),
                frame.tile().isPresent()
                        ? frame.tile().get().columns()
                        : image.integer(Tag.COLUMNS).orElse(0),
                SourceFrame.of(groups, frame.frame()),
                measures.number(Tag.SLICE_THICKNESS));
    }
}
