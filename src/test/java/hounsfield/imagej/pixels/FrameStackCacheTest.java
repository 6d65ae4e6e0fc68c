package hounsfield.imagej.pixels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ByteSource;
import hounsfield.cache.PlaneCache;
import hounsfield.frame.DamagedFrames;
import hounsfield.frame.FrameOpener;
import hounsfield.frame.FrameRef;
import hounsfield.imagej.Hounsfield;
import hounsfield.imagej.process.DerivedImage;
import hounsfield.parse.DicomFile;
import hounsfield.testing.WatchedSource;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.Slicer;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Virtual stacks decode a frame once while the cache has room, and ImageJ cannot change what is in it. */
class FrameStackCacheTest {
    private static final int FRAMES = 8;
    private static final int FRAME_BYTES = 24;
    private static final hounsfield.calibrate.ValueSource RESCALE = hounsfield.calibrate.ValueSource.RESCALE;

    private final AtomicIntegerArray reads = new AtomicIntegerArray(FRAMES);
    private final long limit = PlaneCache.shared().limit();

    private final ByteSource source = new WatchedSource(
            "test.dcm", DamagedFrames.nativeFile(FRAMES), FRAMES * FRAME_BYTES, (position, length) -> {
                if (length <= FRAME_BYTES) reads.incrementAndGet((int) (position / FRAME_BYTES));
            });

    @AfterEach
    void restore() {
        PlaneCache.shared().setLimit(limit);
    }

    private FrameStack stack(boolean filled) throws IOException {
        List<FrameRef> frames = FrameRef.allOf(DicomFile.read(source));
        FrameOpener opener = new FrameOpener();
        FrameStack stack = new FrameStack(new SliceDecoder(
                ImageSlice.numbered(frames),
                opener,
                filled ? new CalibratedConverter("HU", RESCALE) : IntegerConverter.stored(false, false),
                opener.read(frames.get(0), (frame, reader) -> reader.layout()),
                filled ? Optional.of(RESCALE) : Optional.empty()));
        for (int i = 0; i < FRAMES; i++) reads.set(i, 0);
        return stack;
    }

    private int[] reads() {
        int[] counts = new int[FRAMES];
        for (int i = 0; i < FRAMES; i++) counts[i] = reads.get(i);
        return counts;
    }

    private static int[] each(int count) {
        int[] counts = new int[FRAMES];
        Arrays.fill(counts, count);
        return counts;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void changesOfPixelsAreLostAndNeverReachTheCache(boolean filled) throws IOException {
        FrameStack stack = stack(filled);
        float first = stack.getProcessor(1).getf(0);
        ImagePlus image = new ImagePlus("virtual", stack);
        image.getProcessor().add(50);
        assertEquals(first + 50, image.getProcessor().getf(0));
        image.setSlice(2);
        image.getProcessor().set(0);
        image.setSlice(1);
        assertEquals(first, image.getProcessor().getf(0));
        ImageProcessor direct = stack.getProcessor(2);
        assertNotSame(stack.getPixels(2), stack.getPixels(2));
        direct.set(0);
        assertTrue(stack.getProcessor(2).getf(0) != 0);
        assertEquals(1, reads.get(0));
        assertEquals(1, reads.get(1));
    }

    @Test
    void framesAreDecodedOnceForAllThatReadThem() throws IOException {
        FrameStack stack = stack(true);
        ImagePlus image = new ImagePlus("virtual", stack);
        ImageStack copy = image.duplicate().getStack();
        for (int n = FRAMES; n >= 1; n--) {
            assertArrayEquals((float[]) copy.getPixels(n), (float[]) stack.getPixels(n));
        }
        Hounsfield.statistics(image);
        Hounsfield.histogram(image);
        Hounsfield.equalize(image, 4);
        assertArrayEquals(each(1), reads());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void resliceIsThatOfTheImageInMemory(boolean filled) throws IOException {
        FrameStack stack = stack(filled);
        ImagePlus image = new ImagePlus("virtual", stack);
        ImagePlus memory = image.duplicate();
        ImageStack expected = new Slicer().reslice(memory).getStack();
        ImageStack resliced = new Slicer().reslice(image).getStack();
        assertEquals(expected.size(), resliced.size());
        for (int n = 1; n <= expected.size(); n++) {
            assertArrayEquals(
                    expected.getProcessor(n).getFloatArray(),
                    resliced.getProcessor(n).getFloatArray());
        }
        assertArrayEquals(each(1), reads());
    }

    /** Scrolling decodes the next four frames before they are requested, measuring does not. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void scrollingDecodesAhead(boolean filled) throws Exception {
        FrameStack stack = stack(filled);
        for (int n = 1; n <= 3; n++) stack.decode(n, Progress.NONE);
        Thread.sleep(100);
        assertArrayEquals(new int[] {1, 1, 1, 0, 0, 0, 0, 0}, reads());
        for (int n = 1; n <= 3; n++) stack.getProcessor(n);
        for (int i = 0; i < 1000 && reads.get(6) == 0; i++) Thread.sleep(10);
        Thread.sleep(50);
        assertArrayEquals(new int[] {1, 1, 1, 1, 1, 1, 1, 0}, reads());
        float[] shown =
                (float[]) stack.getProcessor(5).convertToFloatProcessor().getPixels();
        assertArrayEquals(shown, (float[])
                stack(filled).getProcessor(5).convertToFloatProcessor().getPixels());
    }

    @Test
    void withoutACacheEachAccessDecodes() throws IOException {
        Hounsfield.cacheLimit(0);
        FrameStack stack = stack(true);
        for (int round = 0; round < 3; round++) for (int n = 1; n <= FRAMES; n++) stack.getPixels(n);
        assertArrayEquals(each(3), reads());
    }

    @Test
    void limitIsInMegabytes() {
        Hounsfield.cacheLimit(1.5);
        assertEquals(3 << 19, PlaneCache.shared().limit());
        for (double wrong : new double[] {-1, Double.NaN, 1e9}) {
            assertThrows(IllegalArgumentException.class, () -> Hounsfield.cacheLimit(wrong));
        }
        assertEquals(3 << 19, PlaneCache.shared().limit());
    }

    @Test
    void closedImagesLeaveTheCache() throws IOException {
        PlaneCache.shared().clear();
        ImagePlus image = new TrackedImage("virtual", stack(true));
        for (int n = 1; n <= FRAMES; n++) image.getStack().getPixels(n);
        assertEquals(FRAMES * 2 * FRAME_BYTES, PlaneCache.shared().size());
        image.close();
        assertEquals(0, PlaneCache.shared().size());
    }

    /** An image that is made of the planes of a virtual stack may be changed. */
    @Test
    void derivedImagesHaveArraysOfTheirOwn() throws IOException {
        FrameStack stack = stack(true);
        ImagePlus image = new ImagePlus("virtual", stack);
        image.getCalibration().setValueUnit("HU");
        float first = stack.getProcessor(1).getf(0);
        ImagePlus same = DerivedImage.of(image, "same", (slice, index) -> slice.values(0), Progress.NONE);
        for (ImagePlus derived : List.of(same, Hounsfield.zoom(image, 1))) {
            for (int n = 1; n <= FRAMES; n++) derived.getStack().getProcessor(n).set(0);
            assertEquals(first, ((float[]) stack.decode(1, Progress.NONE))[0]);
        }
    }
}
