package hounsfield.imagej.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The window with Cancel opens for long work, and its button ends the work. Tests such as {@code DropsOnScreen} need a display. */
class CancelWindowTest {
    @ParameterizedTest
    @CsvSource({"1.4, 0.1, false", "1.6, 0.1, true", "1.6, 0.9, false", "10, 0.9, false", "30, 0.9, true", "2, 0, true"
    })
    void onlyWorkThatStillTakesAWhileHasAWindow(double seconds, double done, boolean open) {
        assertEquals(open, CancelWindow.isLong((long) (seconds * 1e9), done));
    }

    @Test
    void theButtonEndsTheWork() {
        ImageJProgress progress = ImageJProgress.withCancel("Import");
        progress.update(0, 10);
        progress.check();
        progress.window().cancel();
        assertTrue(progress.isCancelled());
        assertThrows(CancellationException.class, progress::check);
        assertFalse(new ImageJProgress().isCancelled());
    }

    @Test
    void closingIsNotCancelling() {
        ImageJProgress progress = ImageJProgress.withCancel("Import");
        progress.close();
        progress.update(1, 10);
        assertFalse(progress.isCancelled());
        new ImageJProgress().close();
    }
}
