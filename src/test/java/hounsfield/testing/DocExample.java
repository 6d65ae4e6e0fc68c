package hounsfield.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The Java snippets of a document, as one program: snippets of imports first, then the others in their order as one method.
 * It is compiled and run with a class path of its own, so that it cannot use what a user would not have.
 */
public final class DocExample {
    private final Path folder;
    private final String classPath;

    /**
     * @param folder where the program is compiled and run
     * @param libraries one class of each library that the program may use
     */
    public DocExample(Path folder, Class<?>... libraries) throws Exception {
        this.folder = folder;
        List<String> parts = new ArrayList<>();
        for (Class<?> library : libraries) {
            parts.add(Path.of(library.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        parts.add(folder.toString());
        classPath = String.join(File.pathSeparator, parts);
    }

    /** Returns all documents of the project. */
    public static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (Path folder : List.of(Path.of(""), Path.of("docs"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
            }
        }
        assertTrue(pages.contains(Path.of("README.md")), "the README is one of " + pages);
        return pages;
    }

    /** Returns the Java snippets of a document in {@code docs}. */
    public static List<String> snippets(String document) throws IOException {
        return snippets(Path.of("docs", document), "java");
    }

    /**
     * Returns the snippets of a document.
     *
     * @param language as the document names it
     */
    public static List<String> snippets(Path page, String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(page, StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Compiles and runs snippets; returns the lines that the program prints. */
    public List<String> run(List<String> snippets) throws Exception {
        assertTrue(!snippets.isEmpty(), "the document has no snippets");
        String imports = snippets.stream().filter(DocExample::isImports).collect(Collectors.joining());
        String body = snippets.stream().filter(text -> !isImports(text)).collect(Collectors.joining());
        Path source = folder.resolve("Example.java");
        Files.writeString(
                source,
                imports + "class Example {\npublic static void main(String[] args) throws Exception {\n" + body
                        + "}\n}\n");
        int errors = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", classPath, "-d", folder.toString(), source.toString());
        assertEquals(0, errors, "the snippets do not compile");
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        classPath,
                        "Example")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        if (!ended) process.destroyForcibly().waitFor();
        return Files.readString(log, StandardCharsets.UTF_8).lines().toList();
    }

    private static boolean isImports(String snippet) {
        return snippet.startsWith("import ");
    }
}
