package hounsfield.imagej.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.bytes.ByteSource;
import hounsfield.calibrate.ValueSource;
import hounsfield.calibrate.WhenDamaged;
import hounsfield.frame.DamagedFrames;
import hounsfield.frame.FrameRef;
import hounsfield.imagej.pixels.ImageSlice;
import hounsfield.parse.DicomFile;
import hounsfield.testing.WatchedSource;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Esc while a frame of a virtual stack is decoded that opening needs: the first, and the middle one for the display range. */
class EscapedOpeningTest {
    private static final int FRAMES = 5;
    private static final int FRAME_BYTES = 24;

    /** The frame that is being read when the user presses Esc; -1 for none. */
    private int escape;

    private volatile boolean pressed;
    /** Whether a frame was read after Esc. */
    private volatile boolean readAfterwards;

    private final ByteSource source = new WatchedSource(
            "test.dcm", DamagedFrames.nativeFile(FRAMES), FRAMES * FRAME_BYTES, (position, length) -> {
                if (length > FRAME_BYTES) return;
                if (pressed) readAfterwards = true;
                if (position / FRAME_BYTES == escape) pressed = true;
            });

    private final Progress progress = new Progress() {
        @Override
        public void update(long done, long total) {}

        @Override
        public boolean isCancelled() {
            return pressed;
        }
    };

    private ImageBuilder builder(PixelForm pixels) throws IOException {
        List<FrameRef> frames = FrameRef.allOf(DicomFile.read(source));
        OpenSettings settings = new OpenSettings(pixels, ValueSource.RESCALE, WhenDamaged.FILL, true);
        return new ImageBuilder(ImageSlice.numbered(frames), settings, progress);
    }

    @ParameterizedTest
    @CsvSource({"CALIBRATED, 0", "CALIBRATED, 2", "STORED, 0", "STORED, 2", "COMPACT, 0", "COMPACT, 2"})
    void escEndsTheOpening(PixelForm pixels, int frame) throws IOException {
        escape = -1;
        assertEquals(FRAMES, builder(pixels).build("test").getStackSize());
        escape = frame;
        assertThrows(CancellationException.class, () -> builder(pixels).build("test"));
        assertFalse(readAfterwards, "another frame is read after Esc");
    }

    /** An Esc that is seen while a decoder works on the first frame. */
    @ParameterizedTest
    @EnumSource(PixelForm.class)
    void escEndsTheDecodingOfTheFirstFrame(PixelForm pixels) throws IOException {
        Progress impatient = new Progress() {
            @Override
            public void update(long done, long total) {}

            @Override
            public boolean isCancelled() {
                return StackWalker.getInstance()
                        .walk(calls ->
                                calls.anyMatch(call -> call.getClassName().startsWith("hounsfield.codec.jpeg.")));
            }
        };
        DicomFile compressed = DicomFile.read(new ArrayByteSource(
                "test.dcm", DamagedFrames.JPEG_LOSSLESS.sound().toBytes()));
        List<ImageSlice> slices = ImageSlice.numbered(FrameRef.allOf(compressed));
        OpenSettings settings = new OpenSettings(pixels, ValueSource.RESCALE, WhenDamaged.FILL, true);
        assertThrows(CancellationException.class, () -> new ImageBuilder(slices.subList(0, 1), settings, impatient)
                .build("test"));
    }
}
