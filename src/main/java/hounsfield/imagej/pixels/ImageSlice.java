package hounsfield.imagej.pixels;

import hounsfield.frame.FrameRef;
import hounsfield.imagej.memory.HeaderText;
import hounsfield.parse.DicomFile;
import hounsfield.standard.DicomException;
import java.util.List;

/**
 * A plane of an image to be, as ImageJ's users see it: a frame with a name.
 *
 * @param source what its pixels come from
 * @param name the first line of the slice's label
 */
public record ImageSlice(FrameRef source, String name) {
    /** The slices of a file's frames. */
    public static List<ImageSlice> numbered(List<FrameRef> frames) {
        return frames.stream()
                .map(frame -> new ImageSlice(frame, "frame " + (frame.frame() + 1)))
                .toList();
    }

    /**
     * The header as text for this plane.
     *
     * @throws DicomException if the header must be read again and the file is not as it was
     */
    public String header() throws DicomException {
        DicomFile file = source.file();
        return HeaderText.hasFunctionalGroups(file.dataSet())
                ? HeaderText.ofFrame(file, source.frame())
                : HeaderText.label(file);
    }

    /** The slice's label: name and header, or why there is no header. */
    public String label() {
        try {
            return name + "\n" + header();
        } catch (DicomException e) {
            return name + "\nThe header cannot be read any more: " + e.problem();
        }
    }
}
