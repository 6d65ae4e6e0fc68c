package hounsfield.imagej.pixels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ByteSource;
import hounsfield.frame.DamagedFrames;
import hounsfield.frame.FrameOpener;
import hounsfield.frame.FrameRef;
import hounsfield.imagej.host.MessagesTest;
import hounsfield.parse.DicomFile;
import hounsfield.standard.error.InsufficientMemoryException;
import hounsfield.testing.WatchedSource;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A virtual stack whose slice does not fit into memory at the moment. */
class FrameStackMemoryTest {
    /** Frame 1, the middle one, has no memory. */
    private boolean exhausted = true;

    private final ByteSource source =
            new WatchedSource("test.dcm", DamagedFrames.nativeFile(3), 72, (position, length) -> {
                if (exhausted && position == 24) throw new OutOfMemoryError("Java heap space");
            });

    private FrameStack stack(boolean filled) throws IOException {
        List<FrameRef> frames = FrameRef.allOf(DicomFile.read(source));
        FrameOpener opener = new FrameOpener();
        return new FrameStack(new SliceDecoder(
                ImageSlice.numbered(frames),
                opener,
                filled ? new CalibratedConverter("HU", RESCALE) : IntegerConverter.stored(false, false),
                opener.read(frames.get(0), (frame, reader) -> reader.layout()),
                filled ? Optional.of(RESCALE) : Optional.empty()));
    }

    private static final hounsfield.calibrate.ValueSource RESCALE = hounsfield.calibrate.ValueSource.RESCALE;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sliceIsBlankAndDamagedUntilItIsDecoded(boolean filled) throws Exception {
        FrameStack stack = stack(filled);
        List<String> log = MessagesTest.logged(() -> {
            stack.shown(2);
            return stack.shown(2);
        });
        assertEquals(1, log.size(), log::toString);
        assertTrue(log.get(0).startsWith("test.dcm, frame 1: Java's memory is used up, "), log.get(0));
        Object blank = stack.shown(2);
        if (filled) assertTrue(Float.isNaN(((float[]) blank)[11]));
        else assertArrayEquals(new short[12], (short[]) blank);
        assertTrue(stack.damage(2).isPresent());
        assertTrue(stack.getSliceLabel(2).startsWith("frame 2 (damaged)"), stack.getSliceLabel(2));
        assertFalse(stack.damage(1).isPresent());
        exhausted = false;
        stack.decodeAll(Progress.NONE);
        assertFalse(stack.damage(2).isPresent());
        Object pixels = stack.shown(2);
        if (filled) assertEquals(-12, ((float[]) pixels)[0]);
        else assertEquals(1012, ((short[]) pixels)[0]);
    }

    /** What is measured must not be a blank plane. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void macrosAndMeasurementsEndWithTheReason(boolean filled) throws IOException {
        FrameStack stack = stack(filled);
        for (Runnable use : List.<Runnable>of(
                () -> stack.decode(2, Progress.NONE),
                () -> stack.getProcessor(2),
                () -> stack.decodeAll(Progress.NONE))) {
            String message =
                    assertThrows(InsufficientMemoryException.class, use::run).getMessage();
            assertTrue(message.startsWith("Java's memory is used up, "), message);
        }
        assertFalse(stack.damage(2).isPresent());
    }
}
