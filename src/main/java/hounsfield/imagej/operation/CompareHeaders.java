package hounsfield.imagej.operation;

import hounsfield.imagej.memory.Header;
import hounsfield.parse.header.HeaderComparison;
import hounsfield.parse.header.HeaderComparison.Pair;
import hounsfield.parse.header.HeaderFilter;
import ij.measure.ResultsTable;
import java.util.List;

/** Compares the headers of two files or images, element by element. */
public final class CompareHeaders {
    /** Title of the table. */
    public static final String TABLE = "DICOM Header Comparison";

    private CompareHeaders() {}

    /**
     * The options.
     *
     * @param filter a text that the rows contain in keyword, tag, name or value; empty for all rows
     * @param differing whether only elements are listed that differ
     */
    public record Options(String filter, boolean differing) {
        /** All elements. */
        public static final Options DEFAULT = new Options("", false);

        /**
         * {@return these options with a filter}
         *
         * @param text part of a keyword, tag, name or value
         */
        public Options withFilter(String text) {
            return new Options(text, differing);
        }

        /**
         * {@return these options for all elements or only for those that differ}
         *
         * @param only whether others are left out
         */
        public Options differing(boolean only) {
            return new Options(filter, only);
        }
    }

    /**
     * Compares two headers.
     *
     * @param one the first header
     * @param other the second header
     * @param options what is listed
     * @return a pair for each element of either header that the options select, with the sequences and Items that enclose it
     */
    public static List<Pair> run(Header one, Header other, Options options) {
        List<Pair> pairs = HeaderComparison.of(one.rows(), other.rows());
        if (options.differing()) pairs = HeaderComparison.differing(pairs);
        HeaderFilter filter = new HeaderFilter(options.filter());
        if (filter.isEmpty()) return pairs;
        return filter.indexes(pairs.stream().map(Pair::row).toList()).stream()
                .map(pairs::get)
                .toList();
    }

    /**
     * Does the same as {@link #run} and returns a table: tag, name, {@code yes} where values differ, and both values.
     *
     * @param one the first header
     * @param other the second header
     * @param options what is listed
     * @return a new table, not shown
     */
    public static ResultsTable table(Header one, Header other, Options options) {
        ResultsTable table = new ResultsTable();
        for (Pair pair : run(one, other, options)) {
            table.incrementCounter();
            table.addValue("Tag", ">".repeat(pair.row().depth()) + pair.row().tagText());
            table.addValue("Name", pair.row().name());
            table.addValue("Differs", pair.differs() ? "yes" : "");
            table.addValue("Value", pair.value());
            table.addValue("Other Value", pair.otherValue());
        }
        return table;
    }
}
