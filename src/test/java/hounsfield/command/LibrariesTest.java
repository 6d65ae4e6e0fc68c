package hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibrariesTest {
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
}
