package hounsfield;

import hounsfield.equalize.EqualizeBenchmark;
import hounsfield.series.ImportBenchmark;
import hounsfield.window.WindowBenchmark;
import java.util.Collection;
import java.util.Locale;
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
        long seconds = arguments.length > 0 ? Long.parseLong(arguments[0]) : 2;
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(ImportBenchmark.class.getName())
                        .include(EqualizeBenchmark.class.getName())
                        .include(WindowBenchmark.class.getName())
                        .forks(1)
                        // Touched beforehand: on a virtual machine the first touch of a page can take longer than the
                        // work on it.
                        .jvmArgs("-Xms4g", "-Xmx4g", "-XX:+AlwaysPreTouch", "-Djava.awt.headless=true")
                        .warmupIterations(3)
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
        print(
                "equalize 512 x 512 x 200 / copy it (goal: at most 2)",
                results,
                EqualizeBenchmark.class,
                "hounsfieldOfVolume",
                "copyOfVolume");
        print(
                "equalize 512 x 512 x 200 / ImageJ's Duplicate",
                results,
                EqualizeBenchmark.class,
                "hounsfieldOfVolume",
                "duplicateOfVolume");
        for (String method : new String[] {
            "linearToBytes",
            "sigmoidToBytes",
            "linearOfFractionsToBytes",
            "linearOf16BitsToBytes",
            "linearToFloats",
            "clippedToFloats"
        }) {
            print("window, " + method + " / copy (goal: at most 2)", results, WindowBenchmark.class, method, "copy");
        }
    }

    private static void print(
            String what, Collection<RunResult> results, Class<?> benchmark, String above, String below) {
        double ratio = score(results, benchmark, above) / score(results, benchmark, below);
        System.out.println(String.format(Locale.ROOT, "%-74s %8.2f", what, ratio));
    }

    private static double score(Collection<RunResult> results, Class<?> benchmark, String method) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().equals(benchmark.getName() + "." + method))
                .mapToDouble(result -> result.getPrimaryResult().getScore())
                .findFirst()
                .orElseThrow();
    }
}
