package hounsfield.nifti;

import hounsfield.bytes.LittleEndian;
import hounsfield.work.Progress;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes NIfTI-1 files with one plane in memory at a time. */
public final class NiftiWriter {
    private static final int BUFFER = 1 << 16;

    private NiftiWriter() {}

    /**
     * Writes a file of header and voxels.
     *
     * @param file the file, usually a temporary one
     * @param packed whether the file is compressed by gzip
     * @param header a header with slope 1 and intercept 0; its type must hold all values
     * @param planes the values
     * @param progress reports and cancels
     * @throws IOException if a plane cannot be read or the file cannot be written
     * @throws IllegalArgumentException if the image is larger than NIfTI-1 allows
     */
    public static void write(Path file, boolean packed, NiftiHeader header, PlaneSource planes, Progress progress)
            throws IOException {
        VolumeShape shape = header.shape();
        shape.checkWritable();
        try (OutputStream plain = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
                OutputStream out = packed ? new GZIPOutputStream(plain, BUFFER) : plain) {
            out.write(HeaderBytes.encode(header));
            for (int plane = 0; plane < shape.planes(); plane++) {
                progress.check();
                Object values = planes.plane(shape.channel(plane), shape.slice(plane), shape.time(plane));
                out.write(bytes(values, header.type(), shape));
                progress.update(plane + 1L, shape.planes());
            }
        }
    }

    /** Returns the bytes of a plane, the last row first. */
    private static byte[] bytes(Object values, NiftiType type, VolumeShape shape) {
        int columns = shape.columns();
        byte[] bytes = new byte[Math.multiplyExact(Math.toIntExact(shape.pixels()), type.bytes())];
        int to = 0;
        for (int row = shape.rows() - 1; row >= 0; row--) {
            int from = row * columns;
            switch (type) {
                case UINT8 -> putBytes((float[]) values, from, columns, bytes, to);
                case INT16, UINT16 -> LittleEndian.putShorts((float[]) values, from, columns, bytes, to);
                case FLOAT32 -> LittleEndian.putFloats((float[]) values, from, columns, bytes, to);
                case RGB24 -> LittleEndian.putColors((int[]) values, from, columns, bytes, to);
                default -> throw new IllegalArgumentException(type + " is not written");
            }
            to += columns * type.bytes();
        }
        return bytes;
    }

    private static void putBytes(float[] values, int from, int count, byte[] bytes, int to) {
        for (int i = 0; i < count; i++) bytes[to + i] = (byte) (int) values[from + i];
    }
}
