package hounsfield.command;

import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import hounsfield.write.RleEncoder;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code De-identify DICOM...} in macros without a display, and the same calls in scripts. */
class DeidentifyCommandTest extends MacroCommands {
    private static final String COMMAND = "De-identify DICOM...";
    private static final int SIDE = 10;

    private Path in;
    private Path key;

    @BeforeEach
    void files() throws IOException {
        in = folder.resolve("in put");
        key = folder.resolve("key.txt");
        Files.writeString(key, "a key that only this test has\n");
        write(in, "a.dcm", slice(1, 0, -1024, 1000, 1024, 1064, 1124));
        write(in, "b.dcm", slice(2, 1, -1024, 24, 1124, 1064, 1000));
    }

    private String paths(String output) {
        return "folder=[" + in + "] output=[" + folder.resolve(output) + "] key=[" + key + "]";
    }

    @Test
    void macroAndScriptWriteTheSame() throws IOException {
        run(COMMAND, paths("menu") + " options=[Retain Modified Dates, clean_descriptors]");
        ResultsTable leftOut = Hounsfield.deidentifyAs(
                in.toString(),
                folder.resolve("facade").toString(),
                "retain modified dates,clean descriptors",
                key.toString(),
                "");
        assertEquals(0, leftOut.size());
        List<Path> written = files(folder.resolve("menu"));
        assertEquals(
                List.of("000001.dcm", "000002.dcm", "deidentified.txt", "numbers.csv", "report.csv"),
                written.stream().map(path -> path.getFileName().toString()).toList());
        for (Path file : written) {
            assertArrayEquals(
                    Files.readAllBytes(file),
                    Files.readAllBytes(folder.resolve("facade").resolve(file.getFileName())));
            assertFalse(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains("only this test"));
        }
        assertEquals(
                Hounsfield.openSeries(in.toString()).getStackSize(),
                Hounsfield.openSeries(folder.resolve("menu").toString()).getStackSize());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void previewShowsWhatChangesAndWritesNothing() throws IOException {
        run(COMMAND, paths("out") + " preview");
        ResultsTable menu = Hounsfield.table("De-identification Preview");
        assertFalse(Files.exists(folder.resolve("out")));
        ResultsTable facade = Hounsfield.deidentifyPreview(in.toString(), "", key.toString(), "");
        assertEquals(rows(menu), rows(facade));
        int row = Arrays.asList(facade.getColumnAsStrings("Element")).indexOf("(0008,0018) SOP Instance UID");
        assertEquals("U", facade.getStringValue("Rule", row));
        assertEquals("UID replaced", facade.getStringValue("Outcome", row));
        assertTrue(facade.getStringValue("After", row).startsWith("2.25."));
        assertEquals(
                Hounsfield.tag(in.resolve("a.dcm").toString(), "SOPInstanceUID"), facade.getStringValue("Before", row));
    }

    /** Drawn on one image, blanked in all of that device and size, inside RLE. */
    @Test
    void rectanglesAreKeptForADeviceAndBlankedInEncodedFrames() throws IOException {
        Path images = folder.resolve("images");
        write(images, "one.dcm", encoded("1", "Scanner A"));
        write(images, "two.dcm", encoded("2", "Scanner A"));
        write(images, "other.dcm", encoded("3", "Scanner B"));
        Path rectangles = folder.resolve("rectangles.csv");
        ImagePlus image = Hounsfield.openStored(images.resolve("one.dcm").toString());
        image.setRoi(2, 3, 4, 5);
        assertEquals(1, Hounsfield.keepRectangles(image, rectangles.toString()));
        assertEquals(
                "manufacturer,model,rows,columns,x,y,width,height\nMaker,Scanner A,10,10,2,3,4,5\n",
                Files.readString(rectangles));
        Files.delete(rectangles);
        WindowManager.setTempCurrentImage(image);
        Path out = folder.resolve("out");
        run(
                COMMAND,
                "folder=[" + images + "] output=[" + out + "] key=[" + key + "] rectangles=[" + rectangles
                        + "] selections");
        ResultsTable leftOut = Hounsfield.table("Files Left Out");
        assertEquals(1, leftOut.size());
        assertEquals("other.dcm", leftOut.getStringValue("file", 0));
        assertTrue(
                leftOut.getStringValue("reason", 0).startsWith("Burned In Annotation"),
                leftOut.getStringValue("reason", 0));
        int blanked = 0;
        for (Path file : files(out)) {
            if (!file.toString().endsWith(".dcm")) continue;
            blanked++;
            assertEquals("NO", Hounsfield.tag(file.toString(), "BurnedInAnnotation"));
            ImagePlus clean = Hounsfield.openStored(file.toString());
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    boolean inside = x >= 2 && x < 6 && y >= 3 && y < 8;
                    int expected = inside ? 7 : y * SIDE + x + 7;
                    assertEquals(expected, clean.getProcessor().get(x, y), x + ", " + y);
                }
            }
        }
        assertEquals(2, blanked);
    }

    private static DicomBytes encoded(String instance, String model) {
        byte[] frame = new byte[SIDE * SIDE * 2];
        for (int i = 0; i < SIDE * SIDE; i++) frame[2 * i] = (byte) (i + 7);
        byte[] rle = RleEncoder.encode(frame, SIDE, SIDE, 1, 2);
        return DicomBytes.file("1.2.840.10008.1.2.5")
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.2")
                .text(Tag.SOP_INSTANCE_UID, "UI", "1.2.3." + instance)
                .text(Tag.MODALITY, "CS", "CT")
                .text(Tag.MANUFACTURER, "LO", "Maker")
                .text(Tag.MANUFACTURER_MODEL_NAME, "LO", model)
                .text(Tag.STUDY_INSTANCE_UID, "UI", "1.2.3")
                .text(Tag.SERIES_INSTANCE_UID, "UI", "1.2.4")
                .us(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                .us(Tag.ROWS, SIDE)
                .us(Tag.COLUMNS, SIDE)
                .us(Tag.BITS_ALLOCATED, 16)
                .us(Tag.BITS_STORED, 12)
                .us(Tag.HIGH_BIT, 11)
                .us(Tag.PIXEL_REPRESENTATION, 0)
                .text(Tag.BURNED_IN_ANNOTATION, "CS", "YES")
                .encapsulated(Tag.PIXEL_DATA, new byte[0], rle);
    }

    @Test
    void wrongOptionsAreNamed() throws IOException {
        assertFailure("no option \"keep names\"; there are clean pixel data", paths("out") + " options=[keep names]");
        assertFailure(
                "dates cannot be both kept and shifted",
                paths("out") + " options=[retain full dates,retain modified dates]");
        assertFailure("there is no key file", paths("out").replace("key.txt", "none.txt"));
        assertFailure("there is no file of rectangles", paths("out") + " rectangles=[" + folder + "/none.csv]");
        Path wrong = folder.resolve("wrong.csv");
        Files.writeString(wrong, "Maker,Model,512,512,1,2,3\n");
        assertFailure("line 1: 7 cells in place of 8", paths("out") + " rectangles=[" + wrong + "]");
        Files.writeString(wrong, "Maker,Model,512,512,-1,2,3,4\n");
        assertFailure("line 1: a rectangle at column -1", paths("out") + " rectangles=[" + wrong + "]");
        assertFailure(
                "is the input folder or inside it", "folder=[" + in + "] output=[" + in + "/out] key=[" + key + "]");
        assertFailure(
                "the key is in the output folder", "folder=[" + in + "] output=[" + folder + "] key=[" + key + "]");
        assertFailure("there is no folder", paths("out").replace("in put", "none"));
        assertFalse(Files.exists(folder.resolve("out")));
    }

    private static List<String> rows(ResultsTable table) {
        return java.util.stream.IntStream.range(0, table.size())
                .mapToObj(table::getRowAsString)
                .toList();
    }

    private static void assertFailure(String about, String options) {
        String message = MacroRun.failure(null, new DeidentifyCommand(), options);
        assertTrue(message.contains(about), message);
    }
}
