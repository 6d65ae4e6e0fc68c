package hounsfield.imagej.operation;

import hounsfield.imagej.display.DisplayWindow;
import hounsfield.imagej.display.WindowParser;
import hounsfield.imagej.display.WindowPresets;
import hounsfield.imagej.process.WindowedImage;
import hounsfield.window.Window;
import hounsfield.window.WindowName;
import hounsfield.window.voi.VoiLutFunction;
import hounsfield.window.voi.VoiTransform;
import hounsfield.window.voi.VoiWindow;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.util.List;
import java.util.Optional;

/** {@code HU Window...}: shows an image through a window or VOI LUT, or applies it to a new 8-bit image. */
public final class ShowWindow {
    /** The text for a window by center and width. */
    public static final String CUSTOM = WindowName.CUSTOM;

    private ShowWindow() {}

    /**
     * The options of {@code HU Window...}.
     *
     * @param name a preset, {@code file 1} or {@code lut 1} of the image's files; not used if there is a custom window
     * @param custom a window in the unit of the image, instead of a named one
     * @param function the VOI LUT Function of a window; empty for that of the file, or linear exact for windows that
     *     are not from the file; ignored for a VOI LUT
     * @param apply whether to make a new image instead of changing the display
     * @param save the name under which the window is saved as a preset; empty for none
     */
    public record Options(
            String name, Optional<Window> custom, Optional<VoiLutFunction> function, boolean apply, String save) {
        /**
         * {@return options that show an image through a named window}
         *
         * @param name a preset, {@code file 1}, {@code lut 1}, or center/width: {@code 40/400}; in any case
         */
        public static Options of(String name) {
            WindowName parsed = WindowName.of(name);
            return new Options(parsed.text(), parsed.numbers(), Optional.empty(), false, "");
        }

        /**
         * {@return options that show an image through a window}
         *
         * @param center in the unit of the image
         * @param width in the unit of the image, positive
         * @throws IllegalArgumentException if a number is outside its range
         */
        public static Options of(double center, double width) {
            return new Options("", Optional.of(new Window(center, width)), Optional.empty(), false, "");
        }

        /**
         * {@return these options with another function}
         *
         * @param label {@code default}, {@code linear}, {@code linear exact} or {@code sigmoid}, in any case
         */
        public Options withFunction(String label) {
            return new Options(name, custom, VoiLutFunction.byLabel(label), apply, save);
        }

        /**
         * {@return these options for a new image, or for the display}
         *
         * @param toNewImage whether to make a new image
         */
        public Options apply(boolean toNewImage) {
            return new Options(name, custom, function, toNewImage, save);
        }

        /**
         * {@return these options with a name for a new preset}
         *
         * @param preset its name; empty for none
         */
        public Options saved(String preset) {
            return new Options(name, custom, function, apply, preset);
        }

        /**
         * {@return the transform for the current slice}
         *
         * @param display of the image
         * @throws IllegalArgumentException if the image has no such window
         */
        public VoiTransform transform(DisplayWindow display) {
            return shaped(custom.<VoiTransform>map(VoiWindow::exact).orElseGet(() -> display.gray(name)));
        }

        private VoiTransform shaped(VoiTransform transform) {
            if (function.isEmpty() || !(transform instanceof VoiWindow window)) return transform;
            return new VoiWindow(window.window(), function.get());
        }
    }

    /**
     * {@return whether a name refers to a window or VOI LUT of an image's file}
     *
     * @param name a name such as {@code file 1} or {@code lut 1}
     */
    public static boolean isOfFile(String name) {
        return WindowName.of(name).isOfFile();
    }

    /**
     * Returns the numbers of a preset.
     *
     * @param name a preset or center/width
     * @return center and width
     * @throws IllegalArgumentException if there is no such preset
     */
    public static double[] preset(String name) {
        Window window = WindowParser.preset(name);
        return new double[] {window.center(), window.width()};
    }

    /** {@return the labels of the functions of windows, the default first} */
    public static List<String> functions() {
        return VoiLutFunction.labels();
    }

    /**
     * Shows an image through a window, or applies it to a new image. Saves the window if the options have a preset
     * name.
     *
     * @param image grayscale
     * @param options the window
     * @param progress reports and cancels
     * @return {@code image}, or a new 8-bit image, not shown, in which {@code file n} and {@code lut n} are those of
     *     each slice's own file
     * @throws IllegalArgumentException for a color image, or if the image has no such window
     */
    public static ImagePlus run(ImagePlus image, Options options, Progress progress) {
        DisplayWindow display = DisplayWindow.of(image);
        if (!options.save().isEmpty()) {
            WindowPresets.save(options.save(), DisplayWindow.windowOf(options.transform(display)));
        }
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
