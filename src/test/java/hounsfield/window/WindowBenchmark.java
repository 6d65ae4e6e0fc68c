package hounsfield.window;

import hounsfield.planes.Planes;
import hounsfield.window.voi.VoiLut8;
import hounsfield.window.voi.VoiLutFunction;
import hounsfield.window.voi.VoiTransform;
import hounsfield.window.voi.VoiWindow;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.util.ArrayList;
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
 * Windowing a volume of 512 x 512 x 200 floats through an abdomen window, to be held against the copies of as large a volume in {@link
 * hounsfield.equalize.EqualizeBenchmark}. The values are a body of noise around 40 HU in air, so that a third of the pixels are inside
 * the window and their branches cannot be predicted.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class WindowBenchmark {
    private static final int SIZE = 512;
    private static final int SLICES = 200;
    private static final Window WINDOW = new Window(50, 400);

    private final List<float[]> planes = new ArrayList<>();
    private final List<short[]> shorts = new ArrayList<>();
    private final List<float[]> fractions = new ArrayList<>();
    private Planes indexed;

    @Setup
    public void draw() {
        Random random = new Random(1);
        float[] noise = new float[SIZE * SIZE];
        for (int i = 0; i < noise.length; i++) {
            double x = (i % SIZE - SIZE / 2.0) / (0.45 * SIZE);
            double y = (i / SIZE - SIZE / 2.0) / (0.35 * SIZE);
            boolean body = x * x + y * y < 1;
            noise[i] = Math.round((body ? 40 : -1000) + random.nextGaussian() * 60);
        }
        for (int z = 0; z < SLICES; z++) {
            float[] plane = new float[noise.length];
            short[] stored = new short[noise.length];
            for (int i = 0; i < plane.length; i++) {
                plane[i] = noise[(i + 7919 * z) % noise.length];
                stored[i] = (short) (plane[i] + 2048);
            }
            planes.add(plane);
            shorts.add(stored);
            float[] shifted = plane.clone();
            for (int i = 0; i < shifted.length; i++) shifted[i] += 0.001f * (i % 997);
            fractions.add(shifted);
        }
        indexed = Planes.ofShorts(shorts, 1, -2048);
    }

    @Benchmark
    public byte[][] linearToBytes() {
        return toBytes(Planes.ofFloats(planes), new VoiWindow(WINDOW, VoiLutFunction.LINEAR));
    }

    /** Floats that are not integers. */
    @Benchmark
    public byte[][] linearOfFractionsToBytes() {
        return toBytes(Planes.ofFloats(fractions), new VoiWindow(WINDOW, VoiLutFunction.LINEAR));
    }

    @Benchmark
    public byte[][] sigmoidToBytes() {
        return toBytes(Planes.ofFloats(planes), new VoiWindow(WINDOW, VoiLutFunction.SIGMOID));
    }

    @Benchmark
    public byte[][] linearOf16BitsToBytes() {
        return toBytes(indexed, new VoiWindow(WINDOW, VoiLutFunction.LINEAR));
    }

    @Benchmark
    public float[][] linearToFloats() {
        float[][] results = new float[SLICES][];
        Workers.forEach(SLICES, Progress.NONE, z -> {
            results[z] = new float[SIZE * SIZE];
            VoiLutFunction.LINEAR.apply(WINDOW, planes.get(z), results[z]);
        });
        return results;
    }

    /** The window as fastai computes it. */
    @Benchmark
    public float[][] clippedToFloats() {
        float[][] results = new float[SLICES][];
        Workers.forEach(SLICES, Progress.NONE, z -> results[z] = Windowing.apply(WINDOW, planes.get(z)));
        return results;
    }

    private static byte[][] toBytes(Planes volume, VoiTransform gray) {
        VoiLut8 grays = new VoiLut8(gray);
        byte[][] results = new byte[SLICES][];
        Workers.forEach(SLICES, Progress.NONE, z -> results[z] = grays.of(volume, z));
        return results;
    }
}
