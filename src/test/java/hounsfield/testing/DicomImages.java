package hounsfield.testing;

import hounsfield.standard.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small DICOM images for tests of what a user sees: a CT slice and what it may be varied by. */
public final class DicomImages {

    private DicomImages() {}

    /**
     * An RGB image of 1 row and 2 columns.
     *
     * @param samples red, green and blue of each pixel, as bytes
     */
    public static DicomBytes photo(int... samples) {
        byte[] bytes = new byte[samples.length];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) samples[i];
        return ct("1", 1)
                .us(Tag.SAMPLES_PER_PIXEL, 3)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "RGB")
                .us(Tag.PLANAR_CONFIGURATION, 0)
                .us(Tag.ROWS, 1)
                .us(Tag.COLUMNS, 2)
                .us(Tag.BITS_ALLOCATED, 8)
                .us(Tag.BITS_STORED, 8)
                .us(Tag.HIGH_BIT, 7)
                .us(Tag.PIXEL_REPRESENTATION, 0)
                .bytes(Tag.PIXEL_DATA, "OB", bytes);
    }

    /** The elements of a gray image before its place and pixels; groups up to 0018 and 0028 follow by the caller. */
    public static DicomBytes ct(String uid, int instance) {
        return DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.2")
                .text(Tag.SOP_INSTANCE_UID, "UI", "1.2.3.4.5." + uid + "." + instance)
                .text(Tag.MODALITY, "CS", "CT")
                .text(Tag.SERIES_DESCRIPTION, "LO", "Test series")
                .text(Tag.PATIENT_NAME, "PN", "Secret^Name")
                .text(Tag.STUDY_INSTANCE_UID, "UI", "1.2.3.4")
                .text(Tag.SERIES_INSTANCE_UID, "UI", "1.2.3.4.5." + uid)
                .text(Tag.SERIES_NUMBER, "IS", "7")
                .text(Tag.INSTANCE_NUMBER, "IS", Integer.toString(instance));
    }

    /** Image Position and Orientation (Patient). */
    public static DicomBytes at(DicomBytes bytes, String position, String orientation) {
        return bytes.text(Tag.IMAGE_POSITION_PATIENT, "DS", position)
                .text(Tag.IMAGE_ORIENTATION_PATIENT, "DS", orientation)
                .text(Tag.FRAME_OF_REFERENCE_UID, "UI", "1.2.3.4.99");
    }

    /** The Image Pixel Module of a gray image. */
    public static DicomBytes gray(
            DicomBytes bytes, String photometric, int rows, int columns, int allocated, int stored, boolean signed) {
        return bytes.us(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", photometric)
                .us(Tag.ROWS, rows)
                .us(Tag.COLUMNS, columns)
                .text(Tag.PIXEL_SPACING, "DS", "0.5\\0.25")
                .us(Tag.BITS_ALLOCATED, allocated)
                .us(Tag.BITS_STORED, stored)
                .us(Tag.HIGH_BIT, stored - 1)
                .us(Tag.PIXEL_REPRESENTATION, signed ? 1 : 0);
    }

    /** The Image Pixel Module of two frames of 2 x 1 unsigned gray values of 16 bits. */
    public static DicomBytes twoFrames(DicomBytes bytes) {
        return bytes.us(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", "MONOCHROME2")
                .text(Tag.NUMBER_OF_FRAMES, "IS", "2")
                .us(Tag.ROWS, 1)
                .us(Tag.COLUMNS, 2)
                .us(Tag.BITS_ALLOCATED, 16)
                .us(Tag.BITS_STORED, 16)
                .us(Tag.HIGH_BIT, 15)
                .us(Tag.PIXEL_REPRESENTATION, 0);
    }

    /** Rescale Intercept and Slope. */
    public static DicomBytes rescaled(DicomBytes bytes, String intercept, String slope) {
        return bytes.text(Tag.RESCALE_INTERCEPT, "DS", intercept).text(Tag.RESCALE_SLOPE, "DS", slope);
    }

    /** 16-bit Pixel Data, the file's last element. */
    public static DicomBytes pixels(DicomBytes bytes, int... values) {
        return bytes.shorts(Tag.PIXEL_DATA, "OW", values);
    }

    /** A 2 x 2 CT slice at z, with this intercept and these stored values. */
    public static DicomBytes slice(int instance, double z, int intercept, int... values) {
        DicomBytes bytes = ct("1", instance);
        at(bytes, "0\\0\\" + z, "1\\0\\0\\0\\1\\0");
        gray(bytes, "MONOCHROME2", 2, 2, 16, 16, false);
        rescaled(bytes, Integer.toString(intercept), "1");
        return pixels(bytes, values);
    }

    /** Writes a file into a folder. */
    public static Path write(Path folder, String name, DicomBytes bytes) {
        try {
            Path path = folder.resolve(name);
            Files.createDirectories(path.getParent());
            return Files.write(path, bytes.toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
