package hounsfield.imagej.browser;

import java.util.ArrayList;
import java.util.List;
import javax.swing.Icon;
import javax.swing.table.AbstractTableModel;

/** The series as rows of a table. */
final class SeriesTableModel extends AbstractTableModel {
    static final int PICTURE = 0;
    static final int DESCRIPTION = 2;
    static final int FINDINGS = 10;

    private static final String[] NAMES = {
        "", "No.", "Description", "Date", "Modality", "Kind", "X x Y x Z", "mm", "Memory", "Transfer Syntax", "Findings"
    };

    /** Preferred widths at a scale of 1 [pixels]. */
    static final int[] WIDTHS = {64, 42, 210, 100, 76, 150, 150, 160, 76, 180, 150};

    private final Thumbnails thumbnails;
    private List<SeriesRow> rows = new ArrayList<>();

    SeriesTableModel(Thumbnails thumbnails) {
        this.thumbnails = thumbnails;
    }

    /** Replaces the rows. */
    void set(List<SeriesRow> other) {
        rows = List.copyOf(other);
        fireTableDataChanged();
    }

    List<SeriesRow> rows() {
        return rows;
    }

    SeriesRow row(int index) {
        return rows.get(index);
    }

    /** Says that the picture of a series has been drawn. */
    void pictureChanged(int series) {
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).index() == series) fireTableCellUpdated(row, PICTURE);
        }
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public int getColumnCount() {
        return NAMES.length;
    }

    @Override
    public String getColumnName(int column) {
        return NAMES[column];
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return switch (column) {
            case PICTURE -> Icon.class;
            case 1 -> Integer.class;
            default -> String.class;
        };
    }

    @Override
    public Object getValueAt(int row, int column) {
        SeriesRow series = rows.get(row);
        return switch (column) {
            case PICTURE -> thumbnails.known(series.index());
            case 1 ->
                series.summary().number().isPresent()
                        ? series.summary().number().getAsInt()
                        : null;
            case DESCRIPTION -> series.summary().description();
            case 3 -> series.date();
            case 4 -> series.summary().modality();
            case 5 -> series.summary().kind();
            case 6 -> series.isComplete() ? series.size() : series.summary().files() + " files";
            case 7 -> series.summary().spacing();
            case 8 -> series.memory();
            case 9 -> series.summary().transferSyntax();
            default -> String.join(", ", series.summary().doubts());
        };
    }
}
