package hounsfield.imagej;

import hounsfield.frame.FunctionalGroups;
import hounsfield.parse.DicomFile;
import java.util.ArrayList;
import java.util.List;

/**
 * A plane of an image to be: one frame of one file. Knows the header, holds no pixels and nothing open.
 *
 * @param file whose frame it is
 * @param groups the file's functional groups, shared by its slices
 * @param frame counted from 0
 * @param name the first line of the slice's label
 */
record ImageSlice(DicomFile file, FunctionalGroups groups, int frame, String name) {
    /** The slices of a file's frames, in the file's order. */
    static List<ImageSlice> of(DicomFile file, FrameRange frames) {
        FunctionalGroups groups = FunctionalGroups.of(file.dataSet());
        List<ImageSlice> slices = new ArrayList<>();
        for (int frame = frames.first(); frame <= frames.last(); frame++) {
            slices.add(new ImageSlice(file, groups, frame, "frame " + (frame + 1)));
        }
        return slices;
    }

    /** The header as text for this plane. */
    String header() {
        return HeaderText.hasFunctionalGroups(file.dataSet()) ? HeaderText.ofFrame(file, frame) : HeaderText.of(file);
    }
}
