package hounsfield.imagej.viewer;

import hounsfield.imagej.display.DisplayWindow;
import hounsfield.standard.Numbers;
import hounsfield.window.Window;
import hounsfield.window.WindowName;
import ij.IJ;
import ij.ImagePlus;
import java.awt.Component;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.util.List;

/** A menu of the windows, VOI LUTs and presets of an image. Requires a display. Runs on AWT's thread. */
public final class PresetMenu {
    private PresetMenu() {}

    /**
     * Shows the menu of an image.
     *
     * @param image any image, or {@code null}; color images and {@code null} have no windows
     * @param where the component to show it on
     * @param x in the component
     * @param y in the component
     * @param more the last items, below a separator
     */
    public static void show(ImagePlus image, Component where, int x, int y, List<MenuItem> more) {
        PopupMenu menu = new PopupMenu();
        try {
            if (image == null) throw new IllegalArgumentException("there are no images open");
            WindowControl control = WindowControl.of(image);
            for (DisplayWindow.Choice choice : control.choices()) {
                MenuItem item = new MenuItem(label(choice));
                item.addActionListener(event -> choose(image, choice.name()));
                menu.add(item);
            }
        } catch (IllegalArgumentException e) {
            MenuItem item = new MenuItem(e.getMessage());
            item.setEnabled(false);
            menu.add(item);
        }
        if (!more.isEmpty()) menu.addSeparator();
        for (MenuItem item : more) menu.add(item);
        where.add(menu);
        menu.show(where, x, y);
    }

    /** Returns the name of a window with its numbers, and its key. */
    private static String label(DisplayWindow.Choice choice) {
        return choice.label()
                + PresetKeys.key(choice.name()).map(key -> "   [" + key + "]").orElse("");
    }

    /**
     * Shows an image through a window, or a message in the status bar if the image has no such window.
     *
     * @param image a grayscale image
     * @param name the name of a window
     */
    public static void choose(ImagePlus image, String name) {
        try {
            WindowControl control = WindowControl.of(image);
            control.choose(name);
            Window window = control.window();
            IJ.showStatus(WindowName.shown(name, window) + ": center " + Numbers.text(window.center()) + ", width "
                    + Numbers.text(window.width()) + " " + control.unit());
        } catch (IllegalArgumentException e) {
            IJ.showStatus(e.getMessage());
        }
    }
}
