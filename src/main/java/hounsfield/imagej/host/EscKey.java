package hounsfield.imagej.host;

import hounsfield.work.Progress;
import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ends work at the next Esc. ImageJ records only whether Esc was pressed since an operation began. Work that ImageJ requests, such as
 * decoding slices of a virtual stack, must not reset that, because the Esc may be meant for another operation.
 */
public final class EscKey implements Progress {
    private static final AtomicLong PRESSES = new AtomicLong();

    private static final EventQueue WAITING = Toolkit.getDefaultToolkit().getSystemEventQueue();

    private final long before = PRESSES.get();

    private EscKey() {}

    /** Listens to the keys of all windows, from the first use on. */
    private static final class Listener {
        static {
            Toolkit.getDefaultToolkit().addAWTEventListener(EscKey::dispatched, AWTEvent.KEY_EVENT_MASK);
        }

        static void start() {
            // The class is initialized.
        }
    }

    /**
     * Returns a progress for work that begins now.
     *
     * @return cancelled when Esc is pressed; it shows nothing
     */
    public static Progress fromNow() {
        Listener.start();
        return new EscKey();
    }

    static void dispatched(AWTEvent event) {
        if (isEsc(event)) PRESSES.incrementAndGet();
    }

    private static boolean isEsc(AWTEvent event) {
        return event instanceof KeyEvent key
                && key.getID() == KeyEvent.KEY_PRESSED
                && key.getKeyCode() == KeyEvent.VK_ESCAPE;
    }

    @Override
    public void update(long done, long total) {}

    /** {@return whether Esc was pressed; also while the thread of the events, which does this work, cannot receive it} */
    @Override
    public boolean isCancelled() {
        return PRESSES.get() != before || isEsc(WAITING.peekEvent(KeyEvent.KEY_PRESSED));
    }
}
