package hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import hounsfield.corpus.Corpus;
import ij.ImagePlus;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the results of {@code HU Window... apply} for real files with those of independent decoders. */
class HuWindowCorpusTest extends MacroCommands {
    /** Returns images of a file that all have the same values. */
    private static final List<String> FORMS = List.of("pixels=32-bit", "pixels=16-bit", "virtual");

    static Stream<Corpus.Entry> windowed() {
        return Corpus.entries("image")
                .filter(entry -> entry.has("window"))
                .filter(entry -> entry.expected().get("samplesPerPixel").getAsInt() == 1)
                .filter(entry -> !entry.expected().get("lossy").getAsBoolean());
    }

    /** Applies the first window by the formula of PS3.3 C.11.2.1.2.1, rounded to nearest with halves up. */
    @ParameterizedTest
    @MethodSource("windowed")
    void firstWindowIsTheRoundedGrayOfTheOracle(Corpus.Entry entry) {
        JsonObject expected = entry.expected().getAsJsonObject("window");
        assertEquals("LINEAR", expected.get("function").getAsString());
        double center = expected.get("center").getAsDouble();
        double width = expected.get("width").getAsDouble();
        for (String form : FORMS) {
            ImagePlus image = open(entry, form);
            float[] values = valuesOfFirstSlice(image);
            double[] gray = new double[values.length];
            byte[] rounded = new byte[values.length];
            double sum = 0;
            for (int i = 0; i < gray.length; i++) {
                gray[i] = linear(values[i], center, width);
                rounded[i] = (byte) Math.floor(gray[i] + 0.5);
                sum += gray[i];
            }
            assertEquals(expected.get("outMean").getAsDouble(), sum / gray.length, 1e-4);
            JsonArray positions = expected.getAsJsonArray("outSamplePositions");
            for (int i = 0; i < positions.size(); i++) {
                JsonArray at = positions.get(i).getAsJsonArray();
                int pixel = at.get(0).getAsInt() * image.getWidth() + at.get(1).getAsInt();
                assertEquals(expected.getAsJsonArray("outSample").get(i).getAsDouble(), gray[pixel], 1e-4);
            }
            ImagePlus applied = run("HU Window...", "preset=[file 1] apply");
            assertEquals(8, applied.getBitDepth());
            assertArrayEquals(rounded, (byte[]) applied.getStack().getPixels(1), form + ", before any inversion");
        }
    }

    @Test
    void tableOfTheFileIsBurntIn() {
        Corpus.Entry entry = Corpus.entry("calibration/vlut_04.dcm");
        // The table is 257 times its input, so its 16-bit output in 8 bits equals the input; the oracle's hash of all
        // outputs is compared where the table is read.
        JsonObject table = entry.expected().getAsJsonArray("voiLut").get(0).getAsJsonObject();
        JsonArray outputs = table.getAsJsonArray("outFirstPixels");
        for (String form : FORMS) {
            ImagePlus image = open(entry, form);
            float[] values = valuesOfFirstSlice(image);
            ImagePlus applied = run("HU Window...", "preset=[lut 1] apply");
            byte[] grays = (byte[]) applied.getProcessor().getPixels();
            for (int i = 0; i < grays.length; i++) assertEquals(values[i], grays[i] & 0xFF, form);
            for (int i = 0; i < outputs.size(); i++) {
                assertEquals(outputs.get(i).getAsInt(), 257 * (grays[i] & 0xFF), form);
            }
        }
    }

    private static double linear(double x, double c, double w) {
        if (x <= c - 0.5 - (w - 1) / 2) return 0;
        if (x > c - 0.5 + (w - 1) / 2) return 255;
        return ((x - (c - 0.5)) / (w - 1) + 0.5) * 255;
    }

    private static ImagePlus open(Corpus.Entry entry, String form) {
        return run("Open DICOM...", "path=[" + entry.file().toAbsolutePath().normalize() + "] " + form);
    }

    private static float[] valuesOfFirstSlice(ImagePlus image) {
        float[] table = image.getCalibration().getCTable();
        var processor = image.getStack().getProcessor(1);
        float[] values = new float[processor.getPixelCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = table == null ? processor.getf(i) : table[processor.get(i)];
        }
        return values;
    }
}
