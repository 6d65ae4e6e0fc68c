package hounsfield.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.testing.BuiltFiles;
import hounsfield.testing.CsaBytes;
import hounsfield.work.Diagnostics;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SiemensCsaTest {
    private static final String DAMAGED = "CSA Image Header Info of Siemens is damaged and is ignored";

    private Diagnostics findings = new Diagnostics();

    private Optional<SiemensCsa> read(byte[] bytes) throws IOException {
        return SiemensCsa.of(
                BuiltFiles.file(file -> file.text(0x00290010, "LO", "SIEMENS MEDCOM HEADER2")
                                .text(0x00290015, "LO", "SIEMENS CSA HEADER")
                                .bytes(0x00291510, "OB", bytes))
                        .dataSet(),
                findings);
    }

    private static CsaBytes filled(CsaBytes csa) {
        return csa.entry("EchoLinePosition", 1, "52")
                .entry("Empty", 1)
                .entry("SliceNormalVector", 3, "0.0", "-0.12360148", "0.99233194")
                .entry("MosaicRefAcqTimes", 0, "0.0", "75.5", "150", "222", "297", "372", "447.25")
                .entry("PatientPosition", 1, "HFS")
                .entry("NumberOfImagesInMosaic", 1, "36      ");
    }

    @Test
    void bothFormatsAreRead() throws IOException {
        for (CsaBytes format : List.of(CsaBytes.csa2(), CsaBytes.csa1())) {
            SiemensCsa csa = read(filled(format).toBytes()).orElseThrow();
            assertArrayEquals(new double[] {0, -0.12360148, 0.99233194}, csa.numbers("SliceNormalVector"));
            assertArrayEquals(new double[] {0, 75.5, 150, 222, 297, 372, 447.25}, csa.numbers("MosaicRefAcqTimes"));
            assertEquals(OptionalDouble.of(36), csa.number("NumberOfImagesInMosaic"));
            assertEquals(OptionalDouble.empty(), csa.number("Empty"));
            assertEquals(OptionalDouble.empty(), csa.number("absent"));
            assertEquals(OptionalDouble.empty(), csa.number("PatientPosition"), "a text is not a number");
        }
        assertEquals(List.of(), findings.sentences());
    }

    @Test
    void blockIsFoundByItsCreatorOnly() throws IOException {
        assertEquals(
                Optional.empty(),
                SiemensCsa.of(
                        BuiltFiles.file(file -> file.text(0x00290010, "LO", "SOMEONE ELSE")
                                        .bytes(
                                                0x00291010,
                                                "OB",
                                                filled(CsaBytes.csa2()).toBytes()))
                                .dataSet(),
                        findings));
        assertEquals(List.of(), findings.sentences());
    }

    @Test
    void wrongNumbersAreDamage() throws IOException {
        CsaBytes csa = CsaBytes.csa2().entry("A", 1, "1");
        for (byte[] bytes : List.of(
                csa.toBytes(2),
                csa.toBytes(-1),
                csa.toBytes(Integer.MAX_VALUE),
                new byte[] {'S', 'V', '1', '0'},
                new byte[] {1, 0},
                CsaBytes.csa2().entry("A", 1, -1, "1").toBytes(),
                CsaBytes.csa2().entry("A", 1, Integer.MAX_VALUE, "1").toBytes(),
                CsaBytes.csa1().entry("A", 1, Integer.MIN_VALUE, "1").toBytes(),
                withLength(csa.toBytes(), -2),
                withLength(csa.toBytes(), 1000),
                withLength(csa.toBytes(), Integer.MAX_VALUE))) {
            findings = new Diagnostics();
            assertEquals(Optional.empty(), read(bytes), Arrays.toString(bytes));
            assertEquals(List.of(DAMAGED), findings.sentences());
        }
    }

    /** Changes the length of the first item: header 16, entry 84, first number of the item 4. */
    private static byte[] withLength(byte[] csa, int length) {
        byte[] changed = csa.clone();
        for (int i = 0; i < 4; i++) changed[16 + 84 + 4 + i] = (byte) (length >> 8 * i);
        return changed;
    }

    @Test
    void everyPrefixEitherReadsOrIsDamage() throws IOException {
        for (CsaBytes format : List.of(CsaBytes.csa2(), CsaBytes.csa1())) {
            byte[] whole = filled(format).toBytes();
            int readable = 0;
            for (int length = 1; length < whole.length; length++) {
                if (read(Arrays.copyOf(whole, length)).isPresent()) readable++;
            }
            // Bytes at the end that belong to empty items alone may be missing only as padding.
            assertTrue(readable <= 3, readable + " prefixes of " + whole.length);
        }
    }

    @Test
    void randomBytesEnd() {
        Random random = new Random(5);
        byte[] whole = filled(CsaBytes.csa2()).toBytes();
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 3000; i++) {
                byte[] changed = whole.clone();
                for (int k = 0; k < 4; k++) changed[random.nextInt(changed.length)] = (byte) random.nextInt();
                read(changed);
            }
        });
        assertTrue(findings.sentences().stream().allMatch(DAMAGED::equals));
    }
}
