package hounsfield.command;

import static hounsfield.command.MacroRun.failure;
import static hounsfield.command.OneImage.assertSame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All values of all options that make images from images: the same image by the menu and by the facade. */
class OneDoorOfImagesTest extends MacroCommands {
    private static final double NONE = Double.NaN;

    /** Calls the facade on a copy of the image that the menu command runs on. */
    private interface Facade {
        ImagePlus run(ImagePlus image);
    }

    private ImagePlus sample;

    @BeforeEach
    void open() throws IOException {
        ImagePlus series = Hounsfield.sample("CT series");
        series.setSlice(2);
        sample = series.crop("2-3");
        // As large as masks and crops need, as small as 300 runs may have.
        sample.setTitle("sample");
    }

    private ImagePlus copy() {
        ImagePlus copy = sample.duplicate();
        copy.setTitle("sample");
        return copy;
    }

    private void same(String command, String options, Facade facade) {
        ImagePlus image = copy();
        WindowManager.setTempCurrentImage(image);
        IJ.run(command, options);
        ImagePlus menu = WindowManager.getCurrentImage();
        ImagePlus other = copy();
        ImagePlus called = facade.run(other);
        assertEquals(menu == image, called == other, options + ": the image itself");
        assertSame(menu, called, command + " " + options);
    }

    @Test
    void allOptionsOfHuWindow() {
        for (String preset : Hounsfield.windowPresets()) {
            same(
                    "HU Window...",
                    "preset=[" + preset + "]",
                    image -> Hounsfield.windowAs(image, preset, "default", false));
        }
        for (String function : List.of("default", "linear", "linear exact", "sigmoid")) {
            for (boolean apply : new boolean[] {false, true}) {
                for (String preset : List.of("lungs", "file 1", "40/400")) {
                    String window = preset.equals("40/400") ? "center=40 width=400" : "preset=[" + preset + "]";
                    String options = window + " function=[" + function + "]" + (apply ? " apply" : "");
                    same("HU Window...", options, image -> Hounsfield.windowAs(image, preset, function, apply));
                }
            }
        }
        same("HU Window...", "preset=Brain_Bone", image -> Hounsfield.windowAs(image, "BRAIN-BONE", "Default", false));
    }

    @Test
    void aPresetWithOtherNumbersIsAContradiction() {
        String message = failure(copy(), new HuWindowCommand(), "preset=lungs center=40");
        assertEquals("\"lungs\" has center -600 and width 1500: give a preset, or center and width, not both", message);
        assertTrue(
                failure(copy(), new HuWindowCommand(), "preset=lungs width=400").contains("not both"));
        // As the recorder writes it.
        same(
                "HU Window...",
                "preset=lungs center=-600 width=1500 function=default",
                image -> Hounsfield.windowAs(image, "lungs", "default", false));
        same(
                "HU Window...",
                "preset=[file 1] center=0 width=1",
                image -> Hounsfield.windowAs(image, "file 1", "default", false));
    }

    @Test
    void allOptionsOfHuRange() {
        for (String outside : List.of("unchanged", "clip", "black", "nan", "mask")) {
            for (String lut : List.of("unchanged", "grays", "bone", "ocean_r", "fire", "ice", "spectrum")) {
                if (outside.equals("mask") && !lut.equals("bone")) continue;
                String options = "min=-100 max=200 outside=" + outside + " lut=" + lut;
                same("HU Range...", options, image -> Hounsfield.rangeAs(image, -100, 200, outside, lut));
            }
            same(
                    "HU Range...",
                    "min=0 outside=" + outside.toUpperCase(),
                    image -> Hounsfield.rangeAs(image, 0, NONE, outside, "Unchanged"));
            same(
                    "HU Range...",
                    "max=0 outside=" + outside + " lut=Unchanged",
                    image -> Hounsfield.rangeAs(image, NONE, 0, outside, "unchanged"));
        }
        same(
                "HU Range...",
                "min=-100 max=200 outside=clip",
                image -> Hounsfield.rangeOutside(image, -100, 200, "clip"));
    }

    @Test
    void allOptionsOfEqualize() {
        for (String output : List.of("32-bit", "16-bit", "8-bit")) {
            for (String scope : List.of("stack", "slice")) {
                String options = " output=" + output + " scope=" + scope;
                same(
                        "Equalize DICOM Frequency Bins...",
                        "bins=20" + options,
                        image -> Hounsfield.equalizeAs(image, 20, NONE, NONE, output, scope));
                same(
                        "Equalize DICOM Frequency Bins...",
                        "bins=20 min=-500 max=100" + options,
                        image -> Hounsfield.equalizeAs(image, 20, -500, 100, output, scope));
            }
            float[] breaks = {-1000, -500, 0, 40, 400};
            same(
                    "Equalize DICOM Frequency Bins...",
                    "breaks=[-1000 -500 0 40 400] min=-900 output=" + output,
                    image -> Hounsfield.equalizeByBreaksAs(image, breaks, -900, NONE, output));
        }
        same("Equalize DICOM Frequency Bins...", "bins=20", image -> Hounsfield.equalize(image, 20));
        same(
                "Equalize DICOM Frequency Bins...",
                "bins=20 output=16-bit",
                image -> Hounsfield.equalizeTo16Bit(image, 20));
    }

    @Test
    void binsUnderAMaskWithAllOptions() {
        ImagePlus mask = IJ.createImage("mask", "8-bit black", sample.getWidth(), sample.getHeight(), 1);
        ImageProcessor pixels = mask.getProcessor();
        for (int x = 0; x < mask.getWidth(); x++) pixels.set(x, mask.getHeight() / 2, 255);
        ImagePlus whole = Hounsfield.equalizeAs(copy(), 20, NONE, NONE, "8-bit", "stack");
        ImagePlus within = Hounsfield.equalizeWithinAs(copy(), mask, 20, NONE, NONE, "8-bit", "stack");
        assertTrue(!OneImage.pixels(whole, 1).equals(OneImage.pixels(within, 1)));
        ImagePlus defaults = Hounsfield.equalizeWithinAs(copy(), mask, 20, NONE, NONE, "32-bit", "stack");
        assertSame(Hounsfield.equalizeWithin(copy(), mask, 20), defaults, "within a mask");
        // Only open images are masks of the menu; in batch mode they are open without a window.
        Interpreter.batchMode = true;
        mask.show();
        try {
            for (String output : List.of("32-bit", "16-bit", "8-bit")) {
                for (String scope : List.of("stack", "slice")) {
                    String options = "bins=20 mask=mask output=" + output + " scope=" + scope;
                    same(
                            "Equalize DICOM Frequency Bins...",
                            options,
                            image -> Hounsfield.equalizeWithinAs(image, mask, 20, NONE, NONE, output, scope));
                    same(
                            "Equalize DICOM Frequency Bins...",
                            options + " min=-500 max=100",
                            image -> Hounsfield.equalizeWithinAs(image, mask, 20, -500, 100, output, scope));
                }
            }
        } finally {
            mask.changes = false;
            mask.close();
        }
    }

    @Test
    void windowsAreSavedAsPresets() {
        try {
            for (String preset : List.of("lungs", "file 1", "40/400")) {
                String window = preset.equals("40/400") ? "center=40 width=400" : "preset=[" + preset + "]";
                same(
                        "HU Window...",
                        window + " save=[by door]",
                        image -> Hounsfield.windowSaved(image, preset, "by call"));
                ImagePlus byMenu = Hounsfield.windowAs(copy(), "by door", "default", true);
                ImagePlus byCall = Hounsfield.windowAs(copy(), "by call", "default", true);
                assertEquals(OneImage.pixels(byMenu, 1), OneImage.pixels(byCall, 1), preset);
            }
            assertThrows(IllegalArgumentException.class, () -> Hounsfield.windowSaved(copy(), "lungs", "brain"));
        } finally {
            Hounsfield.deletePreset("by door");
            Hounsfield.deletePreset("by call");
        }
    }

    @Test
    void allOptionsOfWindowsToChannels() {
        for (String output : List.of("composite", "rgb", "32-bit channels")) {
            same(
                    "DICOM Windows to Channels...",
                    "windows=[lungs, 40/400] bins=20 output=[" + output + "]",
                    image -> Hounsfield.channelsTo(image, "lungs, 40/400", 20, output));
            same(
                    "DICOM Windows to Channels...",
                    "windows=[Lungs, file 1, brain_bone] bins=0 output=[" + output + "]",
                    image -> Hounsfield.channelsTo(image, "Lungs, file 1, brain_bone", 0, output.toUpperCase()));
        }
    }

    @Test
    void allOptionsOfMaskAndCrop() {
        for (String output : List.of("crop", "mask", "roi")) {
            for (boolean bright : new boolean[] {false, true}) {
                for (String size : List.of("", "32x24")) {
                    String options = "window=[-300/1200] sigma=0.5 threshold=0.2" + (bright ? " bright" : "")
                            + (size.isEmpty() ? "" : " size=" + size) + " output=" + output;
                    same(
                            "HU Mask and Crop...",
                            options,
                            image -> Hounsfield.maskAndCrop(image, "-300/1200", 0.5, 0.2, bright, size, output));
                }
            }
        }
        same(
                "HU Mask and Crop...",
                "window=brain",
                image -> Hounsfield.maskAndCrop(image, "Brain", 0.3, 0.05, false, "", "CROP"));
    }

    @Test
    void unknownWordsAreReportedWithTheValidOnes() {
        Exception function = assertThrows(
                IllegalArgumentException.class, () -> Hounsfield.windowAs(copy(), "lungs", "cubic", false));
        assertEquals("no function \"cubic\"; there are default, linear, linear exact, sigmoid", function.getMessage());
        Exception scope = assertThrows(
                IllegalArgumentException.class,
                () -> Hounsfield.equalizeAs(copy(), 20, NONE, NONE, "32-bit", "volume"));
        assertEquals("no scope \"volume\"; there are stack, slice", scope.getMessage());
        Exception output = assertThrows(
                IllegalArgumentException.class,
                () -> Hounsfield.maskAndCrop(copy(), "brain", 0.3, 0.05, false, "", "box"));
        assertEquals("no output \"box\"; there are crop, mask, roi", output.getMessage());
    }
}
