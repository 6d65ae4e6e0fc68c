package hounsfield.imagej.save;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.derive.ObjectKind;
import hounsfield.imagej.Hounsfield;
import hounsfield.imagej.memory.ImagePlacement;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.imagej.operation.SaveDicom;
import hounsfield.parse.DicomFile;
import hounsfield.phantom.CtPhantom;
import hounsfield.phantom.EnhancedCtPhantom;
import hounsfield.standard.Tag;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images that were saved as DICOM and opened again: the same pixels, unit and place. */
class SaveDicomTest {
    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    @BeforeAll
    static void writeSamples() throws Exception {
        new CtPhantom().write(shared.resolve("ct"));
        new EnhancedCtPhantom().write(shared.resolve("enhanced"));
    }

    private static ImagePlus series() throws Exception {
        return Hounsfield.openSeries(shared.resolve("ct").toString());
    }

    private static void assertSame(ImagePlus expected, ImagePlus image) {
        assertEquals(expected.getStackSize(), image.getStackSize());
        assertEquals(ImageUnit.of(expected), ImageUnit.of(image));
        for (int n = 1; n <= expected.getStackSize(); n++) {
            assertArrayEquals(
                    (float[])
                            expected.getStack().getProcessor(n).convertToFloat().getPixels(),
                    (float[]) image.getStack().getProcessor(n).convertToFloat().getPixels(),
                    "slice " + n);
        }
        for (int n = 1; n <= expected.getStackSize(); n++) {
            assertArrayEquals(
                    ImagePlacement.positionOf(expected, 3, 5, n), ImagePlacement.positionOf(image, 3, 5, n), 1e-9);
        }
    }

    @ParameterizedTest
    @CsvSource({"series, none", "series, RLE", "series, deflated", "secondary capture, none"})
    void aSeriesComesBack(String form, String compress) throws Exception {
        ImagePlus image = series();
        Path out = folder.resolve("out");
        Hounsfield.saveDicomAs(image, out.toString(), form, compress, "16-bit", "");
        assertSame(image, Hounsfield.openSeries(out.toString()));
    }

    @ParameterizedTest
    @CsvSource({"none, 16-bit", "RLE, 16-bit", "deflated, 16-bit", "none, float", "deflated, float"})
    void aMultiFrameFileComesBack(String compress, String values) throws Exception {
        ImagePlus image = series();
        Path out = folder.resolve("out.dcm");
        Hounsfield.saveDicomAs(image, out.toString(), "multi-frame", compress, values, "");
        assertSame(image, Hounsfield.open(out.toString()));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(out), left.toList());
        }
    }

    @Test
    void anEnhancedImageComesBackInBothForms() throws Exception {
        ImagePlus image =
                Hounsfield.open(shared.resolve("enhanced/enhanced-ct.dcm").toString());
        Hounsfield.saveDicom(image, folder.resolve("series").toString());
        assertSame(image, Hounsfield.openSeries(folder.resolve("series").toString()));
        Path out = folder.resolve("out.dcm");
        Hounsfield.saveDicomAs(image, out.toString(), "multi-frame", "none", "16-bit", "");
        assertSame(image, Hounsfield.open(out.toString()));
    }

    @Test
    void theNewFilesNameTheirSources() throws Exception {
        ImagePlus image = series();
        Path out = folder.resolve("out");
        Hounsfield.saveDicomAs(image, out.toString(), "series", "none", "16-bit", "Smoothed");
        DataSet first = DicomFile.read(out.resolve("IM0001.dcm")).dataSet();
        DataSet source = first.item(Tag.SOURCE_IMAGE_SEQUENCE).orElseThrow();
        List<String> uids;
        try (Stream<Path> files = Files.list(shared.resolve("ct"))) {
            uids = files.map(SaveDicomTest::header)
                    .map(header -> new OptionalAttributes(header).text(Tag.SOP_INSTANCE_UID))
                    .toList();
        }
        assertTrue(uids.contains(source.requireString(Tag.REFERENCED_SOP_INSTANCE_UID)));
        DataSet original = header(shared.resolve("ct/IM0001.dcm"));
        for (int tag : new int[] {Tag.PATIENT_ID, Tag.STUDY_INSTANCE_UID, Tag.FRAME_OF_REFERENCE_UID}) {
            assertEquals(original.requireString(tag), first.requireString(tag));
        }
        assertFalse(
                original.requireString(Tag.SERIES_INSTANCE_UID).equals(first.requireString(Tag.SERIES_INSTANCE_UID)));
        assertEquals("DERIVED", first.strings(Tag.IMAGE_TYPE).get(0));
        assertTrue(first.requireString(Tag.DERIVATION_DESCRIPTION).startsWith("Smoothed. "));
    }

    private static DataSet header(Path file) {
        try {
            return DicomFile.read(file).dataSet();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns colors without the unused bits of ImageJ's pixels. */
    private static int[] rgb(int[] colors) {
        return Arrays.stream(colors).map(color -> color & 0xFFFFFF).toArray();
    }

    @Test
    void numbersOfOtherImagesComeBack() throws Exception {
        byte[] bytes = new byte[7 * 5];
        short[] shorts = new short[7 * 5];
        int[] colors = new int[7 * 5];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 37);
            shorts[i] = (short) (i * 4099);
            colors[i] = 0xFF000000 | i * 471_117;
        }
        ImagePlus gray = new ImagePlus("gray", new ByteProcessor(7, 5, bytes));
        Hounsfield.saveDicom(gray, folder.resolve("gray.dcm").toString());
        ImagePlus back = Hounsfield.openStored(folder.resolve("gray.dcm").toString());
        assertArrayEquals(
                bytes, (byte[]) back.getProcessor().convertToByte(false).getPixels());

        ImagePlus deep = new ImagePlus("deep", new ShortProcessor(7, 5, shorts, null));
        Hounsfield.saveDicom(deep, folder.resolve("deep.dcm").toString());
        back = Hounsfield.open16Bit(folder.resolve("deep.dcm").toString());
        assertArrayEquals(shorts, (short[]) back.getProcessor().getPixels());

        ImagePlus color = new ImagePlus("color", new ColorProcessor(7, 5, colors));
        Hounsfield.saveDicom(color, folder.resolve("color.dcm").toString());
        back = Hounsfield.open(folder.resolve("color.dcm").toString());
        assertArrayEquals(rgb(colors), rgb((int[]) back.getProcessor().getPixels()));
    }

    @Test
    void aStackOfColorsIsOneMultiFrameFile() throws Exception {
        ImageStack stack = new ImageStack(4, 3);
        for (int n = 0; n < 3; n++) {
            int[] colors = new int[12];
            for (int i = 0; i < 12; i++) colors[i] = 0xFF000000 | (i + n) * 1_234_567;
            stack.addSlice(new ColorProcessor(4, 3, colors));
        }
        Path out = folder.resolve("colors.dcm");
        Hounsfield.saveDicomAs(new ImagePlus("colors", stack), out.toString(), "multi-frame", "RLE", "16-bit", "");
        ImagePlus back = Hounsfield.open(out.toString());
        for (int n = 1; n <= 3; n++)
            assertArrayEquals(
                    rgb((int[]) stack.getPixels(n)), rgb((int[]) back.getStack().getPixels(n)));
    }

    @Test
    void otherValuesTakeTheBestLineAndItsErrorIsSaid() throws Exception {
        float[] values = {-0.5f, 0, 1f / 3, Float.NaN, 812.25f, 1000.1f};
        ImagePlus image = new ImagePlus("values", new FloatProcessor(3, 2, values));
        Path out = folder.resolve("values.dcm");
        String summary = Hounsfield.saveDicom(image, out.toString());
        double step = 1000.6 / 65534;
        double said = Double.parseDouble(summary.replaceAll(".*greatest error ([0-9.]+).*", "$1"));
        assertTrue(said > 0 && said <= step / 2 * 1.001, summary);
        float[] back = (float[]) Hounsfield.open(out.toString()).getProcessor().getPixels();
        for (int i = 0; i < values.length; i++) {
            if (!Float.isNaN(values[i])) assertEquals(values[i], back[i], said * 1.001 + 1e-4);
        }
        assertEquals(65535, header(out).requireInt(Tag.PIXEL_PADDING_VALUE));
    }

    @Test
    void aCropKeepsItsPlace() throws Exception {
        ImagePlus image = series();
        image.setRoi(100, 120, 64, 32);
        ImagePlus crop = image.crop("stack");
        Path out = folder.resolve("crop");
        Hounsfield.saveDicom(crop, out.toString());
        ImagePlus back = Hounsfield.openSeries(out.toString());
        assertSame(crop, back);
        assertArrayEquals(
                ImagePlacement.positionOf(image, 100, 120, 1), ImagePlacement.positionOf(back, 0, 0, 1), 1e-6);
    }

    @Test
    void sourcesAndOtherFilesAreNotTouched() throws Exception {
        Path copy = Files.createDirectory(folder.resolve("ct"));
        Path file = copy.resolve("one.dcm");
        Files.copy(shared.resolve("ct/IM0001.dcm"), file);
        byte[] before = Files.readAllBytes(file);
        ImagePlus image = Hounsfield.open(file.toString());
        IllegalArgumentException own =
                assertThrows(IllegalArgumentException.class, () -> Hounsfield.saveDicom(image, file.toString()));
        assertTrue(own.getMessage().contains("opened from"), own.getMessage());
        IllegalArgumentException full =
                assertThrows(IllegalArgumentException.class, () -> Hounsfield.saveDicom(series(), copy.toString()));
        assertTrue(full.getMessage().contains("holds files"), full.getMessage());
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void escLeavesNothing() throws Exception {
        ImagePlus image = series();
        Path out = folder.resolve("out");
        Progress esc = new Progress() {
            private int asked;

            @Override
            public void update(long done, long total) {}

            @Override
            public synchronized boolean isCancelled() {
                return ++asked > 60;
            }
        };
        assertThrows(CancellationException.class, () -> SaveDicom.run(image, out, SaveDicom.Options.DEFAULT, esc));
        assertFalse(Files.exists(out));
    }

    @Test
    void aComputedImageIsNoCt() throws Exception {
        ImagePlus gray = Hounsfield.equalize(series(), 50);
        Path out = folder.resolve("out");
        Hounsfield.saveDicom(gray, out.toString());
        DataSet first = header(out.resolve("IM0001.dcm"));
        assertEquals(ObjectKind.SECONDARY_CAPTURE.uid(), first.requireString(Tag.SOP_CLASS_UID));
        assertEquals("US", first.requireString(Tag.RESCALE_TYPE));
    }
}
