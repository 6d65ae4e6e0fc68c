package hounsfield;

import hounsfield.equalize.EqualizeBenchmark;
import hounsfield.series.ImportBenchmark;
import hounsfield.window.WindowBenchmark;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks of import, equalization and windowing and prints their ratios, all of one run. From the project's folder, with
 * the corpus beside it:
 *
 * <pre>{@code
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt
 * java -cp "target/test-classes:target/classes:$(cat target/classpath.txt)" hounsfield.Benchmarks [seconds an iteration]
 * }</pre>
 */
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String[] arguments) throws RunnerException {
        long seconds = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1;
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(ImportBenchmark.class.getName())
                        .include(EqualizeBenchmark.class.getName())
                        .include(WindowBenchmark.class.getName())
                        .mode(Mode.SampleTime)
                        .forks(1)
                        // Memory is touched beforehand, because on a virtual machine the first access to a page can
                        // take longer than the work on it. G1 is not used: it puts a slice of 512 x 512 floats, just
                        // over 1 MiB, alone into a region of 2 MiB, and marks objects on the processors of the work, so
                        // that the same copy takes 11 ms in one call and 28 ms in another. The parallel collector
                        // treats copy and work equally.
                        .jvmArgs(
                                "-Xms4g",
                                "-Xmx4g",
                                "-XX:+AlwaysPreTouch",
                                "-XX:+UseParallelGC",
                                "-Djava.awt.headless=true")
                        // The import consists of much code, and still became faster after 3 iterations.
                        .warmupIterations(8)
                        .warmupTime(TimeValue.seconds(seconds))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(seconds))
                        .build())
                .run();
        print(
                "import, FolderOpener / Hounsfield (goal: at least 3)",
                results,
                ImportBenchmark.class,
                "folderOpener",
                "hounsfield");
        print(
                "import to an ImageJ stack, FolderOpener / Hounsfield (goal: at least 3)",
                results,
                ImportBenchmark.class,
                "folderOpener",
                "openSeries");
        print("import, Hounsfield / floor (goal: at most 3)", results, ImportBenchmark.class, "hounsfield", "floor");
        print(
                "equalize HU, sort / Hounsfield (goal: at least 30)",
                results,
                EqualizeBenchmark.class,
                "sortAndInterpolate",
                "hounsfield");
        print(
                "equalize fractions, sort of HU / Hounsfield",
                results,
                EqualizeBenchmark.class,
                "sortAndInterpolate",
                "hounsfieldOfFractions");
        for (String method : new String[] {"hounsfieldOfVolume", "binsOfVolume", "mapOfVolume"}) {
            printBesideCopies("equalize, ", results, EqualizeBenchmark.class, method);
        }
        for (String method : new String[] {
            "linearToBytes",
            "sigmoidToBytes",
            "linearOfFractionsToBytes",
            "linearOf16BitsToBytes",
            "linearToFloats",
            "clippedToFloats"
        }) {
            printBesideCopies("window, ", results, WindowBenchmark.class, method);
        }
    }

    /** Compared with copies of the same number of floats: by ImageJ, and bare copies by one thread and by as many threads. */
    private static void printBesideCopies(
            String what, Collection<RunResult> results, Class<?> benchmark, String method) {
        double time = score(results, benchmark, method);
        print(what + method + " / Duplicate", time / score(results, EqualizeBenchmark.class, "duplicateOfVolume"));
        print(
                what + method + " / bare copy by one thread",
                time / score(results, EqualizeBenchmark.class, "copyOfVolumeByOneThread"));
        print(
                what + method + " / bare copy (goal: at most 2)",
                time / score(results, EqualizeBenchmark.class, "copyOfVolume"));
    }

    private static void print(
            String what, Collection<RunResult> results, Class<?> benchmark, String above, String below) {
        print(what, score(results, benchmark, above) / score(results, benchmark, below));
    }

    private static void print(String what, double ratio) {
        System.out.println(String.format(Locale.ROOT, "%-74s %8.2f", what, ratio));
    }

    /** The fastest call counts, because disturbances, such as garbage collections, only make a measurement slower. */
    private static double score(Collection<RunResult> results, Class<?> benchmark, String method) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().equals(benchmark.getName() + "." + method))
                .mapToDouble(result -> result.getPrimaryResult().getStatistics().getMin())
                .findFirst()
                .orElseThrow();
    }
}
