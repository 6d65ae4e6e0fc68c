package hounsfield.series.slice;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FunctionalGroups;
import hounsfield.standard.Tag;
import hounsfield.work.Diagnostics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The description of a series in a file.
 *
 * @param description Series Description; may be empty
 * @param modality such as {@code CT}; may be empty
 * @param date Series Date as in the file; may be empty
 * @param number Series Number
 * @param volumeSeconds time in which an echo planar sequence acquires a volume: its Repetition Time [s]
 * @param findings sentences for the log about unreadable attributes, and those read with corrections
 */
public record SeriesText(
        String description,
        String modality,
        String date,
        OptionalInt number,
        OptionalDouble volumeSeconds,
        List<String> findings) {
    /** Only echo planar sequences acquire a volume in one Repetition Time. */
    private static final String ECHO_PLANAR = "EP";

    static SeriesText of(FunctionalGroups groups) {
        DataSet dataSet = groups.dataSet();
        Diagnostics findings = new Diagnostics();
        OptionalAttributes attributes = new OptionalAttributes(dataSet, findings);
        return new SeriesText(
                attributes.text(Tag.SERIES_DESCRIPTION),
                attributes.text(Tag.MODALITY),
                attributes.text(Tag.SERIES_DATE),
                attributes.integer(Tag.SERIES_NUMBER),
                volumeSeconds(groups, attributes, findings),
                findings.sentences());
    }

    private static OptionalDouble volumeSeconds(
            FunctionalGroups groups, OptionalAttributes attributes, Diagnostics findings) {
        OptionalAttributes timing =
                new OptionalAttributes(groups.attributes(0, Tag.MR_TIMING_AND_RELATED_PARAMETERS_SEQUENCE), findings);
        boolean echoPlanar = attributes.texts(Tag.SCANNING_SEQUENCE).contains(ECHO_PLANAR)
                || attributes.text(Tag.ECHO_PLANAR_PULSE_SEQUENCE).equals("YES")
                || timing.integer(Tag.GRADIENT_ECHO_TRAIN_LENGTH).orElse(0) > 1;
        if (!echoPlanar) return OptionalDouble.empty();
        double milliseconds = timing.number(Tag.REPETITION_TIME).orElse(0);
        return milliseconds > 0 ? OptionalDouble.of(milliseconds / 1000) : OptionalDouble.empty();
    }
}
