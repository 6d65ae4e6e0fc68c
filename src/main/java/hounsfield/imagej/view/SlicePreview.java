package hounsfield.imagej.view;

import hounsfield.imagej.pixels.ImageValues;
import hounsfield.planes.Planes;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.process.ImageProcessor;

/**
 * Shows the current slice as a command would make it while the command's dialog is open. The slice's pixels give way to
 * the command's greys, spread over the display range that is set, and come back when the preview ends. Works in a thread
 * of its own; only the last request counts.
 */
public final class SlicePreview implements AutoCloseable {
    /** What is shown of a slice. */
    @FunctionalInterface
    public interface Greys {
        /**
         * @param slice the current slice's own values, not to be written to
         * @param progress cancelled when the dialog has changed again
         * @return a grey of 0..1 for each pixel
         */
        float[] of(Planes slice, Progress progress);
    }

    private final ImagePlus image;
    private final PreviewExecutor work = new PreviewExecutor();
    private ImageProcessor shown;
    private Object original;

    public SlicePreview(ImagePlus image) {
        this.image = image;
    }

    /** Begins to show the current slice through a function. What it throws as {@code IllegalArgumentException} is said. */
    public void show(Greys greys) {
        work.begin(progress -> draw(greys, progress));
    }

    /** Brings the slice's own pixels back. */
    public void hide() {
        work.end(this::restore);
    }

    @Override
    public void close() {
        hide();
        work.close();
    }

    private void draw(Greys greys, Progress progress) {
        restore();
        float[] results = greys.of(ImageValues.ofCurrentSlice(image), progress);
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
