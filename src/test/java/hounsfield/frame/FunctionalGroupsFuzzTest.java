package hounsfield.frame;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hounsfield.bytes.ArrayByteSource;
import hounsfield.calibrate.CalibratedImage;
import hounsfield.calibrate.FrameCalibrator;
import hounsfield.calibrate.ModalityTransform;
import hounsfield.geometry.Placement;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.parse.DicomFile;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.FuzzLimits;
import hounsfield.window.voi.FileWindows;
import hounsfield.window.voi.VoiLut;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the functional groups of each frame and makes the image; only {@link DicomException} may escape. */
class FunctionalGroupsFuzzTest {
    private static final int MOST_FRAMES = 16;

    static Stream<byte[]> seeds() {
        return EnhancedBytes.variety().stream();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void onlyDicomExceptionEscapes(byte[] bytes) {
        FuzzLimits.check(bytes, () -> {
            DicomFile file = DicomFile.read(new ArrayByteSource("fuzz", bytes));
            List<FrameRef> frames = FrameRef.allOf(file);
            if (frames.size() > MOST_FRAMES) frames = frames.subList(0, MOST_FRAMES);
            for (FrameRef frame : frames) {
                FunctionalGroups groups = frame.groups();
                tolerate(() -> ModalityTransform.of(groups, frame.frame()));
                tolerate(() -> PlaneGeometry.of(groups, frame.frame()));
                tolerate(() -> FileWindows.of(groups, frame.frame()));
                tolerate(() -> VoiLut.of(groups, frame.frame()));
            }
            CalibratedImage image = FrameCalibrator.read(frames, Placement.of(frames), Progress.NONE);
            if (image.planes().size() != frames.size()) throw new AssertionError("planes");
            if (!(image.sliceSpacing().mm() > 0)) throw new AssertionError("slice spacing " + image.sliceSpacing());
            if (!(image.pixelSpacing().row() > 0)) throw new AssertionError("pixel spacing " + image.pixelSpacing());
            return (long) image.width() * image.height() * frames.size();
        });
    }

    private interface Access {
        Object get() throws IOException;
    }

    private static void tolerate(Access access) throws IOException {
        try {
            access.get();
        } catch (DicomException e) {
            // One thing may be bad; the others are looked at.
        }
    }
}
