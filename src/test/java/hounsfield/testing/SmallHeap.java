package hounsfield.testing;

import com.github.benmanes.caffeine.cache.Caffeine;
import hounsfield.work.Workers;
import ij.IJ;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.imglib2.img.planar.PlanarImg;
import org.scijava.parsington.SyntaxTree;
import org.scijava.plugin.Plugin;

/** Runs a class of the tests in a JVM of its own whose heap is small. */
public final class SmallHeap {
    private static final long TIME_LIMIT_SECONDS = 120;

    private SmallHeap() {}

    /** How a JVM ended, and what it printed. */
    public record Result(int exitCode, String printed) {}

    /**
     * Runs {@code main} of a class, without a display.
     *
     * @param megabytes of the heap
     * @param folder where what it prints is kept
     */
    public static Result run(int megabytes, Path folder, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        return run(List.of(), megabytes, folder, main, arguments);
    }

    /**
     * Does the same by another program.
     *
     * @param program runs the command that follows it
     */
    public static Result run(List<String> program, int megabytes, Path folder, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        Path output = folder.resolve("printed.txt");
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-Djava.awt.headless=true",
                "-cp",
                classPath(),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(TIME_LIMIT_SECONDS, TimeUnit.SECONDS))
            process.destroyForcibly().waitFor();
        return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    /** The places of what the plugin and the tests need; the class path of this JVM may be a launcher's own. */
    private static String classPath() {
        return Stream.of(
                        SmallHeap.class,
                        Workers.class,
                        IJ.class,
                        PlanarImg.class,
                        Plugin.class,
                        SyntaxTree.class,
                        Caffeine.class)
                .map(SmallHeap::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
