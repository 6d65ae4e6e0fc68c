package hounsfield.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.standard.Tag;
import hounsfield.standard.error.InsufficientMemoryException;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import hounsfield.testing.SmallHeap;
import ij.ImagePlus;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image of 60 MB of floats and 30 MB of shorts, in a heap of 50 MB. */
class LargeImagesTest {
    private static final int FRAMES = 60;
    private static final int SIDE = 500;
    private static final int HEAP = 50;

    @TempDir
    Path folder;

    /** Runs in the small heap; prints the result of each call on one line. */
    public static void main(String[] arguments) {
        String path = arguments[0];
        print("open", () -> Hounsfield.open(path));
        print("openFrames", () -> Hounsfield.openFrames(path, 5, 9));
        print(
                "openSeries",
                () -> Hounsfield.openSeries(Path.of(path).getParent().toString()));
        print("mask", () -> Hounsfield.maskBy(Hounsfield.openVirtual(path), "100/200", 0.01, 0.5));
        print("crop", () -> Hounsfield.gaussBlur(Hounsfield.openVirtual(path), 1));
        print("channels", () -> Hounsfield.channels(Hounsfield.openVirtual(path), "100/200, 50/60"));
        print("window", () -> Hounsfield.rangeOutside(Hounsfield.openVirtual(path), 0, 100, "clip"));
        print("zoom", () -> Hounsfield.zoomTo(Hounsfield.openVirtual(path), 5000, 5000));
        print("equalize", () -> Hounsfield.equalize(Hounsfield.openFrames(path, 0, 9), 10));
        print("equalizeVirtual", () -> Hounsfield.equalize(Hounsfield.openVirtual(path), 10));
    }

    private static void print(String name, Callable<ImagePlus> call) {
        try {
            System.out.println("> " + name + ": " + call.call().getStackSize());
        } catch (InsufficientMemoryException e) {
            System.out.println("> " + name + ": " + e.getMessage());
        } catch (Exception | Error e) {
            System.out.println("> " + name + " ended with " + e);
        }
    }

    @Test
    void whatDoesNotFitEndsInASentence() throws Exception {
        DicomBytes bytes = DicomImages.ct("1", 1).text(Tag.NUMBER_OF_FRAMES, "IS", Integer.toString(FRAMES));
        DicomImages.gray(bytes, "MONOCHROME2", SIDE, SIDE, 16, 12, false);
        DicomImages.rescaled(bytes, "-24", "1");
        int[] values = new int[FRAMES * SIDE * SIDE];
        for (int i = 0; i < values.length; i++) values[i] = i % 150;
        Path file = DicomImages.write(folder, "in/large.dcm", DicomImages.pixels(bytes, values));
        SmallHeap.Result result = SmallHeap.run(HEAP, folder, LargeImagesTest.class, file.toString());
        assertEquals(0, result.exitCode(), result.printed());
        List<String> lines =
                result.printed().lines().filter(line -> line.startsWith("> ")).toList();
        assertEquals(10, lines.size(), result.printed());
        String large = "an image of 60 x 500 x 500 pixels needs ";
        check(lines.get(0), "> open: " + large, "; open it as a virtual stack, or open it with 16-bit pixels, or ");
        check(lines.get(1), "> openFrames: 5", "");
        check(lines.get(2), "> openSeries: " + large, "; open it as a virtual stack, or ");
        check(lines.get(3), "> mask: 60", "");
        for (int i : new int[] {4, 6}) check(lines.get(i), "> ", "a new image of 60 slices needs ");
        check(lines.get(5), "> channels: ", "a new image of 180 slices needs ");
        check(lines.get(7), "> zoom: the result needs ", " GB of memory, ");
        check(lines.get(8), "> equalize: 10", "");
        check(lines.get(9), "> equalizeVirtual: 60", "");
    }

    private static void check(String line, String start, String part) {
        assertTrue(line.startsWith(start) && line.contains(part), line);
        assertEquals(
                line.contains(" needs "), line.endsWith("give Java more memory (Edit > Options > Memory & Threads)"));
    }
}
