package hounsfield.imagej.host;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.work.Progress;
import java.awt.Component;
import java.awt.event.KeyEvent;
import org.junit.jupiter.api.Test;

/** Work that ends at the next Esc, and not at an earlier one. */
class EscKeyTest {
    private static void event(int id, int key) {
        EscKey.dispatched(new KeyEvent(new Component() {}, id, 0, 0, key, KeyEvent.CHAR_UNDEFINED));
    }

    @Test
    void onlyALaterEscEndsTheWork() {
        event(KeyEvent.KEY_PRESSED, KeyEvent.VK_ESCAPE);
        Progress first = EscKey.fromNow();
        assertFalse(first.isCancelled());
        event(KeyEvent.KEY_PRESSED, KeyEvent.VK_ENTER);
        event(KeyEvent.KEY_RELEASED, KeyEvent.VK_ESCAPE);
        assertFalse(first.isCancelled());
        event(KeyEvent.KEY_PRESSED, KeyEvent.VK_ESCAPE);
        assertTrue(first.isCancelled());
        assertFalse(EscKey.fromNow().isCancelled());
    }
}
