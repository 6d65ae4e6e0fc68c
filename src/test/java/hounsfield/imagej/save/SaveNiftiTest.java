package hounsfield.imagej.save;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import hounsfield.imagej.Hounsfield;
import hounsfield.imagej.memory.ImagePlacement;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.imagej.operation.SaveNifti;
import hounsfield.phantom.CtPhantom;
import hounsfield.phantom.EnhancedCtPhantom;
import hounsfield.work.Progress;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.Slicer;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Images that were saved as NIfTI and opened again: the same hyperstack. */
class SaveNiftiTest {
    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    @BeforeAll
    static void writeSamples() throws Exception {
        new CtPhantom().write(shared.resolve("ct"));
    }

    private static ImagePlus series() throws Exception {
        return Hounsfield.openSeries(shared.resolve("ct").toString());
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static void assertSame(ImagePlus expected, ImagePlus image) {
        assertArrayEquals(expected.getDimensions(), image.getDimensions());
        assertEquals(ImageUnit.of(expected), ImageUnit.of(image));
        for (int n = 1; n <= expected.getStackSize(); n++) {
            assertArrayEquals(
                    (float[])
                            expected.getStack().getProcessor(n).convertToFloat().getPixels(),
                    (float[]) image.getStack().getProcessor(n).convertToFloat().getPixels(),
                    "slice " + n);
        }
        assertEquals(expected.getCalibration().pixelWidth, image.getCalibration().pixelWidth, 1e-6);
        assertEquals(expected.getCalibration().pixelHeight, image.getCalibration().pixelHeight, 1e-6);
        assertEquals(expected.getCalibration().pixelDepth, image.getCalibration().pixelDepth, 1e-5);
    }

    private static void assertSamePlace(ImagePlus expected, ImagePlus image) {
        for (int n = 1; n <= expected.getStackSize(); n++) {
            assertArrayEquals(
                    Hounsfield.positionOf(expected, 3, 5, n),
                    Hounsfield.positionOf(image, 3, 5, n),
                    1e-4,
                    "slice " + n);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ct.nii", "ct.nii.gz", "CT.NII.GZ"})
    void aSeriesComesBack(String name) throws Exception {
        ImagePlus image = series();
        image.setDisplayRange(-160, 240);
        String said = Hounsfield.saveNifti(image, path(name));
        assertTrue(said.contains("int16 in HU"), said);
        ImagePlus back = Hounsfield.openNifti(path(name));
        assertSame(image, back);
        assertSamePlace(image, back);
        assertEquals(-160, back.getDisplayRangeMin());
        assertEquals(240, back.getDisplayRangeMax());
        assertEquals(
                Hounsfield.statistics(image).toString(),
                Hounsfield.statistics(back).toString());
    }

    @Test
    void theSideFileSaysHowItWasAcquired() throws Exception {
        Hounsfield.saveNifti(series(), path("ct.nii.gz"));
        String text = Files.readString(folder.resolve("ct.json"));
        JsonObject json = JsonParser.parseString(text).getAsJsonObject();
        assertEquals("CT", json.get("Modality").getAsString());
        assertEquals("HU", json.get("Units").getAsString());
        assertEquals(6, json.getAsJsonArray("ImageOrientationPatientDICOM").size());
        assertFalse(text.contains("Patient\""), text);
    }

    @Test
    void theSideFileOfAnEnhancedImageHasWhatItsFramesHave() throws Exception {
        new EnhancedCtPhantom().write(shared.resolve("enhanced"));
        ImagePlus image =
                Hounsfield.open(shared.resolve("enhanced/enhanced-ct.dcm").toString());
        Hounsfield.saveNifti(image, path("enhanced.nii"));
        JsonObject json = JsonParser.parseString(Files.readString(folder.resolve("enhanced.json")))
                .getAsJsonObject();
        assertEquals("CT", json.get("Modality").getAsString());
        assertEquals("[1,0,0,0,1,0]", json.get("ImageOrientationPatientDICOM").toString());
        assertTrue(json.get("SliceThickness").getAsDouble() > 0);
    }

    @Test
    void aHyperstackComesBack() throws Exception {
        ImagePlus image = IJ.createImage("hyper", "32-bit black", 5, 4, 2 * 3 * 4);
        image.setDimensions(2, 3, 4);
        for (int n = 1; n <= 24; n++) {
            float[] values = (float[]) image.getStack().getPixels(n);
            for (int i = 0; i < values.length; i++) values[i] = n * 100 + i + 0.25f;
        }
        ((float[]) image.getStack().getPixels(7))[3] = Float.NaN;
        image.getCalibration().frameInterval = 2.5;
        image.getCalibration().setTimeUnit("sec");
        Hounsfield.saveNifti(image, path("hyper.nii"));
        ImagePlus back = Hounsfield.openNifti(path("hyper.nii"));
        assertSame(image, back);
        assertEquals(2.5, back.getCalibration().frameInterval);
    }

    @Test
    void integersComeBackInTheirOwnForm() throws Exception {
        ImagePlus bytes = IJ.createImage("bytes", "8-bit ramp", 40, 30, 3);
        Hounsfield.saveNifti(bytes, path("bytes.nii.gz"));
        ImagePlus back = Hounsfield.openNiftiAs(path("bytes.nii.gz"), "stored", "");
        assertArrayEquals(
                (byte[]) bytes.getStack().getPixels(2), (byte[]) back.getStack().getPixels(2));

        ImagePlus shorts = IJ.createImage("shorts", "16-bit ramp", 40, 30, 3);
        Hounsfield.saveNifti(shorts, path("shorts.nii"));
        back = Hounsfield.openNiftiAs(path("shorts.nii"), "stored", "");
        assertArrayEquals((short[]) shorts.getStack().getPixels(2), (short[])
                back.getStack().getPixels(2));
        assertFalse(back.getCalibration().calibrated());

        ImagePlus hu = Hounsfield.open16Bit(shared.resolve("ct/IM0001.dcm").toString());
        Hounsfield.saveNifti(hu, path("hu.nii"));
        back = Hounsfield.openNiftiAs(path("hu.nii"), "stored", "");
        assertEquals(16, back.getBitDepth());
        assertEquals("HU", ImageUnit.of(back));
        for (int y = 0; y < hu.getHeight(); y += 7) {
            for (int x = 0; x < hu.getWidth(); x += 5) {
                assertEquals(value(hu, x, y), value(back, x, y));
            }
        }
    }

    private static double value(ImagePlus image, int x, int y) {
        return image.getCalibration().getCValue(image.getProcessor().get(x, y));
    }

    @Test
    void colorsComeBack() throws Exception {
        ImagePlus image = IJ.createImage("color", "RGB ramp", 40, 30, 2);
        ((int[]) image.getStack().getPixels(2))[41] = 0xFF123456;
        Hounsfield.saveNifti(image, path("color.nii.gz"));
        ImagePlus back = Hounsfield.openNifti(path("color.nii.gz"));
        for (int n = 1; n <= 2; n++) {
            assertArrayEquals(
                    Arrays.stream((int[]) image.getStack().getPixels(n))
                            .map(c -> c & 0xFFFFFF)
                            .toArray(),
                    Arrays.stream((int[]) back.getStack().getPixels(n))
                            .map(c -> c & 0xFFFFFF)
                            .toArray());
        }
    }

    @Test
    void cropsAndReslicesKeepTheirPlace() throws Exception {
        ImagePlus image = series();
        image.setRoi(100, 120, 64, 32);
        ImagePlus crop = image.crop("stack");
        Hounsfield.saveNifti(crop, path("crop.nii"));
        ImagePlus back = Hounsfield.openNifti(path("crop.nii"));
        assertSame(crop, back);
        assertArrayEquals(
                ImagePlacement.positionOf(image, 100, 120, 2), ImagePlacement.positionOf(back, 0, 0, 2), 1e-4);
        image.deleteRoi();
        ImagePlus resliced = new Slicer().reslice(image);
        Hounsfield.saveNifti(resliced, path("resliced.nii"));
        back = Hounsfield.openNifti(path("resliced.nii"));
        int middle = resliced.getHeight() / 2;
        for (int n = 1; n <= resliced.getStackSize(); n += 50) {
            assertArrayEquals(
                    Hounsfield.positionOf(resliced, 30, middle, n), Hounsfield.positionOf(back, 30, middle, n), 1e-3);
        }
    }

    @Test
    void unevenSlicesAreRefusedOrResampled() throws Exception {
        ImagePlus image = series();
        ImageStack stack = image.getStack();
        stack.deleteSlice(2);
        image.setStack(stack);
        IllegalArgumentException uneven =
                assertThrows(IllegalArgumentException.class, () -> Hounsfield.saveNifti(image, path("uneven.nii")));
        assertTrue(uneven.getMessage().contains("regularize"), uneven.getMessage());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
        Hounsfield.saveNiftiRegular(image, path("even.nii"));
        JsonObject json = JsonParser.parseString(Files.readString(folder.resolve("even.json")))
                .getAsJsonObject();
        assertEquals("CT", json.get("Modality").getAsString());
        ImagePlus back = Hounsfield.openNifti(path("even.nii"));
        assertEquals(image.getStackSize() + 1, back.getStackSize());
        assertArrayEquals(
                (float[]) image.getStack().getPixels(1),
                (float[]) back.getStack().getPixels(1),
                1e-3f);
    }

    @Test
    void pathsThatAreRefused() throws Exception {
        ImagePlus image = IJ.createImage("image", "32-bit ramp", 9, 9, 1);
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.saveNifti(image, path("image.img")));
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.saveNifti(image, path("none/image.nii")));
        Files.createDirectory(folder.resolve("folder.nii"));
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.saveNifti(image, path("folder.nii")));
        Path own = folder.resolve("own.nii");
        Files.copy(shared.resolve("ct/IM0001.dcm"), own);
        byte[] before = Files.readAllBytes(own);
        ImagePlus dicom = Hounsfield.open(own.toString());
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.saveNifti(dicom, own.toString()));
        assertArrayEquals(before, Files.readAllBytes(own));
    }

    @Test
    void escLeavesNothing() throws Exception {
        ImagePlus image = series();
        int slices = image.getStackSize();
        Progress esc = new Progress() {
            @Override
            public void update(long done, long total) {
                asked++;
            }

            private int asked;

            @Override
            public boolean isCancelled() {
                return asked > slices + 2;
            }
        };
        Path file = folder.resolve("ct.nii.gz");
        assertThrows(CancellationException.class, () -> SaveNifti.run(image, file, SaveNifti.Options.DEFAULT, esc));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aFileOfAnotherProgramTakesAUnit() throws Exception {
        ImagePlus image = IJ.createImage("image", "32-bit ramp", 9, 9, 1);
        Hounsfield.saveNifti(image, path("image.nii"));
        assertEquals("", ImageUnit.of(Hounsfield.openNifti(path("image.nii"))));
        assertEquals("HU", ImageUnit.of(Hounsfield.openNiftiAs(path("image.nii"), "32-bit", "HU")));
    }
}
