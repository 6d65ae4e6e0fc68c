package hounsfield.imagej.view;

import hounsfield.imagej.pixels.ImageValues;
import hounsfield.planes.Planes;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.process.ImageProcessor;

/**
 * Shows the current slice as the result of a command while the command's dialog is open. The command's gray levels, spread
 * over the current display range, replace the slice's pixels; the pixels are restored when the preview ends. Runs in a
 * background thread. A new request cancels the previous one.
 */
public final class SlicePreview implements AutoCloseable {
    /** A function from a slice to gray levels. */
    @FunctionalInterface
    public interface Grays {
        /**
         * Computes the gray levels of a slice.
         *
         * @param slice the current slice's own values, read-only
         * @param progress cancelled when the dialog has changed again
         * @return a gray level of 0..1 per pixel
         */
        float[] of(Planes slice, Progress progress);
    }

    private final ImagePlus image;
    private final PreviewExecutor work = new PreviewExecutor();
    private ImageProcessor shown;
    private Object original;

    /**
     * Creates a preview that is not shown yet.
     *
     * @param image a grayscale image
     */
    public SlicePreview(ImagePlus image) {
        this.image = image;
    }

    /**
     * Starts to show the current slice through a function in the background.
     *
     * @param grays the function; the message of an {@code IllegalArgumentException} goes to the status line
     */
    public void show(Grays grays) {
        work.begin(progress -> draw(grays, progress));
    }

    /** Restores the slice's own pixels. */
    public void hide() {
        work.end(this::restore);
    }

    @Override
    public void close() {
        hide();
        work.close();
    }

    private void draw(Grays grays, Progress progress) {
        restore();
        float[] results = grays.of(ImageValues.ofCurrentSlice(image), progress);
        ImageProcessor processor = image.getProcessor();
        double low = processor.getMin();
        double range = processor.getMax() - low;
        original = processor.getPixelsCopy();
        shown = processor;
        for (int i = 0; i < results.length; i++) processor.setf(i, (float) (low + results[i] * range));
        image.updateAndDraw();
    }

    private void restore() {
        if (shown == null) return;
        Object pixels = shown.getPixels();
        System.arraycopy(original, 0, pixels, 0, image.getWidth() * image.getHeight());
        shown = null;
        original = null;
        image.updateAndDraw();
    }
}
