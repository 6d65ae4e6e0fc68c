package hounsfield.imagej;

import hounsfield.window.GreyWindow;
import hounsfield.window.NamedWindow;
import hounsfield.window.Window;
import ij.ImagePlus;
import java.util.List;

/** Windows as users write them for an image: presets, {@code 40/400} for center and width, {@code file 1}. */
public final class WindowTexts {
    private WindowTexts() {}

    /** Windows parted by commas. */
    public static List<NamedWindow> list(ImagePlus image, String text) {
        DisplayWindow display = DisplayWindow.of(image);
        return NamedWindow.list(text, name -> window(display, name));
    }

    private static Window window(DisplayWindow display, String name) {
        if (display.grey(name) instanceof GreyWindow grey) return grey.window();
        throw new IllegalArgumentException("\"" + name + "\" is a table, and this needs a window");
    }

    /**
     * One window for no image in particular: a preset, or center/width.
     *
     * @throws IllegalArgumentException if it means nothing, or is more than one
     */
    public static Window preset(String text) {
        List<NamedWindow> windows = NamedWindow.list(text, WindowPresets::byName);
        if (windows.size() > 1) throw new IllegalArgumentException("\"" + text + "\" is more than one window");
        return windows.get(0).window();
    }

    /** One window. */
    public static NamedWindow one(ImagePlus image, String text) {
        List<NamedWindow> windows = list(image, text);
        if (windows.size() > 1) throw new IllegalArgumentException("\"" + text + "\" is more than one window");
        return windows.get(0);
    }
}
