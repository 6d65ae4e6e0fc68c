package hounsfield.imagej.browser;

import hounsfield.data.DicomTime;
import hounsfield.series.SeriesSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.swing.JTree;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeModel;
import javax.swing.tree.TreeSelectionModel;

/** The patients of a scan with their studies and series. The selected node selects rows of the table. */
final class StudyTree extends JTree {
    /** A node, and the rows that belong to it. */
    private record Node(String text, Predicate<SeriesRow> rows) {
        @Override
        public String toString() {
            return text;
        }
    }

    StudyTree() {
        super(new DefaultTreeModel(new DefaultMutableTreeNode(new Node("", row -> true))));
        setRootVisible(false);
        setShowsRootHandles(true);
        getSelectionModel().setSelectionMode(TreeSelectionModel.SINGLE_TREE_SELECTION);
        setName("tree");
        // As high as its font.
        setRowHeight(0);
    }

    /** Shows the series of a scan. */
    void set(List<SeriesRow> rows) {
        DefaultMutableTreeNode root = node("All", row -> true);
        Map<String, Map<String, List<SeriesRow>>> patients = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (SeriesRow row : rows) {
            patients.computeIfAbsent(row.summary().patient(), ignored -> new LinkedHashMap<>())
                    .computeIfAbsent(row.summary().studyUid(), ignored -> new ArrayList<>())
                    .add(row);
        }
        patients.forEach((patient, studies) -> {
            DefaultMutableTreeNode patientNode = node(
                    patient.isEmpty() ? "(no patient)" : patient,
                    row -> row.summary().patient().equals(patient));
            studies.forEach((uid, series) -> {
                String study = DicomTime.dateFirst(series.get(0).summary().study());
                DefaultMutableTreeNode studyNode = node(
                        study.isEmpty() ? "(no study)" : study,
                        row -> row.summary().patient().equals(patient)
                                && row.summary().studyUid().equals(uid));
                for (SeriesRow each : series) {
                    studyNode.add(node(label(each.summary()), row -> row.index() == each.index()));
                }
                patientNode.add(studyNode);
            });
            root.add(patientNode);
        });
        setModel(new DefaultTreeModel(root));
        // Series are in the table; here they are folded if there are many.
        for (int row = 0; row < getRowCount() && getRowCount() < 200; row++) {
            if (getPathForRow(row).getPathCount() < 4) expandRow(row);
        }
    }

    private static DefaultMutableTreeNode node(String text, Predicate<SeriesRow> rows) {
        return new DefaultMutableTreeNode(new Node(text, rows));
    }

    private static String label(SeriesSummary series) {
        String number = series.number().isPresent() ? series.number().getAsInt() + " " : "";
        return number + (series.description().isEmpty() ? series.modality() : series.description());
    }

    /** Returns whether a row belongs to the selected node; true without a selection. */
    boolean selects(SeriesRow row) {
        Object selected = getLastSelectedPathComponent();
        return !(selected instanceof DefaultMutableTreeNode node)
                || !row.isComplete()
                || ((Node) node.getUserObject()).rows.test(row);
    }
}
