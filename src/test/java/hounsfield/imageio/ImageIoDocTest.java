package hounsfield.imageio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.testing.DocExample;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/imageio.md compiles and runs with this project's classes alone; its tables are true. */
class ImageIoDocTest {
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern PROPERTY = Pattern.compile("(?m)^1\\.2\\.840[.0-9]+=([^:]+):([^:]+)::$");

    @TempDir
    Path folder;

    @Test
    void exampleRuns() throws Exception {
        Files.write(folder.resolve("slice.jls"), ReaderStreams.jpegLs(12));
        String imports =
                "import java.awt.image.*;\nimport java.io.*;\nimport javax.imageio.*;\nimport javax.imageio.stream.*;\n";
        List<String> program =
                List.of(imports, DocExample.snippets("imageio.md").get(0));
        int first = ReaderStreams.gray(12)[0];
        assertEquals(
                List.of("21 x 13, the first value is " + first, "12 bits"),
                new DocExample(folder, StreamImageReader.class).run(program));
    }

    /** Each name in the table finds a reader; each name that a provider has, upper case aside, is in the table. */
    @Test
    void tableHasTheNames() throws Exception {
        TreeSet<String> documented = new TreeSet<>();
        for (String line : doc().lines().filter(line -> line.startsWith("|")).toList()) {
            String[] cells = line.split("\\|");
            words(cells[2]).forEach(name -> assertEquals(name, Readers.byName(name) != null ? name : null));
            words(cells[3]).forEach(name -> assertEquals(name, Readers.bySuffix(name) != null ? name : null));
            words(cells[4]).forEach(name -> assertEquals(name, Readers.byMimeType(name) != null ? name : null));
            for (String cell : cells) words(cell).forEach(documented::add);
        }
        IIORegistry.getDefaultInstance()
                .getServiceProviders(ImageReaderSpi.class, false)
                .forEachRemaining(provider -> {
                    if (!(provider instanceof StreamReaderSpi)) return;
                    Stream.of(provider.getFormatNames(), provider.getFileSuffixes())
                            .flatMap(Arrays::stream)
                            .filter(name -> name.equals(name.toLowerCase()) && !name.contains(" "))
                            .forEach(name -> assertTrue(documented.contains(name), name));
                });
    }

    @Test
    void propertiesNameFormatsAndTheReader() throws Exception {
        Matcher property = PROPERTY.matcher(doc());
        int count = 0;
        for (; property.find(); count++) {
            assertEquals(StreamImageReader.class.getName(), property.group(2));
            assertTrue(ImageIO.getImageReadersByFormatName(property.group(1)).hasNext(), property.group(1));
        }
        assertEquals(11, count);
    }

    private static List<String> words(String cell) {
        return QUOTED.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    private static String doc() throws Exception {
        return Files.readString(Path.of("docs", "imageio.md"), StandardCharsets.UTF_8);
    }
}
