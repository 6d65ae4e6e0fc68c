package hounsfield.imagej;

import hounsfield.window.NamedWindow;
import hounsfield.window.WindowPreset;
import ij.ImagePlus;
import java.util.List;

/** Windows as users write them for an image: presets, {@code 40/400} for center and width, {@code file 1}. */
public final class WindowTexts {
    private WindowTexts() {}

    /** Windows parted by commas. */
    public static List<NamedWindow> list(ImagePlus image, String text) {
        DisplayWindow display = DisplayWindow.of(image);
        return NamedWindow.list(text, name -> display.fileWindow(name)
                .orElseGet(() -> WindowPreset.byName(name).window()));
    }

    /** One window. */
    public static NamedWindow one(ImagePlus image, String text) {
        List<NamedWindow> windows = list(image, text);
        if (windows.size() > 1) throw new IllegalArgumentException("\"" + text + "\" is more than one window");
        return windows.get(0);
    }
}
