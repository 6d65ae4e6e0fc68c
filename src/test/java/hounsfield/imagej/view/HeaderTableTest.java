package hounsfield.imagej.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.parse.HeaderRow;
import hounsfield.standard.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeaderTableTest {
    private static final HeaderRow MODALITY = new HeaderRow(0, Tag.MODALITY, "CS", "Modality", "CT", 2);
    private static final HeaderRow SEQUENCE =
            new HeaderRow(0, Tag.REFERENCED_IMAGE_SEQUENCE, "SQ", "Referenced Image Sequence", "1 item", -1);
    private static final HeaderRow ITEM = new HeaderRow(1, Tag.ITEM, "", "Item", "1 of 1", -1);
    private static final HeaderRow NESTED =
            new HeaderRow(1, Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "Referenced SOP Instance UID", "1.2.3", 6);
    private static final HeaderRow ROWS = new HeaderRow(0, Tag.ROWS, "US", "Rows", "512", 2);

    private static HeaderTable table() {
        return new HeaderTable(List.of(MODALITY, SEQUENCE, ITEM, NESTED, ROWS));
    }

    private static List<HeaderRow> shown(HeaderTable table) {
        return IntStream.range(0, table.getRowCount()).mapToObj(table::row).toList();
    }

    @Test
    void filterKeepsWhatEnclosesAMatch() {
        HeaderTable table = table();
        table.setFilter("1.2.3");
        assertEquals(
                List.of(SEQUENCE, NESTED),
                shown(table).stream().filter(row -> row != ITEM).toList());
        table.setFilter("");
        assertEquals(5, table.getRowCount());
    }

    @Test
    void filterFindsTagsNamesAndValuesInAnyCase() {
        HeaderTable table = table();
        table.setFilter("0028,0010");
        assertEquals(List.of(ROWS), shown(table));
        table.setFilter("00280010");
        assertEquals(List.of(ROWS), shown(table));
        table.setFilter("MODAL");
        assertEquals(List.of(MODALITY), shown(table));
        table.setFilter("ct");
        assertEquals(List.of(MODALITY), shown(table));
        table.setFilter("no such thing");
        assertEquals(List.of(), shown(table));
    }

    @Test
    void sequenceFoldsAndOpens() {
        HeaderTable table = table();
        table.toggle(1);
        assertEquals(List.of(MODALITY, SEQUENCE, ROWS), shown(table));
        assertTrue(table.getValueAt(1, HeaderTable.NAME).startsWith("+ "));
        table.toggle(1);
        assertEquals(5, table.getRowCount());
        table.toggle(0);
        assertEquals(5, table.getRowCount());
    }

    @Test
    void longSequencesWaitFolded() {
        List<HeaderRow> rows = new ArrayList<>(List.of(MODALITY, SEQUENCE));
        for (int i = 0; i < 500; i++) rows.add(NESTED);
        rows.add(ROWS);
        assertEquals(List.of(MODALITY, SEQUENCE, ROWS), shown(new HeaderTable(rows)));
    }

    @Test
    void anotherSliceKeepsFilterFoldsAndSelection() {
        HeaderTable table = table();
        table.toggle(1);
        List<String> changes = new ArrayList<>();
        table.addTableModelListener(event -> changes.add(event.getFirstRow() + " to " + event.getLastRow()));
        HeaderRow other = new HeaderRow(0, Tag.ROWS, "US", "Rows", "256", 2);
        table.setRows(List.of(MODALITY, SEQUENCE, ITEM, NESTED, other));
        assertEquals(List.of(MODALITY, SEQUENCE, other), shown(table));
        // A change of all data would clear the selection.
        assertEquals(List.of("0 to 2"), changes);
        table.setFilter("Rows");
        table.setRows(List.of(MODALITY, ROWS));
        assertEquals(List.of(ROWS), shown(table));
    }

    @Test
    void rowsAreMacroCode() {
        HeaderTable table = table();
        assertEquals("Property.getDicomTag(\"0028,0010\")", table.macro(4));
        assertEquals(
                "call(\"hounsfield.imagej.Macros.call\", \"tagOf\","
                        + " \"ReferencedImageSequence[0].ReferencedSOPInstanceUID\")",
                table.macro(3));
    }
}
