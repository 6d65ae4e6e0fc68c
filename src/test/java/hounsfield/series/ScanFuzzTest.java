package hounsfield.series;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.DicomImages;
import hounsfield.testing.FuzzLimits;
import hounsfield.work.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A folder of up to four files, scanned, and its series read: no more files than there are, and only {@link
 * DicomException} may escape. Each file follows its length, of 16 bits.
 */
class ScanFuzzTest {
    private static final int MOST_FILES = 4;
    private static Path folder;

    static Stream<byte[]> seeds() {
        byte[] one = DicomImages.slice(1, 0, -1024, 1, 2, 3, 4).toBytes();
        byte[] two = DicomImages.slice(2, 2.5, -1000, 5, 6, 7, 8).toBytes();
        byte[] three = DicomImages.slice(3, 7, 0, 5, 6, 7, 8).toBytes();
        byte[] again = DicomImages.slice(2, 2.5, -1024, 5, 6, 7, 8).toBytes();
        return Stream.of(
                joined(List.of(one, two, three)),
                joined(List.of(two, again)),
                joined(List.of(one, new byte[] {1, 2, 3})),
                joined(List.of("text".getBytes(), one, new byte[0], three)));
    }

    private static byte[] joined(List<byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] file : files) {
            out.write(file.length >> 8);
            out.write(file.length);
            out.writeBytes(file);
        }
        return out.toByteArray();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void onlyDicomExceptionEscapes(byte[] bytes) {
        int files = write(bytes);
        FuzzLimits.check(bytes, () -> {
            SeriesScan scan = SeriesScanner.scan(folder, Progress.NONE);
            long seen = Stream.concat(
                            scan.series().stream().flatMap(each -> each.files().stream()),
                            scan.rejected().stream().map(each -> each.path().orElseThrow()))
                    .distinct()
                    .count();
            if (seen > files) throw new AssertionError(seen + " of " + files + " files");
            long pixels = 0;
            for (Series series : scan.series()) {
                if (series.label().isEmpty()) throw new AssertionError("no label");
                pixels += read(series);
            }
            return pixels;
        });
    }

    private static long read(Series series) throws IOException {
        try {
            return SeriesReader.read(series, Progress.NONE).planes().stream()
                    .mapToLong(plane -> plane.length)
                    .sum();
        } catch (DicomException e) {
            return 0; // The expected result for a damaged slice.
        }
    }

    /** Returns how many files there are. */
    private static int write(byte[] bytes) {
        try {
            if (folder == null) {
                folder = Files.createTempDirectory("hounsfield-fuzz");
                Runtime.getRuntime().addShutdownHook(new Thread(ScanFuzzTest::remove));
            }
            int at = 0;
            int count = 0;
            for (; count < MOST_FILES && at + 2 <= bytes.length; count++) {
                int length = Math.min((bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF, bytes.length - at - 2);
                Files.write(folder.resolve("file" + count), Arrays.copyOfRange(bytes, at + 2, at + 2 + length));
                at += 2 + length;
            }
            for (int i = count; i < MOST_FILES; i++) Files.deleteIfExists(folder.resolve("file" + i));
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove() {
        try {
            for (int i = 0; i < MOST_FILES; i++) Files.deleteIfExists(folder.resolve("file" + i));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // A folder for temporary files is emptied by the system.
        }
    }
}
