package hounsfield.imagej.browser;

import hounsfield.series.SeriesSummary;
import hounsfield.standard.Numbers;
import java.util.ArrayList;
import java.util.List;
import javax.swing.Icon;
import javax.swing.table.AbstractTableModel;

/** The series as rows of a table. */
final class SeriesTableModel extends AbstractTableModel {
    static final int PICTURE = 0;
    static final int SPACING = 11;
    static final int MEMORY = 12;

    private static final String[] NAMES = {
        "",
        "No.",
        "Description",
        "Date",
        "Modality",
        "Kind",
        "X",
        "Y",
        "Z",
        "C",
        "T",
        "mm",
        "Memory",
        "Transfer Syntax",
        "Findings"
    };

    /** Preferred widths at a scale of 1 [pixels]. */
    static final int[] WIDTHS = {64, 38, 180, 92, 66, 110, 40, 40, 40, 28, 36, 146, 70, 180, 104};

    /** The columns whose values are an {@link Amount}. */
    static final int[] BY_NUMBER = {SPACING, MEMORY};

    /**
     * A text that the table sorts by a number.
     *
     * @param text the text of the cell
     * @param number the key for sorting: bytes of all pixels, or the volume of a voxel [mm3]
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

    /** Notes that the picture of a series has been drawn. */
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
            case 1, 6, 7, 8, 9, 10 -> Integer.class;
            case SPACING, MEMORY -> Amount.class;
            default -> String.class;
        };
    }

    @Override
    public Object getValueAt(int row, int column) {
        SeriesRow series = rows.get(row);
        SeriesSummary summary = series.summary();
        return switch (column) {
            case PICTURE -> thumbnails.known(series.index());
            case 1 -> summary.number().isPresent() ? summary.number().getAsInt() : null;
            case 2 -> summary.description();
            case 3 -> series.date();
            case 4 -> summary.modality();
            case 5 -> series.isComplete() ? summary.kind() : Numbers.count(summary.files(), "file") + " so far";
            case 6 -> known(series, summary.columns());
            case 7 -> known(series, summary.rows());
            case 8 -> known(series, summary.slices());
            case 9 -> known(series, summary.channels());
            case 10 -> known(series, summary.times());
            case SPACING -> new Amount(summary.spacing(), voxel(summary.spacing()));
            case MEMORY -> new Amount(series.memory(), summary.bytes());
            case 13 -> summary.transferSyntax();
            default -> String.join(", ", summary.doubts());
        };
    }

    private static Integer known(SeriesRow series, int size) {
        return series.isComplete() ? size : null;
    }
}
