package hounsfield.dataset.csv;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Cells of tables as bytes: a letter for the type, then the value. */
public final class CellBytes {
    private CellBytes() {}

    /**
     * Writes a cell.
     *
     * @param out receives the bytes
     * @param value a {@code Long}, a {@code Double}, or a text
     * @throws IOException if they cannot be written
     */
    public static void write(DataOutputStream out, Object value) throws IOException {
        if (value instanceof Long number) {
            out.writeByte('L');
            out.writeLong(number);
        } else if (value instanceof Double number) {
            out.writeByte('D');
            out.writeDouble(number);
        } else {
            byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
            out.writeByte('S');
            out.writeInt(text.length);
            out.write(text);
        }
    }

    /**
     * Reads a cell.
     *
     * @param in bytes that {@link #write} has written
     * @return the value
     * @throws IOException if they cannot be read
     */
    public static Object read(DataInputStream in) throws IOException {
        switch (in.readByte()) {
            case 'L':
                return in.readLong();
            case 'D':
                return in.readDouble();
            default:
                return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        }
    }
}
