package hounsfield.deidentify.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymsTest {
    private static final Pseudonyms ONE = new Pseudonyms("a key of 16 bytes".getBytes(StandardCharsets.US_ASCII));
    private static final Pseudonyms SAME = new Pseudonyms("a key of 16 bytes".getBytes(StandardCharsets.US_ASCII));
    private static final Pseudonyms OTHER = new Pseudonyms("another key 1234".getBytes(StandardCharsets.US_ASCII));

    @TempDir
    Path folder;

    /** Computed by {@code printf 'uid\n1.2.3' | openssl dgst -sha256 -hmac 'a key of 16 bytes'}. */
    @Test
    void uidIsTheStartOfTheHmac() {
        assertEquals("2.25.28155634914886920396388443310436268847", ONE.uid("1.2.3"));
        assertEquals(ONE.uid("1.2.3"), SAME.uid("1.2.3"));
        assertNotEquals(ONE.uid("1.2.3"), OTHER.uid("1.2.3"));
        assertTrue(ONE.uid("1.2.3").matches("2\\.25\\.\\d{1,39}"));
        assertEquals("1.2.840.10008.1.2", ONE.uid("1.2.840.10008.1.2"));
    }

    @Test
    void codesDependOnKindAndKey() {
        assertTrue(ONE.code("patient", "4711").matches("[0-9A-F]{16}"));
        assertNotEquals(ONE.code("patient", "4711"), ONE.code("study", "4711"));
        assertNotEquals(ONE.code("patient", "4711"), OTHER.code("patient", "4711"));
    }

    @Test
    void daysAreOneToTenYearsBack() {
        for (int i = 0; i < 1000; i++) {
            int days = ONE.days("patient " + i);
            assertTrue(days <= -365 && days >= -3650, "" + days);
        }
        assertNotEquals(ONE.days("a"), ONE.days("b"));
    }

    @Test
    void datesMoveAndKeepTheirPrecision() {
        DateShift shift = new DateShift(-366);
        assertEquals("20230228", shift.date("20240229"));
        assertEquals("20230228", shift.date("2024.02.29"));
        assertEquals("20230228235959.5+0100", shift.dateTime("20240229235959.5+0100"));
        assertEquals("2022", shift.dateTime("2024"));
        assertEquals("202301", shift.dateTime("202402"));
        for (String wrong : new String[] {"20240230", "Smith", "", "2024022", "00000000"}) {
            assertEquals("", shift.date(wrong), wrong);
        }
        assertEquals("", shift.dateTime("2024 Smith"));
    }

    @Test
    void keyIsMadeOnceAndReadWithoutLineBreaks() throws IOException {
        Path made = folder.resolve("preferences/key");
        byte[] key = KeyFile.readOrCreate(made);
        assertEquals(64, key.length);
        assertArrayEquals(key, KeyFile.readOrCreate(made));
        Path own = folder.resolve("own");
        Files.writeString(own, "0123456789abcdef\r\n");
        assertEquals("0123456789abcdef", new String(KeyFile.read(own), StandardCharsets.US_ASCII));
    }

    @Test
    void wrongKeysAreRefused() throws IOException {
        Path file = folder.resolve("short");
        Files.writeString(file, "too short \n\n\n\n\n\n\n\n\n\n\n\n\n");
        assertThrows(IllegalArgumentException.class, () -> KeyFile.read(file));
        assertThrows(IllegalArgumentException.class, () -> KeyFile.read(folder.resolve("absent")));
        Files.write(file, new byte[100_000]);
        assertThrows(IllegalArgumentException.class, () -> KeyFile.read(file));
    }
}
