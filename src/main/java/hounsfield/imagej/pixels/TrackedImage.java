package hounsfield.imagej.pixels;

import hounsfield.imagej.memory.ImageRecord;
import hounsfield.imagej.memory.ReplacedValues;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import java.awt.Rectangle;

/**
 * An ImageJ image that keeps its record true when ImageJ crops it, or copies a selection of it. ImageJ itself does not record
 * which part of the pixels Crop, Duplicate and Make Substack have left. Their result has the size of the selection; another
 * size is the work of another command, and the place of the pixels counts as unknown.
 */
public class TrackedImage extends ImagePlus {
    /** The selection of an original, of which ImageJ makes this copy; {@code null} for other images. */
    private Cut cut;

    /** The area to copy and the size of the original. */
    private record Cut(Rectangle area, int width, int height, ImageRecord record) {}

    /**
     * Creates an image.
     *
     * @param title the title
     * @param stack the slices
     */
    public TrackedImage(String title, ImageStack stack) {
        super(title, stack);
    }

    private TrackedImage() {}

    /** Returns an image without pixels for a copy of this one, as ImageJ's commands request it. */
    @Override
    public ImagePlus createImagePlus() {
        ImagePlus plain = super.createImagePlus();
        TrackedImage copy = new TrackedImage();
        copy.setType(getType());
        copy.setCalibration(plain.getCalibration());
        copy.setProperty("Info", plain.getProperty("Info"));
        copy.setProperties(plain.getPropertiesAsArray());
        copy.setFileInfo(plain.getOriginalFileInfo());
        copy.cut = selected();
        return copy;
    }

    /** Returns the selected area of this image; {@code null} if all is selected. */
    private Cut selected() {
        Roi selection = getRoi();
        if (selection == null || !selection.isArea() || width == 0) return null;
        Rectangle area = selection.getBounds().intersection(new Rectangle(width, height));
        return new Cut(area, width, height, ImageRecord.read(this));
    }

    /** Replaces the slices. After Crop, the record says which pixels are left. */
    @Override
    public void setStack(String title, ImageStack stack) {
        boolean resized = width > 0 && (stack.getWidth() != width || stack.getHeight() != height);
        Cut crop = resized ? selected() : cut;
        super.setStack(title, stack);
        track(crop);
    }

    @Override
    public void setProcessor(String title, ImageProcessor processor) {
        super.setProcessor(title, processor);
        track(cut);
    }

    /** Replaces the properties, by those of the original if this is a copy. */
    @Override
    public void setProperties(String[] properties) {
        super.setProperties(properties);
        track(cut);
    }

    private void track(Cut crop) {
        if (crop == null || width != crop.area.width || height != crop.area.height) return;
        crop.record.writeAreaTo(
                this, crop.width, crop.height, crop.area.x, crop.area.y, crop.area.width, crop.area.height);
    }

    /** Returns the properties that ImageJ copies and saves; after Undo, those of the present pixels. */
    @Override
    public String[] getPropertiesAsArray() {
        return ReplacedValues.synced(this, super.getPropertiesAsArray());
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
