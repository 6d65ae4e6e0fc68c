package hounsfield.imagej.browser;

import hounsfield.imagej.host.GuiScale;
import hounsfield.imagej.operation.BrowseSeries;
import hounsfield.imagej.view.HeaderTable;
import hounsfield.parse.HeaderRow;
import java.io.IOException;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.SwingWorker;
import javax.swing.table.DefaultTableModel;

/** The header of the middle image of the selected series, read in the background. */
final class HeaderPane {
    private static final int[] WIDTHS = {110, 36, 230, 500, 56};

    private final JTable table = new JTable();
    private final JScrollPane scrolling = new JScrollPane(table);
    private int requests;

    HeaderPane() {
        table.setName("header");
        table.setShowGrid(false);
        clear();
    }

    JTable table() {
        return table;
    }

    JComponent component() {
        return scrolling;
    }

    void clear() {
        requests++;
        table.setModel(new DefaultTableModel());
    }

    /** Reads and shows the header of a series. */
    void show(BrowseSeries.Result result, int index) {
        int request = ++requests;
        new SwingWorker<HeaderTable, Void>() {
            private String failure = "";

            @Override
            protected HeaderTable doInBackground() {
                try {
                    List<HeaderRow> rows = result.header(index);
                    return new HeaderTable(rows);
                } catch (IOException | RuntimeException e) {
                    failure = String.valueOf(e.getMessage());
                    return new HeaderTable(List.of());
                }
            }

            @Override
            protected void done() {
                if (request != requests) return;
                try {
                    if (failure.isEmpty()) fill(get());
                    else fail(failure);
                } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
                    fail(String.valueOf(e.getMessage()));
                }
            }
        }.execute();
    }

    private void fill(HeaderTable header) {
        table.setModel(header);
        for (int i = 0; i < WIDTHS.length; i++) {
            table.getColumnModel().getColumn(i).setPreferredWidth(GuiScale.of(WIDTHS[i]));
        }
    }

    private void fail(String reason) {
        table.setModel(new DefaultTableModel(new Object[][] {{reason}}, new Object[] {"The header cannot be read"}));
    }
}
