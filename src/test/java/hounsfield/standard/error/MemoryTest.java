package hounsfield.standard.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.standard.error.Memory.Instead;
import hounsfield.standard.error.Memory.Need;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final Need NOTHING = new Need(0, 1 << 20);
    private static final Need TERABYTES = new Need(1 << 20, 3 << 20);

    @Test
    void whatFitsPasses() {
        Memory.require("an image", NOTHING, List.of());
        Memory.require("an image", new Need(3, 1000), List.of());
        assertTrue(Memory.isAmple(new Need(3, 1000)));
        assertFalse(Memory.isAmple(TERABYTES));
    }

    @Test
    void imagesThatDoNotFitReportTheNeededMemoryAndAnAlternative() {
        List<Instead> instead = List.of(
                new Instead("open it as a virtual stack", new Need(1, 1000)),
                new Instead("cut it in halves", TERABYTES));
        String message = assertThrows(
                        InsufficientMemoryException.class, () -> Memory.require("an image", TERABYTES, instead))
                .getMessage();
        assertTrue(
                message.matches("an image needs [34]\\d{3}\\.\\d GB of memory, \\S+ [MG]B are free; "
                        + "open it as a virtual stack, or give Java more memory .*"),
                message);
        assertThrows(
                InsufficientMemoryException.class,
                () -> Memory.require("it", new Need(Long.MAX_VALUE, Long.MAX_VALUE / 2), List.of()));
    }

    @Test
    void bytesAreInMegabytesAndGigabytes() {
        assertEquals("1 MB", Memory.text(5));
        assertEquals("1023 MB", Memory.text(1023L << 20));
        assertEquals("1.5 GB", Memory.text(1536L << 20));
    }

    @Test
    void callsThatUseUpTheMemoryEndWithASentence() {
        assertEquals(7, Memory.<Integer, RuntimeException>guarded(() -> 7));
        assertThrows(
                IOException.class,
                () -> Memory.guarded(() -> {
                    throw new IOException();
                }));
        InsufficientMemoryException e = assertThrows(
                InsufficientMemoryException.class,
                () -> Memory.guarded(() -> {
                    throw new OutOfMemoryError("Java heap space");
                }));
        assertTrue(e.getMessage().startsWith("Java's memory is used up, "), e.getMessage());
    }

    /** Whichever thread it was. */
    @Test
    void workThatUsesUpTheMemoryEndsWithASentence() {
        for (int threads = 1; threads <= 2; threads++) {
            int used = threads;
            InsufficientMemoryException e = assertThrows(
                    InsufficientMemoryException.class,
                    () -> Workers.<RuntimeException>forEach(used, 10, Progress.NONE, () -> index -> {
                        if (index == 5) throw new OutOfMemoryError("Java heap space");
                    }));
            assertTrue(e.getMessage().startsWith("Java's memory is used up, "), e.getMessage());
            assertEquals(OutOfMemoryError.class, e.getCause().getClass());
        }
    }
}
