package hounsfield.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The scripts beside the project that write files of regions, and what an independent program reads in them; by pydicom. */
final class RegionScripts {
    private static final String PYTHON = "/usr/bin/python3";

    private RegionScripts() {}

    /** Skips a test where the scripts cannot run; returns their folder. */
    static Path folder() throws IOException, InterruptedException {
        Path folder = Corpus.shared("regions");
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of(PYTHON))
                        && run("-c", "import numpy, pydicom").isPresent(),
                "no pydicom in " + PYTHON);
        return folder;
    }

    /** Writes the files of a script to a folder; returns its own description of them. */
    static String write(Path script, Path out) throws IOException, InterruptedException {
        Optional<String> description = run(script.toString(), out.toString());
        assertTrue(description.isPresent(), script.toString());
        return description.get();
    }

    /** Reads the files of a folder. */
    static JsonObject truth(Path out) throws IOException, InterruptedException {
        String truth =
                run(folder().resolve("truth.py").toString(), out.toString()).orElseThrow();
        return JsonParser.parseString(truth).getAsJsonObject();
    }

    private static Optional<String> run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PYTHON));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
    }
}
