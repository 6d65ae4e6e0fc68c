package hounsfield.region.presentation;

import hounsfield.region.RegionReferences;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A softcopy presentation state.
 *
 * @param name of the file
 * @param label Content Label (0070,0080); may be empty
 * @param images the images to which it applies
 * @param rotation clockwise: 0, 90, 180 or 270 degrees
 * @param flipped whether it is flipped horizontally after the rotation
 * @param inverse whether Presentation LUT Shape is INVERSE
 * @param windows VOI windows
 * @param areas displayed areas
 * @param layers layers of graphics
 * @param annotations graphics and texts
 * @param shutters shapes outside of which the image is covered
 * @param shutterColor color of what shutters cover, {@code 0xRRGGBB}
 * @param overlays the overlay planes that the state shows
 * @param findings sentences for the log
 */
public record PresentationState(
        String name,
        String label,
        List<Image> images,
        int rotation,
        boolean flipped,
        boolean inverse,
        List<VoiChoice> windows,
        List<DisplayedArea> areas,
        List<GraphicLayer> layers,
        List<Annotation> annotations,
        List<Shutter> shutters,
        int shutterColor,
        StateOverlays overlays,
        List<String> findings) {
    /** The common prefix of the UIDs of all SOP Classes of presentation states. */
    public static final String SOP_CLASSES = "1.2.840.10008.5.1.4.1.1.11.";

    /**
     * An image to which a presentation state applies.
     *
     * @param seriesUid Series Instance UID; may be empty
     * @param instanceUid SOP Instance UID
     * @param frames the frames, counted from 1; empty for all
     */
    public record Image(String seriesUid, String instanceUid, List<Integer> frames) {}

    /** {@return the images to which it applies} */
    public RegionReferences references() {
        return new RegionReferences(
                images.stream()
                        .map(Image::seriesUid)
                        .filter(uid -> !uid.isEmpty())
                        .collect(Collectors.toSet()),
                images.stream().map(Image::instanceUid).collect(Collectors.toSet()),
                Set.of());
    }

    /**
     * Returns the displayed area of an image.
     *
     * @param instanceUid SOP Instance UID of the image
     * @return the area; empty if the state has none for it
     */
    public Optional<DisplayedArea> area(String instanceUid) {
        return areas.stream()
                .filter(each -> each.images().isEmpty() || each.images().contains(instanceUid))
                .findFirst();
    }

    /** {@return whether the image is turned by 90 or 270 degrees, so that its rows are shown as columns} */
    public boolean isSideways() {
        return rotation % 180 == 90;
    }

    /** {@return whether the image is shown in another orientation} */
    public boolean isTurned() {
        return rotation != 0 || flipped;
    }

    /**
     * Returns whether the state applies to a frame.
     *
     * @param instanceUid SOP Instance UID of its image
     * @param frame counted from 0
     * @return whether it names the frame
     */
    public boolean isFor(String instanceUid, int frame) {
        return images.stream()
                .anyMatch(image -> image.instanceUid().equals(instanceUid)
                        && (image.frames().isEmpty() || image.frames().contains(frame + 1)));
    }
}
