package hounsfield.series;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.standard.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The description of a series in a file.
 *
 * @param description Series Description; may be empty
 * @param modality such as {@code CT}; may be empty
 * @param number Series Number
 * @param findings sentences for the log about unreadable attributes, and those read with corrections
 */
record SeriesText(String description, String modality, OptionalInt number, List<String> findings) {
    static SeriesText of(DataSet dataSet) {
        List<String> findings = new ArrayList<>();
        OptionalAttributes attributes = new OptionalAttributes(dataSet, findings::add);
        return new SeriesText(
                attributes.text(Tag.SERIES_DESCRIPTION),
                attributes.text(Tag.MODALITY),
                attributes.integer(Tag.SERIES_NUMBER),
                findings);
    }
}
