package hounsfield.region;

import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The images to which a file of regions refers.
 *
 * @param series Series Instance UIDs
 * @param instances SOP Instance UIDs
 * @param framesOfReference Frame of Reference UIDs
 */
public record RegionReferences(Set<String> series, Set<String> instances, Set<String> framesOfReference) {
    /**
     * Copies the sets.
     *
     * @param series Series Instance UIDs
     * @param instances SOP Instance UIDs
     * @param framesOfReference Frame of Reference UIDs
     */
    public RegionReferences {
        series = Collections.unmodifiableSet(new TreeSet<>(series));
        instances = Collections.unmodifiableSet(new TreeSet<>(instances));
        framesOfReference = Collections.unmodifiableSet(new TreeSet<>(framesOfReference));
    }

    /**
     * Checks that regions have the same patient coordinates as slices.
     *
     * @param frameOfReference Frame of Reference UID of the regions; may be empty
     * @param named SOP Instance UIDs of the images that the regions name
     * @param target the slices
     * @return empty if the slices have the same Frame of Reference; otherwise a sentence that says why the regions are placed
     *     nevertheless
     * @throws MalformedDicomException if nothing relates the regions to the slices; the message has both UIDs
     */
    public static Optional<String> match(String frameOfReference, Collection<String> named, RegionTarget target)
            throws MalformedDicomException {
        Set<String> frames = target.framesOfReference();
        if (frames.contains(frameOfReference)) return Optional.empty();
        Set<String> instances = target.instances();
        boolean names = named.stream().anyMatch(instances::contains);
        if (frameOfReference.isEmpty() || frames.isEmpty()) {
            String without = frameOfReference.isEmpty() ? "the regions have" : "the image has";
            return Optional.of(without + " no Frame of Reference UID; "
                    + (names ? "the regions name the image by UID" : "the same coordinates are assumed"));
        }
        String both = "Frame of Reference " + frameOfReference + ", and the image in " + String.join(", ", frames);
        if (names) {
            return Optional.of("the regions are in " + both
                    + "; they are placed nevertheless, because they name the image by its SOP Instance UID");
        }
        throw new MalformedDicomException(
                "the regions are in " + both + ", and they do not name the image by UID", Location.NOWHERE);
    }
}
