package hounsfield.series;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hounsfield.bytes.ByteSource;
import hounsfield.bytes.FileByteSource;
import hounsfield.testing.BuiltFiles.CtSlice;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomdirFile;
import hounsfield.testing.FuzzLimits;
import hounsfield.work.Diagnostic;
import hounsfield.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** A DICOMDIR in a folder with files inside and outside of it: none outside is read, and each name has an end. */
class DicomdirFuzzTest {
    private static Path folder;

    static Stream<byte[]> seeds() {
        return Stream.of(
                directory("CT\\IM0", "CT\\IM1", "CT\\GONE"),
                directory("..\\SECRET", "ct\\im0", "CT", "\\SECRET", "C:\\SECRET", ".", "LINK\\SECRET"),
                directory(),
                "text".getBytes());
    }

    private static byte[] directory(String... ids) {
        DicomBytes[] records =
                Stream.of(ids).map(id -> DicomdirFile.record(0xFFFF, id)).toArray(DicomBytes[]::new);
        return DicomdirFile.bytes(List.of(records));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void noFileOutsideIsRead(byte[] bytes) {
        Path path = write(bytes);
        FuzzLimits.check(bytes, () -> {
            SourceFiles files = SourceFiles.of(path, Progress.NONE);
            Path inside = folder.toRealPath();
            for (ByteSource each : files.files()) {
                Path file = FileByteSource.pathOf(each).orElseThrow().toRealPath();
                if (!file.startsWith(inside)) throw new AssertionError("a file outside of the folder");
            }
            for (Diagnostic each : files.unusable()) {
                if (each.sentence().isEmpty()) throw new AssertionError("no reason");
            }
            SeriesScanner.scan(path, Progress.NONE);
            return 0;
        });
    }

    private static Path write(byte[] bytes) {
        try {
            if (folder == null) {
                Path parent = Files.createTempDirectory("hounsfield-fuzz");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(parent)));
                Files.write(parent.resolve("SECRET"), CtSlice.axial(9, 45).toBytes());
                folder = parent.resolve("disc");
                Files.createDirectories(folder.resolve("CT"));
                for (int i = 0; i < 2; i++) {
                    Files.write(
                            folder.resolve("CT/IM" + i), CtSlice.axial(i, 5 * i).toBytes());
                }
                link(folder.resolve("LINK"), parent);
            }
            return Files.write(folder.resolve("DICOMDIR"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void link(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target);
        } catch (UnsupportedOperationException e) {
            // A system without links has none to follow.
        }
    }

    private static void remove(Path parent) {
        for (String name :
                List.of("disc/CT/IM0", "disc/CT/IM1", "disc/CT", "disc/LINK", "disc/DICOMDIR", "disc", "SECRET", "")) {
            try {
                Files.deleteIfExists(parent.resolve(name));
            } catch (IOException e) {
                // A folder for temporary files is emptied by the system.
            }
        }
    }
}
