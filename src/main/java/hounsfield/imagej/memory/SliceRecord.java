package hounsfield.imagej.memory;

import hounsfield.geometry.PlaneGeometry;
import java.util.Optional;

/**
 * A slice as it was opened.
 *
 * @param name the first line of its label, by which the slice is found after slices were removed or reordered
 * @param file the path of its file, relative to the folder of the {@link ImageRecord}; empty if unknown
 * @param frame the frame in the file, counted from 0
 * @param plane position, orientation and pixel size in the patient, if known
 */
public record SliceRecord(String name, String file, int frame, Optional<PlaneGeometry> plane) {
    /**
     * Sets the file.
     *
     * @param path a path relative to the folder of the record
     * @return a new slice
     */
    public SliceRecord in(String path) {
        return new SliceRecord(name, path, frame, plane);
    }

    /**
     * Sets the plane.
     *
     * @param place position, orientation and pixel size
     * @return a new slice
     */
    SliceRecord at(PlaneGeometry place) {
        return new SliceRecord(name, file, frame, Optional.of(place));
    }
}
