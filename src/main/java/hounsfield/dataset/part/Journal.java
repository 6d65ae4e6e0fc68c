package hounsfield.dataset.part;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Records of finished work in a file, to which records are added from several threads. A kill at any byte loses the record under way
 * only: each has its length and a checksum (CRC-32), and what follows the last whole record is cut off.
 */
public final class Journal implements Closeable {
    /** Length and checksum. */
    private static final int HEAD = 2 * Integer.BYTES;

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
        long left = Files.size(file);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (left >= HEAD) {
                int length = in.readInt();
                int sum = in.readInt();
                left -= HEAD;
                if (length < 0 || length > left) break;
                byte[] record = in.readNBytes(length);
                left -= length;
                if (record.length < length || sum(record) != sum) break;
                records.add(record);
            }
        } catch (EOFException e) {
            // It became shorter meanwhile; the records so far are whole.
        }
        return records;
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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(HEAD + record.length);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(record.length);
        out.writeInt(sum(record));
        out.write(record);
        ByteBuffer whole = ByteBuffer.wrap(bytes.toByteArray());
        int length = whole.remaining();
        long place = end;
        while (whole.hasRemaining()) place += channel.write(whole, place);
        end += length;
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
