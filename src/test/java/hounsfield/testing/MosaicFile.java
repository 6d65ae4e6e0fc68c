package hounsfield.testing;

import hounsfield.standard.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Mosaics of Siemens: files with a grid of 2 x 2 tiles of 2 x 1 pixels. */
public final class MosaicFile {
    private MosaicFile() {}

    /**
     * Writes a mosaic whose tile k has the values 10 * k and 10 * k + 1 and the time point's hundred.
     *
     * @param folder where the file is written
     * @param timePoint Instance Number, and name of the file
     * @param images number of tiles that are used
     * @param normal z of the slice normal
     */
    public static void write(Path folder, int timePoint, int images, String normal) throws IOException {
        int[] pixels = new int[8];
        for (int i = 0; i < pixels.length; i++) {
            int tile = i / 4 * 2 + i % 4 / 2;
            pixels[i] = 100 * timePoint + 10 * tile + i % 2;
        }
        byte[] csa =
                CsaBytes.csa2().entry("SliceNormalVector", 3, "0", "0", normal).toBytes();
        Files.write(
                folder.resolve(timePoint + ".dcm"),
                DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                        .text(Tag.IMAGE_TYPE, "CS", "ORIGINAL\\PRIMARY\\M\\ND\\MOSAIC")
                        .text(Tag.SOP_INSTANCE_UID, "UI", "1.2.3.4." + timePoint)
                        .text(Tag.MODALITY, "CS", "MR")
                        .text(Tag.SPACING_BETWEEN_SLICES, "DS", "3")
                        .text(0x00190010, "LO", "SIEMENS MR HEADER")
                        .us(0x0019100A, images)
                        .text(Tag.SERIES_INSTANCE_UID, "UI", "1.2.3.4")
                        .text(Tag.INSTANCE_NUMBER, "IS", Integer.toString(timePoint))
                        .text(Tag.IMAGE_POSITION_PATIENT, "DS", "0\\0\\50")
                        .text(Tag.IMAGE_ORIENTATION_PATIENT, "DS", "1\\0\\0\\0\\1\\0")
                        .us(Tag.SAMPLES_PER_PIXEL, 1)
                        .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                        .us(Tag.ROWS, 2)
                        .us(Tag.COLUMNS, 4)
                        .text(Tag.PIXEL_SPACING, "DS", "2\\2")
                        .us(Tag.BITS_ALLOCATED, 16)
                        .us(Tag.BITS_STORED, 16)
                        .us(Tag.HIGH_BIT, 15)
                        .us(Tag.PIXEL_REPRESENTATION, 0)
                        .text(0x00290010, "LO", "SIEMENS CSA HEADER")
                        .bytes(0x00291010, "OB", csa)
                        .shorts(Tag.PIXEL_DATA, "OW", pixels)
                        .toBytes());
    }
}
