package hounsfield.imagej.view;

import hounsfield.parse.HeaderRow;
import hounsfield.parse.header.HeaderFilter;
import hounsfield.parse.header.RowPaths;
import hounsfield.standard.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.swing.table.AbstractTableModel;

/**
 * The rows of a header as a table that can be filtered and folded. With a filter, a row is shown if it or a row nested in it
 * contains the filter's text. Without a filter, the contents of folded sequences are hidden.
 */
public final class HeaderTable extends AbstractTableModel {
    static final int TAG = 0;
    static final int VR = 1;
    static final int NAME = 2;
    static final int VALUE = 3;
    static final int LENGTH = 4;
    private static final String[] COLUMNS = {"Tag", "VR", "Name", "Value", "Length"};

    private List<HeaderRow> rows = List.of();
    private List<String> paths = List.of();
    private final Set<Integer> folded = new TreeSet<>();
    private HeaderFilter filter = new HeaderFilter("");
    private List<Integer> shown = new ArrayList<>();

    /**
     * Shows rows.
     *
     * @param rows of a header, in file order
     */
    public HeaderTable(List<HeaderRow> rows) {
        replace(rows);
        // Long sequences, such as per-frame functional groups, start folded.
        for (int i = 0; i < rows.size(); i++) {
            if (hasContent(i) && endOfContent(i) - i > 200) folded.add(i);
        }
        update();
    }

    /** Shows another header with the same filter; folded sequences stay folded. */
    void setRows(List<HeaderRow> others) {
        Set<String> closed = new HashSet<>();
        for (int row : folded) closed.add(paths.get(row));
        List<String> shownBefore = shown.stream().map(paths::get).toList();
        replace(others);
        folded.clear();
        for (int i = 0; i < rows.size(); i++) if (closed.contains(paths.get(i))) folded.add(i);
        shown = filter.isEmpty() ? unfolded() : filter.indexes(rows);
        // The selection stays if the same elements are shown.
        if (shown.stream().map(paths::get).toList().equals(shownBefore)) {
            if (!shown.isEmpty()) fireTableRowsUpdated(0, shown.size() - 1);
        } else {
            fireTableDataChanged();
        }
    }

    private void replace(List<HeaderRow> others) {
        rows = List.copyOf(others);
        paths = RowPaths.of(rows);
    }

    /** Returns the path to the element of a row, keyword by keyword. */
    String path(int shownRow) {
        return paths.get(shown.get(shownRow));
    }

    /** Returns the macro code that reads a row's element of the current slice. */
    String macro(int shownRow) {
        HeaderRow row = row(shownRow);
        return HeaderActions.macro(row.tagText(), row.depth() == 0 ? Optional.empty() : Optional.of(path(shownRow)));
    }

    /** Shows only rows that contain {@code text}, and the rows that enclose them. */
    void setFilter(String text) {
        filter = new HeaderFilter(text);
        update();
    }

    /** Unfolds a folded row, or folds an unfolded one. */
    void toggle(int shownRow) {
        int row = shown.get(shownRow);
        if (!hasContent(row)) return;
        if (!folded.remove(row)) folded.add(row);
        update();
    }

    HeaderRow row(int shownRow) {
        return rows.get(shown.get(shownRow));
    }

    /** Returns the number of all rows, including hidden ones. */
    int total() {
        return rows.size();
    }

    @Override
    public int getRowCount() {
        return shown.size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS.length;
    }

    @Override
    public String getColumnName(int column) {
        return COLUMNS[column];
    }

    @Override
    public String getValueAt(int shownRow, int column) {
        HeaderRow row = row(shownRow);
        return switch (column) {
            case TAG -> row.tag() == Tag.ITEM ? "" : row.tagText();
            case VR -> row.vr();
            case NAME -> "    ".repeat(row.depth()) + mark(shown.get(shownRow)) + row.name();
            case VALUE -> row.value();
            default -> row.lengthText();
        };
    }

    private String mark(int row) {
        if (!hasContent(row)) return "";
        return folded.contains(row) && filter.isEmpty() ? "+ " : "- ";
    }

    private boolean hasContent(int row) {
        return row + 1 < rows.size()
                && rows.get(row + 1).depth() > rows.get(row).depth();
    }

    /** Returns the index of the first row after those nested in a row. */
    private int endOfContent(int row) {
        int end = row + 1;
        while (end < rows.size() && rows.get(end).depth() > rows.get(row).depth()) end++;
        return end;
    }

    private void update() {
        shown = filter.isEmpty() ? unfolded() : filter.indexes(rows);
        fireTableDataChanged();
    }

    private List<Integer> unfolded() {
        List<Integer> indexes = new ArrayList<>();
        int row = 0;
        while (row < rows.size()) {
            indexes.add(row);
            row = folded.contains(row) ? endOfContent(row) : row + 1;
        }
        return indexes;
    }
}
