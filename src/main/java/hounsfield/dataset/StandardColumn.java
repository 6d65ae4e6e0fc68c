package hounsfield.dataset;

import java.util.Locale;

/** What a table tells of each file besides the elements of its header; the first columns, in this order. */
enum StandardColumn {
    /** Its path within the folder. */
    FILE,
    STORED_MIN,
    STORED_MAX,
    STORED_MEAN,
    STORED_STD,
    /** Of the calibrated values, whose statistics follow. */
    UNIT,
    MIN,
    MAX,
    MEAN,
    STD,
    /** The part of the calibrated values inside the window, 0..1; called as in fastai. */
    PCT_IN_WINDOW,
    /** Why its pixels, or their calibrated values, or all of it was left out; empty if nothing was. */
    REASON;

    /** The column's heading. Keywords begin with capitals, so no element has the same. */
    String heading() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it comes from pixels. */
    boolean isOfPixels() {
        return this != FILE && this != REASON;
    }
}
