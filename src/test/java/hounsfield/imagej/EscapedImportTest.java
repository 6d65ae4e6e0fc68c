package hounsfield.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import ij.IJ;
import ij.ImagePlus;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Esc ends the scan of a folder, imports and resampling within a second. */
class EscapedImportTest {
    private static final int SLICES = 400;
    private static final int EDGE = 128;

    @TempDir
    static Path folder;

    private static ImagePlus uneven;

    private record Call(String name, Executable work) {}

    @BeforeAll
    static void write() throws IOException {
        for (int i = 0; i < SLICES; i++) DicomImages.write(folder, "s" + i, slice(i));
        uneven = Hounsfield.openSeries(folder.toString());
        assertEquals(SLICES, uneven.getStackSize());
    }

    /** The last slice is farther away. */
    private static DicomBytes slice(int i) {
        String place = "0\\0\\" + (i == SLICES - 1 ? 2 * i : i);
        DicomBytes bytes = DicomImages.at(DicomImages.ct("1", i + 1), place, "1\\0\\0\\0\\1\\0");
        int[] values = new int[EDGE * EDGE];
        for (int pixel = 0; pixel < values.length; pixel++) values[pixel] = (pixel + i) % 1000;
        return DicomImages.pixels(
                DicomImages.rescaled(DicomImages.gray(bytes, "MONOCHROME2", EDGE, EDGE, 16, 16, false), "-1000", "1"),
                values);
    }

    @AfterAll
    static void releaseTheKey() {
        IJ.resetEscape();
        IJ.setKeyUp(KeyEvent.VK_ESCAPE);
    }

    @TestFactory
    List<DynamicTest> escEndsCallsWithinASecond() {
        String path = folder.toString();
        List<Call> calls = List.of(
                new Call("listSeries", () -> Hounsfield.listSeries(path)),
                new Call("describeSeries", () -> Hounsfield.describeSeries(path)),
                new Call("openSeries", () -> Hounsfield.openSeries(path)),
                new Call("openSeriesVirtual", () -> Hounsfield.openSeriesVirtual(path)),
                new Call("regularize", () -> Hounsfield.regularize(uneven, 0, "cubic")),
                new Call("folderTable", () -> Hounsfield.folderTable(path)));
        return calls.stream()
                .map(call -> DynamicTest.dynamicTest(call.name(), () -> check(call.work())))
                .toList();
    }

    /** Presses Esc every other millisecond, since an Esc before the call has begun does not count. */
    private static void check(Executable work) throws InterruptedException {
        AtomicBoolean ended = new AtomicBoolean();
        AtomicLong pressed = new AtomicLong();
        Thread user = new Thread(() -> {
            while (!ended.get()) {
                IJ.setKeyDown(KeyEvent.VK_ESCAPE);
                pressed.compareAndSet(0, System.nanoTime());
                IJ.wait(2);
            }
        });
        user.start();
        try {
            assertThrows(CancellationException.class, work);
            long milliseconds = (System.nanoTime() - pressed.get()) / 1_000_000;
            assertTrue(milliseconds < 1000, () -> "ended " + milliseconds + " ms after Esc");
        } finally {
            ended.set(true);
            user.join();
        }
    }

    /** A cancelled import leaves nothing behind: the next one gives all slices. */
    @Test
    void theNextImportIsWhole() throws Exception {
        check(() -> Hounsfield.openSeries(folder.toString()));
        assertEquals(SLICES, Hounsfield.openSeries(folder.toString()).getStackSize());
    }
}
