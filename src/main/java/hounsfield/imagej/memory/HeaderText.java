package hounsfield.imagej.memory;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.parse.DicomFile;
import hounsfield.parse.HeaderRow;
import hounsfield.parse.HeaderRows;
import hounsfield.standard.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A header as text, in the form that ImageJ's {@code Property.getDicomTag}, {@code DicomTools} and Show Info read: one line
 * per element, {@code GGGG,EEEE  Name: value}, with a {@code >} before the name of an element in a sequence.
 *
 * <p>ImageJ searches for the first occurrence of a tag and skips at most one nested occurrence, so the text lists all
 * top-level elements first and the contents of sequences after them.
 */
public final class HeaderText {
    /** Maximum number of lines for elements in sequences. More would make every slice label slow. */
    private static final int MOST_NESTED_LINES = 2000;

    private HeaderText() {}

    /**
     * Returns the whole header, one line per element. Texts are not cut.
     *
     * @param file a parsed DICOM file
     * @return the header text
     */
    public static String of(DicomFile file) {
        return text(file, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /**
     * Returns the header for a slice label: at most {@value #MOST_NESTED_LINES} lines from sequences, long texts cut.
     *
     * @param file a parsed DICOM file
     * @return the header text
     */
    public static String label(DicomFile file) {
        return text(file, MOST_NESTED_LINES, HeaderRows.LONGEST_VALUE);
    }

    /** Visits the header twice, top level then sequences, so that only the text is held in memory. */
    private static String text(DicomFile file, int mostNested, int longest) {
        StringBuilder text = new StringBuilder();
        List<DataSet> parts = List.of(file.metaInformation(), file.dataSet());
        for (DataSet part : parts) {
            HeaderRows.walk(part, element -> true, (depth, line) -> {
                if (depth == 0) append(text, line.row(longest));
            });
        }
        Nested nested = new Nested(text, mostNested, longest);
        for (DataSet part : parts) HeaderRows.walk(part, Element::isSequence, nested::add);
        return nested.text();
    }

    /** The lines from sequences. The lines of each sequence follow a line with its name. */
    private static final class Nested {
        private final StringBuilder text;
        private final int most;
        private final int longest;
        private HeaderRows.Line sequence;
        private int count;

        Nested(StringBuilder text, int most, int longest) {
            this.text = text;
            this.most = most;
            this.longest = longest;
        }

        void add(int depth, HeaderRows.Line line) {
            if (depth == 0) {
                sequence = line;
            } else if (count++ < most) {
                if (sequence != null) text.append(sequence.row(longest).name()).append(":\n");
                sequence = null;
                append(text, line.row(longest));
            }
        }

        String text() {
            if (count > most) text.append("(").append(count - most).append(" more lines in sequences)\n");
            return text.toString();
        }
    }

    /**
     * Returns the header that applies to one frame. The functional groups of this frame replace the functional group
     * sequences, as if their elements were at the top level (PS3.3 C.7.6.16).
     *
     * @param file a parsed DICOM file
     * @param frame counted from 0
     * @return the header text
     */
    public static String ofFrame(DicomFile file, int frame) {
        DataSet dataSet = file.dataSet();
        List<HeaderRow> rows = HeaderRows.of(file.metaInformation());
        rows.addAll(HeaderRows.of(dataSet, element -> !isFunctionalGroups(element.tag())));
        Set<Integer> present = new HashSet<>();
        dataSet.forEach(element -> present.add(element.tag()));
        List<HeaderRow> own = new ArrayList<>();
        List<DataSet> perFrame = dataSet.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        if (frame < perFrame.size()) addMacros(own, perFrame.get(frame), present);
        dataSet.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).ifPresent(shared -> addMacros(own, shared, present));
        int pixels = firstPixelRow(rows);
        rows.addAll(pixels, own);
        return text(rows);
    }

    /**
     * Returns whether a file has functional groups, so that its frames may differ in their headers.
     *
     * @param dataSet the file's Data Set
     * @return whether it has a Shared or Per-frame Functional Groups Sequence
     */
    public static boolean hasFunctionalGroups(DataSet dataSet) {
        return dataSet.contains(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE)
                || dataSet.contains(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE);
    }

    private static boolean isFunctionalGroups(int tag) {
        return tag == Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE || tag == Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE;
    }

    /** Adds the elements in the macros of a functional group, except those whose tag is already present. */
    private static void addMacros(List<HeaderRow> rows, DataSet group, Set<Integer> present) {
        for (Element macro : group) {
            for (DataSet item : macro.items()) {
                rows.addAll(HeaderRows.of(item, element -> present.add(element.tag())));
            }
        }
    }

    private static int firstPixelRow(List<HeaderRow> rows) {
        int at = rows.size();
        while (at > 0 && Integer.compareUnsigned(rows.get(at - 1).tag(), 0x7FE00000) >= 0) at--;
        return at;
    }

    private static String text(List<HeaderRow> rows) {
        StringBuilder text = new StringBuilder(rows.size() * 48);
        for (HeaderRow row : rows) if (row.depth() == 0) append(text, row);
        Nested nested = new Nested(text, MOST_NESTED_LINES, HeaderRows.LONGEST_VALUE);
        for (HeaderRow row : rows) nested.add(row.depth(), longest -> row);
        return nested.text();
    }

    private static void append(StringBuilder text, HeaderRow row) {
        text.append(row.tagText()).append("  ");
        text.append(">".repeat(row.depth()));
        text.append(row.name()).append(": ").append(row.value()).append('\n');
    }
}
