package hounsfield.imagej.view;

import hounsfield.imagej.host.GuiScale;
import hounsfield.imagej.memory.Header;
import hounsfield.parse.HeaderRow;
import ij.IJ;
import ij.WindowManager;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/**
 * A window with all elements of a header. The filter applies while typing, a double click or the space bar folds sequences,
 * and selected rows are copied as tab-separated text.
 */
public final class HeaderWindow {
    private static final int[] WIDTHS = {80, 32, 260, 380, 60};

    private final JFrame frame;
    private final HeaderTable model;
    private final JTable table;
    private final JLabel count = new JLabel();

    private HeaderWindow(String title, List<HeaderRow> rows) {
        frame = new JFrame("Header of " + title);
        model = new HeaderTable(rows);
        table = new JTable(model);
        table.setAutoResizeMode(JTable.AUTO_RESIZE_LAST_COLUMN);
        table.setShowGrid(false);
        table.setIntercellSpacing(new Dimension(6, 1));
        for (int i = 0; i < WIDTHS.length; i++) {
            table.getColumnModel().getColumn(i).setPreferredWidth(GuiScale.of(WIDTHS[i]));
        }
        addFolding();
        frame.add(filterBar(), BorderLayout.NORTH);
        frame.add(new JScrollPane(table), BorderLayout.CENTER);
        frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
        GuiScale.apply(frame.getContentPane());
        frame.setSize(GuiScale.of(860, 620));
        addClosing();
        showCount();
    }

    /**
     * Opens a window, on AWT's thread. Requires a display.
     *
     * @param header of a file or an image
     */
    public static void show(Header header) {
        SwingUtilities.invokeLater(() -> {
            HeaderWindow window = new HeaderWindow(header.title(), header.rows());
            JFrame frame = window.frame;
            frame.addWindowListener(new WindowAdapter() {
                @Override
                public void windowClosed(WindowEvent e) {
                    WindowManager.removeWindow(frame);
                }
            });
            if (IJ.getInstance() != null) {
                WindowManager.addWindow(frame);
                frame.setLocationRelativeTo(null);
            }
            frame.setVisible(true);
        });
    }

    private JComponent filterBar() {
        JTextField filter = new JTextField();
        filter.setName("filter");
        filter.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent e) {
                filterBy(filter.getText());
            }

            @Override
            public void removeUpdate(DocumentEvent e) {
                filterBy(filter.getText());
            }

            @Override
            public void changedUpdate(DocumentEvent e) {
                filterBy(filter.getText());
            }
        });
        JPanel bar = new JPanel(new BorderLayout(8, 0));
        bar.setBorder(BorderFactory.createEmptyBorder(6, 8, 6, 8));
        bar.add(new JLabel("Filter:"), BorderLayout.WEST);
        bar.add(filter, BorderLayout.CENTER);
        JPanel right = new JPanel(new BorderLayout());
        right.add(count, BorderLayout.CENTER);
        right.add(Box.createHorizontalStrut(4), BorderLayout.EAST);
        bar.add(right, BorderLayout.EAST);
        return bar;
    }

    private void filterBy(String text) {
        model.setFilter(text);
        showCount();
    }

    private void showCount() {
        count.setText(model.getRowCount() + " of " + model.total() + " rows");
    }

    private void addFolding() {
        table.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                if (e.getClickCount() == 2) toggle(table.rowAtPoint(e.getPoint()));
            }
        });
        table.getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_SPACE, 0), "fold");
        table.getActionMap().put("fold", new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent e) {
                toggle(table.getSelectedRow());
            }
        });
    }

    /** Closes the window on Esc, as ImageJ's dialogs do. */
    private void addClosing() {
        JComponent root = frame.getRootPane();
        root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), "close");
        root.getActionMap().put("close", new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent e) {
                frame.dispose();
            }
        });
    }

    private void toggle(int row) {
        if (row < 0) return;
        model.toggle(row);
        if (row < model.getRowCount()) table.setRowSelectionInterval(row, row);
        showCount();
    }
}
