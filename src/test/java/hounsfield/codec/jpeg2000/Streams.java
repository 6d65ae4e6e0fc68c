package hounsfield.codec.jpeg2000;

import hounsfield.bytes.ByteSpan;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The conformance streams, made from {@link DrawnImage} by the encoders of OpenJPEG and OpenJPH with the command lines
 * in {@code streams.tsv}.
 */
final class Streams {
    private Streams() {}

    /**
     * One stream.
     *
     * @param name its file
     * @param image the encoded image
     * @param drawn whether the result is compared with the image, otherwise with OpenJPEG's result
     * @param tolerance largest allowed error of a sample
     * @param command the command that made it
     */
    record Entry(String name, DrawnImage image, boolean drawn, int tolerance, String command) {
        ByteSpan bytes() {
            return ByteSpan.of(resource(name));
        }

        /** Returns the samples of all components, one plane after the other. */
        int[][] expected() {
            int[][] planes = new int[image.components()][];
            for (int c = 0; c < planes.length; c++) planes[c] = image.plane(c);
            if (!drawn) readExpected(planes);
            return planes;
        }

        private void readExpected(int[][] planes) {
            byte[] raw = unzipped(name + ".expected.gz");
            int at = 0;
            for (int[] plane : planes) {
                for (int i = 0; i < plane.length; i++) {
                    if (image.precision <= 8) {
                        plane[i] = image.signed ? raw[at++] : raw[at++] & 0xFF;
                    } else {
                        int value = raw[at++] & 0xFF | raw[at++] << 8;
                        int unused = 32 - image.precision;
                        plane[i] = image.signed ? value << unused >> unused : value & 0xFFFF;
                    }
                }
            }
            if (at != raw.length) throw new IllegalStateException(name + ": " + raw.length + " expected bytes");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Entry> all() {
        return LIST.stream();
    }

    static Entry of(String name) {
        return all().filter(entry -> entry.name.equals(name)).findFirst().orElseThrow();
    }

    private static final List<Entry> LIST = read();

    private static List<Entry> read() {
        BufferedReader lines = new BufferedReader(
                new InputStreamReader(new ByteArrayInputStream(resource("streams.tsv")), StandardCharsets.UTF_8));
        return lines.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(f -> new Entry(f[0], DrawnImage.valueOf(f[1]), f[2].equals("drawn"), Integer.parseInt(f[3]), f[4]))
                .toList();
    }

    /** Returns a decompressed test resource. */
    static byte[] unzipped(String name) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(resource(name)))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = Streams.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("no test resource " + name);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
