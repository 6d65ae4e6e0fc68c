package hounsfield.codec.jpegls;

import java.util.Arrays;
import java.util.Random;

/**
 * An image with everything that a JPEG-LS coder treats differently: flat areas, ramps, edges, fine noise, coarse noise,
 * rare spikes.
 */
final class DrawnImage {
    private final int width;
    private final int height;
    private final int precision;
    private final int[][] planes;

    DrawnImage(int width, int height, int precision, int components) {
        this(width, height, precision, draw(width, height, precision, components));
    }

    DrawnImage(int width, int height, int precision, int[]... planes) {
        this.width = width;
        this.height = height;
        this.precision = precision;
        this.planes = planes;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int precision() {
        return precision;
    }

    int[][] planes() {
        return planes;
    }

    JpegLsEncoder encoder() {
        return new JpegLsEncoder(width, height, precision, planes);
    }

    /** Returns the same image, clipped to {@code maximum}. */
    DrawnImage limitedTo(int maximum) {
        int[][] limited = new int[planes.length][];
        for (int i = 0; i < planes.length; i++) {
            limited[i] = Arrays.stream(planes[i])
                    .map(value -> Math.min(value, maximum))
                    .toArray();
        }
        return new DrawnImage(width, height, precision, limited);
    }

    /** Returns the samples interleaved by pixel. */
    int[] stored() {
        return interleaved(planes);
    }

    static int[] interleaved(int[][] planes) {
        int[] all = new int[planes.length * planes[0].length];
        for (int i = 0; i < all.length; i++) all[i] = planes[i % planes.length][i / planes.length];
        return all;
    }

    private static int[][] draw(int width, int height, int precision, int components) {
        Random random = new Random(31L * width + height + 1000L * precision);
        int maximum = (1 << precision) - 1;
        int[][] planes = new int[components][width * height];
        for (int c = 0; c < components; c++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int area = 4 * y / height;
                    double value =
                            switch (area) {
                                case 0 -> x < width / 2 ? 0 : maximum; // flat, with an edge
                                case 1 -> maximum * (x + c) / (double) width; // a ramp
                                case 2 ->
                                    maximum * (0.5 + 0.3 * Math.sin(x * 0.3 + y * 0.2 + c))
                                            + random.nextGaussian() * (1 + maximum / 500.0);
                                default -> random.nextInt(8) == 0 ? random.nextInt(maximum + 1) : maximum / 3;
                            };
                    planes[c][y * width + x] = (int) Math.max(0, Math.min(maximum, value));
                }
            }
        }
        return planes;
    }
}
