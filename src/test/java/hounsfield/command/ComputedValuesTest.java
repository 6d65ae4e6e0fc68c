package hounsfield.command;

import static hounsfield.command.MacroRun.failure;
import static hounsfield.command.MacroRun.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.imagej.display.DisplayWindow;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import ij.ImagePlus;
import ij.Undo;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each command on the results of the others: file windows and presets are offered only for HU. */
class ComputedValuesTest extends MacroCommands {
    @BeforeEach
    @AfterEach
    void forgetPresets() {
        for (String name : List.of("mine")) {
            try {
                Hounsfield.deletePreset(name);
            } catch (IllegalArgumentException e) {
                // There is no such image.
            }
        }
    }

    /** 2 x 2 slices of -24, 0, 40, 100 HU, each with a window. */
    private ImagePlus open(int slices, String options) {
        for (int i = 1; i <= slices; i++) {
            DicomBytes bytes = DicomImages.ct("1", i);
            DicomImages.at(bytes, "0\\0\\" + i, "1\\0\\0\\0\\1\\0");
            DicomImages.gray(bytes, "MONOCHROME2", 2, 2, 16, 16, false)
                    .text(Tag.WINDOW_CENTER, "DS", "40")
                    .text(Tag.WINDOW_WIDTH, "DS", "81");
            DicomImages.rescaled(bytes, "-1024", "1");
            DicomImages.write(folder, "f" + i, DicomImages.pixels(bytes, 1000, 1024, 1064, 1124));
        }
        return run("Import DICOM Series...", "folder=[" + folder + "] " + options);
    }

    private static List<String> choices(ImagePlus image) {
        return DisplayWindow.of(image).choices().stream()
                .map(DisplayWindow.Choice::name)
                .toList();
    }

    private static void assertComputed(ImagePlus image) {
        assertEquals(List.of(), choices(image));
        assertTrue(
                DisplayWindow.of(image).note().contains("do not apply to the computed values"),
                DisplayWindow.of(image).note());
        assertEquals("Gray Value", image.getCalibration().getValueUnit());
        // ImageJ can copy the calibration of another image.
        image.getCalibration().setValueUnit("HU");
        assertEquals("", ImageUnit.of(image));
        image.getCalibration().setValueUnit("Gray Value");
        failure(image, new HuWindowCommand(), "preset=[file 1]");
        failure(image, new HuWindowCommand(), "preset=brain");
        String message = failure(image, new ChannelsCommand(), "windows=brain bins=0");
        assertTrue(message.contains("computed values; give center and width"), message);
        message = failure(image, new ChannelsCommand(), "windows=[file 1] bins=0");
        assertTrue(message.contains("do not apply to the computed values"), message);
        message = failure(image, new MaskCommand(), "window=brain");
        assertTrue(message.contains("computed values"), message);
        failure(image, new StatisticsCommand(), "window=brain");
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.window(image, "brain"));
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.fractionInWindow(image, "brain"));
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.tissueFractions(image));
        ResultsTable results = Hounsfield.statisticsOfSlices(image);
        assertEquals(-1, results.getColumnIndex("% bone"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, Equalize DICOM Frequency Bins..., bins=4",
        "1, Equalize DICOM Frequency Bins..., bins=4 output=16-bit",
        "2, Equalize DICOM Frequency Bins..., bins=4 output=8-bit",
        "2, Equalize DICOM Frequency Bins..., bins=4",
        "1, HU Window..., preset=[file 1] apply",
        "2, HU Window..., preset=brain apply",
        "2, HU Range..., min=0 max=40 outside=mask",
        "2, DICOM Windows to Channels..., windows=brain bins=4 output=[32-bit channels]",
        "1, DICOM Windows to Channels..., windows=[file 1] bins=0 output=composite",
        "1, HU Mask and Crop..., output=mask sigma=0.3"
    })
    void computedValuesHaveNoUnit(int slices, String command, String options) {
        for (String form : new String[] {"", "pixels=16-bit", "virtual"}) {
            ImagePlus image = open(slices, form);
            assertTrue(choices(image).contains("file 1"));
            ImagePlus result = of(image, command, options);
            assertComputed(result);
            assertComputed(result.duplicate());
            if (result.isComposite()) continue;
            result.setRoi(0, 0, 1, 1);
            assertComputed(Hounsfield.rangeOutside(result, 0, 1, "clip"));
            result.deleteRoi();
            assertComputed(Hounsfield.zoomTo(result, 3, 3));
        }
    }

    @Test
    void valuesInHuKeepTheirWindows() throws IOException {
        for (String form : new String[] {"", "pixels=16-bit", "virtual"}) {
            ImagePlus image = open(2, form);
            for (ImagePlus result : List.of(
                    Hounsfield.rangeOutside(image, 0, 40, "clip"),
                    Hounsfield.rangeOutside(image, 0, 40, "nan"),
                    Hounsfield.zoomTo(image, 3, 3),
                    Hounsfield.gaussBlur(image, 0.3),
                    of(image, "HU Mask and Crop...", "window=brain"))) {
                assertEquals("HU", result.getCalibration().getValueUnit());
                assertEquals(List.of("file 1", "brain"), choices(result).subList(0, 2));
                Hounsfield.window(result, "brain");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"pixels=32-bit", "virtual"})
    void slicesOfDifferentUnitsHaveNone(String options) {
        String[] units = {"HU", "OD"};
        for (int i = 0; i < 2; i++) {
            DicomBytes bytes = DicomImages.ct("1", i + 1);
            DicomImages.at(bytes, "0\\0\\" + i, "1\\0\\0\\0\\1\\0");
            DicomImages.gray(bytes, "MONOCHROME2", 2, 2, 16, 16, false);
            DicomImages.rescaled(bytes, "0", "1").text(Tag.RESCALE_TYPE, "LO", units[i]);
            DicomImages.write(folder, "u" + i, DicomImages.pixels(bytes, 1, 2, 3, 4));
        }
        ImagePlus image = run("Import DICOM Series...", "folder=[" + folder + "] " + options);
        assertEquals(2, image.getStackSize());
        assertEquals("Gray Value", image.getCalibration().getValueUnit());
    }

    @Test
    void presetsOfTheUserAreInWhateverUnitTheyLike() {
        ImagePlus image = of(open(1, ""), "Equalize DICOM Frequency Bins...", "bins=4");
        Hounsfield.savePreset("mine", 0.5, 0.5);
        assertEquals(List.of("mine"), choices(image));
        Hounsfield.window(image, "mine");
        assertEquals(0.25, image.getDisplayRangeMin(), 1e-6);
    }

    @Test
    void storedValuesOfTheFileAreNotThoseOfAChangedImage() throws IOException {
        for (String command : List.of("Equalize DICOM Frequency Bins...", "HU Range...")) {
            ImagePlus image = open(1, "");
            assertEquals(1000, Hounsfield.histogramOfStored(image)[0][0]);
            of(image, command, command.startsWith("HU") ? "min=0 max=40 outside=clip" : "bins=4");
            String message = assertThrows(IllegalArgumentException.class, () -> Hounsfield.histogramOfStored(image))
                    .getMessage();
            assertTrue(message.contains("were changed since it was opened"), message);
            Undo.undo();
            assertEquals(1000, Hounsfield.histogramOfStored(image)[0][0]);
            assertTrue(choices(image).contains("file 1"));
        }
    }
}
