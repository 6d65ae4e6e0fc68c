package hounsfield.imagej;

import hounsfield.frame.FrameRef;
import java.util.List;

/**
 * A plane of an image to be, as ImageJ's users see it: a frame with a name.
 *
 * @param source what its pixels come from
 * @param name the first line of the slice's label
 */
record ImageSlice(FrameRef source, String name) {
    /** The slices of a file's frames. */
    static List<ImageSlice> numbered(List<FrameRef> frames) {
        return frames.stream()
                .map(frame -> new ImageSlice(frame, "frame " + (frame.frame() + 1)))
                .toList();
    }

    /** The header as text for this plane. */
    String header() {
        return HeaderText.hasFunctionalGroups(source.file().dataSet())
                ? HeaderText.ofFrame(source.file(), source.frame())
                : HeaderText.of(source.file());
    }
}
