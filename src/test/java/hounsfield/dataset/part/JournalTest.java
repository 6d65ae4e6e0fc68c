package hounsfield.dataset.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final List<String> RECORDS = List.of("first", "", "the third, which is longer");

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("journal");
    }

    private byte[] written() throws IOException {
        try (Journal journal = Journal.open(file())) {
            for (String record : RECORDS) journal.add(record.getBytes(StandardCharsets.UTF_8));
        }
        return Files.readAllBytes(file());
    }

    private static List<String> read(byte[] bytes, long size) throws IOException {
        List<String> records = new ArrayList<>();
        Journal.forEach(
                new ByteArrayInputStream(bytes),
                size,
                record -> records.add(new String(record, StandardCharsets.UTF_8)));
        return records;
    }

    private static byte[] part(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, length);
    }

    @Test
    void everyPrefixHasItsWholeRecords() throws IOException {
        byte[] bytes = written();
        int before = 0;
        for (int length = 0; length <= bytes.length; length++) {
            List<String> records = read(part(bytes, length), length);
            assertEquals(RECORDS.subList(0, records.size()), records, "of " + length + " bytes");
            assertTrue(records.size() >= before);
            before = records.size();
            assertEquals(records, read(part(bytes, length), bytes.length), "of a file that became shorter");
        }
        assertEquals(RECORDS.size(), before);
    }

    @Test
    void addedRecordsFollowTheLastWholeOne() throws IOException {
        byte[] bytes = written();
        Files.write(file(), part(bytes, bytes.length - 1));
        try (Journal journal = Journal.open(file())) {
            journal.add("another".getBytes(StandardCharsets.UTF_8));
        }
        byte[] now = Files.readAllBytes(file());
        assertEquals(List.of("first", "", "another"), read(now, now.length));
        assertEquals(3, Journal.read(file()).size());
    }

    @Test
    void damagedRecordsEndTheFile() throws IOException {
        byte[] bytes = written();
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 0x41;
            List<String> records = read(damaged, damaged.length);
            assertTrue(records.size() < RECORDS.size(), "byte " + i);
            assertEquals(RECORDS.subList(0, records.size()), records, "byte " + i);
        }
    }

    @Test
    void framedRecordsAreThoseOfAFile() throws IOException {
        byte[] bytes = written();
        int end = 0;
        for (String record : RECORDS) {
            byte[] framed = Journal.framed(record.getBytes(StandardCharsets.UTF_8));
            assertEquals(
                    -1, Arrays.mismatch(framed, part(Arrays.copyOfRange(bytes, end, bytes.length), framed.length)));
            end += framed.length;
        }
        assertEquals(bytes.length, end);
    }
}
