package hounsfield.crash;

import hounsfield.imagej.Hounsfield;
import hounsfield.parse.DicomFile;
import hounsfield.standard.TransferSyntax;
import hounsfield.standard.error.DicomException;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Works on the real files beside the project for some time, in an order that changes what the JIT has seen: headers of
 * either byte order until the code is hot, then the others, then the first ones again. For
 * {@code src/test/bench/crash.sh}, which starts it in many JVMs; a crash of the JIT is an end of the process, which no
 * test can catch.
 *
 * <p>Exit code 0 if nothing but exceptions for bad files came, 2 for bad arguments, 3 if another one came.
 */
public final class CrashRun {
    private static final int HOT = 8;

    private final Path shared;
    private final long end;
    private final Random random;
    private int done;

    private CrashRun(Path shared, long end, Random random) {
        this.shared = shared;
        this.end = end;
        this.random = random;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("usage: CrashRun FOLDER SECONDS SEED      FOLDER has corpus, formats and series");
            System.exit(2);
        }
        long end = System.nanoTime() + Long.parseLong(arguments[1]) * 1_000_000_000L;
        CrashRun run = new CrashRun(Path.of(arguments[0]), end, new Random(Long.parseLong(arguments[2])));
        try {
            while (!run.isOver()) run.round();
        } catch (RuntimeException | Error e) {
            e.printStackTrace();
            System.exit(3);
        }
        System.out.println(run.done + " calls");
        // ImageJ may have started threads.
        System.exit(0);
    }

    private void round() throws IOException {
        // C2 crashed once on these three lines. Nothing big endian may be read before them.
        List<Path> series = folders(shared.resolve("series"));
        scan(series, HOT);
        scan(List.of(shared.resolve("corpus").resolve("uncompressed")), 1);
        scan(series, HOT);
        List<Path> files = files(shared);
        headers(files.stream().filter(CrashRun::isBigEndian).toList(), HOT);
        scan(series, HOT);
        Collections.shuffle(files, random);
        for (Path file : files) open(file);
        scan(List.of(shared.resolve("corpus"), shared.resolve("formats")), 1);
        Collections.shuffle(series, random);
        for (Path folder : series) attempt(folder, () -> Hounsfield.openSeries(folder.toString()));
    }

    private void scan(List<Path> folders, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            for (Path folder : folders) attempt(folder, () -> Hounsfield.listSeries(folder.toString()));
        }
    }

    private void headers(List<Path> files, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            for (Path file : files) attempt(file, () -> Hounsfield.header(file.toString()));
        }
    }

    private void open(Path file) throws IOException {
        String path = file.toString();
        attempt(file, () -> Hounsfield.header(path));
        attempt(file, () -> Hounsfield.storedValues(path, 0));
        attempt(file, () -> use(Hounsfield.open(path)));
        attempt(file, () -> Hounsfield.openStored(path));
        attempt(file, () -> Hounsfield.open16Bit(path));
    }

    private static Object use(ImagePlus image) throws IOException {
        if (image.getBitDepth() != 32) return image;
        Hounsfield.statistics(image);
        Hounsfield.histogram(image);
        return Hounsfield.equalize(image, 256);
    }

    private interface Call {
        Object run() throws IOException;
    }

    private void attempt(Path path, Call call) throws IOException {
        if (isOver()) return;
        try {
            call.run();
        } catch (DicomException | IllegalArgumentException e) {
            // Many files are bad, and some images are not for every call.
        } catch (RuntimeException | Error e) {
            System.err.println(path);
            throw e;
        }
        done++;
    }

    private boolean isOver() {
        return System.nanoTime() - end > 0;
    }

    private static boolean isBigEndian(Path file) {
        try {
            return DicomFile.read(file).transferSyntax() == TransferSyntax.EXPLICIT_BIG_ENDIAN;
        } catch (DicomException e) {
            return false;
        }
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> list = Files.list(parent)) {
            return new ArrayList<>(list.filter(Files::isDirectory).sorted().toList());
        }
    }

    private static List<Path> files(Path shared) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : new String[] {"corpus", "formats", "series"}) {
            try (Stream<Path> walk = Files.walk(shared.resolve(folder))) {
                walk.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }
}
