package hounsfield.imagej.view;

import hounsfield.imagej.display.DisplayWindow;
import hounsfield.imagej.display.WindowPresets;
import hounsfield.standard.Numbers;
import hounsfield.window.Window;
import hounsfield.window.voi.VoiTransform;
import hounsfield.window.voi.VoiWindow;
import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageWindow;
import ij.plugin.frame.Recorder;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.beans.PropertyChangeListener;
import java.util.List;
import java.util.Optional;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;

/**
 * A small window that controls the display of the active image: center and width, all presets and, while it is open, the
 * keys 1 to 9 in image windows for the first nine list entries. Requires a display. Runs on AWT's thread.
 */
public final class WindowTool {
    private static WindowTool open;

    private final WindowToolFrame frame;
    private final PropertyChangeListener activation = change -> follow(change.getNewValue());
    private final KeyEventDispatcher keys = this::dispatch;
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
    private DisplayWindow display;
    private int slice;
    private List<DisplayWindow.Choice> choices = List.of();
    /** The window of the list entry chosen last; a VOI LUT or its function shows the image through another range. */
    private Window chosen;

    /** The image's display range right after that choice. */
    private Window shownThen;

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
        focus.addKeyEventDispatcher(keys);
        ImagePlus.addImageListener(images);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent e) {
                focus.removePropertyChangeListener("activeWindow", activation);
                focus.removeKeyEventDispatcher(keys);
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
        display = null;
        slice = 0;
        chosen = null;
        if (next == null) {
            showNothing("no image");
            return;
        }
        try {
            display = DisplayWindow.of(next);
            refresh();
            display.currentFileWindow().ifPresent(this::showChosen);
        } catch (IllegalArgumentException e) {
            showNothing(e.getMessage());
        }
    }

    private void showNothing(String why) {
        choices = List.of();
        frame.showNothing(why);
    }

    /** Updates center and width from the image and, if the slice has changed, the list. */
    private void refresh() {
        if (display == null) return;
        if (slice != image.getCurrentSlice()) {
            slice = image.getCurrentSlice();
            listChoices();
        }
        Window shown = display.shown();
        frame.showWindow(chosen != null && shown.equals(shownThen) ? chosen : shown);
    }

    /** Selects the list entry through which the image is shown. */
    private void showChosen(String name) {
        chosen = DisplayWindow.windowOf(display.gray(name));
        shownThen = display.shown();
        frame.showWindow(chosen);
        for (int n = 0; n < choices.size(); n++) if (choices.get(n).name().equals(name)) frame.select(n);
    }

    private void listChoices() {
        choices = display.choices();
        frame.showImage(image.getTitle(), choices, display.current());
    }

    /** Shows the image through a list entry, counted from 0. */
    void choose(int n) {
        if (display == null || n < 0 || n >= choices.size()) return;
        String name = choices.get(n).name();
        VoiTransform gray;
        try {
            gray = display.gray(name);
        } catch (IllegalArgumentException e) {
            IJ.showStatus(e.getMessage());
            return;
        }
        display.show(gray);
        showChosen(name);
        if (Recorder.record)
            Recorder.record("run", "HU Window...", "preset=" + (name.contains(" ") ? "[" + name + "]" : name));
    }

    /** Shows the image through a window that is not in the list. */
    void show(Window window) {
        if (display != null) display.show(VoiWindow.exact(window));
    }

    /** Records the window in ImageJ's macro recorder, if that is open. */
    void record(Window window) {
        if (display == null || !Recorder.record) return;
        String numbers = "center=" + Numbers.text(window.center()) + " width=" + Numbers.text(window.width());
        Recorder.record("run", "HU Window...", numbers);
    }

    /** Requests a name from the user and saves the window as a preset. */
    void save(Window window) {
        String name =
                JOptionPane.showInputDialog(frame, "Name of the preset", "HU Window Tool", JOptionPane.PLAIN_MESSAGE);
        if (name == null || display == null) return;
        try {
            WindowPresets.save(name, window);
            listChoices();
            display.show(display.gray(WindowPresets.checked(name)));
            showChosen(WindowPresets.checked(name));
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
        if (display != null) listChoices();
    }

    /** Returns whether a list entry, counted from 0, is a user's preset. */
    boolean isUsers(int n) {
        return n >= 0
                && n < choices.size()
                && WindowPresets.isUsers(choices.get(n).name());
    }

    /** Handles the keys 1 to 9 in image windows only. */
    private boolean dispatch(KeyEvent event) {
        char key = event.getKeyChar();
        boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
        if (!plain || key < '1' || key > '9') return false;
        KeyboardFocusManager focus = KeyboardFocusManager.getCurrentKeyboardFocusManager();
        if (!(focus.getFocusedWindow() instanceof ImageWindow active)) return false;
        if (event.getID() == KeyEvent.KEY_PRESSED) {
            if (active.getImagePlus() != image) setImage(active.getImagePlus());
            choose(key - '1');
        }
        return true;
    }
}
