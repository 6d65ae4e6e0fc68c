package hounsfield.imagej.pixels;

import hounsfield.imagej.memory.ImageRecord;
import hounsfield.imagej.memory.ReplacedValues;
import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.Prefs;
import ij.gui.ImageWindow;
import ij.gui.Roi;
import ij.macro.Interpreter;
import ij.process.ImageProcessor;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * An ImageJ image that keeps its record true when ImageJ crops it, or copies a selection of it. ImageJ itself does not record which
 * pixels Crop, Duplicate and Make Substack keep. Their result has the size of the selection. A result of another size comes from
 * another command, so the place of its pixels counts as unknown.
 */
public class TrackedImage extends ImagePlus {
    /** All images of this class that are in use. */
    private static final Map<TrackedImage, Boolean> ALL = Collections.synchronizedMap(new WeakHashMap<>());

    /** The selection of an original, of which ImageJ makes this copy; {@code null} for other images. */
    private Cut cut;

    /** The viewer that shows these images to the user. */
    public interface Viewer {
        /**
         * Opens a window of an image that has none.
         *
         * @param image the image
         * @return whether a window was opened; otherwise ImageJ opens its own
         */
        boolean open(ImagePlus image);

        /**
         * Called when an image gets a window of any kind, which may not be complete yet.
         *
         * @param image the image
         * @param window its window
         */
        void opened(ImagePlus image, ImageWindow window);

        /**
         * Describes a pixel of the current slice for the status bar.
         *
         * @param image the image
         * @param x column from 0
         * @param y row from 0
         * @return the text; empty for that of ImageJ
         */
        Optional<String> textOf(ImagePlus image, int x, int y);
    }

    private static volatile Viewer viewer = new Viewer() {
        @Override
        public boolean open(ImagePlus image) {
            return false;
        }

        @Override
        public void opened(ImagePlus image, ImageWindow window) {}

        @Override
        public Optional<String> textOf(ImagePlus image, int x, int y) {
            return Optional.empty();
        }
    };

    /** The area to copy and the size of the original. */
    private record Cut(Rectangle area, int width, int height, ImageRecord record) {
        /** Returns the selected area of an image; {@code null} if all is selected. */
        static Cut of(ImagePlus image) {
            Roi selection = image.getRoi();
            int width = image.getWidth();
            int height = image.getHeight();
            if (selection == null || !selection.isArea() || width == 0) return null;
            Rectangle area = selection.getBounds().intersection(new Rectangle(width, height));
            return new Cut(area, width, height, ImageRecord.read(image));
        }

        /** Returns the selected area of an image that gets slices of another size; otherwise {@code otherwise}. */
        static Cut before(ImagePlus image, ImageStack stack, Cut otherwise) {
            boolean sized = image.getWidth() > 0;
            boolean resized = sized && (stack.getWidth() != image.getWidth() || stack.getHeight() != image.getHeight());
            return resized ? of(image) : otherwise;
        }

        /** Records in an image of the size of a cut that it shows this area. */
        static void track(Cut cut, ImagePlus image) {
            if (cut == null || image.getWidth() != cut.area.width || image.getHeight() != cut.area.height) return;
            cut.record.writeAreaTo(
                    image, cut.width, cut.height, cut.area.x, cut.area.y, cut.area.width, cut.area.height);
        }

        /** Returns an image without pixels for a copy of an image, made from the copy of ImageJ. */
        static ImagePlus copy(ImagePlus image, ImagePlus plain) {
            TrackedImage copy = new TrackedImage();
            copy.setType(image.getType());
            copy.setCalibration(plain.getCalibration());
            copy.setProperty("Info", plain.getProperty("Info"));
            copy.setProperties(plain.getPropertiesAsArray());
            copy.setFileInfo(plain.getOriginalFileInfo());
            copy.cut = of(image);
            return copy;
        }
    }

    /**
     * An image of several channels that does the same. Copies that ImageJ makes of it have a record of their place, but their own crops
     * are not recorded.
     */
    public static final class Composite extends CompositeImage {
        /**
         * Creates an image.
         *
         * @param image the channels, with their calibration and properties
         * @param mode of {@link CompositeImage}
         */
        public Composite(ImagePlus image, int mode) {
            super(image, mode);
            setOpenAsHyperStack(true);
        }

        @Override
        public ImagePlus createImagePlus() {
            return Cut.copy(this, super.createImagePlus());
        }

        @Override
        public void setStack(String title, ImageStack stack) {
            Cut crop = Cut.before(this, stack, null);
            super.setStack(title, stack);
            Cut.track(crop, this);
        }

        @Override
        public String[] getPropertiesAsArray() {
            return ReplacedValues.synced(this, super.getPropertiesAsArray());
        }

        @Override
        public void show(String status) {
            if (opens(this)) {
                win = null;
                img = getImage();
                if (open(this, status)) notifyListeners(OPENED);
            }
            // Opens ImageJ's own window if there is none. In Fiji, listeners for shown images are attached to this
            // method.
            super.show(status);
        }

        @Override
        public void setWindow(ImageWindow window) {
            super.setWindow(window);
            if (window != null) viewer.opened(this, window);
        }

        @Override
        public void mouseMoved(int x, int y) {
            if (!showValue(this, x, y)) super.mouseMoved(x, y);
        }

        @Override
        public void close() {
            FrameStack.release(this);
            super.close();
        }

        @Override
        public synchronized void flush() {
            FrameStack.release(this);
            super.flush();
        }
    }

    /**
     * Creates an image.
     *
     * @param title the title
     * @param stack the slices
     */
    // Only this class uses the list before the image is complete.
    @SuppressWarnings("this-escape")
    public TrackedImage(String title, ImageStack stack) {
        super(title, stack);
        ALL.put(this, true);
    }

    private TrackedImage() {
        ALL.put(this, true);
    }

    /**
     * Returns the images of this class that are in use, open or not.
     *
     * @return the images, in no order
     */
    public static List<TrackedImage> all() {
        synchronized (ALL) {
            return new ArrayList<>(ALL.keySet());
        }
    }

    /** Returns an image without pixels for a copy of this one, as ImageJ's commands request it. */
    @Override
    public ImagePlus createImagePlus() {
        return Cut.copy(this, super.createImagePlus());
    }

    /** Replaces the slices. After Crop, the record says which pixels are left. */
    @Override
    public void setStack(String title, ImageStack stack) {
        Cut crop = Cut.before(this, stack, cut);
        super.setStack(title, stack);
        Cut.track(crop, this);
    }

    @Override
    public void setProcessor(String title, ImageProcessor processor) {
        super.setProcessor(title, processor);
        Cut.track(cut, this);
    }

    /** Replaces the properties, by those of the original if this is a copy. */
    @Override
    public void setProperties(String[] properties) {
        super.setProperties(properties);
        Cut.track(cut, this);
    }

    /** Returns the properties that ImageJ copies and saves; after Undo, those of the present pixels. */
    @Override
    public String[] getPropertiesAsArray() {
        return ReplacedValues.synced(this, super.getPropertiesAsArray());
    }

    /** Shows the image in a window of the {@link Viewer}. */
    @Override
    public void show(String status) {
        if (opens(this)) {
            win = null;
            img = getImage();
            if (open(this, status)) notifyListeners(OPENED);
        }
        // Opens ImageJ's own window if there is none. In Fiji, listeners for shown images are attached to this method.
        super.show(status);
    }

    @Override
    public void setWindow(ImageWindow window) {
        super.setWindow(window);
        if (window != null) viewer.opened(this, window);
    }

    /** Shows place and value of the pixel below the mouse in ImageJ's status bar. */
    @Override
    public void mouseMoved(int x, int y) {
        if (!showValue(this, x, y)) super.mouseMoved(x, y);
    }

    /**
     * Sets the viewer for all images of this class.
     *
     * @param shows opens windows and describes pixels
     */
    public static void showBy(Viewer shows) {
        viewer = shows;
    }

    /** Shows the text of a pixel in ImageJ's status bar, unless the user draws a selection; returns whether there is a text. */
    private static boolean showValue(ImagePlus image, int x, int y) {
        Roi selection = image.getRoi();
        if (selection != null && selection.getState() != Roi.NORMAL) return false;
        Optional<String> text = viewer.textOf(image, x, y);
        text.ifPresent(each -> IJ.showStatus(each + (IJ.altKeyDown() ? " (" + image.getTitle() + ")" : "")));
        return text.isPresent();
    }

    /** Returns whether an image is to be opened in a window of the viewer. ImageJ itself inverts lookup tables when it shows images. */
    private static boolean opens(ImagePlus image) {
        boolean hidden = IJ.isMacro() && IJ.getInstance() == null || Interpreter.isBatchMode();
        return !hidden
                && !GraphicsEnvironment.isHeadless()
                && !image.isVisible()
                && image.getWidth() > 0
                && !(Prefs.useInvertingLut && image.getBitDepth() == 8);
    }

    /** Opens a window as {@link ImagePlus#show(String)} does; returns whether it was opened. */
    private static boolean open(ImagePlus image, String status) {
        int[] place = {image.getChannel(), image.getSlice(), image.getFrame()};
        image.setDeactivated();
        if (!viewer.open(image)) return false;
        IJ.showStatus(status);
        boolean stack = image.getStackSize() > 1;
        if (IJ.isMacro() && !stack) image.waitTillActivated();
        if (image.getBitDepth() == 16 && ImagePlus.getDefault16bitRange() != 0) {
            image.resetDisplayRange();
            image.updateAndDraw();
        }
        if (stack && (place[0] > 1 || place[1] > 1 || place[2] > 1)) image.setPosition(place[0], place[1], place[2]);
        return true;
    }

    @Override
    public void close() {
        FrameStack.release(this);
        super.close();
    }

    @Override
    public synchronized void flush() {
        FrameStack.release(this);
        super.flush();
    }
}
