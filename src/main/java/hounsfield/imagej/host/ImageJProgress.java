package hounsfield.imagej.host;

import hounsfield.work.Progress;
import ij.IJ;

/** ImageJ's progress bar, status line and Esc key. */
public final class ImageJProgress implements Progress {
    private static final long STEP_NANOS = 40_000_000;

    /** The window with a Cancel button; {@code null} if there is none. */
    private final CancelWindow window;

    private long lastShown;

    /** Starts a new operation and discards an earlier Esc. */
    public ImageJProgress() {
        this(null);
    }

    private ImageJProgress(CancelWindow window) {
        this.window = window;
        IJ.resetEscape();
    }

    /**
     * Starts a new operation as {@link #ImageJProgress()} does, with a window with a Cancel button that opens if the work takes long.
     * The window is closed by {@link #close}.
     *
     * @param title of the window
     * @return the progress
     */
    public static ImageJProgress withCancel(String title) {
        return new ImageJProgress(new CancelWindow(title));
    }

    @Override
    public synchronized void update(long done, long total) {
        long now = System.nanoTime();
        if (done < total && now - lastShown < STEP_NANOS) return;
        lastShown = now;
        if (window != null) window.update(done, total);
        IJ.showProgress(total == 0 ? 1 : (double) done / total);
    }

    @Override
    public boolean isCancelled() {
        return IJ.escapePressed() || window != null && window.isCancelled();
    }

    @Override
    public void status(String text) {
        IJ.showStatus(text);
        if (window != null) window.status(text);
    }

    /** For tests. */
    CancelWindow window() {
        return window;
    }

    /** Closes the window, if there is one. */
    public void close() {
        if (window != null) window.close();
    }
}
