package hounsfield.imagej.browser;

import hounsfield.imagej.host.GuiScale;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.swing.AbstractAction;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.RowFilter;
import javax.swing.RowSorter;
import javax.swing.SortOrder;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableRowSorter;

/** The table of series: sorted, filtered, with pictures of the visible rows. */
final class SeriesTable {
    /** Height of a row at scale 1 [pixels]. */
    private static final int ROW = 64;

    private final SeriesTableModel model;
    private final SeriesRows table;
    private final JScrollPane scrolling;
    private final TableRowSorter<SeriesTableModel> sorter;
    private final Thumbnails thumbnails;

    /** @param shown whether a row is shown */
    SeriesTable(Thumbnails thumbnails, Predicate<SeriesRow> shown) {
        this.thumbnails = thumbnails;
        model = new SeriesTableModel(thumbnails);
        table = new SeriesRows(model);
        table.setName("series");
        table.setRowHeight(ROW);
        table.setShowVerticalLines(false);
        table.setIntercellSpacing(GuiScale.of(8, 1));
        table.setAutoResizeMode(JTable.AUTO_RESIZE_LAST_COLUMN);
        table.setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
        for (int i = 0; i < SeriesTableModel.WIDTHS.length; i++) {
            table.getColumnModel().getColumn(i).setPreferredWidth(GuiScale.of(SeriesTableModel.WIDTHS[i]));
        }
        DefaultTableCellRenderer right = new DefaultTableCellRenderer();
        right.setHorizontalAlignment(SwingConstants.RIGHT);
        table.getColumnModel().getColumn(SeriesTableModel.MEMORY).setCellRenderer(right);
        sorter = new TableRowSorter<>(model);
        sorter.setSortable(SeriesTableModel.PICTURE, false);
        for (int column : SeriesTableModel.BY_NUMBER) {
            sorter.setComparator(column, Comparator.comparingDouble(SeriesTableModel.Amount::number));
        }
        sorter.setRowFilter(new RowFilter<>() {
            @Override
            public boolean include(Entry<? extends SeriesTableModel, ? extends Integer> entry) {
                return shown.test(model.row(entry.getIdentifier()));
            }
        });
        table.setRowSorter(sorter);
        scrolling = new JScrollPane(table);
        scrolling.getViewport().addChangeListener(event -> requestVisible());
        thumbnails.listen(model::pictureChanged);
    }

    JTable component() {
        return table;
    }

    JScrollPane scrolling() {
        return scrolling;
    }

    /** @param text shown while there are no rows */
    void setEmptyText(String text) {
        table.setEmptyText(text);
    }

    boolean isEmpty() {
        return table.getRowCount() == 0;
    }

    /** Sets listeners for another selection, and for a double click or Enter on a row. */
    void listen(Runnable selected, Runnable opened) {
        table.getSelectionModel().addListSelectionListener(event -> {
            if (!event.getValueIsAdjusting()) selected.run();
        });
        table.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getClickCount() == 2 && table.rowAtPoint(event.getPoint()) >= 0) opened.run();
            }
        });
        table.getInputMap(JTable.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), "open");
        table.getActionMap().put("open", new AbstractAction() {
            @Override
            public void actionPerformed(java.awt.event.ActionEvent event) {
                opened.run();
            }
        });
    }

    /** Replaces the rows. Selected series stay selected. */
    void set(List<SeriesRow> rows) {
        Set<String> names = new HashSet<>();
        for (SeriesRow row : selected()) names.add(row.summary().name());
        model.set(rows);
        for (int i = 0; i < rows.size() && !names.isEmpty(); i++) {
            if (!names.contains(rows.get(i).summary().name())) continue;
            int row = table.convertRowIndexToView(i);
            if (row >= 0) table.addRowSelectionInterval(row, row);
        }
        requestVisible();
    }

    /** Sorts the rows by a column, ascending, as a click on its name does. */
    void sortBy(int column) {
        sorter.setSortKeys(List.of(new RowSorter.SortKey(column, SortOrder.ASCENDING)));
    }

    /** Returns the rows in the order of the table. */
    List<SeriesRow> shown() {
        List<SeriesRow> rows = new ArrayList<>();
        for (int row = 0; row < table.getRowCount(); row++) rows.add(model.row(table.convertRowIndexToModel(row)));
        return rows;
    }

    /** Applies the filter again. */
    void filter() {
        sorter.sort();
        requestVisible();
    }

    List<SeriesRow> selected() {
        List<SeriesRow> rows = new ArrayList<>();
        Arrays.stream(table.getSelectedRows()).forEach(row -> rows.add(model.row(table.convertRowIndexToModel(row))));
        return rows;
    }

    /** Draws the pictures of the visible rows only, the upper ones first. */
    private void requestVisible() {
        var area = table.getVisibleRect();
        int first = table.rowAtPoint(new Point(0, area.y));
        int last = table.rowAtPoint(new Point(0, area.y + area.height - 1));
        if (first < 0) return;
        if (last < 0) last = table.getRowCount() - 1;
        thumbnails.forgetWaiting();
        for (int row = last; row >= first; row--) {
            thumbnails.request(model.row(table.convertRowIndexToModel(row)).index());
        }
    }
}
