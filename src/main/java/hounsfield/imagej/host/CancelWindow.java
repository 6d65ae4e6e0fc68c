package hounsfield.imagej.host;

import ij.IJ;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JProgressBar;

/**
 * A small window with the progress of long work and a Cancel button, because ImageJ's progress bar has none. It opens only if the work
 * will take a while longer. It does not take the keyboard focus from ImageJ, whose Esc key also cancels. It hides between two parts of
 * the work, when a command may open a dialog.
 */
final class CancelWindow {
    /** Time after which work counts as long [ns]. */
    private static final long LONG_NANOS = 1_500_000_000;

    private static final int STEPS = 1000;

    private final String title;
    private long began;
    private boolean shown;
    private boolean closed;
    private volatile boolean cancelled;

    /** Used only on AWT's thread. */
    private JDialog dialog;

    private JProgressBar bar;

    private JLabel label;
    private String text = "";

    CancelWindow(String title) {
        this.title = title;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Cancels the work, as the button does. */
    void cancel() {
        cancelled = true;
        close();
    }

    /** Shows what is being done, in words; an empty text shows the title. */
    void status(String words) {
        EventQueue.invokeLater(() -> {
            text = words;
            if (dialog != null) label.setText(text());
        });
    }

    /** Receives the progress of a part of the work. */
    synchronized void update(long done, long total) {
        if (closed) return;
        long now = System.nanoTime();
        if (done >= total) {
            began = 0;
            hide();
            return;
        }
        if (began == 0) began = now;
        if (!shown && !isLong(now - began, (double) done / total)) return;
        shown = true;
        int step = (int) (done * STEPS / total);
        EventQueue.invokeLater(() -> show(step));
    }

    /**
     * Returns whether a window is worthwhile: the work has taken at least {@link #LONG_NANOS}, and at this speed the rest takes at
     * least as long.
     */
    static boolean isLong(long nanos, double done) {
        return nanos >= LONG_NANOS && nanos * (1 - done) >= LONG_NANOS * done;
    }

    synchronized void close() {
        closed = true;
        hide();
    }

    private void hide() {
        if (!shown) return;
        shown = false;
        EventQueue.invokeLater(() -> {
            if (dialog != null) dialog.dispose();
            dialog = null;
        });
    }

    private synchronized boolean isShown() {
        return shown;
    }

    private void show(int step) {
        if (!isShown()) return;
        if (dialog == null) open();
        bar.setValue(step);
    }

    private void open() {
        bar = new JProgressBar(0, STEPS);
        label = new JLabel(text());
        JButton cancel = new JButton("Cancel");
        cancel.setName("cancel");
        cancel.addActionListener(event -> cancel());
        dialog = new JDialog(IJ.getInstance(), title);
        dialog.setLayout(new BorderLayout(8, 8));
        dialog.getRootPane().setBorder(BorderFactory.createEmptyBorder(8, 10, 8, 10));
        dialog.add(label, BorderLayout.NORTH);
        dialog.add(bar, BorderLayout.CENTER);
        dialog.add(cancel, BorderLayout.EAST);
        dialog.setFocusableWindowState(false);
        dialog.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                cancel();
            }
        });
        GuiScale.apply(dialog.getContentPane());
        bar.setPreferredSize(GuiScale.of(260, 22));
        dialog.pack();
        // The window is below ImageJ, or above it if ImageJ is at the bottom of the screen.
        Rectangle imageJ = IJ.getInstance().getBounds();
        Rectangle screen = dialog.getGraphicsConfiguration().getBounds();
        int below = imageJ.y + imageJ.height;
        boolean fits = below + dialog.getHeight() <= screen.y + screen.height;
        dialog.setLocation(imageJ.x, fits ? below : Math.max(screen.y, imageJ.y - dialog.getHeight()));
        dialog.setVisible(true);
    }

    private String text() {
        return text.isEmpty() ? title : text;
    }
}
