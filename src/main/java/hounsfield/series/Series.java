package hounsfield.series;

import hounsfield.bytes.ByteSource;
import hounsfield.frame.FrameRef;
import hounsfield.geometry.Placement;
import hounsfield.geometry.StackGeometry;
import hounsfield.standard.DicomException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Images that form one volume, with the same Series Instance UID, size, orientation, pixel spacing and Frame of
 * Reference. A multi-frame file is a series of its own.
 *
 * @param uid Series Instance UID; empty if absent; several series of a folder may have the same
 * @param description Series Description; may be empty
 * @param modality such as {@code CT}; may be empty
 * @param number Series Number
 * @param rows height of every slice
 * @param columns width of every slice
 * @param samplesPerPixel 1 for grayscale, which can be calibrated
 * @param slices ascending along the normal; with several time points all slices of the first, then of the next
 * @param timePoints number of images at each position, 1 for a plain volume
 * @param geometry of the slices of the first time point, in order; empty if not all have a position
 * @param findings sentences for the log, such as uneven spacing, duplicates, tilt and missing positions
 */
public record Series(
        String uid,
        String description,
        String modality,
        OptionalInt number,
        int rows,
        int columns,
        int samplesPerPixel,
        List<Slice> slices,
        int timePoints,
        Optional<StackGeometry> geometry,
        List<String> findings) {
    /**
     * Copies the lists.
     *
     * @param uid Series Instance UID
     * @param description Series Description
     * @param modality such as {@code CT}
     * @param number Series Number
     * @param rows height of every slice
     * @param columns width of every slice
     * @param samplesPerPixel 1 for grayscale
     * @param slices in order
     * @param timePoints number of images at each position
     * @param geometry of the slices of the first time point
     * @param findings sentences for the log
     */
    public Series {
        slices = List.copyOf(slices);
        findings = List.copyOf(findings);
    }

    /** {@return the files, or other sources, in the order of their slices, without duplicates} */
    public List<ByteSource> sources() {
        Set<ByteSource> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return slices.stream().map(Slice::bytes).filter(seen::add).toList();
    }

    /** {@return the paths of the files in the order of their slices, without duplicates and without other sources} */
    public List<Path> files() {
        return slices.stream()
                .flatMap(slice -> slice.path().stream())
                .distinct()
                .toList();
    }

    /** {@return the frames of the slices, in order} */
    public List<FrameRef> frames() {
        return slices.stream().map(Slice::source).toList();
    }

    /**
     * Returns the geometry of the slices in their order.
     *
     * @return the geometry
     * @throws DicomException if the first header must be read again and its file has changed
     */
    public Placement placement() throws DicomException {
        return Placement.of(frames(), geometry, timePoints, findings);
    }

    /** {@return whether all slices are frames of one file} */
    public boolean isMultiFrame() {
        return slices.size() > 1 && sources().size() == 1;
    }

    /** {@return number, description, modality, size and count, for a list of series} */
    public String label() {
        StringBuilder label = new StringBuilder();
        if (number.isPresent()) label.append(number.getAsInt()).append(": ");
        if (!description.isEmpty()) label.append(description).append(", ");
        if (!modality.isEmpty()) label.append(modality).append(' ');
        label.append(columns).append(" x ").append(rows).append(" x ").append(slices.size() / timePoints);
        if (timePoints > 1) label.append(" x ").append(timePoints);
        return label.toString();
    }
}
