package hounsfield;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic.Kind;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documentation of public types says what comes out, and what each parameter and exception means. */
class JavadocTest {
    /** The code with which javac reports the warnings of its documentation check. */
    private static final String DOCLINT = "compiler.warn.proc.messager";

    @TempDir
    Path classes;

    @Test
    void publicTypesAreDocumented() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-proc:none",
                "-Xdoclint:all/public",
                "-Xdoclint/package:hounsfield,hounsfield.*",
                "-Xmaxwarns",
                "1000",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null);
                Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<Path> all =
                    sources.filter(path -> path.toString().endsWith(".java")).toList();
            compiler.getTask(
                            new StringWriter(),
                            files,
                            diagnostics,
                            options,
                            null,
                            files.getJavaFileObjectsFromPaths(all))
                    .call();
        }
        List<String> faults = diagnostics.getDiagnostics().stream()
                .filter(each -> each.getKind() == Kind.ERROR || each.getCode().equals(DOCLINT))
                .map(each -> each.getSource().getName() + ":" + each.getLineNumber() + ": " + each.getMessage(null))
                .toList();
        assertEquals(List.of(), faults);
    }
}
