package hounsfield.imagej.viewer;

import hounsfield.imagej.host.UserOption;
import hounsfield.imagej.pixels.TrackedImage;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;
import ij.gui.StackWindow;
import ij.macro.Interpreter;
import java.awt.Color;
import java.awt.EventQueue;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Optional;
import java.util.function.Predicate;
import javax.swing.Timer;

/** Windows of images that this plugin opened: ImageJ's, with a {@link DicomCanvas} and the location of the slice in the sub-title. */
public final class ViewerWindows implements TrackedImage.Viewer {
    private static final Predicate<ImagePlus> SHOWN = ViewerWindows::isShown;
    /** Time between attempts to replace a window, so that the command that made it can finish [ms]. */
    private static final int PAUSE_MS = 200;

    /** Time after which only the user can have activated a new window [ms]. */
    private static final int FOCUS_MS = 500;

    private static boolean installed;

    private ViewerWindows() {}

    /** Lets all images of this plugin be shown in these windows from now on. Does nothing when called again. */
    public static synchronized void install() {
        if (installed) return;
        installed = true;
        TrackedImage.showBy(new ViewerWindows());
    }

    /** Returns whether an image is shown in a window of this class. */
    static boolean isShown(ImagePlus image) {
        return image.getCanvas() instanceof DicomCanvas;
    }

    /**
     * Returns whether an image of this plugin is shown in a plain window, which some commands give it, such as Stack to
     * Hyperstack.
     */
    static boolean isPlain(ImagePlus image) {
        return (image instanceof TrackedImage || image instanceof TrackedImage.Composite) && isPlain(image.getWindow());
    }

    private static boolean isPlain(ImageWindow window) {
        return window != null
                && (window.getClass() == StackWindow.class || window.getClass() == ImageWindow.class)
                && window.getCanvas().getClass() == ImageCanvas.class;
    }

    /** Replaces a plain window by one of this class, at the same place, slice and zoom. */
    private static void replace(ImagePlus image) {
        int[] place = {image.getChannel(), image.getSlice(), image.getFrame()};
        ImageWindow active = WindowManager.getCurrentWindow();
        boolean isActive = active == image.getWindow();
        // The window that is replaced has the title too.
        WindowManager.checkForDuplicateName = false;
        openWindow(image);
        if (image.getStackSize() > 1) image.setPosition(place[0], place[1], place[2]);
        if (!isActive) {
            keepActive(active, image.getWindow());
            return;
        }
        image.getWindow().toFront();
        image.getCanvas().requestFocus();
    }

    /**
     * Returns the focus to the active window when a new window takes it. The new window takes it when the screen shows it, later than
     * it was made.
     */
    private static void keepActive(ImageWindow active, ImageWindow opened) {
        WindowManager.setCurrentWindow(active);
        if (active == null) return;
        WindowAdapter giving = new WindowAdapter() {
            @Override
            public void windowActivated(WindowEvent event) {
                opened.removeWindowListener(this);
                WindowManager.setCurrentWindow(active);
                active.toFront();
                active.requestFocus();
            }
        };
        opened.addWindowListener(giving);
        Timer end = new Timer(FOCUS_MS, event -> opened.removeWindowListener(giving));
        end.setRepeats(false);
        end.start();
    }

    /**
     * Replaces a plain window that a command such as Stack to Hyperstack gives to an image of this plugin. It waits until the window is
     * complete, the image is not locked, and no macro runs, since a macro may already work on another image.
     */
    @Override
    public void opened(ImagePlus image, ImageWindow window) {
        if (!isPlain(window)) return;
        Timer timer = new Timer(PAUSE_MS, null);
        timer.addActionListener(event -> {
            // The image may have lost this window before it was shown.
            boolean stays = image.getWindow() == window;
            if (stays && (!window.isShowing() || image.isLocked() || Interpreter.getInstance() != null)) return;
            timer.stop();
            if (stays) replace(image);
        });
        timer.start();
    }

    private static void openWindow(ImagePlus image) {
        ImageCanvas canvas = new DicomCanvas(image);
        // ImageJ leaves the slider at the first slice even if the image shows another one.
        if (image.getStackSize() > 1) new OfStack(image, canvas).updateSliceSelector();
        else new OfImage(image, canvas);
    }

    /**
     * Shows text in the corners of all images if the active one has none, otherwise hides it.
     *
     * @param active an image of this plugin; if it is in a plain window, it gets another one
     */
    static void toggleText(ImagePlus active) {
        boolean plain = isPlain(active);
        UserOption.TEXT.set(plain || !UserOption.TEXT.isOn());
        if (plain && !active.isLocked()) replace(active);
        repaintAll();
    }

    /** Repaints the images in these windows with the current options. */
    public static void repaintAll() {
        int[] ids = WindowManager.getIDList();
        if (ids == null) return;
        for (int id : ids) {
            ImagePlus image = WindowManager.getImage(id);
            if (image != null && isShown(image)) image.getCanvas().repaint();
        }
    }

    @Override
    public boolean open(ImagePlus image) {
        // This is not called when the plugin opens its first image, because programs that show no image may have no
        // screen.
        EventQueue.invokeLater(() -> ViewerKeys.on(SHOWN));
        openWindow(image);
        return true;
    }

    @Override
    public Optional<String> textOf(ImagePlus image, int x, int y) {
        return PlaneText.ofPixel(image, x, y);
    }

    /** Adds the location of the slice to ImageJ's sub-title, behind the slice's name. */
    private static String withLocation(ImagePlus image, String subtitle) {
        Optional<String> location = image == null ? Optional.empty() : PlaneText.location(image);
        if (location.isEmpty()) return subtitle;
        int end = image.getStackSize() > 1 ? subtitle.indexOf("; ") : -1;
        return end < 0
                ? location.get() + "; " + subtitle
                : subtitle.substring(0, end) + "; " + location.get() + subtitle.substring(end);
    }

    /** The window of a stack. */
    private static final class OfStack extends StackWindow {
        private static final long serialVersionUID = 1;

        OfStack(ImagePlus image, ImageCanvas canvas) {
            super(image, canvas);
        }

        @Override
        public String createSubtitle() {
            return withLocation(imp, super.createSubtitle());
        }
    }

    /** The window of a single image. */
    private static final class OfImage extends ImageWindow {
        private static final long serialVersionUID = 1;

        OfImage(ImagePlus image, ImageCanvas canvas) {
            super(image, canvas);
            if (Prefs.blackCanvas) {
                setForeground(Color.white);
                setBackground(Color.black);
            }
        }

        @Override
        public String createSubtitle() {
            return withLocation(imp, super.createSubtitle());
        }
    }
}
