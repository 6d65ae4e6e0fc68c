package hounsfield.deidentify;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.parse.DicomFile;
import hounsfield.parse.HeaderRow;
import hounsfield.parse.HeaderRows;
import hounsfield.standard.Dictionary;
import hounsfield.standard.error.DicomException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists what de-identification changes in a file. The list contains values of the patient, so it is only for the screen. */
public final class Preview {
    /** The most rows. A file with thousands of frames would give more than anybody reads. */
    private static final int MOST_ROWS = 5000;

    private Preview() {}

    /**
     * A changed element.
     *
     * @param element tag and position
     * @param name in PS3.6
     * @param rule the cell of PS3.15 table E.1-1, or the name of another rule
     * @param outcome what happens to the element
     * @param before the value in the file
     * @param after the value in the output; empty if the element is removed
     */
    public record Row(String element, String name, String rule, String outcome, String before, String after) {}

    /**
     * Returns the changes of a file, in the order of its elements.
     *
     * @param file the header
     * @param settings options, key and rectangles
     * @return a row for each change; the first {@value #MOST_ROWS}
     * @throws DicomException if a value cannot be read
     */
    public static List<Row> of(DicomFile file, DeidentifySettings settings) throws DicomException {
        List<Row> rows = new ArrayList<>();
        new FileDeidentifier(settings).cleanHeader(file, (place, outcome, rule, before, owner, after) -> {
            if (rows.size() >= MOST_ROWS) return;
            rows.add(new Row(
                    place.toString(),
                    Dictionary.name(place.tag()).orElse(""),
                    rule,
                    outcome.label(),
                    text(before, owner),
                    text(after, owner)));
        });
        return rows;
    }

    /**
     * {@return the reason why a file would be left out; empty if it would be written}
     *
     * @param file the header
     * @param settings options, key and rectangles
     */
    public static Optional<String> refusal(DicomFile file, DeidentifySettings settings) {
        return new FileDeidentifier(settings).refusal(file);
    }

    private static String text(Element element, DataSet owner) {
        if (element == null) return "";
        if (element.isSequence()) return element.items().size() + " Items";
        DataSet one = new DataSet.Builder(owner.characterSet()).add(element).build();
        List<HeaderRow> rows = HeaderRows.of(one);
        return rows.isEmpty() ? "" : rows.get(0).value();
    }
}
