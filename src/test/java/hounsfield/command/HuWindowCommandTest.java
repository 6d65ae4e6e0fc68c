package hounsfield.command;

import static hounsfield.command.MacroRun.failure;
import static hounsfield.command.MacroRun.of;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.imagej.display.DisplayWindow;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import ij.ImagePlus;
import ij.Prefs;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Windows, VOI LUTs and presets in macros. */
class HuWindowCommandTest extends MacroCommands {
    private static final String PRESETS = "hounsfield.presets";

    @BeforeEach
    @AfterEach
    void forgetPresets() {
        Prefs.set(PRESETS, "");
    }

    /** A 2 x 2 slice of -24, 0, 40, 100 HU with two windows and an optional VOI LUT from -2 to 61. */
    private DicomBytes slice(boolean table) {
        DicomBytes bytes = DicomImages.ct("1", 1).text(Tag.BODY_PART_EXAMINED, "CS", "HEAD");
        DicomImages.at(bytes, "0\\0\\0", "1\\0\\0\\0\\1\\0");
        DicomImages.gray(bytes, "MONOCHROME2", 2, 2, 16, 16, false)
                .text(Tag.WINDOW_CENTER, "DS", "40\\-600")
                .text(Tag.WINDOW_WIDTH, "DS", "81\\1500");
        DicomImages.rescaled(bytes, "-1024", "1").text(Tag.WINDOW_CENTER_WIDTH_EXPLANATION, "LO", "SOFT\\LUNG");
        if (table) bytes.sequence(Tag.VOILUT_SEQUENCE, table(-2, 64));
        return DicomImages.pixels(bytes, 1000, 1024, 1064, 1124);
    }

    /** The inverse of a ramp: 255 at the first input, 252 less for 63 more. */
    private static DicomBytes table(int first, int entries) {
        int[] values = new int[entries];
        for (int i = 0; i < entries; i++) values[i] = 255 - 4 * i;
        return DicomBytes.explicitLittleEndian()
                .shorts(Tag.LUT_DESCRIPTOR, "SS", entries, first, 8)
                .text(Tag.LUT_EXPLANATION, "LO", "INVERSE")
                .shorts(Tag.LUT_DATA, "US", values);
    }

    private ImagePlus open(boolean table) throws IOException {
        return Hounsfield.open(write(folder, "a.dcm", slice(table)).toString());
    }

    private static void assertRange(double low, double high, ImagePlus image) {
        assertEquals(low, image.getDisplayRangeMin(), 1e-4);
        assertEquals(high, image.getDisplayRangeMax(), 1e-4);
    }

    @Test
    void windowsOfTheFileHaveNumbersAsNamesAndExplanationsAsLabels() throws IOException {
        ImagePlus image = open(true);
        of(image, "HU Window...", "preset=[file 2]");
        assertRange(-1350, 149, image);
        of(image, "HU Window...", "preset=[file 1]");
        assertRange(-0.5, 79.5, image);
        of(image, "HU Window...", "preset=[file 1] function=[linear exact]");
        assertRange(-0.5, 80.5, image);
        List<String> labels = labels(image);
        assertEquals(List.of("file 40/81 (SOFT)", "file -600/1500 (LUNG)", "lut 1 (INVERSE)"), labels.subList(0, 3));
    }

    @Test
    void windowsAreWrittenInAnyCaseAndAsNumbers() throws IOException {
        ImagePlus image = open(true);
        of(image, "HU Window...", "preset=[FILE 2]");
        assertRange(-1350, 149, image);
        of(image, "HU Window...", "preset=40/400");
        assertRange(-160, 240, image);
        of(image, "HU Window...", "preset=Brain_Bone");
        assertRange(-800, 2000, image);
        of(image, "HU Window...", "preset=Custom center=10 width=20");
        assertRange(0, 20, image);
        Hounsfield.window(image, "File_1");
        assertRange(-0.5, 79.5, image);
        Hounsfield.window(image, "LUNGS");
        assertRange(-1350, 150, image);
        Hounsfield.window(image, "LUT 1");
        assertRange(-2, 61, image);
        assertEquals(0.5, Hounsfield.fractionInWindow(image, "file 1"), "0 and 40 of -24, 0, 40, 100");
        assertEquals(1, Hounsfield.fractionInWindow(image, "40/400"));
    }

    @Test
    void presetAndOtherNumbersContradictEachOther() throws IOException {
        ImagePlus image = open(false);
        for (String options : List.of("preset=lungs center=40", "preset=40/400 center=50", "preset=40/400 width=80")) {
            String message = failure(image, new HuWindowCommand(), options);
            assertTrue(message.endsWith("give a preset, or center and width, not both"), message);
        }
        of(image, "HU Window...", "preset=40/400 center=40 width=400");
        assertRange(-160, 240, image);
        String wrong = failure(image, new HuWindowCommand(), "preset=40/x");
        assertEquals("\"40/x\" is not center/width in numbers", wrong);
        String unknown = failure(image, new HuWindowCommand(), "preset=lnugs");
        assertTrue(unknown.contains("Or center/width, such as 40/400"), unknown);
        String negative = assertThrows(IllegalArgumentException.class, () -> Hounsfield.windowFile(image, -1))
                .getMessage();
        assertEquals("the image has no \"file -1\"", negative);
        String custom = assertThrows(IllegalArgumentException.class, () -> Hounsfield.window(image, "custom"))
                .getMessage();
        assertTrue(custom.contains("write them, such as 40/400"), custom);
    }

    private static List<String> labels(ImagePlus image) {
        return DisplayWindow.of(image).choices().stream()
                .map(DisplayWindow.Choice::label)
                .toList();
    }

    @Test
    void bodyPartComesFirst() throws IOException {
        List<String> labels = labels(open(false));
        assertEquals(List.of("brain 40/80", "subdural 100/254", "stroke 32/8"), labels.subList(2, 5));
        assertEquals(
                List.of("lungs -600/1500", "mediastinum 50/350"),
                labels(Hounsfield.sample("CT series")).subList(3, 5));
    }

    @Test
    void voiLutIsShownByATableAndBurntIn() throws IOException {
        ImagePlus image = open(true);
        ImagePlus applied = of(image, "HU Window...", "preset=[lut 1] apply");
        // Below -2 is the first entry, 0 is the third, 40 is the 43rd, above 61 is the last.
        byte[] expected = {(byte) 255, (byte) 247, (byte) (255 - 4 * 42), 3};
        assertArrayEquals(expected, (byte[]) applied.getProcessor().getPixels());
        of(image, "HU Window...", "preset=[lut 1]");
        assertRange(-2, 61, image);
        ImageProcessor shown = image.getProcessor().convertToRGB();
        for (int i = 0; i < 4; i++) assertEquals(expected[i] & 0xFF, shown.get(i) & 0xFF, 4, "one entry off at most");
        of(image, "HU Window...", "preset=brain");
        assertEquals(64, image.getLuts()[0].getRed(64), "the table's falling curve does not invert what follows");
        Hounsfield.windowLut(image, 1);
        ImagePlus copy = image.duplicate();
        Hounsfield.window(copy, "brain");
        assertEquals(64, copy.getLuts()[0].getRed(64));
        Hounsfield.lut(image, "fire");
        Hounsfield.window(image, "lungs");
        assertEquals(0, image.getLuts()[0].getGreen(64), "tables of the user stay");
    }

    @Test
    void sixteenAndVirtualImagesHaveTheTablesToo() throws IOException {
        String path = write(folder, "a.dcm", slice(true)).toString();
        byte[] expected = {(byte) 255, (byte) 247, (byte) (255 - 4 * 42), 3};
        for (ImagePlus image : List.of(Hounsfield.open16Bit(path), Hounsfield.openVirtual(path))) {
            assertArrayEquals(expected, (byte[])
                    Hounsfield.windowApplied(image, "lut 1").getProcessor().getPixels());
        }
        ImagePlus stored = Hounsfield.openStored(path);
        String message = failure(stored, new HuWindowCommand(), "preset=[file 1]");
        assertTrue(message.contains("stored values"), message);
        message = assertThrows(IllegalArgumentException.class, () -> Hounsfield.windowFile(stored, 1))
                .getMessage();
        assertEquals(
                "the image has no \"file 1\". The file's windows do not apply to the stored values of this image.",
                message);
    }

    @Test
    void duplicatesFindTheFileAndWithoutItSayWhatIsMissing() throws IOException {
        ImagePlus copy = open(true).duplicate();
        of(copy, "HU Window...", "preset=[lut 1]");
        assertRange(-2, 61, copy);
        Files.delete(folder.resolve("a.dcm"));
        String message = failure(copy, new HuWindowCommand(), "preset=[lut 1]");
        assertTrue(message.contains("DICOM file"), message);
        of(copy, "HU Window...", "preset=[file 2]");
        assertRange(-1350, 149, copy);
        assertEquals("file 40/81 (SOFT)", labels(copy).get(0));
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> Hounsfield.windowLut(copy, 1));
        assertTrue(thrown.getMessage().contains("lut 1"), thrown.getMessage());
    }

    @Test
    void anotherFileInItsPlaceIsNotTaken() throws IOException {
        ImagePlus image = open(true);
        DicomBytes other = DicomImages.ct("1", 2);
        DicomImages.gray(other, "MONOCHROME2", 2, 2, 16, 16, false)
                .text(Tag.WINDOW_CENTER, "DS", "7")
                .text(Tag.WINDOW_WIDTH, "DS", "9");
        write(folder, "a.dcm", DicomImages.pixels(other, 1, 2, 3, 4));
        Hounsfield.windowFile(image, 2);
        assertRange(-1350, 149, image);
    }

    /**
     * Three frames of 1 x 2 pixels, n and n + 10 HU with n = 0, 100, 200, each in the middle of its window, which is 50
     * wide. Each has an optional VOI LUT, which for frame n is black up to n.
     */
    private String frames(boolean tables) {
        DicomBytes bytes = DicomImages.ct("1", 1);
        DicomImages.gray(bytes, "MONOCHROME2", 1, 2, 16, 16, false).text(Tag.NUMBER_OF_FRAMES, "IS", "3");
        DicomBytes[] frames = new DicomBytes[3];
        for (int i = 0; i < 3; i++) {
            DicomBytes grays = DicomBytes.explicitLittleEndian()
                    .text(Tag.WINDOW_CENTER, "DS", Integer.toString(100 * i))
                    .text(Tag.WINDOW_WIDTH, "DS", "50")
                    .text(Tag.VOILUT_FUNCTION, "CS", "LINEAR_EXACT");
            if (tables) {
                grays.sequence(
                        Tag.VOILUT_SEQUENCE,
                        DicomBytes.explicitLittleEndian()
                                .shorts(Tag.LUT_DESCRIPTOR, "US", 3, 100 * i + 8, 8)
                                .shorts(Tag.LUT_DATA, "US", 0, 40 + i, 255));
            }
            frames[i] = DicomBytes.explicitLittleEndian().sequence(Tag.FRAME_VOILUT_SEQUENCE, grays);
        }
        bytes.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames);
        return write(folder, "m.dcm", DicomImages.pixels(bytes, 0, 10, 100, 110, 200, 210))
                .toString();
    }

    @Test
    void framesAreBurntInThroughTheirOwnWindows() throws IOException {
        String path = frames(true);
        for (ImagePlus image :
                List.of(Hounsfield.open(path), Hounsfield.open16Bit(path), Hounsfield.openVirtual(path))) {
            image.setSlice(2);
            ImagePlus own = of(image, "HU Window...", "preset=[file 1] apply");
            ImagePlus curved = of(image, "HU Window...", "preset=[file 1] function=sigmoid apply");
            ImagePlus tables = of(image, "HU Window...", "preset=[lut 1] apply");
            ImagePlus numbers = of(image, "HU Window...", "center=100 width=50 apply");
            ImagePlus wide = of(image, "HU Window...", "center=100 width=254 apply");
            for (int n = 1; n <= 3; n++) {
                assertGrays(own, n, 128, (int) (255 * 0.7 + 0.5));
                assertGrays(curved, n, 128, (int) (255 / (1 + Math.exp(-4 * 10 / 50.0)) + 0.5));
                // 8 and less are black; 10 more than the frame's hundreds are white.
                assertGrays(tables, n, 0, 255);
                assertGrays(numbers, n, n == 1 ? 0 : n == 2 ? 128 : 255, n == 1 ? 0 : n == 2 ? 179 : 255);
            }
            assertGrays(wide, 1, (int) (255 * 27 / 254.0 + 0.5), (int) (255 * 37 / 254.0 + 0.5));
            assertGrays(wide, 3, (int) (255 * 227 / 254.0 + 0.5), (int) (255 * 237 / 254.0 + 0.5));
        }
        ImagePlus called = Hounsfield.windowApplied(Hounsfield.open(path), "file 1");
        assertGrays(called, 3, 128, (int) (255 * 0.7 + 0.5));
    }

    private static void assertGrays(ImagePlus image, int slice, int... grays) {
        ImageProcessor processor = image.getStack().getProcessor(slice);
        for (int i = 0; i < grays.length; i++) assertEquals(grays[i], processor.get(i), "slice " + slice);
    }

    @Test
    void framesBecomeChannelsThroughTheirOwnWindows() throws IOException {
        ImagePlus image = Hounsfield.open(frames(true));
        ImagePlus channels =
                of(image, "DICOM Windows to Channels...", "windows=[file 1, 100/200] bins=0 output=[32-bit channels]");
        for (int z = 1; z <= 3; z++) {
            assertArrayEquals(
                    new float[] {0.5f, 0.7f},
                    (float[]) channels.getStack().getPixels(channels.getStackIndex(1, z, 1)),
                    1e-6f);
            assertEquals(
                    (z - 1) / 2f,
                    channels.getStack()
                            .getProcessor(channels.getStackIndex(2, z, 1))
                            .getf(0));
        }
        String message = failure(image, new ChannelsCommand(), "windows=[lut 1]");
        assertTrue(message.contains("lut 1"), message);
    }

    /** LINEAR is half a unit lower and one unit narrower than center and width (C.11.2.1.2.1), also in a channel. */
    @Test
    void channelsEndWhereTheFilesFunctionHasIt() throws IOException {
        DicomBytes bytes = DicomImages.ct("1", 1);
        DicomImages.gray(bytes, "MONOCHROME2", 2, 2, 16, 16, false)
                .text(Tag.WINDOW_CENTER, "DS", "40")
                .text(Tag.WINDOW_WIDTH, "DS", "80");
        ImagePlus image = Hounsfield.open(
                write(folder, "a.dcm", DicomImages.pixels(bytes, 0, 20, 79, 80)).toString());
        float[] expected = {0, 20 / 79f, 1, 1};
        ImagePlus channels = Hounsfield.channelsTo(image, "file 1", 0, "32-bit channels");
        assertArrayEquals(expected, (float[]) channels.getProcessor().getPixels(), 1e-6f);
    }

    @Test
    void slicesOfASeriesAreBurntInThroughTheirOwnWindows() throws IOException {
        for (int i = 0; i < 3; i++) {
            DicomBytes bytes = DicomImages.ct("1", i + 1);
            DicomImages.at(bytes, "0\\0\\" + i, "1\\0\\0\\0\\1\\0");
            DicomImages.gray(bytes, "MONOCHROME2", 1, 2, 16, 16, false)
                    .text(Tag.WINDOW_CENTER, "DS", i < 2 ? 100 * i + "\\7" : "200")
                    .text(Tag.WINDOW_WIDTH, "DS", i < 2 ? "51\\3" : "51");
            write(folder, i + ".dcm", DicomImages.pixels(bytes, 100 * i, 100 * i + 10));
        }
        ImagePlus image = Hounsfield.openSeries(folder.toString());
        image.setSlice(3);
        // The window starts half a unit lower and is 50 wide (C.11.2.1.2.1).
        int[] grays = {(int) (255 * (0.5 + 0.5 / 50) + 0.5), (int) (255 * (0.5 + 10.5 / 50) + 0.5)};
        for (ImagePlus each : List.of(image, image.duplicate())) {
            ImagePlus own = of(each, "HU Window...", "preset=[file 1] apply");
            for (int n = 1; n <= 3; n++) assertGrays(own, n, grays);
        }
        image.setSlice(1);
        String message = failure(image, new HuWindowCommand(), "preset=[file 2] apply");
        assertTrue(message.endsWith("slice 3 has no \"file 2\""), message);
        for (int i = 0; i < 3; i++) Files.delete(folder.resolve(i + ".dcm"));
        ImagePlus remembered = of(image, "HU Window...", "preset=[file 1] apply");
        for (int n = 1; n <= 3; n++) assertGrays(remembered, n, grays);
    }

    @Test
    void framesHaveTheirOwnWindows() throws IOException {
        String path = frames(false);
        ImagePlus image = Hounsfield.open(path);
        for (int slice : new int[] {3, 1, 2}) {
            image.setSlice(slice);
            of(image, "HU Window...", "preset=[file 1]");
            assertRange(100 * (slice - 1) - 25, 100 * (slice - 1) + 25, image);
        }
        ImagePlus single = Hounsfield.openFrames(path, 2, 2);
        Hounsfield.windowFile(single, 1);
        assertRange(175, 225, single);
        Hounsfield.windowFile(single.duplicate(), 1);
    }

    @Test
    void presetsOfTheUserAreKeptByName() throws IOException {
        ImagePlus image = open(false);
        of(image, "HU Window...", "center=10 width=20 save=[My Own]");
        assertEquals("my own:10.0:20.0", Prefs.get(PRESETS, ""));
        of(image, "HU Window...", "preset=[my own]");
        assertRange(0, 20, image);
        Hounsfield.savePreset("my own", 12, 20);
        Hounsfield.savePreset("second", 0, 1);
        Hounsfield.window(image, "MY_OWN");
        assertRange(2, 22, image);
        assertEquals(
                List.of("my own", "second", "brain"),
                Arrays.asList(Hounsfield.windowPresets()).subList(0, 3));
        assertEquals(0.25, Hounsfield.fractionInWindow(image, "second"));
        Hounsfield.deletePreset("my own");
        assertTrue(failure(image, new HuWindowCommand(), "preset=[my own]").contains("second"));
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.deletePreset("my own"));
    }

    @Test
    void namesThatMacrosOrFilesHaveAreRefused() throws IOException {
        ImagePlus image = open(false);
        for (String name : new String[] {
            "",
            "lungs",
            "Brain_Bone",
            "custom",
            "none",
            "None",
            "default",
            "file 1",
            "FILE_2",
            "lut 12",
            "a[b",
            "x:y",
            "a|b"
        }) {
            assertThrows(IllegalArgumentException.class, () -> Hounsfield.savePreset(name, 1, 2), name);
        }
        assertThrows(IllegalArgumentException.class, () -> Hounsfield.savePreset("good", 1, 0));
        assertTrue(
                failure(image, new HuWindowCommand(), "preset=brain save=lungs").contains("lungs"));
        assertEquals("", Prefs.get(PRESETS, ""));
    }

    @Test
    void keptNamesThatMeanSomethingElseAreIgnored() throws IOException {
        Prefs.set(PRESETS, "none:1:2|file 1:1:2|Brain:1:2|brain:1:2|Mine:1:2|good:3:4|sloppy:x:2");
        assertEquals(
                List.of("good", "brain"),
                Arrays.asList(Hounsfield.windowPresets()).subList(0, 2));
        ImagePlus image = open(false);
        of(image, "HU Window...", "preset=brain");
        assertRange(0, 80, image);
        of(image, "HU Window...", "preset=good");
        assertRange(1, 5, image);
    }

    @Test
    void emptyWindowsAreRefusedAndTheImageStays() throws IOException {
        ImagePlus image = open(false);
        double low = image.getDisplayRangeMin();
        for (String options :
                new String[] {"center=0 width=0", "center=0 width=-5", "center=0 width=0.5 function=linear"}) {
            assertTrue(failure(image, new HuWindowCommand(), options).contains("width"), options);
        }
        assertEquals(low, image.getDisplayRangeMin());
    }

    @Test
    void toolReportsThatItNeedsADisplay() throws IOException {
        assertTrue(failure(open(false), new WindowToolCommand(), "").contains("display"));
    }
}
