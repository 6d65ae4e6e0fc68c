package hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.host.MessagesTest;
import ij.plugin.PlugIn;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibrariesTest {
    private static final String COMMANDS = "hounsfield.command.";

    private static ClassLoader without(String missing) {
        return new ClassLoader(LibrariesTest.class.getClassLoader()) {
            @Override
            public URL getResource(String name) {
                return name.startsWith(missing) ? null : super.getResource(name);
            }
        };
    }

    @Test
    void librariesAreThere() {
        Libraries.check(without("none of them"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"net/imglib2/", "org/scijava/"})
    void missingLibraryNamesTheJarThatHasIt(String missing) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Libraries.check(without(missing)));
        assertTrue(e.getMessage().contains("-all.jar"), e.getMessage());
    }

    /** Commands of a class loader that does not find ImgLib2's classes. */
    private static final class Thin extends ClassLoader {
        Thin() {
            super(LibrariesTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(COMMANDS)) return super.loadClass(name, resolve);
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) throw new ClassNotFoundException(name);
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        @Override
        public URL getResource(String name) {
            return name.startsWith("net/imglib2/") ? null : super.getResource(name);
        }
    }

    @Test
    void commandsSayWhichJarIsNeeded() throws Exception {
        PlugIn command = (PlugIn) new Thin()
                .loadClass(COMMANDS + "OpenDicomCommand")
                .getConstructor()
                .newInstance();
        List<String> log =
                MessagesTest.logged(() -> assertThrows(RuntimeException.class, () -> command.run("path=nosuchfile")));
        assertEquals(1, log.size(), log.toString());
        assertTrue(log.get(0).startsWith("Open DICOM: ImgLib2 and SciJava are missing"), log.get(0));
        assertTrue(log.get(0).contains("-all.jar"), log.get(0));
    }
}
