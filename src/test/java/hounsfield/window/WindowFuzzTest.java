package hounsfield.window;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hounsfield.bytes.ArrayByteSource;
import hounsfield.calibrate.CalibratedPlane;
import hounsfield.calibrate.FrameCalibrator;
import hounsfield.equalize.BinSettings;
import hounsfield.equalize.Equalization;
import hounsfield.equalize.FrequencyBins;
import hounsfield.frame.FrameRef;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import hounsfield.testing.FuzzLimits;
import hounsfield.window.voi.FileWindow;
import hounsfield.window.voi.FileWindows;
import hounsfield.window.voi.VoiLut;
import hounsfield.window.voi.VoiLut8;
import hounsfield.window.voi.VoiTransform;
import hounsfield.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Images that open are shown through the windows and tables of the file and equalized: grays and fractions, or a {@link
 * hounsfield.standard.error.DicomException}. The first byte is the number of bins.
 */
class WindowFuzzTest {
    static Stream<byte[]> seeds() {
        DicomBytes windows = start(false)
                .text(Tag.WINDOW_CENTER, "DS", "40\\-600")
                .text(Tag.WINDOW_WIDTH, "DS", "400\\1500")
                .text(Tag.RESCALE_INTERCEPT, "DS", "-1024")
                .text(Tag.RESCALE_SLOPE, "DS", "1")
                .text(Tag.WINDOW_CENTER_WIDTH_EXPLANATION, "LO", "a\\b")
                .text(Tag.VOILUT_FUNCTION, "CS", "LINEAR_EXACT");
        DicomBytes tables = start(true)
                .ss(Tag.PIXEL_PADDING_VALUE, -2000)
                .sequence(Tag.MODALITY_LUT_SEQUENCE, table(), table())
                .sequence(Tag.VOILUT_SEQUENCE, table(), table());
        DicomBytes big = DicomBytes.bare(DicomBytes.EXPLICIT_BIG_ENDIAN)
                .us(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME1")
                .us(Tag.ROWS, 2)
                .us(Tag.COLUMNS, 2)
                .us(Tag.BITS_ALLOCATED, 8)
                .us(Tag.BITS_STORED, 8)
                .us(Tag.HIGH_BIT, 7)
                .us(Tag.PIXEL_REPRESENTATION, 0)
                .text(Tag.WINDOW_CENTER, "DS", "1e3")
                .text(Tag.WINDOW_WIDTH, "DS", "0.5")
                .text(Tag.VOILUT_FUNCTION, "CS", "SIGMOID")
                .bytes(Tag.PIXEL_DATA, "OB", new byte[] {0, 1, -1, 100});
        return Stream.of(DicomImages.pixels(windows, 1, 2, 3000, 65535), DicomImages.pixels(tables, 1, 2, 3, 4), big)
                .map(file -> {
                    byte[] bytes = file.toBytes();
                    byte[] seed = new byte[bytes.length + 1];
                    seed[0] = 8;
                    System.arraycopy(bytes, 0, seed, 1, bytes.length);
                    return seed;
                });
    }

    private static DicomBytes start(boolean signed) {
        return DicomImages.gray(DicomImages.ct("1", 1), "MONOCHROME2", 2, 2, 16, 16, signed);
    }

    private static DicomBytes table() {
        return DicomBytes.explicitLittleEndian()
                .us(Tag.LUT_DESCRIPTOR, 4, 1, 16)
                .text(Tag.LUT_EXPLANATION, "LO", "table")
                .text(Tag.MODALITY_LUT_TYPE, "LO", "HU")
                .shorts(Tag.LUT_DATA, "OW", 0, 10, 2000, 65535);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void graysAndFractionsOrDicomException(byte[] bytes) {
        if (bytes.length == 0) return;
        byte[] file = Arrays.copyOfRange(bytes, 1, bytes.length);
        FuzzLimits.check(bytes, () -> {
            FrameRef frame = FrameRef.first(DicomFile.read(new ArrayByteSource("fuzz", file)));
            CalibratedPlane plane;
            try (FrameReader reader = FrameReader.open(frame.file())) {
                if (reader.layout().samplesPerPixel() != 1) return 0;
                plane = FrameCalibrator.plane(frame, reader);
            }
            for (FileWindow window : FileWindows.of(frame.groups(), 0)) show(window.gray(), plane);
            for (VoiLut table : VoiLut.of(frame.groups(), 0)) show(table, plane);
            equalize(plane, bytes[0] & 0xFF);
            return plane.values().length;
        });
    }

    private static void show(VoiTransform gray, CalibratedPlane plane) {
        if (new VoiLut8(gray).of(plane.values()).length != plane.values().length) throw new AssertionError("grays");
        for (float value : plane.values()) {
            double shown = gray.of(value);
            if (!Float.isNaN(value) && !(shown >= 0 && shown <= 1))
                throw new AssertionError(value + " becomes " + shown);
        }
    }

    private static void equalize(CalibratedPlane plane, int bins) {
        if (bins < 2) return;
        Planes planes = Planes.ofFloats(plane.values());
        Selection selection = Selection.ALL.excluding(List.of(plane.padding()));
        FrequencyBins.find(planes, selection, BinSettings.of(bins), Progress.NONE)
                .ifPresent(found -> {
                    Equalization equalization = found.equalization();
                    float[] equalized = new float[plane.values().length];
                    equalization.map(plane.values(), equalized);
                    for (float value : equalized) {
                        if (value < 0 || value > 1) throw new AssertionError("equalized to " + value);
                    }
                });
    }
}
