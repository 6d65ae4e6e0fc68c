package hounsfield.command;

import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.imagej.host.MessagesTest;
import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.Undo;
import ij.WindowManager;
import ij.measure.ResultsTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Each command in a macro without a display. */
class CommandsTest extends MacroCommands {
    private Path image(String name) {
        return write(folder, name, slice(1, 0, -1024, 1000, 1024, 1064, 1124));
    }

    /** Returns a command's message about invalid options. */
    private static String failure(DicomCommand command, String options) {
        return MacroRun.failure(command, options);
    }

    @Test
    void openDicomOpensAFileInHounsfieldUnits() {
        ImagePlus image = run("Open DICOM...", "path=[" + image("a b.dcm") + "]");
        assertEquals("a b.dcm", image.getTitle());
        assertArrayEquals(
                new float[] {-24, 0, 40, 100}, (float[]) image.getProcessor().getPixels());
    }

    @Test
    void openDicomHasPixelFormsAndVirtualStacks() {
        Path path = image("a.dcm");
        assertEquals(16, run("Open DICOM...", "path=" + path + " pixels=16-bit").getBitDepth());
        ImagePlus stored = run("Open DICOM...", "path=" + path + " pixels=stored frames=1");
        assertEquals(1000, stored.getProcessor().get(0));
        ImagePlus virtual = run("Open DICOM...", "path=" + path + " frames=all virtual");
        assertEquals(-24, virtual.getProcessor().getf(0));
    }

    @Test
    void openDicomTakesValuesFromTheChosenSource() {
        Path path = image("a.dcm");
        assertEquals(
                1000,
                run("Open DICOM...", "path=" + path + " values=stored")
                        .getProcessor()
                        .getf(0));
        ImagePlus series = run("Import DICOM Series...", "folder=" + folder + " values=stored pixels=16-bit");
        assertEquals(1000, series.getProcessor().get(0));
        assertEquals("Gray Value", series.getCalibration().getValueUnit());
        String missing = failure(new OpenDicomCommand(), "path=" + path + " values=[real world]");
        assertTrue(missing.contains("no Real World Value Mapping"), missing);
        String both = failure(new OpenDicomCommand(), "path=" + path + " values=[real world] pixels=stored");
        assertTrue(both.contains("choose 32-bit"), both);
        assertTrue(
                failure(new OpenDicomCommand(), "path=" + path + " values=real").contains("real world"));
    }

    @Test
    void openDicomRefusesWhatItDoesNotKnow() {
        Path path = image("a.dcm");
        assertTrue(failure(new OpenDicomCommand(), "path=" + path + " pixels=17-bit")
                .contains("16-bit"));
        assertTrue(failure(new OpenDicomCommand(), "path=" + path + " frames=x").contains("\"x\" for frames"));
        assertTrue(failure(new OpenDicomCommand(), "path=" + path + " frames=2").contains("1 frames"));
        assertTrue(failure(new OpenDicomCommand(), "path=" + path + " color").contains("color"));
        assertTrue(
                failure(new OpenDicomCommand(), "path=" + path + " virtual=yes").contains("virtual"));
        assertTrue(failure(new OpenDicomCommand(), "pixels=32-bit").contains("path="));
        assertTrue(failure(new OpenDicomCommand(), "path=" + folder.resolve("none"))
                .contains("none"));
    }

    @Test
    void framesAreCountedInMessagesAsWhereTheyWereWritten() {
        String path = image("a.dcm").toString();
        String message = failure(new OpenDicomCommand(), "path=" + path + " frames=2");
        assertTrue(message.contains("numbered 1 to 1, so none numbered 2"), message);
        message = assertThrows(IllegalArgumentException.class, () -> Hounsfield.openFrames(path, 0, 2))
                .getMessage();
        assertTrue(message.contains("numbered 0 to 0, so none numbered 2"), message);
        message = assertThrows(IllegalArgumentException.class, () -> Hounsfield.openFrames(path, -1, 0))
                .getMessage();
        assertTrue(message.contains("frames -1 to 0"), message);
        message = assertThrows(IllegalArgumentException.class, () -> Hounsfield.openFrames(path, 3, 1))
                .getMessage();
        assertTrue(message.contains("frames 3 to 1"), message);
    }

    /** Without a window, ImageJ's own error report would end the program with exit code 0. */
    @Test
    void commandWithoutAnImageEndsTheMacroAndNotImageJ() {
        List<String> commands = List.of(
                "HU Window...",
                "HU Range...",
                "Equalize DICOM Frequency Bins...",
                "HU Histogram...",
                "HU Statistics...",
                "DICOM Windows to Channels...",
                "HU Mask and Crop...");
        for (String command : commands) {
            forget();
            assertNotEquals("went on", IJ.runMacro("run('" + command + "', 'scope=stack'); return 'went on';"));
            forget();
            assertNull(WindowManager.getCurrentImage());
            // In a script the error is logged and the script continues, as for every other command that fails.
            IJ.run(command, "");
        }
        assertEquals("there are no images open", failure(new MaskCommand(), ""));
    }

    @Test
    void failuresAndCancelledWorkEndTheMacro() throws Exception {
        List<String> log = MessagesTest.logged(() -> macroEnd(new OutOfMemoryError("test")));
        assertEquals(1, log.size(), log.toString());
        assertTrue(log.get(0).startsWith("Test: Java's memory is used up"), log.toString());
        assertEquals(List.of(), MessagesTest.logged(() -> macroEnd(new CancellationException())));
        assertEquals(
                List.of("Test: a\\nb: there is no such file"),
                MessagesTest.logged(() -> macroEnd(new NoSuchFileException("a\nb"))));
    }

    /** Runs a command that throws, and checks that the macro that runs it ends. */
    private static String macroEnd(Throwable cause) {
        DicomCommand command = new DicomCommand("Test") {
            @Override
            void execute() throws IOException {
                if (cause instanceof Error error) throw error;
                if (cause instanceof IOException failure) throw failure;
                throw (RuntimeException) cause;
            }
        };
        String message =
                assertThrows(RuntimeException.class, () -> command.run("")).getMessage();
        assertEquals(Macro.MACRO_CANCELED, message);
        return message;
    }

    @Test
    void messagesNameFieldsInDialogsAndKeysInMacros() {
        Field min = new Field.OptionalNumber("Min (empty for none)", "");
        assertEquals("\"min=x\" is not a number", message(() -> min.check("x", false)));
        assertEquals("Min \"x\" is not a number", message(() -> min.check("x", true)));
        assertEquals("Save CSV as", new Field.PathField("Save CSV as (empty for none)", false).title());
        assertEquals("\"folder=\" is missing", failure(new ImportSeriesCommand(), ""));
        Field folder = new Field.PathField("Folder", true);
        assertEquals("Folder is empty", folder.missing(true));
        assertEquals("Folder \"x\"", folder.named("x", true));
        assertEquals("Min", min.named(true));
        assertEquals("\"min\"", min.named(false));
    }

    private static String message(Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }

    @Test
    void importSeriesOrdersByPositionOrAsRequested() {
        write(folder, "a", slice(1, 4, -1024, 1028, 0, 0, 0));
        write(folder, "b", slice(3, 2, -1024, 1026, 0, 0, 0));
        write(folder, "c", slice(2, 6, -1024, 1030, 0, 0, 0));
        assertArrayEquals(new int[] {2, 4, 6}, firstValues(run("Import DICOM Series...", "folder=" + folder)));
        assertArrayEquals(
                new int[] {4, 6, 2},
                firstValues(run("Import DICOM Series...", "folder=" + folder + " order=[instance number]")));
        assertArrayEquals(
                new int[] {4, 2, 6},
                firstValues(run("Import DICOM Series...", "folder=" + folder + " order=[file name] virtual")));
    }

    private static int[] firstValues(ImagePlus image) {
        return IntStream.rangeClosed(1, image.getStackSize())
                .map(n -> Math.round(image.getStack().getProcessor(n).getf(0)))
                .toArray();
    }

    @Test
    void importOfSeveralSeriesListsThem() throws IOException {
        Hounsfield.writeSample("Enhanced CT", folder.resolve("e").toString());
        image("s/a.dcm");
        String[] uids = Hounsfield.listSeries(folder.toString());
        assertEquals(2, uids.length);
        String message = failure(new ImportSeriesCommand(), "folder=" + folder);
        for (String uid : uids) assertTrue(message.contains(uid), message);
        assertTrue(failure(new ImportSeriesCommand(), "folder=" + folder + " series=99")
                .contains("99"));
        String options = "folder=" + folder + " series=1.2.3.4.5.1";
        assertEquals(2, run("Import DICOM Series...", options).getWidth());
        assertEquals(
                2,
                run("Import DICOM Series...", "folder=" + folder + " series=7").getWidth());
    }

    @Test
    void emptyFolderIsRefused() {
        assertTrue(failure(new ImportSeriesCommand(), "folder=" + folder).contains("no DICOM images"));
        assertTrue(failure(new ImportSeriesCommand(), "folder=" + folder.resolve("x"))
                .contains("no folder"));
    }

    @Test
    void headerGivesRowsToMacros() {
        IJ.run("DICOM Header...", "path=" + image("a.dcm"));
        ResultsTable table = Hounsfield.table("DICOM Header");
        assertRow(table, "0028,1052", "DS", "Rescale Intercept", "-1024");
        run("Open DICOM...", "path=" + image("b.dcm"));
        IJ.run("DICOM Header...", "");
        assertRow(Hounsfield.table("DICOM Header"), "0008,0060", "CS", "Modality", "CT");
    }

    private static void assertRow(ResultsTable table, String tag, String vr, String name, String value) {
        int row = IntStream.range(0, table.size())
                .filter(i -> table.getStringValue("Tag", i).equals(tag))
                .findFirst()
                .orElseThrow();
        assertEquals(vr, table.getStringValue("VR", row));
        assertEquals(name, table.getStringValue("Name", row));
        assertEquals(value, table.getStringValue("Value", row));
    }

    @Test
    void windowShowsPresetsNumbersAndCurves() {
        ImagePlus image = run("Open DICOM...", "path=" + image("a.dcm") + " pixels=16-bit");
        run("HU Window...", "preset=brain");
        assertRange(image, 0, 80);
        run("HU Window...", "preset=[spine bone]");
        assertRange(image, -500, 1300);
        run("HU Window...", "center=60 width=120");
        assertRange(image, 0, 120);
        run("HU Window...", "preset=custom center=60 width=121 function=linear");
        assertRange(image, -0.5, 119.5);
        run("HU Window...", "preset=brain function=sigmoid");
        assertRange(image, -80, 160);
        assertEquals(128, image.getLuts()[0].getRed(128), 3);
        assertTrue(image.getLuts()[0].getRed(64) < 40);
        run("HU Window...", "preset=brain");
        assertEquals(64, image.getLuts()[0].getRed(64));
        assertEquals(1000, image.getProcessor().get(0));
    }

    private static void assertRange(ImagePlus image, double low, double high) {
        // 16-bit images round their range.
        assertEquals(low, image.getCalibration().getCValue(image.getDisplayRangeMin()), 0.51);
        assertEquals(high, image.getCalibration().getCValue(image.getDisplayRangeMax()), 0.51);
    }

    @Test
    void windowAppliesToANewImage() {
        ImagePlus image = run("Open DICOM...", "path=" + image("a.dcm"));
        ImagePlus windowed = run("HU Window...", "preset=brain apply");
        assertNotSame(image, windowed);
        assertArrayEquals(new byte[] {0, 0, (byte) 128, (byte) 255}, (byte[])
                windowed.getProcessor().getPixels());
        assertEquals(-24, image.getProcessor().getf(0));
        assertEquals("mm", windowed.getCalibration().getUnit());
    }

    @Test
    void equalizedSingleImageCanBeUndone() {
        ImagePlus image = run("Open DICOM...", "path=" + image("a.dcm"));
        float[] before = ((float[]) image.getProcessor().getPixels()).clone();
        run("Equalize DICOM Frequency Bins...", "bins=4");
        assertEquals(1, image.getProcessor().getMax());
        assertEquals(0, image.getProcessor().getf(0));
        assertEquals(1, image.getProcessor().getf(3));
        Undo.undo();
        assertArrayEquals(before, (float[]) image.getProcessor().getPixels());
        assertEquals("HU", image.getCalibration().getValueUnit());
    }

    @Test
    void equalizedStackIsNewAndSlicesMayHaveTheirOwnBins() {
        write(folder, "a", slice(1, 0, 0, 0, 1, 2, 3));
        write(folder, "b", slice(2, 1, 0, 100, 101, 102, 103));
        ImagePlus image = run("Import DICOM Series...", "folder=" + folder);
        ImagePlus whole = run("Equalize DICOM Frequency Bins...", "bins=8 output=16-bit");
        assertEquals(16, whole.getBitDepth());
        assertEquals(0, whole.getStack().getProcessor(1).get(0));
        assertEquals(65535, whole.getStack().getProcessor(2).get(3));
        assertTrue(whole.getStack().getProcessor(2).get(0) > 30000);
        WindowManager.setTempCurrentImage(image);
        ImagePlus each = run("Equalize DICOM Frequency Bins...", "bins=4 output=8-bit scope=slice");
        for (int n = 1; n <= 2; n++) {
            assertArrayEquals(new byte[] {0, 85, (byte) 170, (byte) 255}, (byte[])
                    each.getStack().getProcessor(n).getPixels());
        }
        assertEquals(3, image.getStack().getProcessor(1).getf(3));
    }

    @Test
    void equalizationHasFloorCeilingAndRegion() {
        ImagePlus image = run("Open DICOM...", "path=" + image("a.dcm"));
        image.setRoi(0, 0, 2, 1);
        ImagePlus result = run("Equalize DICOM Frequency Bins...", "bins=2 output=16-bit");
        // Only -24 and 0 define bins; all other values are above them.
        assertArrayEquals(
                new short[] {0, -1, -1, -1}, (short[]) result.getProcessor().getPixels());
        image.deleteRoi();
        WindowManager.setTempCurrentImage(image);
        result = run("Equalize DICOM Frequency Bins...", "bins=4 min=0 max=40 output=8-bit");
        assertArrayEquals(
                new byte[] {0, 0, -1, -1}, (byte[]) result.getProcessor().getPixels());
        assertTrue(failure(new EqualizeCommand(), "bins=0").contains("bins"));
        assertTrue(failure(new EqualizeCommand(), "min=low").contains("min=low"));
    }

    @Test
    void colorIsRefusedInWords() {
        ImagePlus color = IJ.createImage("c", "RGB", 2, 2, 1);
        WindowManager.setTempCurrentImage(color);
        assertTrue(failure(new EqualizeCommand(), "bins=4").contains("color image"));
        assertTrue(failure(new HuWindowCommand(), "preset=brain").contains("color image"));
    }

    @Test
    void sampleOpensAndUnknownOneIsRefused() {
        ImagePlus cine = run("DICOM Sample...", "sample=[Ultrasound cine]");
        assertTrue(cine.getNFrames() > 1);
        assertTrue(failure(new SampleCommand(), "sample=unicorn").contains("Ultrasound cine"));
    }

    @Test
    void failureEndsAMacroAndSaysWhy() {
        assertEquals("x", IJ.runMacro("return 'x';"));
        String result = IJ.runMacro("run('Open DICOM...', 'path=/no/such/file.dcm'); return 'went on';");
        assertFalse("went on".equals(result), "the macro went on");
    }

    /** The message of a file system may contain only the path. */
    @Test
    void fileSystemErrorsAreReported() throws IOException {
        image("in/a.dcm");
        Path output = image("b.dcm");
        String log = logOf(new BatchExportCommand(), "folder=[" + folder.resolve("in") + "] output=[" + output + "]");
        assertTrue(log.contains("b.dcm: there is a file of this name already"), log);
    }

    /** Returns the lines that a failing command writes to ImageJ's log. */
    private static String logOf(DicomCommand command, String options) {
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        thread.setName("Run$_test");
        Macro.setOptions(options);
        PrintStream console = System.out;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setOut(new PrintStream(log, true));
        try {
            assertThrows(RuntimeException.class, () -> command.run(""));
        } finally {
            System.setOut(console);
            Macro.setOptions(null);
            thread.setName(name);
        }
        return log.toString();
    }

    @Test
    void macroVariablesStandForTheirValues() {
        String macro = "file = '" + image("a b.dcm").toString().replace('\\', '/') + "';"
                + "run('Open DICOM...', 'path=&file'); return getTitle() + ' ' + getPixel(0, 0);";
        assertEquals("a b.dcm -24", IJ.runMacro(macro));
    }

    @Test
    void headerOfAFrameIsItsFiles() throws IOException {
        Hounsfield.writeSample("Enhanced CT", folder.toString());
        run("Import DICOM Series...", "folder=" + folder);
        IJ.run("DICOM Header...", "");
        ResultsTable table = Hounsfield.table("DICOM Header");
        int row = IntStream.range(0, table.size())
                .filter(i -> table.getStringValue("Tag", i).equals("5200,9230"))
                .findFirst()
                .orElseThrow();
        assertEquals("SQ", table.getStringValue("VR", row));
    }

    @Test
    void failureEndsWhatCallsThePlugin() {
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        thread.setName("Run$_test");
        Macro.setOptions("path=/no/such/file.dcm");
        try {
            RuntimeException e = assertThrows(RuntimeException.class, () -> new OpenDicomCommand().run(""));
            assertEquals(Macro.MACRO_CANCELED, e.getMessage());
        } finally {
            Macro.setOptions(null);
            thread.setName(name);
        }
        assertNull(WindowManager.getCurrentImage());
    }

    @Test
    void macroReplaysToTheSamePixels() {
        write(folder, "a", slice(1, 0, -1024, 0, 1024, 2000, 3000));
        write(folder, "b", slice(2, 2, -1024, 10, 1034, 2010, 3010));
        ImagePlus first = pipeline();
        ImagePlus second = pipeline();
        assertNotSame(first, second);
        for (int n = 1; n <= 2; n++) {
            assertArrayEquals((byte[]) first.getStack().getPixels(n), (byte[])
                    second.getStack().getPixels(n));
        }
    }

    /** Every key, as ImageJ's recorder writes it. */
    private ImagePlus pipeline() {
        run("Import DICOM Series...", "folder=[" + folder + "] pixels=32-bit order=position");
        run("HU Window...", "preset=brain center=40 width=80 function=default");
        return run("Equalize DICOM Frequency Bins...", "bins=100 min=[] max=[] output=8-bit scope=stack");
    }
}
