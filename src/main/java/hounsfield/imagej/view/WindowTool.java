package hounsfield.imagej.view;

import hounsfield.imagej.display.DisplayWindow;
import hounsfield.imagej.display.WindowPresets;
import hounsfield.imagej.host.Numbers;
import hounsfield.window.VoiTransform;
import hounsfield.window.VoiWindow;
import hounsfield.window.Window;
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
 * A small window for the display of the active image, whichever that is: center and width, all presets, and while it is open
 * the keys 1 to 9 in image windows for the first nine of the list. Needs a display. Lives in AWT's thread.
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
    /** What was chosen, and what the image was shown through then: VOI LUT Functions and tables make these differ. */
    private Window chosen;

    private Window shownThen;

    private WindowTool() {
        frame = new WindowToolFrame(this);
    }

    /** Opens the window, or brings it to the front. */
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

    /** Brings numbers, and with another slice the list, up to what the image shows. */
    private void refresh() {
        if (display == null) return;
        if (slice != image.getCurrentSlice()) {
            slice = image.getCurrentSlice();
            listChoices();
        }
        Window shown = display.shown();
        frame.showWindow(chosen != null && shown.equals(shownThen) ? chosen : shown);
    }

    /** Tells which of the list the image is shown through. */
    private void showChosen(String name) {
        chosen = DisplayWindow.windowOf(display.grey(name));
        shownThen = display.shown();
        frame.showWindow(chosen);
        for (int n = 0; n < choices.size(); n++) if (choices.get(n).name().equals(name)) frame.select(n);
    }

    private void listChoices() {
        choices = display.choices();
        frame.showImage(image.getTitle(), choices, display.current());
    }

    /** Shows the image through the n-th of the list, counted from 0. */
    void choose(int n) {
        if (display == null || n < 0 || n >= choices.size()) return;
        String name = choices.get(n).name();
        VoiTransform grey;
        try {
            grey = display.grey(name);
        } catch (IllegalArgumentException e) {
            IJ.showStatus(e.getMessage());
            return;
        }
        display.show(grey);
        showChosen(name);
        if (Recorder.record)
            Recorder.record("run", "HU Window...", "preset=" + (name.contains(" ") ? "[" + name + "]" : name));
    }

    /** Shows the image through a window of its own. */
    void show(Window window) {
        if (display != null) display.show(VoiWindow.exact(window));
    }

    /** Records the window that the user has come to. */
    void record(Window window) {
        if (display == null || !Recorder.record) return;
        String numbers = "center=" + Numbers.text(window.center()) + " width=" + Numbers.text(window.width());
        Recorder.record("run", "HU Window...", numbers);
    }

    /** Asks for a name and keeps the window as a preset. */
    void save(Window window) {
        String name =
                JOptionPane.showInputDialog(frame, "Name of the preset", "HU Window Tool", JOptionPane.PLAIN_MESSAGE);
        if (name == null || display == null) return;
        try {
            WindowPresets.save(name, window);
            listChoices();
            display.show(display.grey(WindowPresets.checked(name)));
            showChosen(WindowPresets.checked(name));
        } catch (IllegalArgumentException e) {
            IJ.error("HU Window Tool", e.getMessage());
        }
    }

    /** Forgets the n-th preset of the list, if it is the user's. */
    void delete(int n) {
        Optional<String> name = n < 0 || n >= choices.size()
                ? Optional.empty()
                : Optional.of(choices.get(n).name());
        if (name.isEmpty() || !isUsers(n)) return;
        WindowPresets.delete(name.get());
        if (display != null) listChoices();
    }

    /** Whether the n-th preset of the list is the user's own. */
    boolean isUsers(int n) {
        return n >= 0
                && n < choices.size()
                && WindowPresets.isUsers(choices.get(n).name());
    }

    /** Takes the keys 1 to 9 from image windows, and from nothing else. */
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
