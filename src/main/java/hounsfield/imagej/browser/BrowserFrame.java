package hounsfield.imagej.browser;

import hounsfield.imagej.host.GuiScale;
import hounsfield.imagej.host.LastFolder;
import hounsfield.imagej.host.TextChanges;
import hounsfield.imagej.operation.BrowseSeries;
import hounsfield.standard.Numbers;
import ij.IJ;
import ij.Menus;
import ij.WindowManager;
import java.awt.BorderLayout;
import java.awt.EventQueue;
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
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/**
 * The window of {@code DICOM Browser}. The user drops folders, archives and files, chooses them with buttons, or selects recent ones in
 * a list. All methods run on AWT's thread.
 */
public final class BrowserFrame {
    private static final String EMPTY = "Drop a folder, files, a ZIP archive or a DICOMDIR here,\n"
            + "or choose them with Folder... or Files...\n"
            + "A double click on a series opens it.";
    private static final String NOTHING = "There are no DICOM images here";
    /** The most files that are named as left out when there are no rows. */
    private static final int REASONS = 5;
    /** Width and height of the pictures at scale 1 [pixels]. */
    private static final int EDGE = 60;

    private static BrowserFrame open;

    private BrowserActions actions;
    private final JFrame frame = new JFrame("DICOM Browser");
    private final JLabel status = new JLabel(" ");
    private final JTextField filter = new JTextField();
    private final ProblemText problem = new ProblemText();
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
        thumbnails = new Thumbnails(GuiScale.of(EDGE));
        table = new SeriesTable(thumbnails, row -> tree.selects(row) && row.matches(filter.getText()));
        buttons = List.of(
                button("Open", () -> openSelected(false)),
                button("Open virtually", () -> openSelected(true)),
                // Lambdas, because method references would keep the first actions.
                button("Table", () -> forSelected((found, series) -> this.actions.table(found, series))),
                button("Export", () -> forSelected((found, series) -> this.actions.export(found, series))),
                button(
                        "Hand Over",
                        () -> forSelected((found, series) -> this.actions.handOver(found, series, this::failed))));
        table.listen(this::selected, () -> openSelected(false));
        table.setEmptyText(EMPTY);
        tree.addTreeSelectionListener(event -> table.filter());
        TextChanges.listen(filter, table::filter);
        filter.setName("filter");
        JSplitPane right = new JSplitPane(JSplitPane.VERTICAL_SPLIT, table.scrolling(), header.component());
        right.setResizeWeight(0.65);
        JSplitPane all = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, new JScrollPane(tree), right);
        frame.add(top(), BorderLayout.NORTH);
        frame.add(all, BorderLayout.CENTER);
        frame.add(bottom(), BorderLayout.SOUTH);
        GuiScale.apply(frame.getContentPane());
        frame.setSize(GuiScale.ofWindow(1480, 760));
        all.setDividerLocation(Math.min(GuiScale.of(220), frame.getWidth() / 5));
        right.setDividerLocation(Math.min(GuiScale.of(380), frame.getHeight() / 2));
        frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
        FileDrops.on(frame.getRootPane(), this::scan);
        // These components have their own handlers, which refuse files.
        FileDrops.on(filter, this::scan);
        FileDrops.on(tree, this::scan);
        FileDrops.on(table.component(), this::scan);
        FileDrops.on(header.table(), this::scan);
        FileDrops.on(problem, this::scan);
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
        BrowserScan scan = paths.isEmpty() ? null : BrowserScan.start(paths);
        if (open == null) {
            open = new BrowserFrame(actions);
            if (IJ.getInstance() != null) WindowManager.addWindow(open.frame);
            open.frame.setLocationRelativeTo(null);
        }
        open.actions = actions;
        open.frame.setVisible(true);
        open.frame.toFront();
        if (scan != null) open.follow(scan);
    }

    private void close() {
        endScan();
        thumbnails.begin(null);
        WindowManager.removeWindow(frame);
        open = null;
    }

    private void endScan() {
        if (scan != null) scan.cancel();
        forgetScan();
    }

    /**
     * Saves the folder of the scan only after its end, because ImageJ then writes all its preferences, which takes long the first time.
     */
    private void forgetScan() {
        if (scan == null) return;
        List<Path> paths = scan.paths();
        scan = null;
        LastFolder.keep(paths.get(0));
        if (paths.size() == 1) recent.add(paths.get(0));
    }

    private void scan(List<Path> paths) {
        follow(BrowserScan.start(paths));
    }

    private void follow(BrowserScan begun) {
        endScan();
        result = null;
        thumbnails.begin(null);
        table.set(List.of());
        tree.set(List.of());
        header.clear();
        problem.clear();
        frame.setTitle("DICOM Browser: " + begun.paths().get(0));
        showStatus("Looking for files", "Looking for files");
        scan = begun;
        scan.listen(new ScanListener());
    }

    /**
     * @param line in the status line
     * @param text shown in place of rows if there are none
     */
    private void showStatus(String line, String text) {
        status.setText(line);
        status.setToolTipText(null);
        table.setEmptyText(text);
    }

    private final class ScanListener implements BrowserScan.Listener {
        @Override
        public void found(List<SeriesRow> rows, String text) {
            tree.set(rows);
            table.set(rows);
            showStatus(text, text);
        }

        @Override
        public void ended(BrowseSeries.Result ended) {
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
            List<String> rejected = ended.rejected();
            String line = rows.isEmpty() ? NOTHING : rows.size() + " series, " + Numbers.count(files, "file");
            if (!rejected.isEmpty()) line += ", " + Numbers.count(rejected.size(), "file") + " left out";
            List<String> reasons = rejected.subList(0, Math.min(REASONS, rejected.size()));
            showStatus(
                    line,
                    rows.isEmpty()
                            ? line + "\n" + String.join("\n", reasons)
                            : "No series matches the words and the selection in the tree");
            if (!rejected.isEmpty()) status.setToolTipText(html(rejected));
            setButtons();
            forgetScan();
        }

        @Override
        public void failed(String reason) {
            forgetScan();
            table.set(List.of());
            tree.set(List.of());
            showStatus("The scan failed", reason);
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
        problem.clear();
        if (result == null || rows.isEmpty() || !rows.get(0).isComplete()) header.clear();
        else header.show(result, rows.get(0).index());
    }

    private void setButtons() {
        boolean any = result != null && table.selected().stream().anyMatch(SeriesRow::isComplete);
        for (JButton button : buttons) button.setEnabled(any);
        buttons.get(buttons.size() - 1).setEnabled(any && Menus.getCommands().containsKey("Hand Over DICOM..."));
    }

    private void openSelected(boolean virtual) {
        forSelected((found, series) -> actions.open(found, series, virtual, this::failed));
    }

    private void forSelected(BiConsumer<BrowseSeries.Result, List<Integer>> action) {
        List<Integer> series = table.selected().stream()
                .filter(SeriesRow::isComplete)
                .map(SeriesRow::index)
                .toList();
        problem.clear();
        if (result != null && !series.isEmpty()) action.accept(result, series);
    }

    /** Shows, from any thread, why a series was not opened. */
    private void failed(String reason) {
        EventQueue.invokeLater(() -> problem.showProblem(
                "Not opened: " + reason + "\nIf files were changed or removed, choose the folder again."));
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
        JPanel both = new JPanel(new BorderLayout());
        both.add(problem, BorderLayout.NORTH);
        both.add(bottom, BorderLayout.SOUTH);
        return both;
    }

    private static JButton button(String text, Runnable action) {
        JButton button = new JButton(text);
        button.setName(text);
        button.addActionListener(event -> action.run());
        return button;
    }

    private void choose(int mode) {
        JFileChooser chooser = new JFileChooser(LastFolder.text());
        chooser.setFileSelectionMode(mode);
        chooser.setMultiSelectionEnabled(mode == JFileChooser.FILES_ONLY);
        GuiScale.apply(chooser);
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
                String ended = "The scan was cancelled; choose the folder again to open its series";
                showStatus(ended, ended);
            }
        });
    }
}
