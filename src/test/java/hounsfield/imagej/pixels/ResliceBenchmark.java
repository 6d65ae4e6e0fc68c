package hounsfield.imagej.pixels;

import hounsfield.imagej.Hounsfield;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import ij.ImagePlus;
import ij.plugin.Slicer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * ImageJ's Reslice of 400 native slices: 64 XZ planes of the series in memory and as a virtual stack with a cache of 256 MiB, and
 * the same without a cache. With 16 bits all slices fit into the cache, with 32 bits not.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ResliceBenchmark {
    private static final int SLICES = 400;
    private static final int EDGE = 512;
    private static final int LINES = 64;

    @Param({"16-bit", "32-bit"})
    public String pixels;

    private Path folder;
    private ImagePlus memory;
    private ImagePlus virtual;

    @Setup
    public void open() throws IOException {
        folder = Files.createTempDirectory("reslice");
        int[] values = new int[EDGE * EDGE];
        for (int i = 0; i < SLICES; i++) {
            for (int pixel = 0; pixel < values.length; pixel++) values[pixel] = (pixel * 7 + i) % 3000;
            DicomBytes bytes = DicomImages.at(DicomImages.ct("1", i + 1), "0\\0\\" + i, "1\\0\\0\\0\\1\\0");
            DicomBytes gray = DicomImages.gray(bytes, "MONOCHROME2", EDGE, EDGE, 16, 16, false);
            DicomImages.write(folder, "s" + i, DicomImages.pixels(DicomImages.rescaled(gray, "-1024", "1"), values));
        }
        memory = image(false);
        virtual = image(true);
    }

    private ImagePlus image(boolean later) throws IOException {
        ImagePlus image = Hounsfield.openSeriesAs(folder.toString(), "", "position", pixels, "rescale", "fill", later);
        image.setRoi(0, 200, EDGE, LINES);
        return image;
    }

    @Setup(Level.Iteration)
    public void limit() {
        Hounsfield.cacheLimit(256);
    }

    @TearDown
    public void delete() {
        for (File file : folder.toFile().listFiles()) file.delete();
        folder.toFile().delete();
    }

    @Benchmark
    public ImagePlus inMemory() {
        return new Slicer().reslice(memory);
    }

    @Benchmark
    public ImagePlus virtually() {
        return new Slicer().reslice(virtual);
    }

    @Benchmark
    public ImagePlus withoutACache() {
        Hounsfield.cacheLimit(0);
        return new Slicer().reslice(virtual);
    }
}
