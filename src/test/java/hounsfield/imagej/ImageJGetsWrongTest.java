package hounsfield.imagej;

import static hounsfield.testing.DicomImages.at;
import static hounsfield.testing.DicomImages.ct;
import static hounsfield.testing.DicomImages.gray;
import static hounsfield.testing.DicomImages.pixels;
import static hounsfield.testing.DicomImages.rescaled;
import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that ImageJ's own DICOM reader opens with wrong numbers, and their correct values. */
class ImageJGetsWrongTest {
    private static final String AXIAL = "1\\0\\0\\0\\1\\0";

    @TempDir
    Path folder;

    private ImagePlus open(DicomBytes bytes) throws IOException {
        return Hounsfield.open(write(folder, "test.dcm", bytes).toString());
    }

    private static float[] floats(ImagePlus image, int slice) {
        return (float[]) image.getStack().getPixels(slice);
    }

    @Test
    void eachSliceHasItsOwnIntercept() throws IOException {
        write(folder, "a", slice(1, 0, -1024, 1000, 1000, 1000, 1000));
        write(folder, "b", slice(2, 2, -924, 1000, 1000, 1000, 1000));
        write(folder, "c", slice(3, 4, -824, 1000, 1000, 1000, 1000));
        ImagePlus image = Hounsfield.openSeries(folder.toString());
        assertEquals(-24, floats(image, 1)[0]);
        assertEquals(76, floats(image, 2)[0]);
        assertEquals(176, floats(image, 3)[0]);
        assertEquals("HU", image.getCalibration().getValueUnit());
        assertEquals(2, image.getCalibration().pixelDepth, 1e-9);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eachFrameHasItsOwnRescale(boolean definedLengths) throws IOException {
        DicomBytes bytes = gray(ct("1", 1).text(Tag.NUMBER_OF_FRAMES, "IS", "2"), "MONOCHROME2", 1, 2, 16, 16, false);
        DicomBytes first = frame("-1024", "0\\0\\0");
        DicomBytes second = frame("-24", "0\\0\\3");
        if (definedLengths) bytes.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, first, second);
        else bytes.undefinedSequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, first, second);
        ImagePlus image = open(pixels(bytes, 1024, 1034, 1024, 1034));
        assertArrayEquals(new float[] {0, 10}, floats(image, 1));
        assertArrayEquals(new float[] {1000, 1010}, floats(image, 2));
        assertEquals(3, image.getCalibration().pixelDepth, 1e-9);
        image.setSlice(2);
        assertEquals(" -24", ij.util.DicomTools.getTag(image, "0028,1052"));
    }

    private static DicomBytes frame(String intercept, String position) {
        DicomBytes item = DicomBytes.explicitLittleEndian();
        return item.sequence(Tag.PLANE_POSITION_SEQUENCE, item.same().text(Tag.IMAGE_POSITION_PATIENT, "DS", position))
                .sequence(Tag.PLANE_ORIENTATION_SEQUENCE, item.same().text(Tag.IMAGE_ORIENTATION_PATIENT, "DS", AXIAL))
                .sequence(Tag.PIXEL_MEASURES_SEQUENCE, item.same().text(Tag.PIXEL_SPACING, "DS", "0.5\\0.25"))
                .sequence(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE, rescaled(item.same(), intercept, "1"));
    }

    @Test
    void sagittalSlicesAreTwoMillimetersApartWhateverTheirThickness() throws IOException {
        for (int i = 0; i < 3; i++) {
            DicomBytes bytes = ct("1", 3 - i).text(Tag.SLICE_THICKNESS, "DS", "5");
            at(bytes, 2 * i + "\\0\\0", "0\\1\\0\\0\\0\\-1");
            gray(bytes, "MONOCHROME2", 1, 1, 16, 16, false);
            write(folder, "s" + i, pixels(rescaled(bytes, "-1024", "1"), 1000 + i));
        }
        ImagePlus image = Hounsfield.openSeries(folder.toString());
        assertEquals(2, image.getCalibration().pixelDepth, 1e-9);
        assertEquals("mm", image.getCalibration().getUnit());
        float ascending = floats(image, 2)[0] - floats(image, 1)[0];
        assertEquals(1, Math.abs(ascending));
        assertEquals(ascending, floats(image, 3)[0] - floats(image, 2)[0]);
    }

    @Test
    void emptySliceThicknessIsNoZeroDepth() throws IOException {
        DicomBytes bytes = gray(ct("1", 1).text(Tag.SLICE_THICKNESS, "DS", ""), "MONOCHROME2", 1, 1, 16, 16, false);
        ImagePlus image = open(pixels(rescaled(bytes, "-1024", "1"), 1000));
        assertEquals(1, image.getCalibration().pixelDepth);
        assertEquals(0.25, image.getCalibration().pixelWidth);
        assertEquals(0.5, image.getCalibration().pixelHeight);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40\\-600", "40\\-600\\300"})
    void firstOfSeveralWindowsIsShown(String centers) throws IOException {
        String widths = centers.equals("40\\-600") ? "400\\1500" : "400\\1500\\2000";
        DicomBytes bytes = gray(ct("1", 1), "MONOCHROME2", 1, 2, 16, 16, false)
                .text(Tag.WINDOW_CENTER, "DS", centers)
                .text(Tag.WINDOW_WIDTH, "DS", widths);
        ImagePlus image = open(pixels(rescaled(bytes, "-1024", "1"), 1000, 2000));
        // PS3.3 C.11.2.1.2.1: from 39.5 - 199.5 to 39.5 + 199.5
        assertEquals(-160, image.getDisplayRangeMin(), 1e-6);
        assertEquals(239, image.getDisplayRangeMax(), 1e-6);
        assertEquals(" " + centers, ij.util.DicomTools.getTag(image, "0028,1050"));
    }

    @Test
    void signedBytesKeepTheirSign() throws IOException {
        DicomBytes bytes = gray(ct("1", 1), "MONOCHROME2", 2, 2, 8, 8, true);
        ImagePlus image = open(bytes.bytes(Tag.PIXEL_DATA, "OB", new byte[] {-8, -1, 0, 7}));
        assertArrayEquals(new float[] {-8, -1, 0, 7}, floats(image, 1));
    }

    @Test
    void signedLongsKeepTheirSignAndSize() throws IOException {
        DicomBytes bytes = gray(ct("1", 1), "MONOCHROME2", 1, 3, 32, 32, true);
        ImagePlus image = open(bytes.ints(Tag.PIXEL_DATA, "OW", -500, 1000, -2_000_000));
        assertArrayEquals(new float[] {-500, 1000, -2_000_000}, floats(image, 1));
    }

    @Test
    void bitsOutsideBitsStoredAreDropped() throws IOException {
        DicomBytes bytes = gray(ct("1", 1), "MONOCHROME2", 1, 2, 16, 12, false);
        ImagePlus image = open(pixels(rescaled(bytes, "-1024", "1"), 0x8000 | 1548, 0xF000 | 3048));
        assertArrayEquals(new float[] {524, 2024}, floats(image, 1));
    }

    @Test
    void bytesInBigEndianWordsComeInOrder() throws IOException {
        DicomBytes bytes = gray(
                DicomBytes.file(DicomBytes.EXPLICIT_BIG_ENDIAN).text(Tag.MODALITY, "CS", "OT"),
                "MONOCHROME2",
                1,
                4,
                8,
                8,
                false);
        // The words 0x0201 and 0x0403 in big endian: the low byte is the first pixel (PS3.5 D.2).
        ImagePlus image = open(bytes.bytes(Tag.PIXEL_DATA, "OW", new byte[] {2, 1, 4, 3}));
        assertArrayEquals(new float[] {1, 2, 3, 4}, floats(image, 1));
    }

    @Test
    void deepColorKeepsItsBits() throws IOException {
        DicomBytes bytes = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.MODALITY, "CS", "OT")
                .us(Tag.SAMPLES_PER_PIXEL, 3)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "RGB")
                .us(Tag.PLANAR_CONFIGURATION, 0)
                .us(Tag.ROWS, 1)
                .us(Tag.COLUMNS, 2)
                .us(Tag.BITS_ALLOCATED, 16)
                .us(Tag.BITS_STORED, 16)
                .us(Tag.HIGH_BIT, 15)
                .us(Tag.PIXEL_REPRESENTATION, 0);
        ImagePlus image = open(pixels(bytes, 60000, 30000, 10, 1, 2, 3));
        assertEquals(3, image.getNChannels());
        assertEquals(16, image.getBitDepth());
        assertArrayEquals(
                new short[] {(short) 60000, 1}, (short[]) image.getStack().getPixels(1));
        assertArrayEquals(new short[] {30000, 2}, (short[]) image.getStack().getPixels(2));
        assertArrayEquals(new short[] {10, 3}, (short[]) image.getStack().getPixels(3));
    }
}
