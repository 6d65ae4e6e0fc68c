package hounsfield.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import hounsfield.calibrate.CalibratedImage;
import hounsfield.calibrate.FrameCalibrator;
import hounsfield.frame.FrameRef;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares single files of many public repositories with the results of independent decoders: stored values frame by frame, calibrated
 * values, and which files have no image.
 */
class FormatsCorpusTest {
    /** Files whose results differ from expected.json so far. */
    private static final Set<String> OPEN = Set.of();

    /** The only one of these files that is not a DICOM file. */
    private static final String TEXT = "deid/keepcoordinates_from.dicom";

    @TestFactory
    Stream<DynamicTest> storedValues() {
        return entries("ok").map(entry -> dynamicTest(entry.path(), () -> checkStored(entry)));
    }

    @TestFactory
    Stream<DynamicTest> calibratedValues() {
        return entries("ok")
                .filter(entry -> entry.has("scaledMin"))
                .map(entry -> dynamicTest(entry.path(), () -> checkCalibrated(entry)));
    }

    @TestFactory
    Stream<DynamicTest> refusals() {
        return entries("refuse").map(entry -> dynamicTest(entry.path(), () -> checkRefused(entry)));
    }

    private static Stream<Corpus.Entry> entries(String expectation) {
        return Corpus.entriesOf("formats")
                .filter(entry -> !OPEN.contains(entry.path()))
                .filter(entry -> entry.expected().get("expect").getAsString().equals(expectation));
    }

    private static void checkStored(Corpus.Entry entry) throws IOException {
        DicomFile file = DicomFile.read(entry.file());
        assertEquals(
                entry.expected().get("transferSyntax").getAsString(),
                file.transferSyntax().uid());
        try (FrameReader frames = FrameReader.open(file)) {
            ExpectedFrames expected = new ExpectedFrames(entry);
            expected.checkLayout(frames);
            expected.checkStored(frames);
        }
    }

    private static void checkCalibrated(Corpus.Entry entry) throws IOException {
        JsonObject expected = entry.expected();
        CalibratedImage image = FrameCalibrator.read(FrameRef.allOf(DicomFile.read(entry.file())), Progress.NONE);
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        long count = 0;
        for (float[] plane : image.planes()) {
            for (float value : plane) {
                min = Math.min(min, value);
                max = Math.max(max, value);
                sum += value;
            }
            count += plane.length;
        }
        double lossy = entry.has("tolerance") ? expected.get("tolerance").getAsDouble() * slope(expected) : 0;
        for (double[] pair : List.of(
                new double[] {expected.get("scaledMin").getAsDouble(), min},
                new double[] {expected.get("scaledMax").getAsDouble(), max},
                new double[] {expected.get("scaledMean").getAsDouble(), sum / count})) {
            assertEquals(pair[0], pair[1], lossy + 1e-9 + 1e-7 * Math.abs(pair[0]));
        }
        boolean inHu = entry.has("unit") && expected.get("unit").getAsString().equals("HU");
        if (inHu) assertEquals("HU", image.unit());
    }

    /** The error in a real value for an error of 1 in a stored value, if all frames have the same rescale. */
    private static double slope(JsonObject expected) {
        double stored = expected.get("storedMax").getAsDouble()
                - expected.get("storedMin").getAsDouble();
        double scaled = expected.get("scaledMax").getAsDouble()
                - expected.get("scaledMin").getAsDouble();
        return stored == 0 ? 1 : scaled / stored;
    }

    private static void checkRefused(Corpus.Entry entry) {
        DicomException e = assertThrows(DicomException.class, () -> {
            try (FrameReader frames = FrameReader.open(DicomFile.read(entry.file()))) {
                for (int i = 0; i < frames.frameCount(); i++) frames.read(i);
            }
        });
        assertEquals(entry.file().getFileName().toString(), e.location().file(), e.getMessage());
        if (entry.kind().equals("nonimage")) {
            String words = entry.path().equals(TEXT) ? "not a DICOM file" : "no Pixel Data (7FE0,0010)";
            assertTrue(e.getMessage().contains(words), e.getMessage());
        }
    }
}
