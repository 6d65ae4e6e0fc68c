package hounsfield.imagej.browser;

import hounsfield.imagej.operation.BrowseSeries;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

/** A scan in a separate thread, which reports the results so far a few times per second. Its listener is called on AWT's thread. */
final class BrowserScan {
    /** Time between two updates of the rows [ms]. */
    private static final int STEP = 200;
    /** Time between two updates until there are rows [ms]. */
    private static final int FIRST_STEP = 50;

    /** Receives what the scan finds. */
    interface Listener {
        /** @param rows the images so far, one row for each Series Instance UID */
        void found(List<SeriesRow> rows, String status);

        /** @param result of the complete scan */
        void ended(BrowseSeries.Result result);

        /** @param reason the reason why the scan has failed */
        void failed(String reason);
    }

    private final List<Path> paths;
    private final CountDownLatch listening = new CountDownLatch(1);
    private Listener listener;
    private final Map<String, Found> images = new LinkedHashMap<>();
    private final Timer timer = new Timer(FIRST_STEP, event -> update());
    private volatile boolean cancelled;
    private volatile long done;
    private volatile long total;

    private record Found(BrowseSeries.Image first, int files) {}

    private final class ScanProgress implements Progress {
        @Override
        public void update(long steps, long all) {
            done = steps;
            total = all;
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }

    private BrowserScan(List<Path> paths) {
        this.paths = paths;
    }

    /**
     * Begins a scan. It finds files and reads the first headers while AWT's thread makes a window. Then it waits for a listener, so
     * that it does not slow down the window.
     */
    static BrowserScan start(List<Path> paths) {
        BrowserScan scan = new BrowserScan(paths);
        Thread thread = new Thread(scan::run, "hounsfield-browser");
        thread.setDaemon(true);
        thread.start();
        return scan;
    }

    /** Returns the files and folders that are scanned. */
    List<Path> paths() {
        return paths;
    }

    /** Sends a listener what has been found so far, and all later updates. */
    void listen(Listener other) {
        listener = other;
        listening.countDown();
        update();
        timer.start();
    }

    /** Ends the scan; the listener is not called any more. */
    void cancel() {
        cancelled = true;
        timer.stop();
        listening.countDown();
    }

    private void run() {
        try {
            BrowseSeries.Result result = BrowseSeries.scan(paths, new ScanProgress(), this::add);
            finish(() -> listener.ended(result));
        } catch (CancellationException e) {
            finish(() -> {});
        } catch (IOException | RuntimeException e) {
            String reason = e instanceof IOException failure ? DicomException.reasonWithFile(failure) : e.getMessage();
            finish(() -> listener.failed(String.valueOf(reason)));
        }
    }

    private void finish(Runnable end) {
        SwingUtilities.invokeLater(() -> {
            timer.stop();
            if (!cancelled) end.run();
        });
    }

    private void add(BrowseSeries.Image image) {
        synchronized (images) {
            Found before = images.get(image.uid());
            images.put(image.uid(), before == null ? new Found(image, 1) : new Found(before.first, before.files + 1));
        }
        awaitListener();
    }

    private void awaitListener() {
        try {
            listening.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancelled = true;
        }
    }

    private void update() {
        if (cancelled) return;
        List<SeriesRow> rows = new ArrayList<>();
        synchronized (images) {
            for (Found found : images.values()) rows.add(SeriesRow.of(found.first, found.files));
        }
        if (!rows.isEmpty()) timer.setDelay(STEP);
        String status = total == 0 ? "Looking for files" : done + " of " + total + " files";
        listener.found(rows, status + ", " + rows.size() + " series (Esc ends the scan)");
    }
}
