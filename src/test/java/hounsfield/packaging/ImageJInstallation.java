package hounsfield.packaging;

import static org.junit.jupiter.api.Assertions.fail;

import ij.IJ;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.imglib2.img.planar.PlanarImg;
import org.scijava.parsington.SyntaxTree;
import org.scijava.plugin.Plugin;

/** ImageJ in a folder of its own below {@code target}, with one of the built jars among its plugins. */
final class ImageJInstallation {
    private static final long TIME_LIMIT_SECONDS = 120;

    private final Path folder;
    private final String classPath;

    private ImageJInstallation(Path folder, String classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    /**
     * {@code ij.jar} and the {@code -all} jar, nothing else. It stays in {@code target/plain-imagej}, where the check of
     * menus and windows finds it.
     */
    static ImageJInstallation plain() throws IOException, URISyntaxException {
        Path folder = install("plain-imagej", "hounsfield.all.jar");
        return new ImageJInstallation(folder, library(folder, IJ.class));
    }

    /** The thin jar, and on the class path the libraries that Fiji ships. */
    static ImageJInstallation likeFiji() throws IOException, URISyntaxException {
        Path folder = install("like-fiji", "hounsfield.jar");
        List<String> libraries = new ArrayList<>();
        for (Class<?> type : List.of(IJ.class, PlanarImg.class, Plugin.class, SyntaxTree.class)) {
            libraries.add(library(folder, type));
        }
        return new ImageJInstallation(folder, String.join(File.pathSeparator, libraries));
    }

    /** {@code ij.jar} and the thin jar: a mistake of a user who took Fiji's jar. */
    static ImageJInstallation withoutLibraries() throws IOException, URISyntaxException {
        Path folder = install("without-libraries", "hounsfield.jar");
        return new ImageJInstallation(folder, library(folder, IJ.class));
    }

    private static Path install(String name, String jarProperty) throws IOException {
        Path folder = Path.of("target", name).toAbsolutePath();
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        Path jar = Path.of(System.getProperty(jarProperty));
        Files.copy(jar, plugins.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        return folder;
    }

    /** Copies the jar that holds a class; {@code ij.jar} without its version, as downloads have it. */
    private static String library(Path folder, Class<?> type) throws IOException, URISyntaxException {
        Path jar =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path copy =
                folder.resolve(type == IJ.class ? "ij.jar" : jar.getFileName().toString());
        return Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING).toString();
    }

    /** What a macro prints in a process of its own without a display; fails if ImageJ does. */
    String run(Path macro, String argument) throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path output = folder.resolve(macro.getFileName() + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Duser.home=" + home,
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")) + File.separator,
                "-Dplugins.dir=" + folder,
                "-cp",
                classPath,
                "ij.ImageJ",
                "-batch",
                macro.toAbsolutePath().toString()));
        if (!argument.isEmpty()) command.add(argument);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(TIME_LIMIT_SECONDS, TimeUnit.SECONDS);
        if (!ended) process.destroyForcibly().waitFor();
        String printed = Files.readString(output, StandardCharsets.UTF_8);
        if (!ended) fail(macro + " did not end:\n" + printed);
        if (process.exitValue() != 0) fail(macro + " ended with " + process.exitValue() + ":\n" + printed);
        return printed;
    }
}
