package hounsfield.series;

import hounsfield.calibrate.CalibratedImage;
import hounsfield.corpus.Corpus;
import hounsfield.imagej.Hounsfield;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import ij.ImagePlus;
import ij.plugin.FolderOpener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Importing the 28 slices of series-ge-ct as 32-bit HU: folder scan, headers, order, pixels. Against ImageJ's own
 * {@link FolderOpener}, which gives 16 bits in file name order, and against the floor: reading the same bytes and writing as
 * many floats, on as many threads, without looking at anything.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ImportBenchmark {
    private static final int PIXELS = 512 * 512;

    private Path folder;
    private List<Path> files;

    @Setup
    public void find() throws IOException {
        folder = Corpus.folder().resolve("series-ge-ct");
        try (Stream<Path> list = Files.list(folder)) {
            files = list.sorted().toList();
        }
    }

    @Benchmark
    public CalibratedImage hounsfield() throws IOException {
        SeriesScan scan = SeriesScanner.scan(folder, Progress.NONE);
        return SeriesReader.read(scan.series().get(0), Progress.NONE);
    }

    /** All that a user gets: an ImageJ stack with its calibration, display range and labels. */
    @Benchmark
    public ImagePlus openSeries() throws IOException {
        return Hounsfield.openSeries(folder.toString());
    }

    @Benchmark
    public SeriesScan scanAlone() throws IOException {
        return SeriesScanner.scan(folder, Progress.NONE);
    }

    @Benchmark
    public ImagePlus folderOpener() {
        return FolderOpener.open(folder.toString());
    }

    @Benchmark
    public float[][] floor() throws IOException {
        float[][] planes = new float[files.size()][];
        Workers.forEach(planes.length, Progress.NONE, index -> planes[index] = floats(files.get(index)));
        return planes;
    }

    private static float[] floats(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        short[] stored = new short[PIXELS];
        ByteBuffer.wrap(bytes, bytes.length - 2 * PIXELS, 2 * PIXELS)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(stored);
        float[] values = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) values[i] = stored[i] - 1024;
        return values;
    }
}
