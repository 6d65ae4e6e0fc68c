package hounsfield.dataset.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.deidentify.key.Pseudonyms;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExportNamesTest {
    @Test
    void endingsOfDicomFilesGo() {
        List<String> files = List.of("a/IM1.dcm", "a/IM2.DCM", "IM3", "1.2.840.1", "x.ima", "b/.dcm");
        ExportNames names = new ExportNames(files, Optional.empty());
        assertEquals(
                List.of("a/IM1.png", "a/IM2.png", "IM3.png", "1.2.840.1.png", "x.png", "b/.dcm.png"),
                all(names, files));
    }

    @Test
    void framesAreNumberedFromOne() {
        ExportNames names = new ExportNames(List.of("a/cine.dcm"), Optional.empty());
        assertEquals("a/cine_f001.jpg", ExportNames.picture(names.name(0), 0, 120, ".jpg"));
        assertEquals("a/cine_f120.jpg", ExportNames.picture(names.name(0), 119, 120, ".jpg"));
    }

    @Test
    void pseudonymsDependOnNameAndKeyOnly() {
        Pseudonyms key = new Pseudonyms("a key of more than 16 bytes".getBytes(StandardCharsets.UTF_8));
        Pseudonyms other = new Pseudonyms("another key of 16 bytes".getBytes(StandardCharsets.UTF_8));
        List<String> files = List.of("SMITH/a.dcm", "smith/a.dcm", "SMITH/b.dcm");
        ExportNames names = new ExportNames(files, Optional.of(key));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < files.size(); i++) {
            assertTrue(names.name(i).matches("[0-9a-f]{32}"), names.name(i));
            assertTrue(seen.add(names.name(i)));
            assertEquals(names.name(i), new ExportNames(List.of(files.get(i)), Optional.of(key)).name(0));
        }
        assertTrue(seen.add(new ExportNames(files, Optional.of(other)).name(0)));
        assertThrows(
                IllegalArgumentException.class, () -> new ExportNames(List.of("a.dcm", "a.dcm"), Optional.of(key)));
    }

    @Test
    void noTwoPicturesHaveOneName() {
        List<String> files = List.of(
                "a",
                "a.dcm",
                "a.dcm.dcm",
                "A.dicom",
                "b.dcm",
                "b.ima",
                "c",
                "c_f1",
                "c_f1_",
                "c_f1.dcm",
                "C_F2",
                "c_f2__.dcm",
                "d.dcm",
                "D.dcm",
                "d_f1.dcm",
                "D/a",
                "d/A.dcm",
                "d/a.dcm",
                "d/a.dcm_",
                "e.dcm.png",
                "e.dcm");
        ExportNames names = new ExportNames(files, Optional.empty());
        Set<String> seen = new HashSet<>();
        for (int file = 0; file < files.size(); file++) {
            assertTrue(seen.add(key(ExportNames.picture(names.name(file), 0, 1, ".png"))), files.get(file));
            // The single one does not collide, but names of frames must not equal the name of another file.
            for (int frame = 0; frame < 3; frame++) {
                assertTrue(
                        seen.add(key(ExportNames.picture(names.name(file), frame, 3, ".png"))),
                        files.get(file) + " frame " + frame);
            }
        }
    }

    /** The names in a file system that ignores case. */
    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static List<String> all(ExportNames names, List<String> files) {
        return IntStream.range(0, files.size())
                .mapToObj(file -> ExportNames.picture(names.name(file), 0, 1, ".png"))
                .toList();
    }
}
