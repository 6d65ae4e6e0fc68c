package hounsfield.imagej;

import hounsfield.planes.Planes;
import hounsfield.standard.Progress;
import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

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
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "preview");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger latest = new AtomicInteger();
    private ImageProcessor shown;
    private Object original;

    public SlicePreview(ImagePlus image) {
        this.image = image;
    }

    /** Begins to show the current slice through a function. What it throws as {@code IllegalArgumentException} is said. */
    public void show(Greys greys) {
        int request = latest.incrementAndGet();
        worker.execute(() -> {
            if (request != latest.get()) return;
            try {
                draw(greys, request);
            } catch (CancellationException e) {
                // a later request came
            } catch (IllegalArgumentException e) {
                IJ.showStatus("Preview: " + e.getMessage());
            }
        });
    }

    /** Brings the slice's own pixels back. */
    public void hide() {
        latest.incrementAndGet();
        worker.execute(this::restore);
        waitForWorker();
    }

    @Override
    public void close() {
        hide();
        worker.shutdown();
    }

    private void draw(Greys greys, int request) {
        restore();
        Progress untilNext = new Progress() {
            @Override
            public void update(long done, long total) {}

            @Override
            public boolean isCancelled() {
                return request != latest.get();
            }
        };
        float[] results = greys.of(ImageValues.ofCurrentSlice(image), untilNext);
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

    private void waitForWorker() {
        try {
            worker.submit(() -> {}).get(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
