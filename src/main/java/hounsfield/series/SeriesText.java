package hounsfield.series;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.standard.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a file says about its series, for a list to choose from.
 *
 * @param description Series Description, or empty
 * @param modality such as {@code CT}, or empty
 * @param number Series Number
 * @param findings sentences for the log: which of these attributes cannot be read, or were read in another way
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
