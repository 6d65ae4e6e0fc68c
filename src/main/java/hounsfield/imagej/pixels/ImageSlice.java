package hounsfield.imagej.pixels;

import hounsfield.frame.FrameRef;
import hounsfield.imagej.memory.HeaderText;
import hounsfield.parse.DicomFile;
import hounsfield.standard.error.DicomException;
import java.util.List;

/**
 * A frame with a name, which becomes a slice of an image.
 *
 * @param source the frame with the pixels
 * @param name the first line of the slice's label
 */
public record ImageSlice(FrameRef source, String name) {
    /**
     * Returns slices named {@code frame n}, counted from 1.
     *
     * @param frames the frames of a file
     * @return one slice per frame
     */
    public static List<ImageSlice> numbered(List<FrameRef> frames) {
        return frames.stream()
                .map(frame -> new ImageSlice(frame, "frame " + (frame.frame() + 1)))
                .toList();
    }

    /**
     * Returns the header text for this slice. Functional groups are those of its frame.
     *
     * @return the text, see {@link HeaderText}
     * @throws DicomException if the header must be read again and the file is missing or has changed
     */
    public String header() throws DicomException {
        DicomFile file = source.file();
        return HeaderText.hasFunctionalGroups(file.dataSet())
                ? HeaderText.ofFrame(file, source.frame())
                : HeaderText.label(file);
    }

    /** {@return the slice's label: name and header text, or the reason why the header is missing} */
    public String label() {
        try {
            return name + "\n" + header();
        } catch (DicomException e) {
            return name + "\nThe header can no longer be read: " + e.problem();
        }
    }
}
