package hounsfield.imagej.present;

import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.DicomBytes;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged presentation states are refused with a DicomException, or shown; nothing else escapes, and nothing hangs. */
class DamagedStatesTest {
    @TempDir
    private Path folder;

    private static DicomBytes item() {
        return DicomBytes.explicitLittleEndian();
    }

    private static DicomBytes table(int first, int bits, int count) {
        int[] entries = new int[count];
        for (int i = 0; i < count; i++) entries[i] = i * 3;
        return item().us(Tag.LUT_DESCRIPTOR, count, first, bits).us(Tag.LUT_DATA, entries);
    }

    private static byte[] image() {
        return DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.2")
                .text(Tag.SOP_INSTANCE_UID, "UI", "1.2.3.1")
                .us(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                .us(Tag.ROWS, 8)
                .us(Tag.COLUMNS, 8)
                .us(Tag.BITS_ALLOCATED, 8)
                .us(Tag.BITS_STORED, 8)
                .us(Tag.HIGH_BIT, 7)
                .us(Tag.PIXEL_REPRESENTATION, 0)
                .bytes(Tag.PIXEL_DATA, "OW", new byte[64])
                .toBytes();
    }

    /** A state with elements of each module. */
    private static byte[] state() {
        DicomBytes graphic = item().text(Tag.GRAPHIC_ANNOTATION_UNITS, "CS", "PIXEL")
                .floats(Tag.GRAPHIC_DATA, "FL", 1, 1, 5, 1, 5, 5)
                .text(Tag.GRAPHIC_TYPE, "CS", "INTERPOLATED")
                .text(Tag.GRAPHIC_FILLED, "CS", "N");
        DicomBytes text = item().text(Tag.BOUNDING_BOX_ANNOTATION_UNITS, "CS", "DISPLAY")
                .text(Tag.UNFORMATTED_TEXT_VALUE, "ST", "here")
                .floats(Tag.BOUNDING_BOX_TOP_LEFT_HAND_CORNER, "FL", 0, 0)
                .floats(Tag.BOUNDING_BOX_BOTTOM_RIGHT_HAND_CORNER, "FL", 1, 1);
        return DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.11.1")
                .sequence(
                        Tag.REFERENCED_SERIES_SEQUENCE,
                        item().sequence(
                                        Tag.REFERENCED_IMAGE_SEQUENCE,
                                        item().text(Tag.REFERENCED_SOP_INSTANCE_UID, "UI", "1.2.3.1")))
                .text(Tag.SHUTTER_SHAPE, "CS", "RECTANGULAR\\CIRCULAR\\POLYGONAL\\BITMAP")
                .text(Tag.SHUTTER_LEFT_VERTICAL_EDGE, "IS", "2")
                .text(Tag.SHUTTER_RIGHT_VERTICAL_EDGE, "IS", "7")
                .text(Tag.SHUTTER_UPPER_HORIZONTAL_EDGE, "IS", "2")
                .text(Tag.SHUTTER_LOWER_HORIZONTAL_EDGE, "IS", "7")
                .text(Tag.CENTER_OF_CIRCULAR_SHUTTER, "IS", "4\\4")
                .text(Tag.RADIUS_OF_CIRCULAR_SHUTTER, "IS", "3")
                .text(Tag.VERTICES_OF_THE_POLYGONAL_SHUTTER, "IS", "1\\1\\1\\7\\7\\1")
                .us(Tag.SHUTTER_OVERLAY_GROUP, 0x6000)
                .sequence(Tag.MODALITY_LUT_SEQUENCE, table(0, 16, 20))
                .sequence(
                        Tag.SOFTCOPY_VOILUT_SEQUENCE,
                        item().text(Tag.WINDOW_CENTER, "DS", "").sequence(Tag.VOILUT_SEQUENCE, table(0, 12, 20)))
                .sequence(
                        Tag.GRAPHIC_ANNOTATION_SEQUENCE,
                        item().text(Tag.GRAPHIC_LAYER, "CS", "A")
                                .sequence(Tag.TEXT_OBJECT_SEQUENCE, text)
                                .sequence(Tag.GRAPHIC_OBJECT_SEQUENCE, graphic))
                .us(Tag.IMAGE_ROTATION, 90)
                .text(Tag.IMAGE_HORIZONTAL_FLIP, "CS", "Y")
                .sequence(
                        Tag.DISPLAYED_AREA_SELECTION_SEQUENCE,
                        item().sl(Tag.DISPLAYED_AREA_TOP_LEFT_HAND_CORNER, 1, 8)
                                .sl(Tag.DISPLAYED_AREA_BOTTOM_RIGHT_HAND_CORNER, 8, 1))
                .sequence(Tag.PRESENTATION_LUT_SEQUENCE, table(0, 10, 16))
                .us(Tag.OVERLAY_ROWS, 8)
                .us(Tag.OVERLAY_COLUMNS, 8)
                .ss(Tag.OVERLAY_ORIGIN, 1, 1)
                .bytes(Tag.OVERLAY_DATA, "OW", new byte[] {1, 2, 3, 4, 5, 6, 7, 8})
                .toBytes();
    }

    @Test
    void prefixesAndFlips() throws IOException {
        ImagePlus image = Hounsfield.open(
                Files.write(folder.resolve("image.dcm"), image()).toString());
        byte[] whole = state();
        assertTrue(shows(image, whole));
        Random random = new Random(11);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(120), () -> {
            for (int end = 0; end < whole.length; end += 5) shows(image, Arrays.copyOf(whole, end));
            for (int i = 0; i < 2500; i++) {
                byte[] damaged = whole.clone();
                for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                    damaged[132 + random.nextInt(damaged.length - 132)] = (byte) random.nextInt(256);
                }
                shows(image, damaged);
            }
        });
    }

    private boolean shows(ImagePlus image, byte[] state) throws IOException {
        Path path = Files.write(folder.resolve("state.dcm"), state);
        image.setOverlay(null);
        try {
            Hounsfield.present(image, path.toString());
            return true;
        } catch (DicomException e) {
            return false;
        }
    }
}
