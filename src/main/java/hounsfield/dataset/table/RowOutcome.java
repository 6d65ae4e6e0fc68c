package hounsfield.dataset.table;

import java.util.Map;

/**
 * The result of reading one file for a table: a row, a row with only its name and a reason, or no row.
 *
 * @param cells by heading, without empty cells, in the order of the columns: {@code Long}, {@code Double} or {@code String}; none if
 *     the file has no row
 * @param reason why pixels, calibrated values or the whole file are missing; empty if nothing is
 * @param pixels number of samples that were read for the statistics
 */
public record RowOutcome(Map<String, Object> cells, String reason, long pixels) {
    /** {@return whether a table has a row for the file} */
    public boolean hasRow() {
        return !cells.isEmpty();
    }
}
