package hounsfield.imagej.viewer;

import ij.IJ;
import ij.ImagePlus;
import ij.Menus;
import ij.gui.ImageWindow;
import ij.gui.TextRoi;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The keys of this plugin in image windows: those of {@link PresetKeys}, {@code q} for the text in the corners, and {@code /} for the
 * header. A macro that the user installed for one of these keys has precedence, and a text selection receives all keys. Runs on AWT's
 * thread.
 */
public final class ViewerKeys {
    /** Shows or hides the text in the corners of images. */
    private static final char TEXT = 'q';
    /** Opens the window of {@code DICOM Header...}. */
    private static final char HEADER = '/';

    private static final KeyEventDispatcher DISPATCHER = ViewerKeys::dispatch;
    private static final Set<Predicate<ImagePlus>> WHERE = new HashSet<>();

    private ViewerKeys() {}

    /**
     * Turns the keys on in some images.
     *
     * @param where the images; asked at each key
     */
    public static void on(Predicate<ImagePlus> where) {
        if (WHERE.isEmpty())
            KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(DISPATCHER);
        WHERE.add(where);
    }

    /**
     * Turns off the keys that {@link #on} turned on.
     *
     * @param where the same object
     */
    public static void off(Predicate<ImagePlus> where) {
        if (WHERE.remove(where) && WHERE.isEmpty()) {
            KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(DISPATCHER);
        }
    }

    private static boolean dispatch(KeyEvent event) {
        boolean header = event.getKeyChar() == HEADER;
        // Some keyboards have the slash above a digit.
        boolean plain =
                !event.isControlDown() && !event.isAltDown() && !event.isMetaDown() && (header || !event.isShiftDown());
        if (!plain || event.getID() == KeyEvent.KEY_RELEASED) return false;
        KeyboardFocusManager focus = KeyboardFocusManager.getCurrentKeyboardFocusManager();
        if (!(focus.getFocusedWindow() instanceof ImageWindow active) || active.getImagePlus() == null) return false;
        ImagePlus image = active.getImagePlus();
        boolean text = event.getKeyChar() == TEXT && (ViewerWindows.isShown(image) || ViewerWindows.isPlain(image));
        header &= ViewerWindows.isShown(image);
        Optional<String> window = PresetKeys.window(event.getKeyChar());
        if (!text && !header && window.isEmpty() || image.getRoi() instanceof TextRoi || isMacros(event)) return false;
        if (!text && WHERE.stream().noneMatch(each -> each.test(image))) return false;
        if (event.getID() != KeyEvent.KEY_PRESSED) return true;
        if (text) ViewerWindows.toggleText(image);
        else if (header) IJ.doCommand("DICOM Header...");
        else PresetMenu.choose(image, window.get());
        return true;
    }

    /** Returns whether a macro that the user installed has the key. */
    private static boolean isMacros(KeyEvent event) {
        Hashtable<?, ?> shortcuts = Menus.getMacroShortcuts();
        return shortcuts != null && shortcuts.containsKey(event.getKeyCode());
    }
}
