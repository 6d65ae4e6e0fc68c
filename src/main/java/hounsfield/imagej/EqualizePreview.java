package hounsfield.imagej;

import hounsfield.equalize.BinSettings;
import hounsfield.equalize.Equalization;
import hounsfield.equalize.FrequencyBins;
import hounsfield.equalize.Planes;
import hounsfield.equalize.Selection;
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
 * Shows the current slice equalized while a dialog is open. The slice's pixels give way to equalized ones, spread over the
 * display range that is set, and come back when the preview ends. Works in a thread of its own; only the last request
 * counts. The whole stack's bins are computed once for each settings, not for each change.
 */
public final class EqualizePreview implements AutoCloseable {
    private final ImagePlus image;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "equalization preview");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger latest = new AtomicInteger();
    private ImageProcessor shown;
    private Object original;
    private BinSettings settingsOfStack;
    private Equalization ofStack;

    public EqualizePreview(ImagePlus image) {
        this.image = image;
    }

    /** Begins to show the current slice with these settings. */
    public void show(BinSettings settings, boolean sliceBySlice) {
        int request = latest.incrementAndGet();
        worker.execute(() -> {
            if (request != latest.get()) return;
            try {
                draw(settings, sliceBySlice, request);
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

    private void draw(BinSettings settings, boolean sliceBySlice, int request) {
        restore();
        Progress untilNext = new Progress() {
            @Override
            public void update(long done, long total) {}

            @Override
            public boolean isCancelled() {
                return request != latest.get();
            }
        };
        Planes slice = ImageValues.ofCurrentSlice(image);
        Equalization equalization = sliceBySlice
                ? FrequencyBins.of(slice, selectionOfSlice(), settings, untilNext)
                        .equalization()
                : ofStack(settings, untilNext);
        float[] equalized = equalization.map(slice, untilNext).get(0);
        ImageProcessor processor = image.getProcessor();
        double low = processor.getMin();
        double range = processor.getMax() - low;
        original = processor.getPixelsCopy();
        shown = processor;
        for (int i = 0; i < equalized.length; i++) processor.setf(i, (float) (low + equalized[i] * range));
        image.updateAndDraw();
    }

    private Equalization ofStack(BinSettings settings, Progress progress) {
        if (!settings.equals(settingsOfStack)) {
            ofStack = ImageEqualizer.bins(image, settings, progress).equalization();
            settingsOfStack = settings;
        }
        return ofStack;
    }

    private Selection selectionOfSlice() {
        return ImageValues.selection(image).plane(image.getCurrentSlice() - 1);
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
