package hounsfield.dataset.table;

import hounsfield.dataset.picture.ExportWindow;
import hounsfield.window.Window;
import hounsfield.window.WindowPreset;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * The content of a table.
 *
 * @param tags the selected elements of headers
 * @param pixels whether pixels are read for their statistics
 * @param window for the fraction of values inside it
 * @param windowName name of the window; a built-in preset is in HU, and only applies to values in HU
 */
public record TableSettings(TagSelection tags, boolean pixels, Window window, String windowName)
        implements Serializable {
    /** All columns; the window is that of fastai, brain. */
    public static final TableSettings ALL =
            new TableSettings(TagSelection.ALL, true, WindowPreset.BRAIN.window(), WindowPreset.BRAIN.label());

    /**
     * Checks for nulls.
     *
     * @param tags the selected elements of headers
     * @param pixels whether pixels are read for their statistics
     * @param window for the fraction of values inside it
     * @param windowName name of the window
     */
    public TableSettings {
        Objects.requireNonNull(tags);
        Objects.requireNonNull(window);
        Objects.requireNonNull(windowName);
    }

    /**
     * Creates settings with a numeric window, in the unit of each file.
     *
     * @param tags the selected elements of headers
     * @param pixels whether pixels are read for their statistics
     * @param window for the fraction of values inside it
     */
    public TableSettings(TagSelection tags, boolean pixels, Window window) {
        this(tags, pixels, window, "");
    }

    /** {@return the settings on which the cells depend, one {@code name=value} each} */
    public List<String> describe() {
        return List.of(
                "tags=" + tags,
                "pixels=" + pixels,
                "window=" + window.center() + "/" + window.width() + " " + windowName);
    }

    /** Returns whether the window applies to values in a unit. */
    boolean isWindowFor(String unit) {
        return ExportWindow.isFor(windowName, unit);
    }
}
