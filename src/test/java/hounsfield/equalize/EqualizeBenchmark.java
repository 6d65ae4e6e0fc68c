package hounsfield.equalize;

import hounsfield.corpus.Corpus;
import hounsfield.planes.Planes;
import hounsfield.series.SeriesReader;
import hounsfield.series.SeriesScanner;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.Duplicator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Equalizes the 28 slices of series-ge-ct together: 100 bins, breaks and map. The reference is fastai's algorithm in
 * plain Java: sort all pixels, pick the breaks, search each pixel's interval. Also equalizes a drawn volume of 512 x
 * 512 x 200; the reference is a copy by as many threads, by one thread, and by ImageJ.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EqualizeBenchmark {
    private static final int BINS = 100;

    private List<float[]> planes;
    private List<float[]> fractions;

    @Setup
    public void read() throws IOException {
        planes = SeriesReader.read(
                        SeriesScanner.scan(Corpus.folder().resolve("series-ge-ct"), Progress.NONE)
                                .series()
                                .get(0),
                        Progress.NONE)
                .planes();
        fractions = new ArrayList<>();
        for (float[] plane : planes) {
            float[] shifted = plane.clone();
            for (int i = 0; i < shifted.length; i++) shifted[i] += 0.001f * (i % 997);
            fractions.add(shifted);
        }
    }

    /** Floats that are integers, as HU are. */
    @Benchmark
    public List<float[]> hounsfield() {
        return equalize(planes);
    }

    /** Floats that are not integers. */
    @Benchmark
    public List<float[]> hounsfieldOfFractions() {
        return equalize(fractions);
    }

    private static List<float[]> equalize(List<float[]> values) {
        Planes volume = Planes.ofFloats(values);
        return FrequencyBins.of(volume, BinSettings.of(BINS)).equalization().map(volume, Progress.NONE);
    }

    /** A volume of HU like a chest: a body of fat, muscle and lung in air, all with noise. */
    @State(Scope.Benchmark)
    public static class Volume {
        private static final int SIZE = 512;
        private static final int DEPTH = 200;

        private List<float[]> planes;
        private ImagePlus image;
        private Planes counted;
        private Equalization equalization;

        @Setup
        public void draw() {
            float[][] drawn = new float[DEPTH][];
            Workers.forEach(DEPTH, Progress.NONE, z -> drawn[z] = plane(new Random(z)));
            planes = List.of(drawn);
            ImageStack stack = new ImageStack(SIZE, SIZE);
            for (float[] plane : planes) stack.addSlice("", plane);
            image = new ImagePlus("volume", stack);
            counted = Planes.ofFloats(planes);
            equalization = FrequencyBins.of(counted, BinSettings.of(BINS)).equalization();
        }

        private static float[] plane(Random random) {
            float[] plane = new float[SIZE * SIZE];
            for (int i = 0; i < plane.length; i++) {
                double radius = Math.hypot(i % SIZE - SIZE / 2 + 0.5, i / SIZE - SIZE / 2 + 0.5);
                double tissue = radius > 230 ? -1000 : radius > 200 ? -100 : radius > 150 ? 50 : -850;
                plane[i] = Math.round(tissue + 20 * random.nextGaussian());
            }
            return plane;
        }
    }

    /** The copy that a user makes: Image &gt; Duplicate. */
    @Benchmark
    public ImagePlus duplicateOfVolume(Volume volume) {
        return new Duplicator().run(volume.image);
    }

    /** The cheapest possible copy. */
    @Benchmark
    public List<float[]> copyOfVolume(Volume volume) {
        float[][] copies = new float[Volume.DEPTH][];
        Workers.forEach(
                Volume.DEPTH,
                Progress.NONE,
                z -> copies[z] = volume.planes.get(z).clone());
        return List.of(copies);
    }

    /** The same copy by one thread. */
    @Benchmark
    public List<float[]> copyOfVolumeByOneThread(Volume volume) {
        List<float[]> copies = new ArrayList<>();
        for (float[] plane : volume.planes) copies.add(plane.clone());
        return copies;
    }

    @Benchmark
    public List<float[]> hounsfieldOfVolume(Volume volume) {
        return equalize(volume.planes);
    }

    /** The first pass: counting. */
    @Benchmark
    public FrequencyBins binsOfVolume(Volume volume) {
        return FrequencyBins.of(volume.counted, BinSettings.of(BINS));
    }

    /** The second pass: the map, to new arrays. */
    @Benchmark
    public List<float[]> mapOfVolume(Volume volume) {
        return volume.equalization.map(volume.counted, Progress.NONE);
    }

    @Benchmark
    public List<float[]> sortAndInterpolate() {
        int size = planes.get(0).length;
        float[] sorted = new float[size * planes.size()];
        for (int i = 0; i < planes.size(); i++) System.arraycopy(planes.get(i), 0, sorted, i * size, size);
        Arrays.sort(sorted);
        float[] breaks = breaks(sorted);
        List<float[]> results = new ArrayList<>();
        for (float[] plane : planes) results.add(interpolate(breaks, plane));
        return results;
    }

    private static float[] breaks(float[] sorted) {
        float[] picked = new float[BINS + 2];
        for (int i = 0; i < BINS; i++) {
            picked[i] = sorted[(int) (sorted.length * ((float) i / BINS + (float) (0.5 / BINS)))];
        }
        picked[BINS] = sorted[(int) (sorted.length * 0.001f)];
        picked[BINS + 1] = sorted[(int) (sorted.length * 0.999f)];
        Arrays.sort(picked);
        int count = 0;
        for (float value : picked) {
            if (count == 0 || picked[count - 1] != value) picked[count++] = value;
        }
        return Arrays.copyOf(picked, count);
    }

    private static float[] interpolate(float[] breaks, float[] values) {
        float[] results = new float[values.length];
        int last = breaks.length - 1;
        for (int i = 0; i < values.length; i++) {
            float value = values[i];
            if (value <= breaks[0]) continue;
            if (value >= breaks[last]) {
                results[i] = 1;
                continue;
            }
            int found = Arrays.binarySearch(breaks, value);
            int k = found >= 0 ? found : -found - 2;
            double part = ((double) value - breaks[k]) / ((double) breaks[k + 1] - breaks[k]);
            results[i] = (float) ((k + part) / last);
        }
        return results;
    }
}
