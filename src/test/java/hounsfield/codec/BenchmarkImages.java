package hounsfield.codec;

import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Draws the images that the benchmarks of the compressed transfer syntaxes decode, as native DICOM files for other programs to encode:
 * {@code drawn-SIZE-BITS.dcm}. They resemble a CT slice: air, a body with soft edges, organs, bone, and noise of about 12 gray levels
 * in 4096.
 */
public final class BenchmarkImages {
    private static final int[] SIZES = {512, 1024, 2048};
    private static final int[] BITS = {8, 12, 16};

    private BenchmarkImages() {}

    /** @param args the folder to write into */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (int size : SIZES) {
            for (int bits : BITS) {
                Files.write(folder.resolve("drawn-" + size + "-" + bits + ".dcm"), gray(size, bits));
            }
            Files.write(folder.resolve("drawn-" + size + "-rgb.dcm"), rgb(size));
        }
    }

    /** A gray image as a file. */
    static byte[] gray(int size, int bits) {
        int[] pixels = draw(size, bits, 1);
        int bytes = bits > 8 ? 2 : 1;
        byte[] data = new byte[pixels.length * bytes];
        for (int i = 0; i < pixels.length; i++) {
            data[i * bytes] = (byte) pixels[i];
            if (bytes == 2) data[i * 2 + 1] = (byte) (pixels[i] >> 8);
        }
        return file(size, bits, 1, "MONOCHROME2", data);
    }

    /** An image of three samples a pixel, 8 bits each, as a file. */
    static byte[] rgb(int size) {
        byte[] data = new byte[size * size * 3];
        for (int c = 0; c < 3; c++) {
            int[] pixels = draw(size, 8, c + 2);
            for (int i = 0; i < pixels.length; i++) data[3 * i + c] = (byte) pixels[i];
        }
        return file(size, 8, 3, "RGB", data);
    }

    private static byte[] file(int size, int bits, int samples, String photometric, byte[] data) {
        int allocated = bits > 8 ? 16 : 8;
        DicomBytes file = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.7")
                .text(Tag.SOP_INSTANCE_UID, "UI", "2.25." + (1000L * size + 10 * bits + samples))
                .text(Tag.MODALITY, "CS", "OT")
                .text(Tag.STUDY_INSTANCE_UID, "UI", "2.25.1")
                .text(Tag.SERIES_INSTANCE_UID, "UI", "2.25.2")
                .us(Tag.SAMPLES_PER_PIXEL, samples)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", photometric);
        if (samples > 1) file.us(Tag.PLANAR_CONFIGURATION, 0);
        return file.us(Tag.ROWS, size)
                .us(Tag.COLUMNS, size)
                .us(Tag.BITS_ALLOCATED, allocated)
                .us(Tag.BITS_STORED, bits)
                .us(Tag.HIGH_BIT, bits - 1)
                .us(Tag.PIXEL_REPRESENTATION, 0)
                .bytes(Tag.PIXEL_DATA, bits > 8 ? "OW" : "OB", data)
                .toBytes();
    }

    private static int[] draw(int size, int bits, long seed) {
        Random random = new Random(seed);
        double maximum = (1 << bits) - 1;
        int[] pixels = new int[size * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double u = 2.0 * x / size - 1;
                double v = 2.0 * y / size - 1;
                double body = soft(1 - Math.hypot(u / 0.9, v / 0.7), 40);
                double lungs = soft(0.3 - Math.hypot(Math.abs(u) - 0.4, v / 1.3), 60);
                double spine = soft(0.12 - Math.hypot(u, v - 0.45), 80);
                double value = body * (0.26 - 0.2 * lungs + 0.15 * spine + 0.01 * Math.sin(9 * u) * Math.cos(7 * v));
                double noise = random.nextGaussian() * 12 / 4096 * (0.1 + body);
                pixels[y * size + x] = (int) Math.max(0, Math.min(maximum, (value + noise + 0.005) * maximum));
            }
        }
        return pixels;
    }

    private static double soft(double inside, double steepness) {
        return 1 / (1 + Math.exp(-steepness * inside));
    }
}
