package hounsfield.command;

import static hounsfield.testing.DicomImages.ct;
import static hounsfield.testing.DicomImages.gray;
import static hounsfield.testing.DicomImages.pixels;
import static hounsfield.testing.DicomImages.rescaled;
import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.imagej.display.DisplayWindow;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.plugin.Duplicator;
import ij.process.ImageConverter;
import ij.process.StackConverter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Presets and tissues, which are in HU, require an image in HU in every command; numbers do not. */
class UnitRuleTest extends MacroCommands {
    /** -24, 0, 40 and 100 HU. */
    private Path file() {
        return write(folder, "ct.dcm", slice(1, 0, -1024, 1000, 1024, 1064, 1124));
    }

    private Path pet() {
        DicomBytes bytes = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN).text(Tag.MODALITY, "CS", "PT");
        gray(bytes, "MONOCHROME2", 2, 2, 16, 16, false);
        rescaled(bytes, "0", "2").text(Tag.UNITS, "CS", "BQML");
        return write(folder, "pet.dcm", pixels(bytes, 10, 20, 30, 40));
    }

    private Path mr() {
        DicomBytes bytes = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN).text(Tag.MODALITY, "CS", "MR");
        gray(bytes, "MONOCHROME2", 2, 2, 16, 16, false);
        return write(folder, "mr.dcm", pixels(bytes, 10, 20, 30, 40));
    }

    /** An image, and the description of its values in messages. */
    private ImagePlus image(String name) throws IOException {
        return switch (name) {
            case "values in BQML" -> Hounsfield.open(pet().toString());
            case "values without a unit" -> Hounsfield.open(mr().toString());
            case "stored values" -> Hounsfield.openStored(file().toString());
            case "computed values" -> Hounsfield.equalize(Hounsfield.open(file().toString()), 10);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static void assertRefused(String values, Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains("HU") && message.contains(values), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"values in BQML", "values without a unit", "stored values", "computed values"})
    void namesOfHounsfieldUnitsAreRefusedWithTheUnit(String values) throws IOException {
        ImagePlus image = image(values);
        assertRefused(values, () -> Hounsfield.window(image, "lungs"));
        assertRefused(values, () -> Hounsfield.windowApplied(image, "lungs"));
        assertRefused(values, () -> Hounsfield.fractionInWindow(image, "lungs"));
        assertRefused(values, () -> Hounsfield.mask(image, "brain"));
        assertRefused(values, () -> Hounsfield.channels(image, "40/80, lungs"));
        assertRefused(values, () -> Hounsfield.rgb(image, "lungs, brain"));
        assertRefused(
                values, () -> Hounsfield.savePng(image, folder.resolve("x.png").toString(), "lungs", 0));
        assertRefused(values, () -> Hounsfield.tissueFractions(image));
        Map<DicomCommand, String> commands = Map.of(
                new HuWindowCommand(), "preset=lungs",
                new StatisticsCommand(), "window=lungs",
                new MaskCommand(), "window=brain",
                new ChannelsCommand(), "windows=[lungs, mediastinum]");
        commands.forEach((command, options) -> {
            String message = MacroRun.failure(image, command, options);
            assertTrue(message.contains("in HU") && message.contains(values), message);
        });
        assertFalse(Hounsfield.statisticsOfSlices(image).columnExists("% lung"));
        assertTrue(DisplayWindow.of(image).choices().stream()
                .noneMatch(choice -> choice.name().equals("lungs")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"values in BQML", "values without a unit", "stored values", "computed values"})
    void numbersAndPresetsOfTheUsersAreInTheImagesUnit(String values) throws IOException {
        ImagePlus image = image(values);
        Hounsfield.savePreset("mine", 20, 30);
        try {
            Hounsfield.window(image, "mine");
            assertEquals(35, image.getCalibration().getCValue(image.getDisplayRangeMax()), 1e-6);
            Hounsfield.fractionInWindow(image, "mine");
            assertEquals(1, Hounsfield.channelsTo(image, "mine", 0, "composite").getNChannels());
        } finally {
            Hounsfield.deletePreset("mine");
        }
        Hounsfield.windowTo(image, 50, 20);
        assertEquals(1, Hounsfield.channelsTo(image, "40/80", 0, "composite").getNChannels());
        Hounsfield.maskBy(image, "40/80", 0.1, 0.1);
        Hounsfield.rangeMask(image, 10, 50);
        MacroRun.of(image, "HU Window...", "center=40 width=80");
        assertEquals(80, image.getCalibration().getCValue(image.getDisplayRangeMax()), 1e-6);
    }

    @Test
    void rangesAreMeasuredInTheUnitOfTheFile() throws IOException {
        ImagePlus pet = Hounsfield.open(pet().toString());
        pet.getCalibration().pixelDepth = 2;
        assertEquals(2 * 0.25 * 0.5 * 2 / 1000, Hounsfield.volume(pet, 40, 60), 1e-12);
        ImagePlus mr = Hounsfield.open(mr().toString());
        mr.getCalibration().pixelDepth = 2;
        assertEquals(3 * 0.25 * 0.5 * 2 / 1000, Hounsfield.volume(mr, 20, 40), 1e-12);
        ImagePlus stored = Hounsfield.openStored(file().toString());
        stored.getCalibration().pixelDepth = 2;
        assertRefused("stored values", () -> Hounsfield.volume(stored, -950, -500));
        String message = MacroRun.failure(stored, new StatisticsCommand(), "min=-950 max=-500");
        assertTrue(message.contains("stored values"), message);
        assertEquals(4, Hounsfield.statistics(stored).get("count"));
        ImagePlus mask = Hounsfield.rangeMask(Hounsfield.open(file().toString()), 0, 50);
        mask.getCalibration().pixelDepth = 2;
        assertEquals(2 * 0.25 * 0.5 * 2 / 1000, Hounsfield.volume(mask, 255, 255), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"32-bit", "16-bit"})
    void conversionsToFewerBitsLoseTheUnit(String form) throws IOException {
        ImagePlus image =
                form.equals("32-bit") ? Hounsfield.open(file().toString()) : Hounsfield.open16Bit(file().toString());
        image.getCalibration().pixelDepth = 2;
        new ImageConverter(image).convertToGray8();
        assertRefused("without a unit", () -> Hounsfield.fractionInWindow(image, "lungs"));
        assertRefused("without a unit", () -> Hounsfield.volume(image, 0, 50));
        new ImageConverter(image).convertToGray32();
        assertRefused("without a unit", () -> Hounsfield.mask(image, "brain"));
        ImagePlus compact = Hounsfield.open16Bit(file().toString());
        new ImageConverter(compact).convertToGray32();
        assertEquals(0.25, Hounsfield.fractionInWindow(compact, "brain"));
    }

    /** Images as opened by File &gt; Open and File &gt; Import &gt; Image Sequence. */
    @Test
    void unitOfImagesThatImageJOpenedIsThatOfTheirHeader() throws IOException {
        ImagePlus image = IJ.openImage(file().toString());
        assertEquals("Gray Value", image.getCalibration().getValueUnit());
        assertEquals(0.25, Hounsfield.fractionInWindow(image, "brain"));
        assertEquals(0.5, Hounsfield.tissueFractions(image).get("soft tissue"));
        assertEquals(0.25, Hounsfield.fractionInWindow(new Duplicator().run(image), "brain"));
        assertEquals("HU", Hounsfield.statisticsOfSlices(image).getStringValue("Unit", 0));
        ImagePlus signed = IJ.openImage(signed().toString());
        assertEquals(0.25, Hounsfield.fractionInWindow(signed, "brain"));
        ImagePlus floats = IJ.openImage(file().toString());
        new ImageConverter(floats).convertToGray32();
        assertEquals(0.25, Hounsfield.fractionInWindow(floats, "brain"), "-24 is no gray of 8 or 16 bits");
        for (Path path : List.of(file(), signed())) {
            ImagePlus grays = IJ.openImage(path.toString());
            new ImageConverter(grays).convertToGray8();
            assertRefused("without a unit", () -> Hounsfield.fractionInWindow(grays, "brain"));
            new ImageConverter(grays).convertToGray32();
            assertRefused("without a unit", () -> Hounsfield.fractionInWindow(grays, "brain"));
        }
        assertRefused("without a unit", () -> Hounsfield.window(IJ.openImage(mr().toString()), "brain"));
        assertRefused("in BQML", () -> Hounsfield.window(bqml(), "brain"));
    }

    @Test
    void imagesMadeOfThemHaveTheUnit() throws IOException {
        ImagePlus image = IJ.openImage(file().toString());
        for (ImagePlus made : List.of(
                Hounsfield.zoomTo(image, 4, 4),
                Hounsfield.rangeOutside(image, -5, 200, "nan"),
                Hounsfield.rangeOutside(image, -5, 200, "clip"),
                Hounsfield.crop(image, Hounsfield.rangeMask(image, 0, 50)))) {
            assertEquals("HU", made.getCalibration().getValueUnit(), made.getTitle());
            Hounsfield.tissueFractions(made);
        }
    }

    /** Rescale Type has several spellings of HU; a CT without an intercept is not in HU. */
    @Test
    void unitIsThatOfTheOtherReader() {
        String header = "0008,0060  Modality: CT\n0028,0100  Bits Allocated: 16\n0028,0103  Pixel Representation: 0\n";
        assertEquals("HU", unit(header + "0028,1052  Rescale Intercept: -1024\n0028,1053  Rescale Slope: 1\n", -1024));
        assertEquals("", unit(header + "0028,1053  Rescale Slope: 1\n", 0));
        assertEquals("", unit(header, 0));
        String typed =
                header + "0028,1052  Rescale Intercept: -9\n0028,1053  Rescale Slope: 1\n0028,1054  Rescale Type: ";
        assertEquals("HU", unit(typed + "Hounsfield Units\n", -9));
        assertEquals("US", unit(typed + "US\n", -9));
        assertEquals("", unit(typed + "HU\n", 0), "another line than that of the header");
        assertEquals("", unit(typed + "HU\n0028,3000  Modality LUT Sequence: \n", -9));
        assertEquals("HU", unit(typed + "HU\n0040,9096  Real World Value Mapping Sequence: \n", -9));
    }

    private static String unit(String header, int intercept) {
        ImagePlus image = IJ.createImage("i", "16-bit ramp", 2, 2, 1);
        image.setProperty("Info", header);
        if (intercept != 0) {
            image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] {intercept, 1}, "Gray Value");
        }
        return Hounsfield.statisticsOfSlices(image).getStringValue("Unit", 0);
    }

    /** Imitates ImageJ's rescale to floats, which requires its menus. */
    private ImagePlus bqml() {
        ImagePlus image = IJ.openImage(pet().toString());
        new ImageConverter(image).convertToGray32();
        image.getProcessor().multiply(2);
        image.getProcessor().setf(0, 0, -1);
        return image;
    }

    /** -24, 0, 40 and 100 HU, as signed values with an intercept of 0. */
    private Path signed() {
        DicomBytes bytes = ct("1", 1);
        gray(bytes, "MONOCHROME2", 2, 2, 16, 16, true);
        return write(folder, "signed.dcm", pixels(rescaled(bytes, "0", "1"), 0x10000 - 24, 0, 40, 100));
    }

    /** A calibration of the whole stack is wrong for slices with another rescale. */
    @Test
    void sequencesOfDifferentLinesHaveNoUnit() throws IOException {
        List<ImagePlus> same = new ArrayList<>();
        List<ImagePlus> different = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            DicomBytes one = slice(i + 1, i, -1024, 1000, 1024, 1064, 1124);
            DicomBytes other = slice(i + 1, i, -1024 + i, 1000, 1024, 1064, 1124);
            same.add(IJ.openImage(write(folder, "same/" + i + ".dcm", one).toString()));
            different.add(
                    IJ.openImage(write(folder, "other/" + i + ".dcm", other).toString()));
        }
        assertEquals(0.25, Hounsfield.fractionInWindow(sequence(same), "brain"));
        assertRefused("without a unit", () -> Hounsfield.fractionInWindow(sequence(different), "brain"));
        ImagePlus grays = sequence(same);
        new StackConverter(grays).convertToGray8();
        assertRefused("without a unit", () -> Hounsfield.fractionInWindow(grays, "brain"));
    }

    /** A stack with the first image's calibration and each image's header in its label, as ImageJ imports sequences. */
    private static ImagePlus sequence(List<ImagePlus> images) {
        ij.ImageStack stack = new ij.ImageStack(2, 2);
        for (ImagePlus image : images) {
            stack.addSlice(image.getTitle() + "\n" + image.getProperty("Info"), image.getProcessor());
        }
        ImagePlus sequence = new ImagePlus("sequence", stack);
        sequence.setCalibration(images.get(0).getCalibration());
        return sequence;
    }
}
