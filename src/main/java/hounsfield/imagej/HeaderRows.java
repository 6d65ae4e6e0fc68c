package hounsfield.imagej;

import hounsfield.data.BulkData;
import hounsfield.data.ByteText;
import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.parse.DicomFile;
import hounsfield.standard.DicomException;
import hounsfield.standard.Dictionary;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Lays Data Sets out as lines, sequences with their Items in place. */
final class HeaderRows {
    /** Longer texts are cut: nobody reads more of one in a line. */
    static final int LONGEST_VALUE = 1000;

    /** Of numbers in bulk (lookup tables, curves) this many are shown. */
    private static final int LONGEST_LIST = 64;

    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*[\\r\\n\\f\\x0B]+\\s*");

    private HeaderRows() {}

    /** File Meta Information and Data Set. */
    static List<HeaderRow> of(DicomFile file) {
        List<HeaderRow> rows = of(file.metaInformation());
        rows.addAll(of(file.dataSet()));
        return rows;
    }

    static List<HeaderRow> of(DataSet dataSet) {
        return of(dataSet, element -> true);
    }

    /**
     * The lines of a Data Set and of all Items below it. Works through a list of what is still to do, since Items may lie
     * in each other more deeply than the call stack goes.
     *
     * @param wanted which elements of the top are taken
     */
    static List<HeaderRow> of(DataSet dataSet, Predicate<Element> wanted) {
        List<HeaderRow> rows = new ArrayList<>();
        Deque<Level> levels = new ArrayDeque<>();
        levels.push(new Level(dataSet, dataSet.iterator(), null, 0));
        while (!levels.isEmpty()) {
            Level level = levels.peek();
            if (level.elements.hasNext()) {
                Element element = level.elements.next();
                int depth = levels.size() - 1;
                if (depth == 0 && !wanted.test(element)) continue;
                rows.add(row(element, level.dataSet, depth));
                if (!element.items().isEmpty()) levels.push(firstItem(rows, element, depth + 1));
            } else {
                levels.pop();
                if (level.sequence != null
                        && level.item + 1 < level.sequence.items().size()) {
                    levels.push(item(rows, level.sequence, level.item + 1, levels.size()));
                }
            }
        }
        return rows;
    }

    private static Level firstItem(List<HeaderRow> rows, Element sequence, int depth) {
        return item(rows, sequence, 0, depth);
    }

    private static Level item(List<HeaderRow> rows, Element sequence, int index, int depth) {
        DataSet item = sequence.items().get(index);
        String number = (index + 1) + " of " + sequence.items().size();
        rows.add(new HeaderRow(depth, Tag.ITEM, "", "Item", number, -1));
        return new Level(item, item.iterator(), sequence, index);
    }

    private record Level(DataSet dataSet, Iterator<Element> elements, Element sequence, int item) {}

    private static HeaderRow row(Element element, DataSet dataSet, int depth) {
        return new HeaderRow(
                depth,
                element.tag(),
                element.vr().name(),
                name(element.tag()),
                value(element, dataSet),
                element.length());
    }

    /** The name in the dictionary; private ones have none there (PS3.5 7.8.1). */
    static String name(int tag) {
        if (Tag.isPrivate(tag)) {
            int element = Tag.element(tag);
            return element >= 0x10 && element <= 0xFF ? "Private Creator" : "Private Tag";
        }
        if (Tag.element(tag) == 0) return "Group Length";
        return Dictionary.name(tag).orElse("Unknown Tag");
    }

    /** The value as one line. */
    static String value(Element element, DataSet dataSet) {
        if (element.isSequence()) {
            int items = element.items().size();
            return items == 1 ? "1 item" : items + " items";
        }
        if (element.bulk().isPresent()) return bulkText(element.bulk().get());
        if (element.length() == 0) return "";
        VR vr = element.vr();
        boolean binary = vr.kind() == VR.Kind.BYTES
                || (vr.kind() == VR.Kind.INTEGER || vr.kind() == VR.Kind.FLOAT)
                        && element.length() > (long) LONGEST_LIST * vr.width();
        try {
            if (binary) return ByteText.of(element);
            return oneLine(String.join("\\", dataSet.strings(element.tag())));
        } catch (DicomException e) {
            return "(" + e.problem() + ")";
        }
    }

    private static String bulkText(BulkData bulk) {
        return bulk.isEncapsulated() ? "encapsulated" : bulk.length() + " bytes";
    }

    private static String oneLine(String text) {
        String line = text;
        // Few values have control characters.
        if (text.chars().anyMatch(character -> character < ' ')) {
            line = LINE_BREAKS.matcher(text).replaceAll(" ").replace('\t', ' ').replace("\0", "");
        }
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + " ...";
    }
}
