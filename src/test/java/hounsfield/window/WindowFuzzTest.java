package hounsfield.window;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hounsfield.bytes.ArrayByteSource;
import hounsfield.calibrate.CalibratedPlane;
import hounsfield.calibrate.FrameCalibrator;
import hounsfield.equalize.BinSettings;
import hounsfield.equalize.Equalization;
import hounsfield.equalize.FrequencyBins;
import hounsfield.frame.FrameReader;
import hounsfield.frame.FrameRef;
import hounsfield.parse.DicomFile;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import hounsfield.testing.FuzzLimits;
import hounsfield.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What opened, shown through the file's windows and tables and equalized: greys and fractions, or a {@link
 * hounsfield.standard.DicomException}. The first byte is the number of bins.
 */
class WindowFuzzTest {
    static Stream<byte[]> seeds() {
        DicomBytes windows = start(false)
                .text(0x00281050, "DS", "40\\-600")
                .text(0x00281051, "DS", "400\\1500")
                .text(0x00281052, "DS", "-1024")
                .text(0x00281053, "DS", "1")
                .text(0x00281055, "LO", "a\\b")
                .text(0x00281056, "CS", "LINEAR_EXACT");
        DicomBytes tables = start(true)
                .ss(0x00280120, -2000)
                .sequence(0x00283000, table(), table())
                .sequence(0x00283010, table(), table());
        DicomBytes big = DicomBytes.bare(DicomBytes.EXPLICIT_BIG_ENDIAN)
                .us(0x00280002, 1)
                .text(0x00280004, "CS", "MONOCHROME1")
                .us(0x00280010, 2)
                .us(0x00280011, 2)
                .us(0x00280100, 8)
                .us(0x00280101, 8)
                .us(0x00280102, 7)
                .us(0x00280103, 0)
                .text(0x00281050, "DS", "1e3")
                .text(0x00281051, "DS", "0.5")
                .text(0x00281056, "CS", "SIGMOID")
                .bytes(0x7FE00010, "OB", new byte[] {0, 1, -1, 100});
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
        return DicomImages.grey(DicomImages.ct("1", 1), "MONOCHROME2", 2, 2, 16, 16, signed);
    }

    private static DicomBytes table() {
        return DicomBytes.explicitLittleEndian()
                .us(0x00283002, 4, 1, 16)
                .text(0x00283003, "LO", "table")
                .text(0x00283004, "LO", "HU")
                .shorts(0x00283006, "OW", 0, 10, 2000, 65535);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void greysAndFractionsOrDicomException(byte[] bytes) {
        if (bytes.length == 0) return;
        byte[] file = Arrays.copyOfRange(bytes, 1, bytes.length);
        FuzzLimits.check(bytes, () -> {
            FrameRef frame = FrameRef.first(DicomFile.read(new ArrayByteSource("fuzz", file)));
            CalibratedPlane plane;
            try (FrameReader reader = FrameReader.open(frame.file())) {
                if (reader.layout().samplesPerPixel() != 1) return 0;
                plane = FrameCalibrator.plane(frame, reader);
            }
            for (FileWindow window : FileWindows.of(frame.groups(), 0)) show(window.grey(), plane);
            for (VoiLut table : VoiLut.of(frame.groups(), 0)) show(table, plane);
            equalize(plane, bytes[0] & 0xFF);
            return plane.values().length;
        });
    }

    private static void show(VoiTransform grey, CalibratedPlane plane) {
        if (new VoiLut8(grey).of(plane.values()).length != plane.values().length) throw new AssertionError("greys");
        for (float value : plane.values()) {
            double shown = grey.of(value);
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
