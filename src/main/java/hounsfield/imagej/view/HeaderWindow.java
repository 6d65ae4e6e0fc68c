package hounsfield.imagej.view;

import hounsfield.imagej.host.GuiScale;
import hounsfield.imagej.host.HelpPage;
import hounsfield.imagej.host.TextChanges;
import hounsfield.imagej.memory.Header;
import hounsfield.standard.error.DicomException;
import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;
import ij.WindowManager;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

/**
 * A window with all elements of a header. It follows the slice of its image. The filter applies while typing, a double click
 * or the space bar folds sequences, and selected rows are copied as tab-separated text. Buttons copy a row as macro code, save
 * the rows, compare them with another image, and list an element over all slices.
 */
public final class HeaderWindow {
    private static final int[] WIDTHS = {80, 32, 260, 380, 60};

    private final JFrame frame;
    private final Optional<ImagePlus> image;
    private final PreviewExecutor work = new PreviewExecutor();
    private final JTextField filter = new JTextField();
    private Header header;
    private final HeaderTable model;
    private final JTable table;
    private final JLabel count = new JLabel();

    private HeaderWindow(Optional<ImagePlus> image, Header header) {
        this.image = image;
        this.header = header;
        frame = new JFrame("Header of " + header.title());
        model = new HeaderTable(header.rows());
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
        frame.add(buttons(), BorderLayout.SOUTH);
        frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
        GuiScale.apply(frame.getContentPane());
        frame.setSize(GuiScale.ofWindow(860, 620));
        addClosing();
        showCount();
    }

    /**
     * Opens a window, on AWT's thread. Requires a display.
     *
     * @param image the image whose current slice the header is of, which the window follows; empty for a file
     * @param header of a file or an image
     */
    public static void show(Optional<ImagePlus> image, Header header) {
        SwingUtilities.invokeLater(() -> {
            HeaderWindow window = new HeaderWindow(image, header);
            JFrame frame = window.frame;
            ImageListener following = window.following();
            if (image.isPresent()) ImagePlus.addImageListener(following);
            frame.addWindowListener(new WindowAdapter() {
                @Override
                public void windowClosed(WindowEvent e) {
                    WindowManager.removeWindow(frame);
                    ImagePlus.removeImageListener(following);
                    window.work.close();
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
        filter.setName("filter");
        TextChanges.listen(filter, () -> filterBy(filter.getText()));
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

    private JComponent buttons() {
        JPanel bar = new JPanel(new FlowLayout(FlowLayout.RIGHT, 8, 6));
        bar.add(button("Copy as Macro", () -> selected().ifPresent(row -> HeaderActions.copy(model.macro(row)))));
        bar.add(button("Save CSV...", () -> HeaderActions.save(frame, header.filtered(filter.getText()))));
        JButton compare = new JButton("Compare...");
        compare.addActionListener(e -> chooseOther(compare));
        bar.add(compare);
        if (image.isPresent()) {
            bar.add(button("Over Slices", () -> selected()
                    .ifPresent(row ->
                            work.begin(progress -> HeaderActions.overSlices(image.get(), model.path(row), progress)))));
        }
        bar.add(button("Help", () -> HelpPage.show("DICOM Header")));
        return bar;
    }

    private static JButton button(String label, Runnable action) {
        JButton button = new JButton(label);
        button.addActionListener(e -> action.run());
        return button;
    }

    /** Shows the titles of the other images in a menu below the button. */
    private void chooseOther(JButton button) {
        JPopupMenu menu = new JPopupMenu();
        for (String title : HeaderActions.others(image)) {
            menu.add(title).addActionListener(e -> HeaderActions.compare(header, title, filter.getText()));
        }
        if (menu.getComponentCount() == 0) {
            menu.add("No other DICOM image is open").setEnabled(false);
        }
        GuiScale.apply(menu);
        menu.show(button, 0, button.getHeight());
    }

    /** Returns the selected row; without one, shows a message. */
    private OptionalInt selected() {
        int row = table.getSelectedRow();
        if (row < 0) IJ.showStatus("Select a row of the header first");
        return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
    }

    /** Returns a listener that reads the header again when the image shows another slice. */
    private ImageListener following() {
        return new ImageListener() {
            private int slice = image.map(ImagePlus::getCurrentSlice).orElse(0);

            @Override
            public void imageUpdated(ImagePlus updated) {
                if (updated != image.orElse(null) || updated.getCurrentSlice() == slice) return;
                slice = updated.getCurrentSlice();
                int wanted = slice;
                work.begin(progress -> follow(updated, wanted));
            }

            @Override
            public void imageOpened(ImagePlus opened) {}

            @Override
            public void imageClosed(ImagePlus closed) {}
        };
    }

    private void follow(ImagePlus shown, int slice) {
        try {
            Header next = Header.of(shown, slice);
            SwingUtilities.invokeLater(() -> {
                header = next;
                model.setRows(next.rows());
                frame.setTitle("Header of " + next.title());
                showCount();
            });
        } catch (IOException e) {
            IJ.showStatus("DICOM Header: " + DicomException.reason(e));
        }
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
