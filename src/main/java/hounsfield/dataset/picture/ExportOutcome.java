package hounsfield.dataset.picture;

import java.io.Serializable;
import java.util.List;

/**
 * The result of exporting one file or series: its pictures, or the reason why there are none.
 *
 * @param pictures one for each frame in their order, or one for a whole series; none if the file is left out
 * @param reason why the whole file or series is left out; empty if it is exported, not a DICOM image, or a DICOMDIR
 * @param groups of an anonymous export: pseudonyms of patient, study and series, empty if unknown; otherwise none
 */
public record ExportOutcome(List<Frame> pictures, String reason, List<String> groups) implements Serializable {
    /** The outcome of a file that is not DICOM, and of a DICOMDIR. */
    static final ExportOutcome NOTHING = new ExportOutcome(List.of(), "", List.of());

    /**
     * Copies the lists.
     *
     * @param pictures one for each frame
     * @param reason why the whole file is left out
     * @param groups pseudonyms of patient, study and series
     */
    public ExportOutcome {
        pictures = List.copyOf(pictures);
        groups = List.copyOf(groups);
    }

    /** Returns the outcome of a file that is left out. */
    static ExportOutcome leftOut(String reason, List<String> groups) {
        return new ExportOutcome(List.of(), reason, groups);
    }

    /** {@return whether a list of the export has lines for the file} */
    public boolean isListed() {
        return !pictures.isEmpty() || !reason.isEmpty();
    }

    /** {@return number of pictures that were written} */
    public int written() {
        return (int) pictures.stream().filter(frame -> frame.reason().isEmpty()).count();
    }

    /** {@return number of frames, or whole files, without a picture} */
    public int leftOut() {
        return reason.isEmpty() ? pictures.size() - written() : 1;
    }

    /**
     * A frame, or a whole series.
     *
     * @param frame index from 0; {@link #WHOLE} for a series
     * @param picture path of the file in the folder of the pictures, separated by {@code /}; empty if there is none
     * @param reason why there is none; empty if there is one
     */
    public record Frame(int frame, String picture, String reason) implements Serializable {
        /** The frame index that stands for a whole series. */
        public static final int WHOLE = -1;
    }
}
