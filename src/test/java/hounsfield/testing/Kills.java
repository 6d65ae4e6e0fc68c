package hounsfield.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Runs a program as a process of its own and kills it (SIGKILL) at random times. */
public final class Kills {
    /** Number of kills of a test; more with {@code -Dhounsfield.kills=20}. */
    public static final int COUNT = Integer.getInteger("hounsfield.kills", 5);

    private Kills() {}

    /**
     * Runs the program and kills it, again and again.
     *
     * @param job has a {@code main}, which calls {@link #begin} with its last argument when it works
     * @param folder for files of the processes
     * @param longest from the beginning of the work to the kill [ms]
     * @param arguments of the program; a last one is added
     * @return how many runs were killed before their end
     */
    public static int run(Class<?> job, Path folder, int longest, String... arguments) throws Exception {
        Random random = new Random(COUNT);
        int killed = 0;
        for (int kill = 0; kill < COUNT; kill++) {
            Path begun = folder.resolve("begun" + kill);
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Djava.awt.headless=true",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    job.getName()));
            command.addAll(List.of(arguments));
            command.add(begun.toString());
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output" + kill + ".txt").toFile())
                    .start();
            while (process.isAlive() && !Files.exists(begun)) Thread.sleep(1);
            if (!process.waitFor(random.nextInt(longest), TimeUnit.MILLISECONDS)) killed++;
            process.destroyForcibly().waitFor();
        }
        return killed;
    }

    /**
     * Says that the work has begun.
     *
     * @param argument the last one of the program
     */
    public static synchronized void begin(String argument) throws IOException {
        Path begun = Path.of(argument);
        if (!Files.exists(begun)) Files.createFile(begun);
    }
}
