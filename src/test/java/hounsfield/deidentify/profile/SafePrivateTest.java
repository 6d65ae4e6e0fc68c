package hounsfield.deidentify.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SafePrivateTest {
    private static final Path LIST = Path.of("src/main/resources/hounsfield/deidentify/profile/safe-private.tsv");
    private static final int LONGEST_LO = 64;

    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(LIST).stream().map(line -> line.split("\t")).toList();
    }

    @Test
    void everyRowNamesAnElementOfAPrivateBlock() throws IOException {
        Set<String> seen = new HashSet<>();
        for (String[] row : rows()) {
            String text = String.join(" ", row);
            assertTrue(row.length == 3 || row.length == 4 && row[3].equals("own"), text);
            assertTrue(seen.add(row[0] + row[1]), "twice: " + text);
            assertEquals(row[0].strip(), row[0], text);
            assertTrue(row[0].length() <= LONGEST_LO && row[0].chars().allMatch(c -> c >= ' ' && c < 127), text);
            assertTrue(row[1].matches("[0-9A-F]{6}"), text);
            int group = Integer.parseInt(row[1].substring(0, 4), 16);
            // Groups up to 0007 and FFFF hold no private elements (PS3.5 7.8.1).
            assertTrue(Tag.isPrivate(Tag.of(group, 0x1000)) && group > 0x0007 && group < 0xFFFF, text);
            int element = Integer.parseInt(row[1].substring(4), 16);
            assertEquals(Optional.of(VR.valueOf(row[2])), SafePrivate.find(row[0], Tag.of(group, 0x1000 | element)));
        }
    }

    @Test
    void everyElementOfTheTableIsThere() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        for (String[] row : rows()) if (row.length == 3) counts.merge(row[0], 1, Integer::sum);
        assertEquals(
                Map.ofEntries(
                        Map.entry("ELSCINT1", 7),
                        Map.entry("GEIIS PACS", 3),
                        Map.entry("GEMS_ACQU_01", 4),
                        Map.entry("GEMS_HELIOS_01", 2),
                        Map.entry("GEMS_PARM_01", 3),
                        Map.entry("GEMS_SERS_01", 1),
                        Map.entry("HOLOGIC, Inc.", 5),
                        Map.entry("NQHeader", 7),
                        Map.entry("NQLeft", 22),
                        Map.entry("NQRight", 22),
                        Map.entry("Philips Imaging DD 001", 2),
                        Map.entry("Philips MR Imaging DD 001", 2),
                        Map.entry("Philips PET Private Group", 2),
                        Map.entry("SIEMENS MR HEADER", 4),
                        Map.entry("SIEMENS SYNGO ULTRA-SOUND TOYON DATA STREAMING", 4),
                        Map.entry("SIEMENS Ultrasound SC2000", 40)),
                counts);
    }

    @Test
    void elementsAreFoundInAnyBlockOfTheirCreatorOnly() {
        assertEquals(Optional.of(VR.IS), SafePrivate.find("SIEMENS MR HEADER", 0x0019100C));
        assertEquals(Optional.of(VR.IS), SafePrivate.find("SIEMENS MR HEADER", 0x0019420C));
        assertEquals(Optional.of(VR.DS), SafePrivate.find("ELSCINT1", 0x00E11050));
        assertEquals(Optional.empty(), SafePrivate.find("SIEMENS MR HEADER", 0x00191008));
        assertEquals(Optional.empty(), SafePrivate.find("SIEMENS CT HEADER", 0x0019100C));
        // The creator of a block is not one of its elements.
        assertEquals(Optional.empty(), SafePrivate.find("SIEMENS MR HEADER", 0x0019000C));
    }
}
