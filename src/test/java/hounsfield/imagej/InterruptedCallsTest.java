package hounsfield.imagej;

import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Calls that read or write files on an interrupted thread all throw the same exception. */
class InterruptedCallsTest {
    /** Much more than an interrupted call takes. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    @TempDir
    Path temporary;

    private record Call(String name, Executable work) {}

    @TestFactory
    List<DynamicTest> interruptsEndCallsWithCancellation() throws Exception {
        Path folder = temporary.resolve("in");
        for (int i = 0; i < 3; i++) write(folder, "s" + i, slice(i + 1, i, -1024, 1, 2, 3, 4));
        String series = folder.toString();
        String file = folder.resolve("s0").toString();
        String output = temporary.resolve("out").toString();
        ImagePlus image = IJ.createImage("ramp", "32-bit ramp", 8, 8, 2);
        ImagePlus virtual = Hounsfield.openSeriesVirtual(series);
        List<Call> calls = List.of(
                new Call("open", () -> Hounsfield.open(file)),
                new Call("openStored", () -> Hounsfield.openStored(file)),
                new Call("openVirtual", () -> Hounsfield.openVirtual(file)),
                new Call("openSeries", () -> Hounsfield.openSeries(series)),
                new Call("listSeries", () -> Hounsfield.listSeries(series)),
                new Call("storedValues", () -> Hounsfield.storedValues(file, 0)),
                new Call("header", () -> Hounsfield.header(file)),
                new Call("asDict", () -> Hounsfield.asDict(file)),
                new Call("equalize", () -> Hounsfield.equalize(virtual, 10)),
                new Call("dicomFiles", () -> Hounsfield.dicomFiles(series)),
                new Call("folderTable", () -> Hounsfield.folderTable(series)),
                new Call("folderTableTo", () -> Hounsfield.folderTableTo(series, output + ".csv", "all", "brain")),
                new Call("batchExport", () -> Hounsfield.batchExport(series, output, "PNG", "brain", 0, "")),
                new Call("saveTiff32", () -> Hounsfield.saveTiff32(image, output + ".tif")));
        List<DynamicTest> tests = new ArrayList<>();
        for (Call call : calls) tests.add(DynamicTest.dynamicTest(call.name(), () -> check(call.work())));
        return tests;
    }

    /** The time of the interrupt is random. At any time the call throws one exception or returns the whole volume. */
    @Test
    void interruptAtAnyMomentGivesTheVolumeOrCancellation() throws Exception {
        for (int i = 0; i < 60; i++) write(temporary, "s" + i, slice(i + 1, i, -1024, 1, 2, 3, 4));
        Random random = new Random(7);
        int cancelled = 0;
        for (int round = 0; round < 40; round++) {
            AtomicReference<Throwable> end = new AtomicReference<>();
            Thread caller = new Thread(() -> {
                try {
                    Hounsfield.openSeries(temporary.toString());
                } catch (Throwable e) {
                    end.set(e);
                }
            });
            caller.setDaemon(true);
            caller.start();
            Thread.sleep(random.nextInt(15));
            caller.interrupt();
            caller.join(LONGEST.toMillis());
            assertFalse(caller.isAlive(), "the interrupted call does not end");
            if (end.get() == null) continue;
            assertEquals(CancellationException.class, end.get().getClass(), () -> end.get()
                    .toString());
            cancelled++;
        }
        assertTrue(cancelled > 0);
    }

    /** On a thread of its own, so that a call that an interrupt sets waiting forever fails. */
    private static void check(Executable work) {
        assertTimeoutPreemptively(LONGEST, () -> {
            Thread.currentThread().interrupt();
            assertThrows(CancellationException.class, work);
            assertTrue(Thread.interrupted());
        });
    }
}
