package hounsfield.dataset.part;

import hounsfield.bytes.BinaryNumbers;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Records of finished work in a file. Several threads can add records. A kill at any byte loses only the record that is being written:
 * each record has its length and a checksum (CRC-32), and bytes after the last whole record are cut off.
 */
public final class Journal implements Closeable {
    /** Size of the length and checksum before each record [bytes]. */
    private static final int HEAD = 2 * Integer.BYTES;

    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private long end;

    private Journal(FileChannel channel, long end) {
        this.channel = channel;
        this.end = end;
    }

    /**
     * Reads the records of a file.
     *
     * @param file need not exist
     * @return the whole records, in order
     * @throws IOException if the file cannot be read
     */
    public static List<byte[]> read(Path file) throws IOException {
        List<byte[]> records = new ArrayList<>();
        if (!Files.exists(file)) return records;
        try (InputStream in = Files.newInputStream(file)) {
            forEach(in, Files.size(file), records::add);
        }
        return records;
    }

    /** Receives records. */
    @FunctionalInterface
    public interface Use {
        /**
         * Receives a record.
         *
         * @param record its bytes
         * @throws IOException to end the reading
         */
        void take(byte[] record) throws IOException;
    }

    /**
     * Passes on the whole records of a file, in order.
     *
     * @param bytes the file from its start; the caller closes it
     * @param size number of bytes
     * @param use receives the records
     * @throws IOException if the file cannot be read, or from {@code use}
     */
    public static void forEach(InputStream bytes, long size, Use use) throws IOException {
        BufferedInputStream in = new BufferedInputStream(bytes, BUFFER);
        long left = size;
        while (left >= HEAD) {
            byte[] head = in.readNBytes(HEAD);
            if (head.length < HEAD) return;
            int length = BinaryNumbers.integer(head, 0, false);
            left -= HEAD;
            if (length < 0 || length > left) return;
            byte[] record = in.readNBytes(length);
            left -= length;
            if (record.length < length || sum(record) != BinaryNumbers.integer(head, Integer.BYTES, false)) return;
            use.take(record);
        }
    }

    /**
     * Opens a file to add records after the last whole one.
     *
     * @param file created if necessary
     * @return the journal, to be closed by the caller
     * @throws IOException if the file cannot be read or written
     */
    public static Journal open(Path file) throws IOException {
        long end = 0;
        for (byte[] record : read(file)) end += HEAD + record.length;
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return new Journal(channel.truncate(end), end);
    }

    /**
     * Adds a record.
     *
     * @param record any bytes
     * @throws IOException if it cannot be written
     */
    public synchronized void add(byte[] record) throws IOException {
        ByteBuffer whole = ByteBuffer.wrap(framed(record));
        int length = whole.remaining();
        long place = end;
        while (whole.hasRemaining()) place += channel.write(whole, place);
        end += length;
    }

    /**
     * Returns a record in the form in which a file has it.
     *
     * @param record any bytes
     * @return the bytes, after their length and checksum
     */
    public static byte[] framed(byte[] record) {
        return ByteBuffer.allocate(HEAD + record.length)
                .putInt(record.length)
                .putInt(sum(record))
                .put(record)
                .array();
    }

    private static int sum(byte[] record) {
        CRC32 sum = new CRC32();
        sum.update(record);
        return (int) sum.getValue();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
