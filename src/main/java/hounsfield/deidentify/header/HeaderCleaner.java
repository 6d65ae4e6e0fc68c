package hounsfield.deidentify.header;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.deidentify.key.DateShift;
import hounsfield.deidentify.key.Pseudonyms;
import hounsfield.deidentify.profile.Profile;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import java.util.List;

/** Removes identifying data from headers by a {@link Profile}. Pixel Data at the top of a Data Set is not changed. Thread-safe. */
public final class HeaderCleaner {
    /** The greatest depth of sequences; deeper ones are removed. Real files have a depth of less than 10. */
    static final int DEEPEST = 100;

    private final Profile profile;
    private final Pseudonyms pseudonyms;

    /**
     * Creates a cleaner.
     *
     * @param profile decides about each attribute
     * @param pseudonyms of UIDs, identifiers and dates
     */
    public HeaderCleaner(Profile profile, Pseudonyms pseudonyms) {
        this.profile = profile;
        this.pseudonyms = pseudonyms;
    }

    /**
     * Cleans a Data Set and adds the marks of the de-identification.
     *
     * @param dataSet of a file, not changed
     * @param reviewed whether somebody has looked at the pixels, so that they show no identity
     * @param listener receives each change
     * @return the new Data Set, without elements of group 0002
     * @throws DicomException if a value cannot be read
     */
    public DataSet clean(DataSet dataSet, boolean reviewed, ChangeListener listener) throws DicomException {
        String person = person(dataSet);
        ValueCleaner values = new ValueCleaner(Identities.of(dataSet, profile));
        DateShift shift = new DateShift(pseudonyms.days(person));
        DataSet cleaned = new DataSetPass(profile, pseudonyms, values, shift, listener).clean(dataSet);
        DataSet.Builder builder = new DataSet.Builder(cleaned.characterSet());
        for (Element element : cleaned) builder.add(element);
        for (Element mark : Marks.of(profile, reviewed)) {
            builder.add(mark);
            ElementPlace place = new ElementPlace(null, 0, mark.tag());
            listener.changed(
                    place, Outcome.ADDED, "mark", dataSet.find(mark.tag()).orElse(null), dataSet, mark);
        }
        return builder.build();
    }

    /** Returns the text that identifies the patient: the ID; if it is absent, the name; if both are absent, the Study Instance UID. */
    private static String person(DataSet dataSet) {
        for (int tag : List.of(Tag.PATIENT_ID, Tag.PATIENT_NAME, Tag.STUDY_INSTANCE_UID)) {
            String text = dataSet.find(tag)
                    .map(element -> firstText(dataSet, element))
                    .orElse("");
            if (!text.isEmpty()) return text;
        }
        return "";
    }

    /** Returns the first value as text; empty if there is none or it cannot be read. */
    static String firstText(DataSet dataSet, Element element) {
        try {
            return dataSet.findString(element.tag()).orElse("");
        } catch (DicomException e) {
            return "";
        }
    }
}
