package hounsfield.imagej.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.operation.BrowseSeries;
import hounsfield.series.StudyText;
import java.awt.Canvas;
import java.awt.Font;
import java.awt.FontMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The tree and the texts of the browser while a scan runs. */
class StudyTreeTest {
    private static SeriesRow row(String patient, String study, int number) {
        return SeriesRow.of(
                new BrowseSeries.Image(
                        study + "." + number,
                        OptionalInt.of(number),
                        "lung",
                        "20200131",
                        "CT",
                        new StudyText(patient, "20200131 Chest", study)),
                1);
    }

    private static List<String> lines(StudyTree tree) {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < tree.getRowCount(); row++) {
            lines.add(tree.getPathForRow(row).getLastPathComponent().toString());
        }
        return lines;
    }

    @Test
    void patientsHaveStudiesAndSeries() {
        StudyTree tree = new StudyTree();
        tree.set(List.of(row("b", "1", 1), row("B", "1", 2), row("a", "2", 3), row("", "", 4)));
        assertEquals(
                List.of(
                        "(no patient)",
                        "2020-01-31 Chest",
                        "4 lung",
                        "a",
                        "2020-01-31 Chest",
                        "3 lung",
                        "b",
                        "2020-01-31 Chest",
                        "1 lung",
                        "2 lung"),
                lines(tree));
    }

    @Test
    void whatIsFoldedAndSelectedStaysSoWhenMoreIsFound() {
        StudyTree tree = new StudyTree();
        SeriesRow first = row("a", "1", 1);
        SeriesRow second = row("b", "2", 2);
        tree.set(List.of(first, second));
        tree.collapseRow(0);
        tree.setSelectionRow(1);
        assertTrue(tree.selects(second));
        assertFalse(tree.selects(first));
        SeriesRow third = row("a", "1", 3);
        SeriesRow other = row("aa", "3", 4);
        tree.set(List.of(first, second, third, other));
        assertEquals(List.of("a", "aa", "2020-01-31 Chest", "4 lung", "b", "2020-01-31 Chest", "2 lung"), lines(tree));
        assertTrue(tree.selects(second));
        assertFalse(tree.selects(third));
        // The scan has ended, and its series are in order.
        tree.set(List.of(first, third, other, second));
        assertEquals(List.of("a", "aa", "2020-01-31 Chest", "4 lung", "b", "2020-01-31 Chest", "2 lung"), lines(tree));
        tree.set(List.of(third, first));
        tree.expandRow(0);
        tree.expandRow(1);
        assertEquals(List.of("a", "2020-01-31 Chest", "3 lung", "1 lung"), lines(tree));
        tree.set(List.of());
        assertEquals(0, tree.getRowCount());
        assertTrue(tree.selects(third));
    }

    /** A tree of all nodes would take longer to lay out than the scan. */
    @Test
    void thousandsOfSeriesAreFolded() {
        StudyTree tree = new StudyTree();
        tree.set(IntStream.range(0, 5000)
                .mapToObj(number -> row("a", Integer.toString(number / 100), number))
                .toList());
        assertTrue(tree.getRowCount() < 400, tree.getRowCount() + " nodes");
        assertTrue(tree.getRowCount() >= 51, tree.getRowCount() + " nodes");
    }

    @Test
    void linesThatAreTooWideAreBrokenBetweenWordsAndInPaths() {
        FontMetrics metrics = new Canvas().getFontMetrics(new Font(Font.MONOSPACED, Font.PLAIN, 12));
        int width = metrics.stringWidth("0123456789");
        assertEquals(List.of("one two", "three four"), SeriesRows.lines("one two three four", metrics, width));
        assertEquals(
                List.of("/path/of/n", "o blanks", "here"), SeriesRows.lines("/path/of/no blanks here", metrics, width));
        assertEquals(List.of("a", "b"), SeriesRows.lines("a\nb", metrics, width));
        assertEquals(List.of("a", "b"), SeriesRows.lines("ab", metrics, 0));
    }
}
