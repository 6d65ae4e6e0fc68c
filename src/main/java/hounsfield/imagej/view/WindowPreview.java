package hounsfield.imagej.view;

import hounsfield.imagej.display.DisplayWindow;
import hounsfield.imagej.operation.ShowWindow;
import hounsfield.window.Window;
import ij.ImagePlus;
import java.util.List;
import java.util.Optional;

/**
 * Shows an image through windows while the dialog of {@code HU Window...} is open, and lists the windows to choose
 * from.
 */
public final class WindowPreview {
    /**
     * The numbers of a window.
     *
     * @param center in the unit of the image
     * @param width in the unit of the image, positive
     */
    public record CenterWidth(double center, double width) {
        private static CenterWidth of(Window window) {
            return new CenterWidth(window.center(), window.width());
        }
    }

    private final DisplayWindow display;
    private final List<DisplayWindow.Choice> choices;

    /**
     * Creates a preview that changes nothing yet.
     *
     * @param image grayscale; {@link #restore} restores its present display
     * @throws IllegalArgumentException for a color image
     */
    public WindowPreview(ImagePlus image) {
        display = DisplayWindow.of(image);
        choices = display.choices();
    }

    /** {@return the names of windows, tables and presets for the image, as macros write them} */
    public List<String> names() {
        return choices.stream().map(DisplayWindow.Choice::name).toList();
    }

    /** {@return what a dialog shows for each of {@link #names}: the name, with the explanation in the file} */
    public List<String> labels() {
        return choices.stream().map(DisplayWindow.Choice::label).toList();
    }

    /** {@return sentences on presets that are not offered, with the reason; empty if all are offered} */
    public String note() {
        return display.note();
    }

    /** {@return the name of the window of the file that the image is shown through; empty if there is none} */
    public Optional<String> fileWindow() {
        return display.currentFileWindow();
    }

    /** {@return the window that the image was shown through at first} */
    public CenterWidth current() {
        return CenterWidth.of(display.current());
    }

    /**
     * {@return center and width of a window of the current slice; for a VOI LUT those of its input range}
     *
     * @param name one of {@link #names}
     * @throws IllegalArgumentException if the slice has none
     */
    public CenterWidth window(String name) {
        return CenterWidth.of(DisplayWindow.windowOf(display.gray(name)));
    }

    /**
     * Shows the image through a window.
     *
     * @param options the window
     * @throws IllegalArgumentException if the slice has no such window
     */
    public void show(ShowWindow.Options options) {
        display.show(options.transform(display));
    }

    /** Restores the display that the image had when this preview was created. */
    public void restore() {
        display.restore();
    }
}
