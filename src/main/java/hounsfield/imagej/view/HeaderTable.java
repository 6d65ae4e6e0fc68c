package hounsfield.imagej.view;

import hounsfield.parse.HeaderRow;
import hounsfield.standard.Tag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.swing.table.AbstractTableModel;

/**
 * The rows of a header as a table that can be filtered and folded. A row stays while it, or something within it, holds the
 * filter's text; what lies in a folded sequence is hidden, unless a filter is on.
 */
final class HeaderTable extends AbstractTableModel {
    static final int TAG = 0;
    static final int VR = 1;
    static final int NAME = 2;
    static final int VALUE = 3;
    static final int LENGTH = 4;
    private static final String[] COLUMNS = {"Tag", "VR", "Name", "Value", "Length"};

    private final List<HeaderRow> rows;
    private final Set<Integer> folded = new TreeSet<>();
    private String filter = "";
    private List<Integer> shown = new ArrayList<>();

    HeaderTable(List<HeaderRow> rows) {
        this.rows = List.copyOf(rows);
        // Per-frame functional groups fill screens; they wait folded.
        for (int i = 0; i < rows.size(); i++) {
            if (hasContent(i) && endOfContent(i) - i > 200) folded.add(i);
        }
        update();
    }

    /** Shows only rows whose tag, name or value holds {@code text}, whatever its case, and what encloses them. */
    void setFilter(String text) {
        filter = text.trim().toLowerCase(Locale.ROOT);
        update();
    }

    /** Opens a folded row or folds an open one. */
    void toggle(int shownRow) {
        int row = shown.get(shownRow);
        if (!hasContent(row)) return;
        if (!folded.remove(row)) folded.add(row);
        update();
    }

    HeaderRow row(int shownRow) {
        return rows.get(shown.get(shownRow));
    }

    /** Rows altogether. */
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

    /** The row behind all that lies within a row. */
    private int endOfContent(int row) {
        int end = row + 1;
        while (end < rows.size() && rows.get(end).depth() > rows.get(row).depth()) end++;
        return end;
    }

    private void update() {
        shown = filter.isEmpty() ? unfolded() : matching();
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

    /** From the end to the start, so that a row knows whether something within it matched. */
    private List<Integer> matching() {
        List<Integer> indexes = new ArrayList<>();
        int wantedDepth = -1;
        for (int i = rows.size() - 1; i >= 0; i--) {
            HeaderRow row = rows.get(i);
            boolean encloses = row.depth() <= wantedDepth;
            if (encloses || matches(row)) {
                indexes.add(i);
                wantedDepth = row.depth() - 1;
            }
        }
        Collections.reverse(indexes);
        return indexes;
    }

    private boolean matches(HeaderRow row) {
        String tag = row.tagText();
        return contains(row.name())
                || contains(row.value())
                || row.tag() != Tag.ITEM
                        && (contains(tag) || contains(tag.replace(",", "")) || contains("(" + tag + ")"));
    }

    private boolean contains(String text) {
        return text.toLowerCase(Locale.ROOT).contains(filter);
    }
}
