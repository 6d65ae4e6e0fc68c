package hounsfield.imagej.host;

import hounsfield.work.Progress;
import ij.IJ;

/** ImageJ's progress bar, status line and Esc key. */
public final class ImageJProgress implements Progress {
    private static final long STEP_NANOS = 40_000_000;

    private long lastShown;

    /** Starts a new operation and discards an earlier Esc. */
    public ImageJProgress() {
        IJ.resetEscape();
    }

    @Override
    public synchronized void update(long done, long total) {
        long now = System.nanoTime();
        if (done < total && now - lastShown < STEP_NANOS) return;
        lastShown = now;
        IJ.showProgress(total == 0 ? 1 : (double) done / total);
    }

    @Override
    public boolean isCancelled() {
        return IJ.escapePressed();
    }

    @Override
    public void status(String text) {
        IJ.showStatus(text);
    }
}
