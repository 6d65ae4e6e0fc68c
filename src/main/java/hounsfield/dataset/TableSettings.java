package hounsfield.dataset;

import hounsfield.window.NamedWindow;
import hounsfield.window.Window;
import hounsfield.window.WindowPreset;
import java.util.List;
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

    /**
     * As users write them.
     *
     * @param tags of {@link TagSelection#parse}
     * @param window a preset's name, or center/width
     * @throws IllegalArgumentException if one of them means nothing
     */
    public static TableSettings of(String tags, boolean pixels, String window) {
        List<NamedWindow> windows = NamedWindow.list(window);
        if (windows.size() > 1) throw new IllegalArgumentException("one window is enough, not \"" + window + "\"");
        return new TableSettings(
                TagSelection.parse(tags), pixels, windows.get(0).window());
    }
}
