package hounsfield.parse;

import hounsfield.data.BulkData;
import hounsfield.data.ByteText;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.standard.Dictionary;
import hounsfield.standard.Numbers;
import hounsfield.standard.PrivateDictionary;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Converts Data Sets to rows. The Items of a sequence follow its row. */
public final class HeaderRows {
    /** Maximum characters of a value; longer texts are cut. */
    public static final int LONGEST_VALUE = 1000;

    /** Maximum count of numbers shown as text; longer lists (lookup tables, curves) are shown as bytes. */
    private static final int LONGEST_LIST = 64;

    /** Maximum count of consecutive empty Items with one row each; longer runs share one row. */
    private static final int MOST_EMPTY_ITEMS = 8;

    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*[\\r\\n\\f\\x0B]+\\s*");

    private HeaderRows() {}

    /**
     * Returns the rows of File Meta Information and Data Set. Long texts are cut.
     *
     * @param file the header
     * @return a new list
     */
    public static List<HeaderRow> of(DicomFile file) {
        List<HeaderRow> rows = of(file.metaInformation());
        rows.addAll(of(file.dataSet()));
        return rows;
    }

    /**
     * Returns the rows of a Data Set and of all Items below it. Long texts are cut.
     *
     * @param dataSet the Data Set
     * @return a new list
     */
    public static List<HeaderRow> of(DataSet dataSet) {
        return of(dataSet, element -> true);
    }

    /**
     * Returns the rows of a Data Set and of all Items below it. Long texts are cut.
     *
     * @param dataSet the Data Set
     * @param wanted selects top-level elements
     * @return a new list
     */
    public static List<HeaderRow> of(DataSet dataSet, Predicate<Element> wanted) {
        List<HeaderRow> rows = new ArrayList<>();
        walk(dataSet, wanted, (depth, line) -> rows.add(line.row(LONGEST_VALUE)));
        return rows;
    }

    /** A row that is built on demand. */
    public interface Line {
        /**
         * Builds the row.
         *
         * @param longest maximum characters of a value
         * @return the row
         */
        HeaderRow row(int longest);
    }

    /** Receives rows in file order. */
    public interface Lines {
        /**
         * Receives a row.
         *
         * @param depth nesting level, 0 at the top of the Data Set
         * @param line builds the row
         */
        void add(int depth, Line line);
    }

    /**
     * Visits a Data Set and all Items below it. Uses an explicit stack instead of recursion, since Items may be nested more
     * deeply than the call stack allows.
     *
     * @param dataSet the Data Set
     * @param wanted selects top-level elements
     * @param lines receives the rows
     */
    public static void walk(DataSet dataSet, Predicate<Element> wanted, Lines lines) {
        Deque<Level> levels = new ArrayDeque<>();
        levels.push(new Level(dataSet, dataSet.iterator(), null, 0));
        while (!levels.isEmpty()) {
            Level level = levels.peek();
            if (level.elements.hasNext()) {
                Element element = level.elements.next();
                int depth = levels.size() - 1;
                if (depth == 0 && !wanted.test(element)) continue;
                lines.add(depth, longest -> row(element, level.dataSet, depth, longest));
                if (!element.items().isEmpty()) levels.push(item(lines, element, 0, depth + 1));
            } else {
                levels.pop();
                boolean more = level.sequence != null
                        && level.next < level.sequence.items().size();
                if (more) levels.push(item(lines, level.sequence, level.next, levels.size()));
            }
        }
    }

    /** Opens an Item, or covers a long run of empty Items with one row: a file may have millions. */
    private static Level item(Lines lines, Element sequence, int index, int depth) {
        List<DataSet> items = sequence.items();
        int next = index;
        while (next < items.size() && items.get(next).size() == 0) next++;
        boolean many = next - index > MOST_EMPTY_ITEMS;
        if (!many) next = index + 1;
        String place = many ? (index + 1) + " to " + next : Integer.toString(index + 1);
        String value = place + " of " + items.size() + (many ? ", empty" : "");
        lines.add(depth, longest -> new HeaderRow(depth, Tag.ITEM, "", "Item", value, -1));
        DataSet item = items.get(index);
        return new Level(item, item.iterator(), sequence, next);
    }

    /** @param next index of the Item after those that this level has covered */
    private record Level(DataSet dataSet, Iterator<Element> elements, Element sequence, int next) {}

    private static HeaderRow row(Element element, DataSet dataSet, int depth, int longest) {
        return new HeaderRow(
                depth,
                element.tag(),
                element.vr().name(),
                name(element.tag(), dataSet),
                value(element, dataSet, longest),
                element.length());
    }

    /** Returns the name in the dictionary of the standard, or in that of the creator of a private element (PS3.5 7.8.1). */
    private static String name(int tag, DataSet dataSet) {
        int element = Tag.element(tag);
        if (Tag.isPrivate(tag)) {
            if (element >= 0x10 && element <= 0xFF) return "Private Creator";
            return creator(tag, dataSet)
                    .flatMap(creator -> PrivateDictionary.name(creator, tag))
                    .orElse("Private Tag");
        }
        if (element == 0) return "Group Length";
        return Dictionary.name(tag).orElse("Unknown Tag");
    }

    /** Returns the value of the Private Creator element that reserves a private element. */
    private static Optional<String> creator(int tag, DataSet dataSet) {
        int block = Tag.element(tag) >>> 8;
        if (block < 0x10) return Optional.empty();
        try {
            return dataSet.strings(Tag.group(tag) << 16 | block).stream().findFirst();
        } catch (DicomException e) {
            // The creator's own row has the problem.
            return Optional.empty();
        }
    }

    /**
     * Returns the value of an element as text.
     *
     * @param element an element
     * @param dataSet the Data Set that contains it
     * @return several values separated by backslashes; bytes in hexadecimal, or their number if there are more than 16; the
     *     number of Items of a sequence
     * @throws DicomException if the value cannot be read
     */
    public static String text(Element element, DataSet dataSet) throws DicomException {
        if (element.isSequence()) return Numbers.count(element.items().size(), "item");
        if (element.bulk().isPresent()) return bulkText(element.bulk().get());
        if (element.vr().kind() == VR.Kind.BYTES) return ByteText.of(element);
        return String.join("\\", dataSet.strings(element.tag()));
    }

    /** Returns the value as one line of text. */
    private static String value(Element element, DataSet dataSet, int longest) {
        if (element.isSequence()) return Numbers.count(element.items().size(), "item");
        if (element.bulk().isPresent()) return bulkText(element.bulk().get());
        if (element.length() == 0) return "";
        VR vr = element.vr();
        boolean binary = vr.kind() == VR.Kind.BYTES
                || (vr.kind() == VR.Kind.INTEGER || vr.kind() == VR.Kind.FLOAT)
                        && element.length() > (long) LONGEST_LIST * vr.width();
        try {
            if (binary) return ByteText.of(element);
            return oneLine(String.join("\\", dataSet.strings(element.tag())), longest);
        } catch (DicomException e) {
            return "(" + e.problem() + ")";
        }
    }

    private static String bulkText(BulkData bulk) {
        return bulk.isEncapsulated() ? "encapsulated" : bulk.length() + " bytes";
    }

    private static String oneLine(String text, int longest) {
        String line = text;
        // Few values contain control characters; the others skip the replacement.
        if (text.chars().anyMatch(character -> character < ' ')) {
            line = LINE_BREAKS.matcher(text).replaceAll(" ").replace('\t', ' ').replace("\0", "");
        }
        return line.length() <= longest ? line : line.substring(0, longest) + " ...";
    }
}
