package hounsfield.command;

import static hounsfield.testing.DicomImages.ct;
import static hounsfield.testing.DicomImages.gray;
import static hounsfield.testing.DicomImages.pixels;
import static hounsfield.testing.DicomImages.rescaled;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.process.FloatProcessor;
import ij.process.ImageConverter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Invalid images and options for every command that works on an image: the message names the problem, a macro
 * ends there, and the image does not change.
 */
class BadInputTest extends MacroCommands {
    private static final String WINDOW = "HU Window...";
    private static final String RANGE = "HU Range...";
    private static final String EQUALIZE = "Equalize DICOM Frequency Bins...";
    private static final String HISTOGRAM = "HU Histogram...";
    private static final String STATISTICS = "HU Statistics...";
    private static final String CHANNELS = "DICOM Windows to Channels...";
    private static final String MASK = "HU Mask and Crop...";

    private static final Map<String, Supplier<DicomCommand>> COMMANDS = Map.of(
            WINDOW, HuWindowCommand::new,
            RANGE, HuRangeCommand::new,
            EQUALIZE, EqualizeCommand::new,
            HISTOGRAM, HistogramCommand::new,
            STATISTICS, StatisticsCommand::new,
            CHANNELS, ChannelsCommand::new,
            MASK, MaskCommand::new);

    /** Options or an image to refuse. */
    private record Case(String command, String options, String message) {
        @Override
        public String toString() {
            return command + " " + options;
        }
    }

    static Stream<Arguments> optionsThatMeanNothing() {
        return pairs(
                List.of("ramp", "ramp of 16 bits", "stack"),
                new Case(WINDOW, "center=40 width=0", "width 0.0"),
                new Case(WINDOW, "center=40 width=0 apply", "width 0.0"),
                new Case(WINDOW, "center=40 width=-1 apply", "width -1.0"),
                new Case(WINDOW, "center=40 width=0.5 function=linear apply", "width 0.5, below 1"),
                new Case(WINDOW, "center=1e300 width=1e300", "cannot be shown"),
                new Case(WINDOW, "center=NaN width=5", "center=NaN"),
                new Case(WINDOW, "center=40 width=0 save=nothing", "width 0.0"),
                new Case(RANGE, "min=5 max=5", "the range from 5.0 to 5.0 is empty"),
                new Case(RANGE, "min=5 max=-5 outside=clip", "is empty"),
                new Case(RANGE, "min=5 max=5 outside=black", "is empty"),
                new Case(RANGE, "min=5 max=5 outside=nan", "is empty"),
                new Case(RANGE, "min=5 max=5 outside=mask", "is empty"),
                new Case(RANGE, "min=NaN max=5", "min=NaN"),
                new Case(EQUALIZE, "bins=0", "\"bins\" is a whole number of at least 1"),
                new Case(EQUALIZE, "bins=100001", "100000"),
                new Case(EQUALIZE, "min=80 max=0", "80.0 is above"),
                new Case(EQUALIZE, "min=5 max=5", "all pixels that define the bins are 5.0"),
                new Case(EQUALIZE, "breaks=[0 0]", "0.0 is not above 0.0"),
                new Case(EQUALIZE, "breaks=[1 NaN]", "NaN"),
                new Case(HISTOGRAM, "bins=0", "\"bins\" is a whole number of at least 1"),
                new Case(HISTOGRAM, "min=5 max=5", "range is empty"),
                new Case(HISTOGRAM, "min=5 max=-5 bins=10", "range is empty"),
                new Case(HISTOGRAM, "bins=2147483647", "bins"),
                new Case(STATISTICS, "min=5 max=4", "5.0 is above"),
                new Case(STATISTICS, "min=5000 max=6000", "there is no value to count"),
                new Case(CHANNELS, "windows=40/0", "width 0.0"),
                new Case(CHANNELS, "windows=[]", "no windows"),
                new Case(CHANNELS, "bins=-1", "bins"),
                new Case(CHANNELS, "bins=100001", "bins"),
                new Case(MASK, "window=40/0", "width 0.0"),
                new Case(MASK, "sigma=0", "sigma"),
                new Case(MASK, "threshold=1", "threshold"),
                new Case(MASK, "size=0x0", "0 x 0"));
    }

    static Stream<Arguments> colorsAreNoValues() {
        List<Case> cases = COMMANDS.keySet().stream()
                .sorted()
                .map(command -> new Case(command, " ", "is a color image"))
                .toList();
        return pairs(List.of("color", "8-bit color"), cases.toArray(Case[]::new));
    }

    static Stream<Arguments> constantImages() {
        return pairs(
                List.of("constant", "constant of 16 bits", "constant stack"),
                new Case(EQUALIZE, " ", "all pixels that define the bins are 40.0"),
                new Case(EQUALIZE, "output=8-bit bins=1", "all pixels that define the bins are 40.0"),
                new Case(EQUALIZE, "scope=slice", "nothing to equalize"),
                new Case(HISTOGRAM, "values=equalized", "nothing to equalize"),
                new Case(CHANNELS, " ", "nothing to equalize"),
                new Case(MASK, "window=-1000/100", "nothing is inside"));
    }

    static Stream<Arguments> imagesWithoutAnyValue() {
        return pairs(
                List.of("padding", "padding of 16 bits", "padding virtual", "not a number"),
                new Case(RANGE, "min=-2000 max=80 outside=clip", "no value to keep"),
                new Case(RANGE, "min=-2000 max=80 outside=black", "no value to keep"),
                new Case(RANGE, "min=-2000 max=80 outside=nan", "no value to keep"),
                new Case(RANGE, "min=-2000 max=80 outside=mask", "no value to keep"),
                new Case(EQUALIZE, " ", "no pixel is selected"),
                new Case(HISTOGRAM, " ", "there is no value to count"),
                new Case(HISTOGRAM, "bins=10 min=-2000 max=2000", "there is no value to count"),
                new Case(HISTOGRAM, "values=equalized", "no pixel is selected"),
                new Case(STATISTICS, " ", "there is no value to count"),
                new Case(STATISTICS, "window=brain scope=slice", "there is no value to count"),
                new Case(CHANNELS, " ", "no pixel is selected"),
                new Case(MASK, "window=-1000/4000", "nothing is inside"),
                new Case(MASK, "window=-1000/4000 output=mask", "mask is empty"),
                new Case(MASK, "window=-1000/4000 output=roi", "mask is empty"));
    }

    /** A constant image can be shown, and NaN is black. */
    @Test
    void windowsTakeAnyGrayImage() {
        for (String name : List.of("constant", "padding", "padding of 16 bits", "not a number")) {
            ImagePlus image = image(name);
            ImagePlus applied = MacroRun.of(image, WINDOW, "preset=brain apply");
            assertEquals(
                    name.equals("constant") ? 128 : 0, applied.getProcessor().get(0), name);
            ImagePlus channel = MacroRun.of(image, CHANNELS, "windows=brain bins=0");
            assertEquals(
                    name.equals("constant") ? 128 : 0, channel.getProcessor().get(0), name);
            assertSame(image, MacroRun.of(image, WINDOW, "preset=brain"));
            assertEquals(80, image.getCalibration().getCValue(image.getDisplayRangeMax()), 1e-3, name);
        }
    }

    private static Stream<Arguments> pairs(List<String> images, Case... cases) {
        return Arrays.stream(cases).flatMap(each -> images.stream().map(image -> Arguments.of(image, each)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource({"optionsThatMeanNothing", "colorsAreNoValues", "constantImages", "imagesWithoutAnyValue"})
    void isRefusedInWords(String name, Case bad) {
        ImagePlus image = image(name);
        Map<String, Object> before = state(image);
        DicomCommand command = COMMANDS.get(bad.command).get();
        String message = MacroRun.failure(image, command, bad.options);
        assertTrue(message.contains(bad.message), message);
        assertUnchanged(before, image);

        WindowManager.setTempCurrentImage(image);
        String ended = IJ.runMacro("run(\"" + bad.command + "\", \"" + bad.options + "\"); return \"went on\";");
        assertNotEquals("went on", ended);
        assertUnchanged(before, image);
        ImagePlus current = WindowManager.getCurrentImage();
        assertTrue(current == null || current == image, "no new image");
    }

    private static void assertUnchanged(Map<String, Object> before, ImagePlus image) {
        Map<String, Object> now = state(image);
        assertArrayEquals((Object[]) before.get("pixels"), (Object[]) now.get("pixels"));
        now.put("pixels", before.get("pixels"));
        assertEquals(before, now);
        assertTrue(image.lockSilently(), "the image stays locked");
        image.unlock();
    }

    private static Map<String, Object> state(ImagePlus image) {
        Map<String, Object> state = new LinkedHashMap<>();
        ImageStack stack = image.getStack();
        Object[] pixels = new Object[stack.size()];
        for (int i = 0; i < pixels.length; i++)
            pixels[i] = stack.getProcessor(i + 1).duplicate().getPixels();
        state.put("pixels", pixels);
        state.put("title", image.getTitle());
        state.put("type", image.getType());
        state.put("black", image.getDisplayRangeMin());
        state.put("white", image.getDisplayRangeMax());
        if (image.getProcessor().getLut() != null) {
            state.put("lut", Arrays.hashCode(image.getProcessor().getLut().getBytes()));
        }
        state.put("unit", image.getCalibration().getValueUnit());
        state.put("width", image.getCalibration().pixelWidth);
        state.put("roi", String.valueOf(image.getRoi()));
        state.put("changes", image.changes);
        return state;
    }

    private ImagePlus image(String name) {
        return switch (name) {
            case "ramp" -> open("", 0, 1000, 1024, 1064, 1124);
            case "ramp of 16 bits" -> open("pixels=16-bit", 0, 1000, 1024, 1064, 1124);
            case "stack" -> volume("", 1, new int[] {1000, 1024, 1064, 1124}, new int[] {1001, 1024, 1064, 1124});
            case "constant" -> open("", 0, 1064, 1064, 1064, 1064);
            case "constant of 16 bits" -> open("pixels=16-bit", 0, 1064, 1064, 1064, 1064);
            case "constant stack" ->
                volume("", 1, new int[] {1064, 1064, 1064, 1064}, new int[] {1064, 1064, 1064, 1064});
            case "padding" -> open("", 7, 7, 7, 7, 7);
            case "padding of 16 bits" -> open("pixels=16-bit", 7, 7, 7, 7, 7);
            case "padding virtual" -> open("virtual", 7, 7, 7, 7, 7);
            case "not a number" -> {
                float[] values = new float[4];
                Arrays.fill(values, Float.NaN);
                ImagePlus nan = new ImagePlus("nan", new FloatProcessor(2, 2, values));
                nan.getCalibration().setValueUnit("HU");
                yield nan;
            }
            case "color" -> IJ.createImage("color", "RGB", 2, 2, 1);
            case "8-bit color" -> {
                ImagePlus color = IJ.createImage("color", "RGB black", 2, 2, 1);
                for (int i = 0; i < 4; i++) color.getProcessor().set(i, 0x3F << 6 * i);
                new ImageConverter(color).convertRGBtoIndexedColor(16);
                yield color;
            }
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** A CT slice of 2 x 2 stored values; 1024 is 0 HU. */
    private ImagePlus open(String options, int padding, int... values) {
        DicomBytes bytes = gray(ct("1", 1), "MONOCHROME2", 2, 2, 16, 16, false).us(Tag.PIXEL_PADDING_VALUE, padding);
        Path file = write(folder, "a.dcm", pixels(rescaled(bytes, "-1024", "1"), values));
        return run("Open DICOM...", "path=" + file + " " + options);
    }
}
