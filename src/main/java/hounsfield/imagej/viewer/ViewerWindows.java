package hounsfield.imagej.viewer;

import hounsfield.imagej.host.UserOption;
import hounsfield.imagej.pixels.TrackedImage;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;
import ij.gui.StackWindow;
import java.awt.Color;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.Optional;

/** Windows of images that this plugin opened: ImageJ's, with a {@link DicomCanvas} and the location of the slice in the sub-title. */
public final class ViewerWindows implements TrackedImage.Viewer {
    private static boolean installed;

    private ViewerWindows() {}

    /** Lets all images of this plugin be shown in these windows from now on. Does nothing when called again. */
    public static synchronized void install() {
        if (installed) return;
        installed = true;
        TrackedImage.showBy(new ViewerWindows());
        if (!GraphicsEnvironment.isHeadless()) EventQueue.invokeLater(() -> ViewerKeys.on(ViewerWindows::isShown));
    }

    /** Returns whether an image is shown in a window of this class. */
    static boolean isShown(ImagePlus image) {
        return image.getCanvas() instanceof DicomCanvas;
    }

    /** Shows text in the corners of all images if they have none, otherwise hides it. */
    static void toggleText() {
        UserOption.TEXT.set(!UserOption.TEXT.isOn());
        repaintAll();
    }

    /** Paints the images that are shown in these windows anew, with the present options. */
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
        ImageCanvas canvas = new DicomCanvas(image);
        if (image.getStackSize() > 1) new OfStack(image, canvas);
        else new OfImage(image, canvas);
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
