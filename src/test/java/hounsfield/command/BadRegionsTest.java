package hounsfield.command;

import static hounsfield.region.RegionFixtures.contour;
import static hounsfield.region.RegionFixtures.frame;
import static hounsfield.region.RegionFixtures.item;
import static hounsfield.region.RegionFixtures.packed;
import static hounsfield.region.RegionFixtures.pixels;
import static hounsfield.region.RegionFixtures.segment;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.geometry.Vector3;
import hounsfield.standard.SopClass;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.SmallHeap;
import ij.ImagePlus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Unusual or wrong files of regions, each in a macro without a display: the messages, and the regions that are placed nevertheless. */
class BadRegionsTest extends MacroCommands {
    private static final String COMMAND = "DICOM Regions...";
    private static final String FRAME = "1.2.3.4.99";

    private String log = "";

    /** Three slices of 2 x 2 pixels of 0.25 x 0.5 mm, 1 mm apart. */
    private ImagePlus images() {
        return volume("", 1, new int[] {0, 1, 2, 3}, new int[] {4, 5, 6, 7}, new int[] {8, 9, 10, 11});
    }

    /** Runs the command and keeps what it logs. */
    private ImagePlus place(ImagePlus image, Path path, String to) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            return MacroRun.of(image, COMMAND, "path=[" + path + "] to=" + to);
        } finally {
            System.setOut(console);
            log = printed.toString(StandardCharsets.UTF_8);
        }
    }

    private String failure(ImagePlus image, Path path) {
        return MacroRun.failure(image, new RegionsCommand(), "path=[" + path + "]");
    }

    private Path structures(String frame, DicomBytes... contours) {
        DicomBytes roi = item().text(Tag.ROI_NUMBER, "IS", "4")
                .text(Tag.REFERENCED_FRAME_OF_REFERENCE_UID, "UI", frame)
                .text(Tag.ROI_NAME, "LO", "Left");
        return write(
                folder,
                "rs.dcm",
                DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                        .text(Tag.SOP_CLASS_UID, "UI", SopClass.RT_STRUCTURE_SET)
                        .sequence(Tag.STRUCTURE_SET_ROI_SEQUENCE, roi)
                        .sequence(
                                Tag.ROI_CONTOUR_SEQUENCE,
                                item().sequence(Tag.CONTOUR_SEQUENCE, contours)
                                        .text(Tag.REFERENCED_ROI_NUMBER, "IS", "4")));
    }

    private Path segmentation(String type, int bits, byte[] pixels, DicomBytes... segments) {
        DicomBytes start = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", SopClass.SEGMENTATION)
                .text(Tag.FRAME_OF_REFERENCE_UID, "UI", FRAME)
                .text(Tag.SEGMENTATION_TYPE, "CS", type)
                .sequence(Tag.SEGMENT_SEQUENCE, segments);
        DicomBytes measures = item().sequence(
                        Tag.PLANE_ORIENTATION_SEQUENCE,
                        item().text(Tag.IMAGE_ORIENTATION_PATIENT, "DS", "1\\0\\0\\0\\1\\0"))
                .sequence(
                        Tag.PIXEL_MEASURES_SEQUENCE,
                        item().text(Tag.SPACING_BETWEEN_SLICES, "DS", "1").text(Tag.PIXEL_SPACING, "DS", "0.5\\0.25"));
        return write(
                folder,
                "seg.dcm",
                pixels(start, 1, 2, 2, bits)
                        .sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, measures)
                        .sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frame(1, new Vector3(0, 0, 1)))
                        .bytes(Tag.PIXEL_DATA, "OB", pixels));
    }

    @Test
    void contoursOutsideTheImageAreSaidAndKept() {
        ImagePlus image = images();
        Path path = structures(
                FRAME,
                contour("CLOSED_PLANAR", 50, 50, 1, 52, 50, 1, 52, 53, 1),
                contour("CLOSED_PLANAR", -0.1, -0.1, 2, 0.1, -0.1, 2, 0.1, 0.6, 2, -0.1, 0.6, 2),
                contour("CLOSED_PLANAR", 0, 0, 77, 1, 0, 77, 1, 1, 77));
        place(image, path, "overlay");
        assertEquals(2, image.getOverlay().size());
        assertTrue(log.contains("entirely outside the image: 1 contour"), log);
        assertTrue(log.contains("1 of 3 contours are on no slice: contour 3 is 75.00 mm from the nearest slice"), log);
        ImagePlus mask = place(image, path, "mask");
        assertArrayEquals(new byte[4], (byte[]) mask.getStack().getPixels(2));
        assertArrayEquals(new byte[] {-1, 0, -1, 0}, (byte[]) mask.getStack().getPixels(3));
    }

    @Test
    void withoutItsSeriesARegionFileSaysWhatTheFolderHas() {
        images().close();
        forget();
        String message = failure(null, structures("1.2.3.77", contour("POINT", 0, 0, 0)));
        assertTrue(message.contains("1.2.3.77") && message.contains(FRAME), message);
    }

    @Test
    void aSegmentWithoutNumberIsSaidAndOthersArePlaced() {
        ImagePlus image = images();
        byte[] bits = packed(1, 0, 0, 1);
        DicomBytes without = item().text(Tag.SEGMENT_LABEL, "LO", "No number");
        ImagePlus mask = place(image, segmentation("BINARY", 1, bits, without, segment(1, "One")), "mask");
        assertArrayEquals(new byte[] {-1, 0, 0, -1}, (byte[]) mask.getStack().getPixels(2));
        assertTrue(log.contains("Segment Number (0062,0004)"), log);
        place(image, segmentation("BINARY", 1, bits, without), "overlay");
        assertEquals(1, image.getOverlay().size());
        assertTrue(log.contains("value 1 has no Item in the Segment Sequence"), log);
    }

    @Test
    void labelsWithoutASegmentArePlacedAndSaid() {
        ImagePlus labels =
                place(images(), segmentation("LABELMAP", 8, new byte[] {0, 1, 9, 1}, segment(1, "One")), "labels");
        assertArrayEquals(new byte[] {0, 1, 9, 1}, (byte[]) labels.getStack().getPixels(2));
        assertEquals("Region 9", labels.getProp("Label 9"));
        assertTrue(log.contains("value 9 has no Item in the Segment Sequence"), log);
    }

    private Path overlaid(int rows, int columns, int top, int left, int bytes) {
        byte[] bits = new byte[bytes];
        Arrays.fill(bits, (byte) 0xFF);
        DicomBytes image = pixels(
                        DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.7")
                                .text(Tag.SOP_INSTANCE_UID, "UI", "1.2.3.55")
                                .text(Tag.SERIES_INSTANCE_UID, "UI", "1.2.3"),
                        1,
                        3,
                        4,
                        8)
                .us(Tag.OVERLAY_ROWS, rows)
                .us(Tag.OVERLAY_COLUMNS, columns)
                .ss(Tag.OVERLAY_ORIGIN, top, left)
                .bytes(Tag.OVERLAY_DATA, "OW", bits);
        return write(folder, "overlay.dcm", image.bytes(Tag.PIXEL_DATA, "OW", new byte[12]));
    }

    @Test
    void overlaysBeyondTheImageAreCut() {
        // Rows -1 to 3 and columns 0 to 2, from 1, of 3 x 4 pixels.
        Path path = overlaid(5, 3, -1, 0, 2);
        ImagePlus image = run("Open DICOM...", "path=[" + path + "]");
        ImagePlus mask = place(image, path, "mask");
        byte[] expected = {-1, -1, 0, 0, -1, -1, 0, 0, -1, -1, 0, 0};
        assertArrayEquals(expected, (byte[]) mask.getProcessor().getPixels());
        path = overlaid(9, 9, 2, 3, 12);
        mask = place(run("Open DICOM...", "path=[" + path + "]"), path, "mask");
        assertArrayEquals(new byte[] {0, 0, 0, 0, 0, 0, -1, -1, 0, 0, -1, -1}, (byte[])
                mask.getProcessor().getPixels());
    }

    @Test
    void anOverlayLargerThanItsDataIsSaid() {
        Path path = overlaid(60_000, 60_000, 1, 1, 2);
        ImagePlus image = run("Open DICOM...", "path=[" + path + "]");
        place(image, path, "overlay");
        assertTrue(log.contains("60000 x 60000 x 1 bits need 450000000 bytes, and the data has 2"), log);
        assertTrue(log.contains("0 of 1 region placed"), log);
        assertEquals(0, image.getOverlay().size());
    }

    /** To a writer, a limit on the size of files is like a full disk. */
    @Test
    void aDiskThatIsFullLeavesWhatWasThere() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh");
        Path target = Files.writeString(folder.resolve("saved.dcm"), "before");
        SmallHeap.Result result = FullDisk.run(folder, target);
        Path series = folder.resolve("series").resolve("IM");
        for (String failure : List.of(
                "Save Regions as DICOM: " + target,
                "Save as DICOM: " + target,
                "Save as DICOM: " + series,
                "Save as NIfTI: " + folder.resolve("saved.nii"))) {
            assertTrue(
                    result.printed()
                            .lines()
                            .anyMatch(line -> line.startsWith(failure) && line.endsWith(": File too large")),
                    result.printed());
        }
        assertEquals("before", Files.readString(target));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("ct", "printed.txt", "saved.dcm"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }
}
