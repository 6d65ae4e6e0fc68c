package hounsfield.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the two jars hold, as ImageJ's plugin loader and SciJava look at them. */
class PluginJarIT {
    private static final String INDEX = "META-INF/json/org.scijava.plugin.Plugin";
    private static final String THIN = "hounsfield.jar";
    private static final String ALL = "hounsfield.all.jar";

    @ParameterizedTest
    @ValueSource(strings = {THIN, ALL})
    void nameHasTheUnderscoreWithoutWhichImageJSkipsIt(String property) {
        assertTrue(jar(property).getName().contains("_"));
    }

    @ParameterizedTest
    @ValueSource(strings = {THIN, ALL})
    void menusAreListedOnceAtTheRoot(String property) throws IOException {
        // ImageJ takes the first entry whose name ends so.
        List<String> configurations = entries(property).stream()
                .filter(name -> name.endsWith("plugins.config"))
                .toList();
        assertEquals(List.of("plugins.config"), configurations);
    }

    @ParameterizedTest
    @ValueSource(strings = {THIN, ALL})
    void menusNameClassesThatAreThere(String property) throws IOException {
        List<String> missing = new ArrayList<>();
        Set<String> names = entries(property);
        int commands = 0;
        for (String line : text(property, "plugins.config").split("\n")) {
            String[] parts = line.split(",");
            if (line.startsWith("#") || parts.length < 3) continue;
            commands++;
            String className = parts[2].strip().replaceAll("\\(.*", "");
            if (!names.contains(className.replace('.', '/') + ".class")) missing.add(className);
        }
        assertEquals(List.of(), missing);
        assertTrue(commands > 0, "no command in plugins.config");
    }

    @ParameterizedTest
    @ValueSource(strings = {THIN, ALL})
    void indexNamesOurDecoders(String property) throws IOException {
        String index = text(property, INDEX);
        Set<String> names = entries(property);
        Set<String> decoders = names.stream()
                .filter(name -> name.startsWith("hounsfield/codec/") && name.endsWith("Decoder.class"))
                .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                .filter(name -> index.contains("\"" + name + "\""))
                .collect(Collectors.toSet());
        assertTrue(decoders.contains("hounsfield.codec.rle.RleDecoder"), "decoders in the index: " + decoders);
    }

    @ParameterizedTest
    @ValueSource(strings = {THIN, ALL})
    void servicesNameOurImageReaders(String property) throws IOException {
        List<String> providers = text(property, "META-INF/services/javax.imageio.spi.ImageReaderSpi")
                .lines()
                .toList();
        assertEquals(3, providers.size(), "providers: " + providers);
        Set<String> names = entries(property);
        for (String provider : providers) assertTrue(names.contains(provider.replace('.', '/') + ".class"), provider);
    }

    @ParameterizedTest
    @ValueSource(strings = {THIN, ALL})
    void imageJItselfStaysOut(String property) throws IOException {
        assertFalse(entries(property).stream().anyMatch(name -> name.startsWith("ij/")));
    }

    @ParameterizedTest
    @ValueSource(strings = {THIN, ALL})
    void sizeIsAPluginsAndNotADistributions(String property) {
        assertTrue(jar(property).length() < 8_000_000, jar(property) + " is large");
    }

    @Test
    void thinJarHoldsNothingThatFijiShips() throws IOException {
        Set<String> roots = new TreeSet<>();
        for (String name : entries(THIN)) if (name.endsWith(".class")) roots.add(name.substring(0, name.indexOf('/')));
        assertEquals(Set.of("hounsfield"), roots);
    }

    /** Fiji has another version of Caffeine, which must not be found in place of ours. */
    @ParameterizedTest
    @ValueSource(strings = {THIN, ALL})
    void caffeineHasANameOfItsOwn(String property) throws IOException {
        Set<String> names = entries(property);
        assertTrue(names.contains("hounsfield/shaded/caffeine/cache/Caffeine.class"));
        assertTrue(names.contains("META-INF/LICENSE-caffeine"));
        assertFalse(names.stream().anyMatch(name -> name.startsWith("com/github/benmanes/")));
    }

    /** Help of the dialogs needs its page, and a library whose table of entities the relocated classes find. */
    @ParameterizedTest
    @ValueSource(strings = {THIN, ALL})
    void helpHasItsPageAndLibrary(String property) throws Exception {
        Set<String> names = entries(property);
        assertTrue(names.contains("hounsfield/docs/commands.md"));
        assertTrue(names.contains("META-INF/LICENSE-commonmark"));
        assertFalse(names.stream().anyMatch(name -> name.startsWith("org/commonmark/")));
        URL[] jars = {jar(property).toURI().toURL()};
        // ImageJ and ImgLib2 come from the class path, commonmark and the page from the jar.
        try (URLClassLoader loader = new URLClassLoader(jars, getClass().getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (!name.startsWith("hounsfield.")) return super.loadClass(name, resolve);
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }) {
            Class<?> help = loader.loadClass("hounsfield.imagej.host.HelpPage");
            Object page = help.getMethod("of", String.class).invoke(null, "HU Range");
            assertTrue(page.toString().contains("<h2>HU Range...</h2>"), page.toString());
            assertTrue(page.toString().contains("<table"), page.toString());
        }
    }

    @Test
    void allJarBringsWhatPlainImageJLacks() throws IOException {
        Set<String> names = entries(ALL);
        assertTrue(names.contains("net/imglib2/img/planar/PlanarImg.class"));
        assertTrue(names.contains("org/scijava/plugin/Plugin.class"));
        assertTrue(text(ALL, INDEX).contains("org.scijava."), "SciJava's own index is merged in");
    }

    private static File jar(String property) {
        String path = System.getProperty(property);
        assertTrue(path != null, "property " + property + " is not set; run by mvn verify");
        return new File(path);
    }

    private static Set<String> entries(String property) throws IOException {
        try (JarFile jar = new JarFile(jar(property))) {
            return jar.stream().map(JarEntry::getName).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(String property, String entry) throws IOException {
        try (JarFile jar = new JarFile(jar(property))) {
            JarEntry found = jar.getJarEntry(entry);
            assertTrue(found != null, entry + " is missing");
            return new String(jar.getInputStream(found).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
