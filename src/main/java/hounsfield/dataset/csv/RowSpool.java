package hounsfield.dataset.csv;

import hounsfield.standard.error.DicomException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;

/**
 * Rows kept in a temporary file until the last row, and thus all columns, are known. They are stored in any order, from
 * several threads, and read by number. Only the owner can read the file, which is deleted when this is closed.
 */
public final class RowSpool implements Closeable {
    private static final long NONE = -1;

    private final FileChannel channel;
    private final long[] places;
    private long end;

    /**
     * Creates the file of an empty table.
     *
     * @param rows largest number of rows
     * @throws IOException if no temporary file can be created
     */
    public RowSpool(int rows) throws IOException {
        Path file = Files.createTempFile("hounsfield", ".rows");
        channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        places = new long[rows];
        Arrays.fill(places, NONE);
    }

    /**
     * Stores a row.
     *
     * @param row its number, from 0
     * @param cells by column number, each a {@code Long}, {@code Double} or {@code String}
     * @throws IOException if the temporary file cannot be written
     */
    public void put(int row, Map<Integer, Object> cells) throws IOException {
        CellWriter out = new CellWriter();
        out.writeInt(0);
        cells.forEach((column, value) -> {
            out.writeInt(column);
            out.write(value);
        });
        ByteBuffer record = ByteBuffer.wrap(out.take());
        record.putInt(0, record.limit() - Integer.BYTES);
        synchronized (this) {
            places[row] = end;
            write(record);
        }
    }

    private void write(ByteBuffer record) throws IOException {
        try {
            while (record.hasRemaining()) end += channel.write(record, end);
        } catch (IOException e) {
            DicomException.checkInterrupt(e);
            throw e;
        }
    }

    /**
     * Returns whether a row was stored.
     *
     * @param row its number, from 0
     * @return whether it was
     */
    public synchronized boolean has(int row) {
        return places[row] != NONE;
    }

    /**
     * Reads a stored row.
     *
     * @param row its number, from 0
     * @param order position in {@code cells} of each column number
     * @param cells receives the values; others become null
     * @throws IOException if the temporary file cannot be read
     */
    public synchronized void read(int row, int[] order, Object[] cells) throws IOException {
        Arrays.fill(cells, null);
        byte[] record = bytes(
                places[row] + Integer.BYTES,
                ByteBuffer.wrap(bytes(places[row], Integer.BYTES)).getInt());
        CellReader in = new CellReader(record);
        while (in.hasMore()) cells[order[in.readInt()]] = in.read();
    }

    private byte[] bytes(long place, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        try {
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, place + buffer.position()) < 0) throw new IOException("a row ends early");
            }
        } catch (IOException e) {
            DicomException.checkInterrupt(e);
            throw e;
        }
        return buffer.array();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
