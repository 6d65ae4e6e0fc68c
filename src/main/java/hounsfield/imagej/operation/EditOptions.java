package hounsfield.imagej.operation;

import hounsfield.imagej.host.StartupMacro;
import hounsfield.imagej.host.UserOption;
import hounsfield.imagej.open.PixelForm;
import hounsfield.imagej.viewer.PresetKeys;
import hounsfield.imagej.viewer.ViewerWindows;
import hounsfield.standard.Labeled;
import hounsfield.standard.Labels;
import ij.IJ;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** {@code DICOM Options...}: the permanent choices of the user, stored in ImageJ's preferences. */
public final class EditOptions {
    /** The options by the keys of {@code DICOM Options...}. */
    private enum Key implements Labeled {
        OPEN,
        PIXELS,
        HIDE,
        RIGHT,
        KEYS
    }

    private EditOptions() {}

    /**
     * The options.
     *
     * @param open whether ImageJ opens DICOM files by this plugin: dropped ones, and in Fiji all
     * @param pixels the form of pixels that dialogs and dropped files begin with
     * @param hide whether images have no text in their corners
     * @param right whether dragging with the right button changes the window of an image
     * @param keys the digits that show an image through a window, see {@link PresetKeys}
     */
    public record Options(boolean open, PixelForm pixels, boolean hide, boolean right, String keys) {
        /** The options of a new installation. */
        public static final Options DEFAULT =
                new Options(false, PixelForm.CALIBRATED, false, false, UserOption.KEYS.fallback());

        /**
         * {@return these options with or without opening by this plugin}
         *
         * @param other whether ImageJ opens DICOM files by this plugin
         */
        public Options withOpen(boolean other) {
            return new Options(other, pixels, hide, right, keys);
        }

        /**
         * {@return these options with another form of the pixels}
         *
         * @param label one of {@link OpenDicom#pixels}, in any case
         * @throws IllegalArgumentException if there is none
         */
        public Options withPixels(String label) {
            return new Options(open, PixelForm.byLabel(label), hide, right, keys);
        }

        /**
         * {@return these options with or without text in the corners of images}
         *
         * @param other whether images have no text
         */
        public Options withHide(boolean other) {
            return new Options(open, pixels, other, right, keys);
        }

        /**
         * {@return these options with another use of the right button}
         *
         * @param other whether dragging with it changes the window of an image
         */
        public Options withRight(boolean other) {
            return new Options(open, pixels, hide, other, keys);
        }

        /**
         * {@return these options with other keys of windows}
         *
         * @param table such as {@code 1=lungs, 2=40/400}; empty for none
         * @throws IllegalArgumentException if a key is not a digit or is given twice, or if a window has no name
         */
        public Options withKeys(String table) {
            return new Options(open, pixels, hide, right, PresetKeys.checked(table));
        }
    }

    /** {@return the options in effect; the default in place of one that is invalid in the preferences} */
    public static Options current() {
        Options options = Options.DEFAULT
                .withOpen(UserOption.OPEN.isOn())
                .withHide(!UserOption.TEXT.isOn())
                .withRight(UserOption.RIGHT.isOn())
                .withKeys(PresetKeys.text());
        try {
            return options.withPixels(UserOption.PIXELS.text());
        } catch (IllegalArgumentException e) {
            return options;
        }
    }

    /**
     * Saves options.
     *
     * @param options the new options
     * @throws IOException if ImageJ's startup macro, which prepares ImageJ for dropped files, cannot be written
     */
    public static void run(Options options) throws IOException {
        UserOption.set(Map.of(
                UserOption.ASKED,
                "true",
                UserOption.PIXELS,
                options.pixels().label(),
                UserOption.OPEN,
                Boolean.toString(options.open()),
                UserOption.TEXT,
                Boolean.toString(!options.hide()),
                UserOption.RIGHT,
                Boolean.toString(options.right()),
                UserOption.KEYS,
                options.keys()));
        ViewerWindows.repaintAll();
        String macros = IJ.getInstance() == null ? null : IJ.getDirectory("macros");
        if (macros != null) StartupMacro.write(Path.of(macros), options.open() && !isFiji());
    }

    /** {@return the form of pixels that dialogs and dropped files begin with, one of {@link OpenDicom#pixels}} */
    public static String pixels() {
        return current().pixels().label();
    }

    /**
     * Returns one option as text.
     *
     * @param name {@code open}, {@code pixels}, {@code hide}, {@code right} or {@code keys}, in any case
     * @return its value: {@code true} or {@code false}, a form of pixels, or the keys of windows
     * @throws IllegalArgumentException if there is no such option
     */
    public static String text(String name) {
        return switch (Labels.find("option", Key.values(), name)) {
            case OPEN -> Boolean.toString(current().open());
            case PIXELS -> pixels();
            case HIDE -> Boolean.toString(current().hide());
            case RIGHT -> Boolean.toString(current().right());
            case KEYS -> current().keys();
        };
    }

    /**
     * Changes one option.
     *
     * @param name {@code open}, {@code pixels}, {@code hide}, {@code right} or {@code keys}, in any case
     * @param value {@code true} or {@code false}, a form of pixels, or the keys of windows
     * @throws IOException if ImageJ's startup macro cannot be written
     * @throws IllegalArgumentException if there is no such option or value
     */
    public static void set(String name, String value) throws IOException {
        Options now = current();
        run(
                switch (Labels.find("option", Key.values(), name)) {
                    case OPEN -> now.withOpen(isOn(value));
                    case PIXELS -> now.withPixels(value);
                    case HIDE -> now.withHide(isOn(value));
                    case RIGHT -> now.withRight(isOn(value));
                    case KEYS -> now.withKeys(value);
                });
    }

    private static boolean isOn(String value) {
        boolean on = value.equalsIgnoreCase("true");
        if (on || value.equalsIgnoreCase("false")) return on;
        throw new IllegalArgumentException("\"" + value + "\" is neither true nor false");
    }

    /** {@return whether the user was asked if ImageJ opens DICOM files by this plugin, or chose that without being asked} */
    public static boolean isDecided() {
        return UserOption.ASKED.isOn() || UserOption.OPEN.isOn();
    }

    /** Remembers that the user was asked. */
    public static void rememberAsked() {
        UserOption.ASKED.set(true);
    }

    /** {@return whether this is Fiji, which finds the plugin by SciJava when it opens files} */
    public static boolean isFiji() {
        try {
            // ij1-patcher adds this field, through which Fiji intercepts ImageJ's commands.
            IJ.class.getField("_hooks");
            return true;
        } catch (NoSuchFieldException e) {
            return false;
        }
    }
}
