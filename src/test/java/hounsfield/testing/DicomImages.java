package hounsfield.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small DICOM images for tests of what a user sees: a CT slice and what it may be varied by. */
public final class DicomImages {
    private static final int PIXEL_DATA = 0x7FE00010;

    private DicomImages() {}

    /** The elements of a grey image before its place and pixels; groups up to 0018 and 0028 follow by the caller. */
    public static DicomBytes ct(String uid, int instance) {
        return DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.2")
                .text(0x00080018, "UI", "1.2.3.4.5." + uid + "." + instance)
                .text(0x00080060, "CS", "CT")
                .text(0x0008103E, "LO", "Test series")
                .text(0x00100010, "PN", "Secret^Name")
                .text(0x0020000D, "UI", "1.2.3.4")
                .text(0x0020000E, "UI", "1.2.3.4.5." + uid)
                .text(0x00200011, "IS", "7")
                .text(0x00200013, "IS", Integer.toString(instance));
    }

    /** Image Position and Orientation (Patient). */
    public static DicomBytes at(DicomBytes bytes, String position, String orientation) {
        return bytes.text(0x00200032, "DS", position)
                .text(0x00200037, "DS", orientation)
                .text(0x00200052, "UI", "1.2.3.4.99");
    }

    /** The Image Pixel Module of a grey image. */
    public static DicomBytes grey(
            DicomBytes bytes, String photometric, int rows, int columns, int allocated, int stored, boolean signed) {
        return bytes.us(0x00280002, 1)
                .text(0x00280004, "CS", photometric)
                .us(0x00280010, rows)
                .us(0x00280011, columns)
                .text(0x00280030, "DS", "0.5\\0.25")
                .us(0x00280100, allocated)
                .us(0x00280101, stored)
                .us(0x00280102, stored - 1)
                .us(0x00280103, signed ? 1 : 0);
    }

    /** Rescale Intercept and Slope. */
    public static DicomBytes rescaled(DicomBytes bytes, String intercept, String slope) {
        return bytes.text(0x00281052, "DS", intercept).text(0x00281053, "DS", slope);
    }

    /** 16-bit Pixel Data, the file's last element. */
    public static DicomBytes pixels(DicomBytes bytes, int... values) {
        return bytes.shorts(PIXEL_DATA, "OW", values);
    }

    /** A 2 x 2 CT slice at z, with this intercept and these stored values. */
    public static DicomBytes slice(int instance, double z, int intercept, int... values) {
        DicomBytes bytes = ct("1", instance);
        at(bytes, "0\\0\\" + z, "1\\0\\0\\0\\1\\0");
        grey(bytes, "MONOCHROME2", 2, 2, 16, 16, false);
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
