package hounsfield.series;

import hounsfield.frame.FrameRef;
import hounsfield.geometry.Placement;
import hounsfield.geometry.StackGeometry;
import hounsfield.standard.DicomException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Images that make one volume: of one Series Instance UID, size, orientation, pixel spacing and Frame of Reference. A
 * multi-frame file is a series by itself.
 *
 * @param uid Series Instance UID, empty if the files have none; several series of a folder may share it
 * @param description Series Description, or empty
 * @param modality such as {@code CT}, or empty
 * @param number Series Number
 * @param rows height of every slice
 * @param columns width of every slice
 * @param samplesPerPixel 1 for grey values, the ones that can be calibrated
 * @param slices in order: low to high along the normal, and for several time points all slices of the first, then the next
 * @param timePoints how many images there are at each position, 1 for a plain volume
 * @param geometry of the first time point's slices, in their order; empty if not all have a position
 * @param findings sentences for the log: uneven spacing, duplicates, tilt, missing positions
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
    public Series {
        slices = List.copyOf(slices);
        findings = List.copyOf(findings);
    }

    /** The files in the order of their slices, each once. */
    public List<Path> files() {
        return slices.stream().map(Slice::path).distinct().toList();
    }

    /** What the slices are read from, in their order. */
    public List<FrameRef> frames() {
        return slices.stream().map(Slice::source).toList();
    }

    /**
     * Where the slices lie, by the order that they are in.
     *
     * @throws DicomException if the first slice's header must be read again and its file is not as it was
     */
    public Placement placement() throws DicomException {
        return Placement.of(frames(), geometry, timePoints, findings);
    }

    /** Whether all slices are frames of one file. */
    public boolean isMultiFrame() {
        return slices.size() > 1 && files().size() == 1;
    }

    /** Number, description, modality, size and count, for a list to choose from. */
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
