package hounsfield.imagej.browser;

import hounsfield.imagej.operation.BrowseSeries;
import ij.IJ;
import ij.Menus;
import ij.Prefs;
import ij.WindowManager;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import javax.swing.AbstractAction;
import javax.swing.AbstractButton;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.JTree;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/**
 * The window of {@code DICOM Browser}. Folders, archives and files come by drop, by button or from the list of recent ones.
 * All methods are for AWT's thread.
 */
public final class BrowserFrame {
    private static final String EMPTY = "Drop a folder, files, a ZIP archive or a DICOMDIR here";
    private static BrowserFrame open;

    private BrowserActions actions;
    private final JFrame frame = new JFrame("DICOM Browser");
    private final JLabel status = new JLabel(EMPTY);
    private final JTextField filter = new JTextField();
    private final StudyTree tree = new StudyTree();
    private final Thumbnails thumbnails;
    private final SeriesTable table;
    private final HeaderPane header = new HeaderPane();
    private final RecentPaths recent = new RecentPaths(this::scan);
    private final List<JButton> buttons;
    private BrowserScan scan;
    private BrowseSeries.Result result;

    private BrowserFrame(BrowserActions actions) {
        this.actions = actions;
        double scale = Prefs.getGuiScale();
        thumbnails = new Thumbnails((int) Math.round(60 * scale));
        table = new SeriesTable(thumbnails, scale, row -> tree.selects(row) && row.matches(filter.getText()));
        buttons = List.of(
                button("Open", () -> openSelected(false)),
                button("Open virtually", () -> openSelected(true)),
                // Not method references, which would keep the first actions.
                button("Table", () -> forFirst((found, index) -> this.actions.table(found, index))),
                button("Export", () -> forFirst((found, index) -> this.actions.export(found, index))),
                button("Hand Over", () -> forFirst((found, index) -> this.actions.handOver(found, index))));
        table.listen(this::selected, () -> openSelected(false));
        tree.addTreeSelectionListener(event -> table.filter());
        filter.getDocument().addDocumentListener(new FilterListener());
        filter.setName("filter");
        JSplitPane right = new JSplitPane(JSplitPane.VERTICAL_SPLIT, table.scrolling(), header.component());
        right.setResizeWeight(0.65);
        JSplitPane all = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, new JScrollPane(tree), right);
        all.setDividerLocation((int) (240 * scale));
        right.setDividerLocation((int) (380 * scale));
        frame.add(top(), BorderLayout.NORTH);
        frame.add(all, BorderLayout.CENTER);
        frame.add(bottom(), BorderLayout.SOUTH);
        if (scale != 1) {
            enlarge(frame.getContentPane(), (float) scale);
            table.enlargeHeader((float) scale);
            header.enlargeHeader((float) scale);
        }
        frame.setSize((int) Math.min(1480 * scale, IJ.getScreenSize().width), (int)
                Math.min(760 * scale, IJ.getScreenSize().height - 40));
        frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
        FileDrops.on(frame.getRootPane(), this::scan);
        // These have handlers of their own, which refuse files.
        FileDrops.on(filter, this::scan);
        FileDrops.on(tree, this::scan);
        FileDrops.on(table.component(), this::scan);
        FileDrops.on(header.table(), this::scan);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent event) {
                close();
            }
        });
        onEscape();
        setButtons();
    }

    /**
     * Shows the window, or brings it to the front.
     *
     * @param actions what its buttons start from now on
     * @param paths what is scanned; empty to leave the window as it is
     */
    public static void show(BrowserActions actions, List<Path> paths) {
        if (open == null) {
            open = new BrowserFrame(actions);
            if (IJ.getInstance() != null) WindowManager.addWindow(open.frame);
            open.frame.setLocationRelativeTo(null);
        }
        open.actions = actions;
        open.frame.setVisible(true);
        open.frame.toFront();
        if (!paths.isEmpty()) open.scan(paths);
    }

    private void close() {
        endScan();
        thumbnails.begin(null);
        WindowManager.removeWindow(frame);
        open = null;
    }

    private void endScan() {
        if (scan != null) scan.cancel();
        scan = null;
    }

    private void scan(List<Path> paths) {
        endScan();
        result = null;
        thumbnails.begin(null);
        table.set(List.of());
        tree.set(List.of());
        header.clear();
        frame.setTitle("DICOM Browser: " + paths.get(0));
        status.setText("Looking for files");
        scan = new BrowserScan(paths, new ScanListener());
        scan.start();
        if (paths.size() == 1) recent.add(paths.get(0));
    }

    private final class ScanListener implements BrowserScan.Listener {
        @Override
        public void found(List<SeriesRow> rows, String text) {
            table.set(rows);
            status.setText(text);
        }

        @Override
        public void ended(BrowseSeries.Result ended) {
            scan = null;
            result = ended;
            thumbnails.begin(ended);
            List<SeriesRow> rows = new ArrayList<>();
            for (int i = 0; i < ended.summaries().size(); i++) {
                rows.add(new SeriesRow(i, ended.summaries().get(i)));
            }
            tree.set(rows);
            table.set(rows);
            int files =
                    ended.summaries().stream().mapToInt(each -> each.files()).sum();
            int rejected = ended.rejected().size();
            status.setText(
                    rows.isEmpty() ? "There are no DICOM images here" : rows.size() + " series, " + files + " files");
            if (rejected > 0) {
                status.setText(status.getText() + ", " + rejected + " files left out");
                status.setToolTipText(html(ended.rejected()));
            } else {
                status.setToolTipText(null);
            }
            setButtons();
        }

        @Override
        public void failed(String reason) {
            scan = null;
            status.setText(reason);
            setButtons();
        }
    }

    /** Returns at most 20 sentences as lines. */
    static String html(List<String> sentences) {
        StringBuilder text = new StringBuilder("<html>");
        for (String each : sentences.subList(0, Math.min(20, sentences.size()))) {
            text.append(each.replace("&", "&amp;").replace("<", "&lt;")).append("<br>");
        }
        if (sentences.size() > 20)
            text.append("and ").append(sentences.size() - 20).append(" more");
        return text.append("</html>").toString();
    }

    private void selected() {
        List<SeriesRow> rows = table.selected();
        setButtons();
        if (result == null || rows.isEmpty() || !rows.get(0).isComplete()) header.clear();
        else header.show(result, rows.get(0).index());
    }

    private void setButtons() {
        boolean any = result != null && table.selected().stream().anyMatch(SeriesRow::isComplete);
        for (JButton button : buttons) button.setEnabled(any);
        buttons.get(buttons.size() - 1).setEnabled(any && Menus.getCommands().containsKey("Hand Over..."));
    }

    private void openSelected(boolean virtual) {
        if (result == null) return;
        for (SeriesRow row : table.selected()) if (row.isComplete()) actions.open(result, row.index(), virtual);
    }

    private void forFirst(BiConsumer<BrowseSeries.Result, Integer> action) {
        List<SeriesRow> rows = table.selected();
        if (result != null && !rows.isEmpty() && rows.get(0).isComplete()) {
            action.accept(result, rows.get(0).index());
        }
    }

    private JComponent top() {
        JPanel top = new JPanel();
        top.setLayout(new BoxLayout(top, BoxLayout.X_AXIS));
        top.setBorder(BorderFactory.createEmptyBorder(6, 8, 6, 8));
        top.add(button("Folder...", () -> choose(JFileChooser.DIRECTORIES_ONLY)));
        top.add(Box.createHorizontalStrut(6));
        top.add(button("Files...", () -> choose(JFileChooser.FILES_ONLY)));
        top.add(Box.createHorizontalStrut(6));
        top.add(recent.component());
        top.add(Box.createHorizontalStrut(16));
        top.add(new JLabel("Filter: "));
        top.add(filter);
        return top;
    }

    private JComponent bottom() {
        JPanel bottom = new JPanel();
        bottom.setLayout(new BoxLayout(bottom, BoxLayout.X_AXIS));
        bottom.setBorder(BorderFactory.createEmptyBorder(6, 8, 6, 8));
        for (JButton button : buttons) {
            bottom.add(button);
            bottom.add(Box.createHorizontalStrut(6));
        }
        bottom.add(button("Help", () -> actions.help()));
        bottom.add(Box.createHorizontalStrut(16));
        bottom.add(status);
        bottom.add(Box.createHorizontalGlue());
        return bottom;
    }

    private static JButton button(String text, Runnable action) {
        JButton button = new JButton(text);
        button.setName(text);
        button.addActionListener(event -> action.run());
        return button;
    }

    private void choose(int mode) {
        JFileChooser chooser = new JFileChooser(recent.folder());
        chooser.setFileSelectionMode(mode);
        chooser.setMultiSelectionEnabled(mode == JFileChooser.FILES_ONLY);
        if (chooser.showOpenDialog(frame) != JFileChooser.APPROVE_OPTION) return;
        File[] files =
                mode == JFileChooser.FILES_ONLY ? chooser.getSelectedFiles() : new File[] {chooser.getSelectedFile()};
        scan(Arrays.stream(files).map(File::toPath).toList());
    }

    private void onEscape() {
        frame.getRootPane()
                .getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), "escape");
        frame.getRootPane().getActionMap().put("escape", new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent event) {
                if (scan == null) return;
                endScan();
                status.setText("The scan was ended; choose the folder again to open its series");
            }
        });
    }

    /** Scales the fonts of everything with a text of its own, as ImageJ does with its dialogs, and the rows of tables with them. */
    private static void enlarge(Container container, float scale) {
        for (Component each : container.getComponents()) {
            boolean text = each instanceof JTable
                    || each instanceof JTree
                    || each instanceof AbstractButton
                    || each instanceof JLabel
                    || each instanceof JTextField
                    || each instanceof JComboBox;
            if (text) each.setFont(each.getFont().deriveFont(each.getFont().getSize2D() * scale));
            if (each instanceof JTable rows && rows.getRowHeight() < 20 * scale) {
                rows.setRowHeight(rows.getFontMetrics(rows.getFont()).getHeight() + 2);
            }
            if (each instanceof JTree nodes) nodes.setRowHeight(0);
            if (!text && each instanceof Container inner) enlarge(inner, scale);
        }
    }

    private final class FilterListener implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent event) {
            table.filter();
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
            table.filter();
        }

        @Override
        public void changedUpdate(DocumentEvent event) {
            table.filter();
        }
    }
}
