package hounsfield.dataset.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellReaderTest {
    private static final List<Object> CELLS = List.of(
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            -1L,
            0xFFFFFFFFL,
            "",
            "Größe \uD83D\uDE00\n",
            "x".repeat(100_000),
            -0.0,
            Double.NaN,
            Double.MIN_VALUE,
            Double.NEGATIVE_INFINITY,
            0.1);

    private final CellWriter writer = new CellWriter();

    private byte[] written() {
        for (Object cell : CELLS) {
            writer.write(cell);
            writer.writeInt(cell.hashCode());
        }
        return writer.take();
    }

    @Test
    void readsWhatWasWritten() {
        // The writer is used again.
        for (int i = 0; i < 2; i++) {
            CellReader reader = new CellReader(written());
            for (Object cell : CELLS) {
                assertTrue(reader.hasMore());
                assertEquals(cell, reader.read());
                assertEquals(cell.hashCode(), reader.readInt());
            }
            assertFalse(reader.hasMore());
        }
    }

    @Test
    void bytesThatEndEarlyAreRefused() {
        byte[] bytes = written();
        for (int length : new int[] {0, 1, 8, 12, bytes.length / 2, bytes.length - 1}) {
            CellReader reader = new CellReader(Arrays.copyOf(bytes, length));
            assertThrows(IndexOutOfBoundsException.class, () -> {
                for (int i = 0; i < CELLS.size(); i++) {
                    reader.read();
                    reader.readInt();
                }
            });
        }
    }
}
