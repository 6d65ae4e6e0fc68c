package hounsfield;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import java.nio.file.Path;
import java.util.List;
import net.imglib2.converter.Converters;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Color images of 8 bits and more, with their axes. */
class DicomColorImageTest {
    @TempDir
    Path folder;

    /** One row of two pixels. */
    private static DicomBytes rgb(DicomBytes bytes, int bits) {
        int allocated = bits > 8 ? 16 : 8;
        return bytes.us(Tag.SAMPLES_PER_PIXEL, 3)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "RGB")
                .us(Tag.PLANAR_CONFIGURATION, 0)
                .us(Tag.ROWS, 1)
                .us(Tag.COLUMNS, 2)
                .text(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .us(Tag.BITS_ALLOCATED, allocated)
                .us(Tag.BITS_STORED, bits)
                .us(Tag.HIGH_BIT, bits - 1)
                .us(Tag.PIXEL_REPRESENTATION, 0);
    }

    @Test
    void pixelsOfEightBits() throws Exception {
        byte[] file = rgb(DicomImages.ct("1", 1), 8)
                .bytes(Tag.PIXEL_DATA, "OB", new byte[] {1, 2, 3, 4, 5, -1})
                .toBytes();
        DicomInstance instance = Dicom.open(file, "color");
        assertTrue(instance.isColor());
        DicomColorImage image = instance.readColor();
        Img<ARGBType> img = image.img();
        assertEquals(List.of("x", "y", "z"), image.axes());
        assertArrayEquals(new long[] {2, 1, 1}, img.dimensionsAsLongArray());
        assertEquals(0xFF010203, img.getAt(0, 0, 0).get());
        assertEquals(0xFF0405FF, img.getAt(1, 0, 0).get());
        assertEquals(8, image.bits());
        Img<UnsignedShortType> channels = image.channels();
        assertArrayEquals(new long[] {2, 1, 3, 1}, channels.dimensionsAsLongArray());
        assertEquals(255, channels.getAt(1, 0, 2, 0).get());
        assertEquals(2, channels.getAt(0, 0, 1, 0).get());
        assertEquals(
                5,
                Converters.argbChannels(img, 1, 2, 3).getAt(1, 0, 0, 1).get(),
                "the channel axis that ImgLib2 makes of the same image is the last");
        assertEquals(0.25, image.spacing()[0]);
        assertFalse(image.hasPatientTransform());
    }

    @Test
    void deepColorKeepsItsBits() throws Exception {
        byte[] file = DicomImages.pixels(rgb(DicomImages.ct("1", 1), 12), 0xABC, 0x123, 0xFFF, 0, 0x010, 0x7FF)
                .toBytes();
        DicomColorImage image = Dicom.open(file, "deep").readColor();
        assertEquals(12, image.bits());
        assertEquals(0xABC, image.channels().getAt(0, 0, 0, 0).get());
        assertEquals(0x7FF, image.channels().getAt(1, 0, 2, 0).get());
        assertEquals(0xFFAB12FF, image.img().getAt(0, 0, 0).get());
        assertEquals(0xFF00017F, image.img().getAt(1, 0, 0).get());
    }

    @Test
    void seriesKeepsItsTimeAxisAndPlace() throws Exception {
        for (int time = 0; time < 2; time++) {
            for (int z = 0; z < 3; z++) {
                DicomBytes bytes = DicomImages.ct("1", 1 + z + 3 * time);
                DicomImages.at(bytes, "0\\0\\" + 4 * z, "1\\0\\0\\0\\1\\0");
                rgb(bytes, 8).bytes(Tag.PIXEL_DATA, "OB", new byte[] {(byte) time, (byte) z, 7, 0, 0, 0});
                DicomImages.write(folder, "z" + z + "t" + time, bytes);
            }
        }
        DicomSeries series = Dicom.series(folder).only();
        assertThrows(UnsupportedDicomException.class, series::read);
        DicomColorImage image = series.readColor();
        assertEquals(List.of("x", "y", "z", "t"), image.axes());
        assertEquals(0xFF010207, image.img().getAt(0, 0, 2, 1).get());
        assertArrayEquals(new long[] {2, 1, 3, 3, 2}, image.channels().dimensionsAsLongArray());
        assertEquals(2, image.channels().getAt(0, 0, 1, 2, 1).get());
        assertEquals(8, image.toPatient(2)[2][3]);
        assertEquals(4, image.toPatient()[2][2]);
    }

    @Test
    void whatIsRefused() throws Exception {
        DicomInstance gray = Dicom.open(DicomImages.slice(1, 0, 0, 1, 2, 3, 4).toBytes(), "gray");
        assertFalse(gray.isColor());
        String problem =
                assertThrows(IllegalArgumentException.class, gray::readColor).getMessage();
        assertTrue(problem.contains("monochrome"), problem);
        byte[] cut = rgb(DicomImages.ct("1", 1), 8)
                .bytes(Tag.PIXEL_DATA, "OB", new byte[] {1, 2, 3, 4})
                .toBytes();
        DicomException damaged =
                assertThrows(DicomException.class, () -> Dicom.open(cut, "cut").readColor());
        assertTrue(damaged.getMessage().startsWith("cut, (7FE0,0010)"), damaged.getMessage());
    }

    @Test
    void slicesOfDifferentDepthAreRefused() throws Exception {
        for (int i = 0; i < 2; i++) {
            DicomBytes bytes = DicomImages.ct("1", 1 + i);
            DicomImages.at(bytes, "0\\0\\" + i, "1\\0\\0\\0\\1\\0");
            DicomImages.write(folder, "" + i, DicomImages.pixels(rgb(bytes, 12 + 2 * i), 1, 2, 3, 4, 5, 6));
        }
        DicomException failure = assertThrows(
                DicomException.class, () -> Dicom.series(folder).only().readColor());
        assertTrue(failure.getMessage().contains("14 bits per channel, the first slice 12"), failure.getMessage());
        assertEquals("1", failure.location().file());
    }
}
