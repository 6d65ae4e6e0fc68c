package hounsfield.derive;

import hounsfield.calibrate.Rescale;
import hounsfield.write.Uid;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Describes a new image: what all files of its series share, and its frames. It does not contain the pixels.
 *
 * @param kind the object to write
 * @param columns of each frame
 * @param rows of each frame
 * @param type the form of the pixels
 * @param padding the stored value of pixels without a value; empty for none
 * @param unit the unit of the values, such as {@code HU}; empty for none
 * @param channels number of channels
 * @param times number of time points
 * @param derivation what was done, for Derivation Description (0008,2111)
 * @param seriesUid the Series Instance UID of the new series
 * @param time when the image was made
 * @param frames its frames, in the order of the file or files
 */
public record NewImage(
        ObjectKind kind,
        int columns,
        int rows,
        PixelType type,
        OptionalInt padding,
        String unit,
        int channels,
        int times,
        String derivation,
        String seriesUid,
        LocalDateTime time,
        List<NewFrame> frames) {
    /** {@return the source of the first frame that has one} */
    public Optional<SourceInstance> source() {
        return frames.stream().flatMap(frame -> frame.source().stream()).findFirst();
    }

    /** Returns whether the place in the patient is known for all frames. */
    boolean isPlaced() {
        return frames.stream().allMatch(frame -> frame.plane().isPresent());
    }

    /** Returns whether all frames have the same line from stored values to values. */
    boolean hasOneRescale() {
        Rescale first = frames.get(0).line();
        return frames.stream().allMatch(frame -> frame.line().equals(first));
    }

    /** {@return a UID for the frames' Frame of Reference if the source has none} */
    public String newFrameOfReference() {
        return Uid.ofName("frame of reference/" + seriesUid);
    }
}
