package hounsfield.imagej.browser;

import java.util.ArrayList;
import java.util.List;
import javax.swing.Icon;
import javax.swing.table.AbstractTableModel;

/** The series as rows of a table. */
final class SeriesTableModel extends AbstractTableModel {
    static final int PICTURE = 0;
    static final int SIZE = 6;
    static final int SPACING = 7;
    static final int MEMORY = 8;

    private static final int NUMBER = 1;

    private static final String[] NAMES = {
        "", "No.", "Description", "Date", "Modality", "Kind", "X x Y x Z", "mm", "Memory", "Transfer Syntax", "Findings"
    };

    /** Preferred widths at a scale of 1 [pixels]. */
    static final int[] WIDTHS = {64, 42, 210, 100, 76, 150, 150, 160, 76, 180, 150};

    /** The columns whose values are an {@link Amount}. */
    static final int[] BY_NUMBER = {SIZE, SPACING, MEMORY};

    /**
     * A text that is sorted by a number.
     *
     * @param text is shown
     * @param number of what the column counts: bytes of all pixels, or the volume of a voxel [mm3]
     */
    record Amount(String text, double number) {
        @Override
        public String toString() {
            return text;
        }
    }

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

    SeriesRow row(int index) {
        return rows.get(index);
    }

    /** Says that the picture of a series has been drawn. */
    void pictureChanged(int series) {
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).index() == series) fireTableCellUpdated(row, PICTURE);
        }
    }

    /** Returns the product of distances, such as {@code 0.5 x 0.5 x 2}; 0 if there are none. */
    private static double voxel(String spacing) {
        if (spacing.isEmpty()) return 0;
        double product = 1;
        for (String each : spacing.split(" x ")) product *= Double.parseDouble(each);
        return product;
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
            case NUMBER -> Integer.class;
            case SIZE, SPACING, MEMORY -> Amount.class;
            default -> String.class;
        };
    }

    @Override
    public Object getValueAt(int row, int column) {
        SeriesRow series = rows.get(row);
        return switch (column) {
            case PICTURE -> thumbnails.known(series.index());
            case NUMBER ->
                series.summary().number().isPresent()
                        ? series.summary().number().getAsInt()
                        : null;
            case 2 -> series.summary().description();
            case 3 -> series.date();
            case 4 -> series.summary().modality();
            case 5 -> series.summary().kind();
            case SIZE ->
                series.isComplete()
                        ? new Amount(series.size(), series.summary().bytes())
                        : new Amount(
                                series.summary().files() + " files",
                                series.summary().files());
            case SPACING ->
                new Amount(series.summary().spacing(), voxel(series.summary().spacing()));
            case MEMORY -> new Amount(series.memory(), series.summary().bytes());
            case 9 -> series.summary().transferSyntax();
            default -> String.join(", ", series.summary().doubts());
        };
    }
}
