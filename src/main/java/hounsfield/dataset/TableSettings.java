package hounsfield.dataset;

import hounsfield.window.Window;
import hounsfield.window.WindowPreset;
import java.util.Objects;

/**
 * What a table tells of each file.
 *
 * @param tags which elements of its header
 * @param pixels whether its pixels are read for their statistics
 * @param window of which the part of the values that lies inside is told
 * @param windowName what it was written as: a built-in preset is in HU, and only for values in HU
 */
public record TableSettings(TagSelection tags, boolean pixels, Window window, String windowName) {
    /** Everything; the window is fastai's default, brain. */
    public static final TableSettings ALL =
            new TableSettings(TagSelection.ALL, true, WindowPreset.BRAIN.window(), WindowPreset.BRAIN.label());

    public TableSettings {
        Objects.requireNonNull(tags);
        Objects.requireNonNull(window);
        Objects.requireNonNull(windowName);
    }

    /** With a window in numbers, which are in the unit of each file. */
    public TableSettings(TagSelection tags, boolean pixels, Window window) {
        this(tags, pixels, window, "");
    }

    /** Whether the window is for values in a unit. */
    boolean isWindowFor(String unit) {
        return ExportWindow.isFor(windowName, unit);
    }
}
