package hounsfield.dataset.table;

import java.util.Locale;

/** The columns of a table that are not elements of the header; they come first, in this order. */
enum StandardColumn {
    /** Path relative to the folder. */
    FILE,
    STORED_MIN,
    STORED_MAX,
    STORED_MEAN,
    STORED_STD,
    /** Unit of the calibrated values, whose statistics follow. */
    UNIT,
    MIN,
    MAX,
    MEAN,
    STD,
    /** Fraction of the calibrated values inside the window, 0..1; pct_in_window of fastai. */
    FRACTION_IN_WINDOW,
    /** Why pixels, calibrated values or the whole file are missing; empty if nothing is. */
    REASON;

    /** Returns the heading. Keywords begin with capital letters, so no element has the same heading. */
    String heading() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the type of its values. */
    TableSchema.Type type() {
        return this == FILE || this == UNIT || this == REASON ? TableSchema.Type.TEXT : TableSchema.Type.NUMBER;
    }

    /** Returns whether the column is computed from pixels. */
    boolean isOfPixels() {
        return this != FILE && this != REASON;
    }
}
