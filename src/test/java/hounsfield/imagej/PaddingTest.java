package hounsfield.imagej;

import static hounsfield.testing.DicomImages.at;
import static hounsfield.testing.DicomImages.ct;
import static hounsfield.testing.DicomImages.gray;
import static hounsfield.testing.DicomImages.pixels;
import static hounsfield.testing.DicomImages.rescaled;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.corpus.Corpus;
import hounsfield.imagej.memory.ImagePadding;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.Prefs;
import ij.plugin.Duplicator;
import ij.plugin.Slicer;
import ij.plugin.ZProjector;
import ij.process.ImageConverter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Padding of images that ImageJ opened or made. */
class PaddingTest {
    /** The property that images of this plugin have. */
    private static final String RECORD = "Hounsfield";

    @TempDir
    Path folder;

    /** ImageJ's reader requires its command table. */
    @BeforeAll
    static void install() {
        Hounsfield.install();
    }

    /** Signed values with the padding -2000, written as an unsigned 16-bit number as in implicit VR. */
    private DicomBytes signed(String intercept, String slope) {
        DicomBytes bytes =
                gray(ct("1", 1), "MONOCHROME2", 2, 2, 16, 16, true).us(Tag.PIXEL_PADDING_VALUE, 0x10000 - 2000);
        return pixels(rescaled(bytes, intercept, slope), 0x10000 - 2000, 0x10000 - 100, 0, 60);
    }

    /** Unsigned values; 0 to 2 are padding. */
    private DicomBytes unsigned() {
        DicomBytes bytes = gray(ct("1", 1), "MONOCHROME2", 2, 2, 16, 16, false)
                .us(Tag.PIXEL_PADDING_VALUE, 0)
                .us(Tag.PIXEL_PADDING_RANGE_LIMIT, 2);
        return pixels(rescaled(bytes, "-1024", "1"), 0, 2, 1000, 1064);
    }

    private static void assertCounted(int count, double mean, ImagePlus image) {
        Map<String, Double> numbers = Hounsfield.statistics(image);
        assertEquals(count, numbers.get("count"), image.getTitle());
        assertEquals(mean, numbers.get("mean"), 1e-4, image.getTitle());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1024"})
    void headerTextOfImageJsReaderNamesPadding(String intercept) throws IOException {
        double zero = Double.parseDouble(intercept);
        String path = write(folder, "a.dcm", signed(intercept, "1")).toString();
        assertCounted(3, zero - 40 / 3.0, Hounsfield.open(path));
        ImagePlus image = IJ.openImage(path);
        assertNull(image.getProp(RECORD));
        assertCounted(3, zero - 40 / 3.0, image);
        assertCounted(3, zero - 40 / 3.0, new Duplicator().run(image));
        new ImageConverter(image).convertToGray32();
        assertCounted(3, zero - 40 / 3.0, image);
        assertEquals(zero - 100, Hounsfield.frequencyBins(image, 2)[0]);
    }

    @Test
    void rangesOfPaddingAreReadAsWell() throws IOException {
        String path = write(folder, "a.dcm", unsigned()).toString();
        assertCounted(2, 8, Hounsfield.open(path));
        ImagePlus image = IJ.openImage(path);
        assertCounted(2, 8, image);
        assertCounted(2, 8, Hounsfield.crop(image, Hounsfield.rangeMask(image, -5000, 5000)));
        new ImageConverter(image).convertToGray8();
        assertEquals(4, Hounsfield.statistics(image).get("count"), "other values, of which none is known as padding");
    }

    /** As ImageJ imports sequences of files: the label of each slice has its header. */
    @Test
    void slicesThatImageJOpenedHaveTheirOwnPadding() throws IOException {
        series(0, 1);
        ImageStack stack = new ImageStack(2, 2);
        ImagePlus first = IJ.openImage(folder.resolve("s0").toString());
        for (int i = 0; i < 2; i++) {
            ImagePlus slice = IJ.openImage(folder.resolve("s" + i).toString());
            stack.addSlice("s" + i + "\n" + slice.getInfoProperty(), slice.getProcessor());
        }
        ImagePlus image = new ImagePlus("imported", stack);
        image.setCalibration(first.getCalibration());
        assertCounted(6, 61 / 6.0, image);
    }

    /** ImageJ multiplies in single precision and then adds. */
    @Test
    void paddingOfRescaledFloatsIsFound() throws IOException {
        ImagePlus image =
                IJ.openImage(write(folder, "a.dcm", signed("-0.3", "0.1")).toString());
        new ImageConverter(image).convertToGray32();
        if (image.getProcessor().getf(1) == -100) {
            image.getProcessor().multiply(0.1);
            image.getProcessor().add(-0.3);
        }
        assertEquals(3, Hounsfield.statistics(image).get("count"));
    }

    private ImagePlus series(int... paddings) throws IOException {
        for (int i = 0; i < paddings.length; i++) {
            DicomBytes bytes = at(ct("1", i + 1), "0\\0\\" + i, "1\\0\\0\\0\\1\\0");
            gray(bytes, "MONOCHROME2", 2, 2, 16, 16, false).us(Tag.PIXEL_PADDING_VALUE, paddings[i]);
            write(folder, "s" + i, pixels(rescaled(bytes, "-1024", "1"), paddings[i], 1024, 1034, 1044 + i));
        }
        return Hounsfield.openSeries(folder.toString());
    }

    private static ImagePlus projected(ImagePlus image, int method) {
        ZProjector projector = new ZProjector(image);
        projector.setMethod(method);
        projector.doProjection(true);
        return projector.getProjection();
    }

    @Test
    void paddingGoesThroughProjections() throws IOException {
        ImagePlus image = series(0, 0);
        ImagePlus most = projected(image, ZProjector.MAX_METHOD);
        assertNull(most.getProp(RECORD));
        assertCounted(3, 31 / 3.0, most);
        assertCounted(3, 30.5 / 3, projected(image, ZProjector.AVG_METHOD));
        Optional<String> finding = ImagePadding.finding(most);
        assertTrue(finding.orElse("").contains("averaged or interpolated"), finding.toString());
        assertEquals(Optional.empty(), ImagePadding.finding(image));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void paddingGoesThroughReslice(boolean avoidInterpolation) throws IOException {
        boolean before = Prefs.avoidResliceInterpolation;
        try {
            Prefs.avoidResliceInterpolation = avoidInterpolation;
            ImagePlus resliced = new Slicer().reslice(series(0, 0));
            assertNull(resliced.getProp(RECORD));
            assertEquals("HU", ImageUnit.of(resliced));
            int pixels = resliced.getWidth() * resliced.getHeight() * resliced.getStackSize();
            assertEquals(0.75 * pixels, Hounsfield.statistics(resliced).get("count"));
            if (avoidInterpolation) assertCounted(6, 61 / 6.0, resliced);
        } finally {
            Prefs.avoidResliceInterpolation = before;
        }
    }

    @Test
    void paddingThatDiffersIsReportedAsLost() throws IOException {
        ImagePlus image = series(0, 1);
        assertEquals(6, Hounsfield.statistics(image).get("count"));
        ImagePlus most = projected(image, ZProjector.MAX_METHOD);
        assertEquals(4, Hounsfield.statistics(most).get("count"));
        assertTrue(ImagePadding.finding(most).orElse("").contains("is lost"));
    }

    @Test
    void imagesOfOtherValuesHaveNoPadding() throws IOException {
        ImagePlus image = series(0, 0);
        for (ImagePlus made : new ImagePlus[] {
            Hounsfield.equalize(image, 4), Hounsfield.rangeMask(image, 0, 5), Hounsfield.windowApplied(image, "brain")
        }) {
            assertNull(made.getCalibration().info, made.getTitle());
            assertEquals(8, Hounsfield.statistics(made).get("count"), made.getTitle());
        }
        ImagePlus most = projected(series(1024, 1024), ZProjector.MAX_METHOD);
        assertEquals(2, Hounsfield.statistics(most).get("count"), "0 HU is padding");
        new ImageConverter(most).convertToGray8();
        assertEquals(4, Hounsfield.statistics(most).get("count"), "0 is a gray now");
    }

    @Test
    void corpusSliceHasTheSameMeanByFileOpen() throws IOException {
        String path = Corpus.folder().resolve("series-ge-ct/01.dcm").toString();
        Map<String, Double> own = Hounsfield.statistics(Hounsfield.open(path));
        Map<String, Double> other = Hounsfield.statistics(IJ.openImage(path));
        assertEquals(own, other);
        assertTrue(own.get("count") < 512 * 512);
    }
}
