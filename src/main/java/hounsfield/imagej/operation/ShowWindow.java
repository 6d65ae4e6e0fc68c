package hounsfield.imagej.operation;

import hounsfield.imagej.display.DisplayWindow;
import hounsfield.imagej.display.WindowParser;
import hounsfield.imagej.process.WindowedImage;
import hounsfield.window.VoiLutFunction;
import hounsfield.window.VoiTransform;
import hounsfield.window.VoiWindow;
import hounsfield.window.Window;
import hounsfield.window.WindowName;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.util.Optional;

/** {@code HU Window...}: shows an image through a window or table, or makes an 8-bit image of what it shows. */
public final class ShowWindow {
    private ShowWindow() {}

    /**
     * The options of {@code HU Window...}.
     *
     * @param name a preset, {@code file 1} or {@code lut 1} of the image's files; not used if there is a custom window
     * @param custom a window in the unit of the image, instead of a named one
     * @param function of a window; empty for the file's own, or linear exact for other windows. A table has none
     * @param apply whether to make a new image instead of changing the display
     */
    public record Options(String name, Optional<Window> custom, Optional<VoiLutFunction> function, boolean apply) {
        /**
         * {@return options that show an image through a named window}
         *
         * @param name a preset, {@code file 1}, {@code lut 1}, or center/width: {@code 40/400}; in any case
         */
        public static Options of(String name) {
            WindowName parsed = WindowName.of(name);
            return new Options(parsed.text(), parsed.numbers(), Optional.empty(), false);
        }

        /**
         * {@return options that show an image through a window}
         *
         * @param window in the unit of the image
         */
        public static Options of(Window window) {
            return new Options("", Optional.of(window), Optional.empty(), false);
        }

        /**
         * {@return these options with another function}
         *
         * @param label {@code default}, {@code linear}, {@code linear exact} or {@code sigmoid}, in any case
         */
        public Options withFunction(String label) {
            return new Options(name, custom, VoiLutFunction.byLabel(label), apply);
        }

        /**
         * {@return these options for a new image, or for the display}
         *
         * @param toNewImage whether to make a new image
         */
        public Options apply(boolean toNewImage) {
            return new Options(name, custom, function, toNewImage);
        }

        /**
         * {@return the transform for the current slice}
         *
         * @param display of the image
         * @throws IllegalArgumentException if the image has no such window
         */
        public VoiTransform transform(DisplayWindow display) {
            return shaped(custom.<VoiTransform>map(VoiWindow::exact).orElseGet(() -> display.grey(name)));
        }

        private VoiTransform shaped(VoiTransform transform) {
            if (function.isEmpty() || !(transform instanceof VoiWindow window)) return transform;
            return new VoiWindow(window.window(), function.get());
        }
    }

    /**
     * Returns the window of a preset.
     *
     * @param name a preset or center/width
     * @return center and width
     * @throws IllegalArgumentException if there is no such preset
     */
    public static Window preset(String name) {
        return WindowParser.preset(name);
    }

    /**
     * Shows an image through a window, or makes a new image of what it shows.
     *
     * @param image grayscale
     * @param options the window
     * @param progress reports and cancels
     * @return {@code image}, or a new 8-bit image, not shown, of which {@code file n} and {@code lut n} are each slice's own
     * @throws IllegalArgumentException for a color image, or if the image has no such window
     */
    public static ImagePlus run(ImagePlus image, Options options, Progress progress) {
        DisplayWindow display = DisplayWindow.of(image);
        if (!options.apply()) {
            display.show(options.transform(display));
            return image;
        }
        if (options.custom().isPresent()) {
            return WindowedImage.of(image, options.transform(display), image.getTitle() + " window", progress);
        }
        String title = image.getTitle() + " " + options.name();
        return WindowedImage.of(image, options.name(), options::shaped, title, progress);
    }
}
