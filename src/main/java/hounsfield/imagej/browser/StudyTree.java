package hounsfield.imagej.browser;

import hounsfield.data.DicomTime;
import hounsfield.series.SeriesSummary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.swing.JTree;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeModel;
import javax.swing.tree.TreePath;
import javax.swing.tree.TreeSelectionModel;

/** The patients of a scan with their studies and series. The selected node selects rows of the table. */
final class StudyTree extends JTree {
    private static final long serialVersionUID = 1;

    /** The most nodes that are shown expanded; a larger tree is collapsed. */
    private static final int MOST_SHOWN = 200;

    /**
     * A node and the filter of its rows.
     *
     * @param key identifies the node when the tree is built again
     */
    private record Node(List<String> key, String text, Predicate<SeriesRow> rows) {
        @Override
        public String toString() {
            return text;
        }
    }

    private transient List<List<Object>> shown = List.of();

    StudyTree() {
        super(new DefaultTreeModel(node(List.of(), "", row -> true)));
        setRootVisible(false);
        setShowsRootHandles(true);
        getSelectionModel().setSelectionMode(TreeSelectionModel.SINGLE_TREE_SELECTION);
        setName("tree");
        // 0 makes a row as high as its font.
        setRowHeight(0);
    }

    /** Shows the series of a scan. Nodes that the user collapsed or selected keep that state. */
    void set(List<SeriesRow> rows) {
        List<List<Object>> series = new ArrayList<>();
        for (SeriesRow row : rows) {
            series.add(List.of(row.summary().name(), row.summary().study()));
        }
        if (series.equals(shown)) return;
        shown = series;
        Set<List<String>> folded = new HashSet<>();
        List<String> selected = List.of();
        for (TreePath path : paths()) {
            if (!isLeaf(path) && !isExpanded(path)) folded.add(node(path).key);
            if (isPathSelected(path)) selected = node(path).key;
        }
        setModel(new DefaultTreeModel(root(rows)));
        for (TreePath path : paths()) {
            // If there are many nodes, those of series are collapsed, because the table shows them anyway.
            boolean fits = path.getPathCount() < 3 || getRowCount() < MOST_SHOWN;
            if (!isLeaf(path) && fits && !folded.contains(node(path).key)) expandPath(path);
            if (!selected.isEmpty() && node(path).key.equals(selected))
                getSelectionModel().setSelectionPath(path);
        }
    }

    private static DefaultMutableTreeNode root(List<SeriesRow> rows) {
        DefaultMutableTreeNode root = node(List.of(), "All", row -> true);
        Map<String, Map<String, List<SeriesRow>>> patients = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (SeriesRow row : rows) {
            patients.computeIfAbsent(row.summary().study().patient(), ignored -> new LinkedHashMap<>())
                    .computeIfAbsent(row.summary().study().uid(), ignored -> new ArrayList<>())
                    .add(row);
        }
        patients.forEach((patient, studies) -> {
            Predicate<SeriesRow> ofPatient =
                    row -> row.summary().study().patient().equalsIgnoreCase(patient);
            DefaultMutableTreeNode patientNode =
                    node(List.of(patient), patient.isEmpty() ? "(no patient)" : patient, ofPatient);
            studies.forEach((uid, series) -> {
                String study =
                        DicomTime.dateFirst(series.get(0).summary().study().study());
                DefaultMutableTreeNode studyNode = node(
                        List.of(patient, uid),
                        study.isEmpty() ? "(no study)" : study,
                        ofPatient.and(row -> row.summary().study().uid().equals(uid)));
                for (SeriesRow each : series) {
                    String name = each.summary().name();
                    studyNode.add(node(List.of(patient, uid, name), label(each.summary()), row -> row.summary()
                            .name()
                            .equals(name)));
                }
                patientNode.add(studyNode);
            });
            root.add(patientNode);
        });
        return root;
    }

    private static DefaultMutableTreeNode node(List<String> key, String text, Predicate<SeriesRow> rows) {
        return new DefaultMutableTreeNode(new Node(key, text, rows));
    }

    private static Node node(TreePath path) {
        return (Node) ((DefaultMutableTreeNode) path.getLastPathComponent()).getUserObject();
    }

    private static boolean isLeaf(TreePath path) {
        return ((DefaultMutableTreeNode) path.getLastPathComponent()).isLeaf();
    }

    /** Returns the paths of all nodes except the root, parents first. */
    private List<TreePath> paths() {
        List<TreePath> paths = new ArrayList<>();
        DefaultMutableTreeNode root = (DefaultMutableTreeNode) getModel().getRoot();
        for (var node : Collections.list(root.preorderEnumeration())) {
            if (node != root) paths.add(new TreePath(((DefaultMutableTreeNode) node).getPath()));
        }
        return paths;
    }

    private static String label(SeriesSummary series) {
        String number = series.number().isPresent() ? series.number().getAsInt() + " " : "";
        return number + (series.description().isEmpty() ? series.modality() : series.description());
    }

    /** Returns whether a row belongs to the selected node; true without a selection. */
    boolean selects(SeriesRow row) {
        TreePath selected = getSelectionPath();
        return selected == null || node(selected).rows.test(row);
    }
}
