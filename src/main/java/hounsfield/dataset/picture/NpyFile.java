package hounsfield.dataset.picture;

import hounsfield.bytes.LittleEndian;
import hounsfield.dataset.csv.AtomicFile;
import hounsfield.nifti.ExactType;
import hounsfield.nifti.JsonText;
import hounsfield.nifti.NiftiType;
import hounsfield.nifti.VolumeShape;
import hounsfield.work.Progress;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a series as a NumPy array, format 1.0, with a JSON file of its meaning. The array is in C order, rows from the top; axes are
 * channel and time, if there are several, then slice, row and column.
 */
final class NpyFile {
    private static final String SUFFIX = ".npy";
    /** The length of a header, with magic and version, is a multiple of this number [bytes]. */
    private static final int ALIGNMENT = 64;

    private NpyFile() {}

    /** Returns the JSON file of an array. */
    static Path json(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - SUFFIX.length()) + ".json");
    }

    /** Writes both files, or neither if one fails. */
    static void write(Path file, SeriesVolume volume, Progress progress) throws IOException {
        VolumeShape shape = volume.shape();
        boolean shorts = ExactType.of(shape, volume.planes(), NiftiType.INT16, progress.ofPart()) == NiftiType.INT16;
        String text = describe(volume, shorts);
        AtomicFile.writeBoth(
                file, part -> write(part, volume, shorts, progress), json(file), side -> Files.writeString(side, text));
    }

    private static void write(Path part, SeriesVolume volume, boolean shorts, Progress progress) throws IOException {
        VolumeShape shape = volume.shape();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
            out.write(header(shape, shorts));
            for (int channel = 0; channel < shape.channels(); channel++) {
                for (int time = 0; time < shape.times(); time++) {
                    for (int slice = 0; slice < shape.slices(); slice++) {
                        progress.check();
                        float[] values = (float[]) volume.planes().plane(channel, slice, time);
                        out.write(shorts ? shorts(values) : LittleEndian.ofFloats(values));
                    }
                }
            }
        }
    }

    private static List<String> axes(VolumeShape shape) {
        List<String> axes = new ArrayList<>();
        if (shape.channels() > 1) axes.add("c");
        if (shape.times() > 1) axes.add("t");
        axes.addAll(List.of("z", "y", "x"));
        return axes;
    }

    private static double[] sizes(VolumeShape shape) {
        return axes(shape).stream()
                .mapToDouble(axis -> switch (axis) {
                    case "c" -> shape.channels();
                    case "t" -> shape.times();
                    case "z" -> shape.slices();
                    case "y" -> shape.rows();
                    default -> shape.columns();
                })
                .toArray();
    }

    /** Returns magic, version and the dictionary of the array (NumPy's NEP 1). */
    private static byte[] header(VolumeShape shape, boolean shorts) {
        List<String> sizes = new ArrayList<>();
        for (double size : sizes(shape)) sizes.add(Integer.toString((int) size));
        String dictionary = "{'descr': '" + (shorts ? "<i2" : "<f4") + "', 'fortran_order': False, 'shape': ("
                + sizes.stream().collect(Collectors.joining(", ")) + "), }";
        int begin = 10;
        int length = (begin + dictionary.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - begin;
        String padded = dictionary + " ".repeat(length - dictionary.length() - 1) + "\n";
        byte[] bytes = new byte[begin + length];
        bytes[0] = (byte) 0x93;
        System.arraycopy("NUMPY\1\0".getBytes(StandardCharsets.US_ASCII), 0, bytes, 1, 7);
        bytes[8] = (byte) length;
        bytes[9] = (byte) (length >> 8);
        System.arraycopy(padded.getBytes(StandardCharsets.US_ASCII), 0, bytes, begin, length);
        return bytes;
    }

    private static byte[] shorts(float[] values) {
        byte[] bytes = new byte[Short.BYTES * values.length];
        LittleEndian.putShorts(values, 0, values.length, bytes, 0);
        return bytes;
    }

    private static String describe(SeriesVolume volume, boolean shorts) {
        JsonText json = new JsonText()
                .put("axes", axes(volume.shape()))
                .put("shape", sizes(volume.shape()))
                .put("dtype", shorts ? "int16" : "float32")
                .put("unit", volume.unit());
        if (volume.place().millimeters()) {
            double[] spacing = {
                volume.place().width(), volume.place().height(), volume.place().depth()
            };
            json.put("spacing", spacing);
        }
        volume.transform().ifPresent(matrix -> json.put("transform", matrix).put("space", "LPS"));
        volume.place().seconds().ifPresent(seconds -> json.put("seconds", seconds));
        return json.text();
    }
}
