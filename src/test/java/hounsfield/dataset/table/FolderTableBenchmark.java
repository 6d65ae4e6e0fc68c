package hounsfield.dataset.table;

import hounsfield.phantom.CtPhantom;
import hounsfield.window.WindowPreset;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The table of a folder of {@value #FILES} CT slices, all tags and the statistics of all pixels, to CSV;
 * {@code src/test/bench/foldertable.sh} runs it beside pydicom and numpy.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FolderTableBenchmark {
    private static final int FILES = 1000;

    private final Path folder = Path.of(System.getProperty("bench", "."));

    @Benchmark
    public int tagsAndPixels() throws IOException {
        return table(TableSettings.ALL);
    }

    @Benchmark
    public int tagsAlone() throws IOException {
        return table(new TableSettings(TagSelection.ALL, false, WindowPreset.BRAIN.window()));
    }

    private int table(TableSettings settings) throws IOException {
        try (FolderTable table = FolderTable.read(folder, settings, Progress.NONE)) {
            table.writeCsv(folder.resolveSibling("hounsfield.csv"), Progress.NONE);
            if (table.rows() != FILES || table.leftOut() > 0) throw new IllegalStateException(table.rows() + " rows");
            return table.rows();
        }
    }

    /** Writes the slices into a folder: those of the phantom, again and again. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path first = folder.resolve("series000");
        List<Path> slices = new CtPhantom().write(first);
        for (int i = slices.size(); i < FILES; i++) {
            Path slice = slices.get(i % slices.size());
            Path copies = folder.resolve(String.format("series%03d", i / slices.size()));
            Files.createDirectories(copies);
            Files.copy(slice, copies.resolve(slice.getFileName()));
        }
    }
}
