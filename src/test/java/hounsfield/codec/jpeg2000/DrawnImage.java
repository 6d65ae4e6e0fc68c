package hounsfield.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The images from which the conformance streams were made, drawn by arithmetic: a slope, a disc, edges, some noise.
 * {@link #main} writes them to the files that the command lines in {@code streams.tsv} name.
 */
enum DrawnImage {
    G8("g8.pgm", 97, 61, 8, false, 1),
    G12("g12.raw", 101, 77, 12, false, 1),
    S12("s12.raw", 77, 67, 12, true, 1),
    G16("g16.pgm", 64, 83, 16, false, 1),
    S16("s16.raw", 61, 59, 16, true, 1),
    G1("g1.pgm", 75, 53, 1, false, 1),
    RGB8("rgb8.ppm", 83, 71, 8, false, 1, 1, 1),
    RGB12("rgb12.raw", 53, 47, 12, false, 1, 1, 1),
    YUV420("yuv420.raw", 80, 64, 8, false, 1, 2, 2),
    THIN("thin.pgm", 3, 150, 8, false, 1),
    DOT("dot.pgm", 1, 1, 8, false, 1),
    BLOCK("block.pgm", 30, 27, 8, false, 1),
    G24("g24.pgx", 40, 33, 24, false, 1),
    /** Written as the floats that have these bits; none is negative. */
    G31("g31.pfm", 45, 38, 31, false, 1);

    final String file;
    final int width;
    final int height;
    final int precision;
    final boolean signed;
    /** Subsampling factor of each component in both directions. */
    final int[] subsampling;

    DrawnImage(String file, int width, int height, int precision, boolean signed, int... subsampling) {
        this.file = file;
        this.width = width;
        this.height = height;
        this.precision = precision;
        this.signed = signed;
        this.subsampling = subsampling;
    }

    int components() {
        return subsampling.length;
    }

    /** Returns one component, row by row. */
    int[] plane(int component) {
        int step = subsampling[component];
        int columns = (width + step - 1) / step;
        int rows = (height + step - 1) / step;
        int[] values = new int[columns * rows];
        int most = (1 << precision) - 1;
        int grain = most / 24 + 1;
        int noise = 12345 + component;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                noise = noise * 1103515245 + 12345;
                int slope = (int) ((long) most * (x + 2 * y + 7 * component) / (columns + 2 * rows + 14));
                int dx = x - columns / 2;
                int dy = y - rows / 3;
                boolean inDisc = 9 * (dx * dx + dy * dy) < rows * columns;
                boolean inBars = y > 2 * rows / 3 && (x / 5 & 1) == 0;
                int value = inDisc ? most - slope : inBars ? most / 8 : slope;
                value += (precision > 16 ? noise >>> 8 : noise >>> 16) % grain - most / 48;
                value = Math.min(most, Math.max(0, value));
                values[y * columns + x] = signed ? value - (most + 1) / 2 : value;
            }
        }
        return values;
    }

    /** Returns the image as a PNM, PFM or PGX file, or as raw planes of 8-bit or big-endian 16-bit samples. */
    private byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean pnm = file.endsWith(".pgm") || file.endsWith(".ppm");
        if (file.endsWith(".pfm")) {
            out.writeBytes(String.format("Pf%n%d %d%n1.0%n", width, height).getBytes(StandardCharsets.US_ASCII));
            int[] values = plane(0);
            for (int y = height - 1; y >= 0; y--) {
                for (int x = 0; x < width; x++) put(out, values[y * width + x]);
            }
            return out.toByteArray();
        }
        if (file.endsWith(".pgx")) {
            String header = String.format("PG ML %s %d %d %d%n", signed ? "-" : "+", precision, width, height);
            out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        }
        if (pnm) {
            String header =
                    String.format("P%d%n%d %d%n%d%n", components() == 1 ? 5 : 6, width, height, (1 << precision) - 1);
            out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        }
        int[][] planes = new int[components()][];
        for (int c = 0; c < planes.length; c++) planes[c] = plane(c);
        if (pnm) {
            for (int i = 0; i < planes[0].length; i++) {
                for (int[] plane : planes) put(out, plane[i]);
            }
        } else {
            for (int[] plane : planes) {
                for (int value : plane) put(out, value);
            }
        }
        return out.toByteArray();
    }

    private void put(ByteArrayOutputStream out, int value) {
        if (precision > 16) {
            out.write(value >> 24);
            out.write(value >> 16);
        }
        if (precision > 8) out.write(value >> 8);
        out.write(value);
    }

    /** @param args the output folder */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (DrawnImage image : values()) Files.write(folder.resolve(image.file), image.bytes());
    }
}
