package hounsfield.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.corpus.Corpus;
import hounsfield.frame.FunctionalGroups;
import hounsfield.imagej.memory.Header;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.parse.DicomFile;
import hounsfield.planes.Planes;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.window.voi.FileWindow;
import hounsfield.window.voi.FileWindows;
import ij.ImagePlus;
import ij.util.DicomTools;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares real files, opened in each pixel form, with the results of independent decoders. */
class BridgeCorpusTest {
    static Stream<Corpus.Entry> images() {
        return Corpus.entries("image").filter(entry -> entry.has("transferSyntax"));
    }

    static Stream<Corpus.Entry> noImages() {
        return Corpus.entries("nonimage");
    }

    private static boolean isGray(Corpus.Entry entry) {
        return entry.has("scaledMin")
                && entry.expected().get("samplesPerPixel").getAsInt() == 1
                && !entry.expected()
                        .get("photometricInterpretation")
                        .getAsString()
                        .equals("PALETTE COLOR");
    }

    private interface Opening {
        ImagePlus open(String path) throws IOException;
    }

    /** Skips files that have no decoder yet. */
    private static ImagePlus open(Corpus.Entry entry, Opening opening) throws IOException {
        try {
            return opening.open(entry.file().toString());
        } catch (UnsupportedDicomException e) {
            Assumptions.abort(e.getMessage());
            return null;
        }
    }

    /** Returns the smallest and largest calibrated value of all slices. */
    private static double[] extremes(ImagePlus image) {
        Planes planes = ImageValues.of(image);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int plane = 0; plane < planes.count(); plane++) {
            for (float value : planes.values(plane)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return new double[] {low, high};
    }

    @ParameterizedTest
    @MethodSource("images")
    void everyFormShowsTheSameValues(Corpus.Entry entry) throws IOException {
        ImagePlus calibrated = open(entry, Hounsfield::open);
        ImagePlus virtual = open(entry, Hounsfield::openVirtual);
        assertEquals(calibrated.getStackSize(), virtual.getStackSize());
        assertEquals(calibrated.getBitDepth(), virtual.getBitDepth());
        for (int n = 1; n <= calibrated.getStackSize(); n++) {
            assertEquals(-1, firstDifference(calibrated, virtual, n), "slice " + n);
        }
        if (!isGray(entry)) return;
        double[] expected = extremes(calibrated);
        double tolerance = 1e-6 * Math.max(1, Math.max(Math.abs(expected[0]), Math.abs(expected[1])));
        assertArrayEquals(expected, extremes(open(entry, Hounsfield::open16Bit)), tolerance);
        boolean lossy = entry.expected().get("lossy").getAsBoolean();
        if (lossy || entry.has("doseMax") || calibrated.getBitDepth() == 8) return;
        assertEquals(entry.expected().get("scaledMin").getAsDouble(), expected[0], tolerance);
        assertEquals(entry.expected().get("scaledMax").getAsDouble(), expected[1], tolerance);
    }

    private static int firstDifference(ImagePlus one, ImagePlus other, int slice) {
        var a = one.getStack().getProcessor(slice);
        var b = other.getStack().getProcessor(slice);
        for (int i = 0; i < a.getPixelCount(); i++) {
            if (Float.compare(a.getf(i), b.getf(i)) != 0) return i;
        }
        return -1;
    }

    @ParameterizedTest
    @MethodSource("images")
    void storedFormHoldsStoredValues(Corpus.Entry entry) throws IOException {
        ImagePlus image = open(entry, Hounsfield::openStored);
        if (!isGray(entry) || image.getBitDepth() == 24) return;
        if (entry.expected().has("floatingPoint") || entry.path().contains("parametric_map")) return;
        int[] stored = Hounsfield.storedValues(entry.file().toString(), 0);
        float[] shown = ImageValues.of(image).values(0);
        for (int i = 0; i < stored.length; i++) {
            if (shown[i] != (float) stored[i] && shown[i] != (float) (stored[i] & 0xFFFFFFFFL)) {
                assertEquals(stored[i], shown[i], "pixel " + i);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("images")
    void headerAndWindowReachImageJ(Corpus.Entry entry) throws IOException {
        ImagePlus image = open(entry, Hounsfield::open);
        DicomFile file = DicomFile.read(entry.file());
        String rows = DicomTools.getTag(image, "0028,0010");
        assertEquals(image.getHeight(), Integer.parseInt(rows.trim()));
        assertTrue(Header.isDicom(image));
        if (!isGray(entry)) return;
        List<FileWindow> windows = FileWindows.of(FunctionalGroups.of(file.dataSet()), 0);
        if (windows.isEmpty() || image.getBitDepth() != 32) return;
        if (windows.get(0).window().width() <= 1) return;
        assertEquals((float) windows.get(0).low(), (float) image.getDisplayRangeMin());
        assertEquals((float) windows.get(0).high(), (float) image.getDisplayRangeMax());
    }

    @ParameterizedTest
    @MethodSource("noImages")
    void filesWithoutAnImageHaveAHeader(Corpus.Entry entry) throws IOException {
        String path = entry.file().toString();
        assertTrue(Hounsfield.header(path).contains("0008,0016  SOP Class UID: "));
        DicomException e = assertThrows(DicomException.class, () -> Hounsfield.open(path));
        assertTrue(e.getMessage().contains("Pixel Data"), e.getMessage());
    }
}
