package hounsfield.series;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FrameRef;
import hounsfield.series.slice.ScannedFile;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import java.util.ArrayList;
import java.util.List;

/**
 * The patient and study of a file for a list of studies, as in the file. It must not be logged.
 *
 * @param patient Patient's Name and Patient ID; may be empty
 * @param study Study Date and Study Description; may be empty
 * @param uid Study Instance UID; may be empty
 */
public record StudyText(String patient, String study, String uid) {
    /** No patient and no study. */
    public static final StudyText EMPTY = new StudyText("", "", "");

    /**
     * Reads the header of a file, if the scan did not keep it.
     *
     * @param file a file of a scan
     * @return patient and study; {@link #EMPTY} if the file cannot be read any more
     */
    public static StudyText of(ScannedFile file) {
        FrameRef frame = file.slices().get(0).source();
        try {
            return frame.source().isMissing() ? EMPTY : of(frame.file().dataSet());
        } catch (DicomException e) {
            return EMPTY;
        }
    }

    static StudyText of(DataSet dataSet) {
        OptionalAttributes header = new OptionalAttributes(dataSet);
        String id = header.text(Tag.PATIENT_ID);
        return new StudyText(
                joined(header.text(Tag.PATIENT_NAME).replace('^', ' ').strip(), id.isEmpty() ? "" : "(" + id + ")"),
                joined(header.text(Tag.STUDY_DATE), header.text(Tag.STUDY_DESCRIPTION)),
                header.text(Tag.STUDY_INSTANCE_UID));
    }

    private static String joined(String... parts) {
        List<String> present = new ArrayList<>();
        for (String part : parts) if (!part.isEmpty()) present.add(part);
        return String.join(" ", present);
    }
}
