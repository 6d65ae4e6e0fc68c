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
 */
public record TableSettings(TagSelection tags, boolean pixels, Window window) {
    /** Everything; the window is fastai's default, brain. */
    public static final TableSettings ALL = new TableSettings(TagSelection.ALL, true, WindowPreset.BRAIN.window());

    public TableSettings {
        Objects.requireNonNull(tags);
        Objects.requireNonNull(window);
    }
}
