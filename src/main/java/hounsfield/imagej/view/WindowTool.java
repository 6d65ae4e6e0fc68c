package hounsfield.imagej.view;

import hounsfield.imagej.display.DisplayWindow;
import hounsfield.imagej.display.WindowPresets;
import hounsfield.imagej.host.HelpPage;
import hounsfield.imagej.viewer.PresetKeys;
import hounsfield.imagej.viewer.PresetMenu;
import hounsfield.imagej.viewer.ViewerKeys;
import hounsfield.imagej.viewer.WindowControl;
import hounsfield.window.Window;
import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.gui.ImageWindow;
import java.awt.KeyboardFocusManager;
import java.awt.TextField;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.beans.PropertyChangeListener;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.swing.SwingUtilities;

/**
 * A small window that controls the display of the active image: center and width, and all presets. While it is open, the keys of
 * {@link PresetKeys} work in all image windows. Requires a display. Runs on AWT's thread.
 */
public final class WindowTool {
    /** Width of the field for the name of a preset [characters]. */
    private static final int NAME_WIDTH = 16;

    private static WindowTool open;

    private final WindowToolFrame frame;
    private final PropertyChangeListener activation = change -> follow(change.getNewValue());
    private final Predicate<ImagePlus> everywhere = any -> true;
    private final ImageListener images = new ImageListener() {
        @Override
        public void imageOpened(ImagePlus opened) {}

        @Override
        public void imageClosed(ImagePlus closed) {
            SwingUtilities.invokeLater(() -> {
                if (closed == image) setImage(WindowManager.getCurrentImage());
            });
        }

        @Override
        public void imageUpdated(ImagePlus updated) {
            SwingUtilities.invokeLater(() -> {
                if (updated == image) refresh();
            });
        }
    };
    private ImagePlus image;
    private WindowControl control;
    private int slice;
    private List<DisplayWindow.Choice> choices = List.of();

    private WindowTool() {
        frame = new WindowToolFrame(this);
    }

    /** Opens the window, or brings an open one to the front. */
    public static void open() {
        SwingUtilities.invokeLater(() -> {
            if (open == null) {
                open = new WindowTool();
                open.start();
            }
            open.frame.toFront();
        });
    }

    private void start() {
        KeyboardFocusManager focus = KeyboardFocusManager.getCurrentKeyboardFocusManager();
        focus.addPropertyChangeListener("activeWindow", activation);
        ViewerKeys.on(everywhere);
        ImagePlus.addImageListener(images);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent e) {
                focus.removePropertyChangeListener("activeWindow", activation);
                ViewerKeys.off(everywhere);
                ImagePlus.removeImageListener(images);
                WindowManager.removeWindow(frame);
                open = null;
            }
        });
        if (IJ.getInstance() != null) WindowManager.addWindow(frame);
        setImage(WindowManager.getCurrentImage());
        frame.setVisible(true);
    }

    private void follow(Object window) {
        if (window instanceof ImageWindow active && active.getImagePlus() != image) setImage(active.getImagePlus());
    }

    private void setImage(ImagePlus next) {
        image = next;
        control = null;
        slice = 0;
        if (next == null) {
            showNothing("no image");
            return;
        }
        try {
            control = WindowControl.of(next);
            refresh();
        } catch (IllegalArgumentException e) {
            showNothing(e.getMessage());
        }
    }

    private void showNothing(String why) {
        choices = List.of();
        frame.showNothing(why);
    }

    /** Updates center, width and list entry from the image and, if the slice has changed, the list. */
    private void refresh() {
        if (control == null) return;
        if (slice != image.getCurrentSlice()) {
            slice = image.getCurrentSlice();
            listChoices();
        }
        frame.showWindow(control.window());
        String name = control.name();
        int n = 0;
        while (n < choices.size() && !choices.get(n).name().equals(name)) n++;
        frame.select(n < choices.size() ? n : -1);
    }

    private void listChoices() {
        choices = control.choices();
        List<String> labels = choices.stream()
                .map(choice ->
                        PresetKeys.key(choice.name()).map(String::valueOf).orElse("  ") + "  " + choice.label())
                .toList();
        frame.showImage(image.getTitle(), labels, control.span());
    }

    /** Shows the image through a list entry, counted from 0. */
    void choose(int n) {
        if (control != null && n >= 0 && n < choices.size()) {
            PresetMenu.choose(image, choices.get(n).name());
        }
    }

    /** Shows the image through a window that is not in the list. */
    void show(Window window) {
        if (control != null) control.show(window);
    }

    /** Records the window in ImageJ's macro recorder, if that is open. */
    void record() {
        if (control != null) control.record();
    }

    /** Requests a name from the user and saves the window as a preset. */
    void save(Window window) {
        GenericDialog dialog = new GenericDialog("HU Window Tool", frame);
        dialog.addStringField("Name of the preset", "", NAME_WIDTH);
        HelpPage.of("HU Window Tool").ifPresent(dialog::addHelp);
        dialog.showDialog();
        if (!dialog.wasOKed() || control == null) return;
        String name = ((TextField) dialog.getStringFields().get(0)).getText();
        try {
            WindowPresets.save(name, window);
            control.choose(WindowPresets.checked(name));
            listChoices();
            refresh();
        } catch (IllegalArgumentException e) {
            IJ.error("HU Window Tool", e.getMessage());
        }
    }

    /** Deletes a list entry, counted from 0, if it is a user's preset. */
    void delete(int n) {
        Optional<String> name = n < 0 || n >= choices.size()
                ? Optional.empty()
                : Optional.of(choices.get(n).name());
        if (name.isEmpty() || !isUsers(n)) return;
        WindowPresets.delete(name.get());
        if (control != null) listChoices();
    }

    /** Returns whether a list entry, counted from 0, is a user's preset. */
    boolean isUsers(int n) {
        return n >= 0
                && n < choices.size()
                && WindowPresets.isUsers(choices.get(n).name());
    }
}
