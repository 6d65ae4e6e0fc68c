package hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.calibrate.PixelPadding;
import hounsfield.imagej.Hounsfield;
import hounsfield.imagej.memory.ImagePadding;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.imagej.operation.ConvertToSuv;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import hounsfield.testing.PetFile;
import ij.IJ;
import ij.ImagePlus;
import ij.Undo;
import ij.WindowManager;
import ij.plugin.Duplicator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code PET SUV...} and the calls for scripts on built files: 80000 g / 200 MBq, so that 1000 Bq/ml are 0.4. */
class PetSuvCommandTest extends MacroCommands {
    private static final String COMMAND = "PET SUV...";
    private static final float[] ACTIVITY = {0, 1000, 5000, 60000};
    private static final float[] BY_WEIGHT = {0, 0.4f, 2, 24};

    private Path file(PetFile pet) {
        return DicomImages.write(folder, "pet.dcm", pet.bytes());
    }

    private static float[] values(ImagePlus image, int slice) {
        return (float[]) image.getStack().getProcessor(slice).getPixels();
    }

    private static String failure(ImagePlus image, String options) {
        return MacroRun.failure(image, new PetSuvCommand(), options);
    }

    /** Two slices whose stored values have the slopes 1 and 2. */
    private ImagePlus volume(String options) {
        for (int slice = 1; slice <= 2; slice++) {
            DicomImages.write(
                    folder, "s" + slice, new PetFile().slice(slice, "" + slice).bytes());
        }
        return run("Import DICOM Series...", "folder=[" + folder + "] " + options);
    }

    @Test
    void singleImageInPlaceWithUndo() throws IOException {
        ImagePlus image = Hounsfield.open(file(new PetFile()).toString());
        assertEquals("BQML", ImageUnit.of(image));
        image.setDisplayRange(0, 10000);
        ImagePlus called = Hounsfield.suv(image);
        assertNotSame(image, called);
        assertArrayEquals(ACTIVITY, values(image, 1));
        assertEquals("SUVbw of pet.dcm", called.getTitle());
        assertSame(image, MacroRun.of(image, COMMAND, ""));
        for (ImagePlus each : new ImagePlus[] {image, called}) {
            assertArrayEquals(BY_WEIGHT, values(each, 1), 1e-6f);
            assertEquals("SUVbw", ImageUnit.of(each));
            assertEquals(4, each.getDisplayRangeMax(), 1e-9);
            assertEquals(0.25, each.getCalibration().pixelWidth);
            assertTrue(failure(each, "").contains("has values in SUVbw"), failure(each, ""));
        }
        WindowManager.setTempCurrentImage(image);
        Undo.undo();
        assertArrayEquals(ACTIVITY, values(image, 1));
        assertEquals("BQML", ImageUnit.of(image));
        assertArrayEquals(BY_WEIGHT, values(Hounsfield.suv(image), 1), 1e-6f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "virtual"})
    void seriesByTheSlopeOfEachSlice(String options) throws IOException {
        ImagePlus image = volume(options);
        ImagePlus result = MacroRun.of(image, COMMAND, "type=[Body Weight]");
        assertNotSame(image, result);
        assertEquals(!options.isEmpty(), result.getStack().isVirtual());
        assertArrayEquals(BY_WEIGHT, values(result, 1), 1e-6f);
        assertArrayEquals(new float[] {0, 0.8f, 4, 48}, values(result, 2), 1e-5f);
        assertEquals(3, result.getCalibration().pixelDepth, 1e-9);
        assertEquals(image.getStack().getSliceLabel(2), result.getStack().getSliceLabel(2));
        OneImage.assertSame(result, Hounsfield.suv(image), options);
        assertArrayEquals(values(result, 2), values(Hounsfield.suv(result(image, 2)), 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "virtual"})
    void allTypesOfASeries(String options) throws IOException {
        ImagePlus image = volume(options);
        for (String type : ConvertToSuv.types()) {
            ImagePlus menu = MacroRun.of(image, COMMAND, "type=[" + type + "]");
            OneImage.assertSame(menu, Hounsfield.suvAs(image, type.toUpperCase()), type);
        }
    }

    private static ImagePlus result(ImagePlus image, int slice) {
        return new Duplicator().run(image, slice, slice);
    }

    @Test
    void sixteenBitImagesGiveNewOnes() throws IOException {
        Path path = file(new PetFile().with(Tag.RESCALE_SLOPE, "DS", "2"));
        ImagePlus image = run("Open DICOM...", "path=[" + path + "] pixels=16-bit");
        ImagePlus result = MacroRun.of(image, COMMAND, "");
        assertNotSame(image, result);
        assertArrayEquals(new float[] {0, 0.8f, 4, 48}, values(result, 1), 1e-5f);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "body weight, SUVbw, 24",
                // 62716.0493827, 61731.4095450 and 19964.2102228 of 80000.
                "LEAN BODY MASS JAMES, SUVlbm, 18.8148148",
                "lean_body_mass_janmahasatian, SUVlbmJanma, 18.5194229",
                "Body Surface Area, SUVbsa, 5.9892631"
            })
    void typesInAnyCase(String each) throws IOException {
        String[] row = each.split(", ");
        String path = file(new PetFile()).toString();
        ImagePlus called = Hounsfield.suvAs(Hounsfield.open(path), row[0]);
        ImagePlus menu = MacroRun.of(Hounsfield.open(path), COMMAND, "type=[" + row[0] + "]");
        for (ImagePlus image : new ImagePlus[] {called, menu}) {
            assertEquals(row[1], ImageUnit.of(image));
            assertEquals(Float.parseFloat(row[2]), values(image, 1)[3], 1e-5);
        }
    }

    /** The header is in the image if the file was removed or replaced. */
    @Test
    void headerTextsReplaceFilesThatAreGone() throws IOException {
        PetFile philips = new PetFile()
                .with(Tag.UNITS, "CS", "CNTS")
                .with(0x70530012, "LO", "Philips PET Private Group")
                .with(0x70531209, "DS", "1.0");
        for (PetFile pet : new PetFile[] {new PetFile(), philips}) {
            Path path = file(pet);
            ImagePlus image = Hounsfield.open(path.toString());
            PetFile other = new PetFile()
                    .with(Tag.SOP_INSTANCE_UID, "UI", "1.2.3.4.5.1.99")
                    .with(Tag.PATIENT_WEIGHT, "DS", "20");
            file(other);
            assertArrayEquals(BY_WEIGHT, values(Hounsfield.suv(image), 1), 1e-6f);
            Files.delete(path);
            assertArrayEquals(BY_WEIGHT, values(Hounsfield.suv(image), 1), 1e-6f);
        }
        ImagePlus series = volume("");
        for (int slice = 1; slice <= 2; slice++) Files.delete(folder.resolve("s" + slice));
        assertArrayEquals(BY_WEIGHT, values(Hounsfield.suv(series), 1), 1e-6f);
        Path two = file(new PetFile().injections(2));
        ImagePlus image = Hounsfield.open(two.toString());
        Files.delete(two);
        assertTrue(failure(image, "").contains("has 2 Items"), failure(image, ""));
    }

    @Test
    void windowsOfTheFileDoNotApply() throws IOException {
        PetFile pet = new PetFile().with(Tag.WINDOW_CENTER, "DS", "5000").with(Tag.WINDOW_WIDTH, "DS", "10000");
        ImagePlus image = Hounsfield.open(file(pet).toString());
        MacroRun.of(image, "HU Window...", "preset=[file 1]");
        assertEquals(10000, image.getDisplayRangeMax(), 1);
        ImagePlus suv = Hounsfield.suv(image);
        String message = MacroRun.failure(suv, new HuWindowCommand(), "preset=[file 1]");
        assertTrue(message.contains("SUVbw"), message);
        // Values that are clipped later are still SUV.
        ImagePlus clipped = Hounsfield.rangeOutside(suv, 0, 3, "clip");
        assertEquals("SUVbw", ImageUnit.of(clipped));
        message = MacroRun.failure(clipped, new HuWindowCommand(), "preset=[file 1]");
        assertTrue(message.contains("SUVbw"), message);
    }

    @Test
    void paddingStaysPadding() throws IOException {
        DicomBytes bytes = new PetFile().bytes(DicomBytes.EXPLICIT_LITTLE_ENDIAN, 0, 1000, 5000, 60000);
        ImagePlus image =
                Hounsfield.open(DicomImages.write(folder, "pet.dcm", bytes).toString());
        ImagePadding.copyTo(image, List.of(Optional.of(new PixelPadding(5000, 5000))));
        assertEquals(3, Hounsfield.statistics(image).get("count"));
        assertEquals(3, Hounsfield.statistics(Hounsfield.suv(image)).get("count"));
        assertEquals(24, Hounsfield.statistics(Hounsfield.suv(image)).get("max"), 1e-5);
    }

    @Test
    void refusalsNameTheAttribute() throws IOException {
        ImagePlus image = Hounsfield.open(
                file(new PetFile().with(Tag.PATIENT_WEIGHT, "DS", "70123")).toString());
        String message = failure(image, "");
        assertEquals("pet.dcm, (0010,1030): no SUV: Patient's Weight is implausible: not 0.01 to 650 kg", message);
        assertEquals(
                message,
                assertThrows(IOException.class, () -> Hounsfield.suv(image)).getMessage());
        assertArrayEquals(ACTIVITY, values(image, 1));
        assertFalse(image.isLocked());
        assertTrue(failure(image, "type=height").contains("it is one of body weight, "));
    }

    @Test
    void otherValuesAndOtherImagesAreRefused() throws IOException {
        String path = file(new PetFile().with(Tag.RESCALE_SLOPE, "DS", "2")).toString();
        String stored = failure(Hounsfield.openStored(path), "");
        assertTrue(stored.contains("has stored values"), stored);
        ImagePlus equalized = Hounsfield.equalize(Hounsfield.open(path), 3);
        assertTrue(failure(equalized, "").contains("has computed values"), failure(equalized, ""));
        ImagePlus plain = IJ.createImage("plain", "32-bit", 2, 2, 1);
        assertEquals("\"plain\" has no DICOM header", failure(plain, ""));
        Path ct = DicomImages.write(folder, "ct.dcm", DicomImages.slice(1, 0, 0, 1, 2, 3, 4));
        String message = failure(Hounsfield.open(ct.toString()), "");
        assertEquals("ct.dcm, (0008,0060): no SUV: Modality is not PT", message);
        ImagePlus color = IJ.createImage("color", "RGB", 2, 2, 1);
        assertTrue(failure(color, "").contains("color image"), failure(color, ""));
    }
}
