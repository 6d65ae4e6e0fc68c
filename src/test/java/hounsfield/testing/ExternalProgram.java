package hounsfield.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Programs that are witnesses for what this project writes. A test is skipped where its program is not installed. */
public final class ExternalProgram {
    private static final int TIME_LIMIT_SECONDS = 60;

    private ExternalProgram() {}

    /** Runs a program and returns what it printed, errors included. */
    public static String run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            Assumptions.abort(command[0] + " is not installed");
            return "";
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        if (!process.waitFor(TIME_LIMIT_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
        return output;
    }
}
