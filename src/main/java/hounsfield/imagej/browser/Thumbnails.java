package hounsfield.imagej.browser;

import hounsfield.imagej.operation.BrowseSeries;
import hounsfield.work.BackgroundThread;
import hounsfield.work.Progress;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.IntConsumer;
import javax.swing.Icon;
import javax.swing.ImageIcon;
import javax.swing.SwingUtilities;

/** Draws the pictures of series one after another in a separate thread, the last requested first. All methods run on AWT's thread. */
final class Thumbnails {
    /** The pictures that are kept. The least recently used ones are removed, and drawn again on demand. */
    private static final int KEPT = 2000;

    private final int edge;
    private final Map<Integer, Icon> icons = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Icon> eldest) {
            return size() > KEPT;
        }
    };

    private final ThreadPoolExecutor executor;
    private BrowseSeries.Result result;
    private IntConsumer listener = series -> {};

    /** @param edge maximum width and height [pixels] */
    Thumbnails(int edge) {
        this.edge = edge;
        LinkedBlockingDeque<Runnable> latestFirst = new LinkedBlockingDeque<>() {
            @Override
            public boolean offer(Runnable task) {
                return offerFirst(task);
            }
        };
        executor = BackgroundThread.of("hounsfield-thumbnails", Thread.MIN_PRIORITY, latestFirst);
    }

    /** @param drawn receives the index of each series whose picture is ready */
    void listen(IntConsumer drawn) {
        listener = drawn;
    }

    /** Removes all pictures and takes the series of another scan; {@code null} for none. */
    void begin(BrowseSeries.Result other) {
        executor.getQueue().clear();
        icons.clear();
        result = other;
    }

    /** Returns a picture; {@code null} if it was not drawn yet. */
    Icon known(int series) {
        return icons.get(series);
    }

    /** Draws the picture of a series, unless it is ready or already requested. */
    void request(int series) {
        if (result == null || series < 0 || icons.containsKey(series)) return;
        icons.put(series, new ImageIcon());
        BrowseSeries.Result own = result;
        executor.execute(() -> draw(own, series));
    }

    /** Cancels the work for rows that are no longer shown; they can be requested again. */
    void forgetWaiting() {
        executor.getQueue().clear();
        icons.values().removeIf(icon -> icon.getIconWidth() <= 0);
    }

    private void draw(BrowseSeries.Result own, int series) {
        Icon icon;
        try {
            BufferedImage picture = own.thumbnail(series, edge, Progress.NONE);
            icon = new ImageIcon(picture);
        } catch (IOException | RuntimeException e) {
            if (e instanceof CancellationException) return;
            icon = new ImageIcon(new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB));
        }
        Icon drawn = icon;
        SwingUtilities.invokeLater(() -> {
            if (result != own) return;
            icons.put(series, drawn);
            listener.accept(series);
        });
    }
}
