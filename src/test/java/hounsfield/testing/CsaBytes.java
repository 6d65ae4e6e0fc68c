package hounsfield.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Builds the CSA header of a Siemens image, entry by entry; shares nothing with the reader. */
public final class CsaBytes {
    private final boolean second;
    private final List<byte[]> entries = new ArrayList<>();
    private int itemsOfFirst;

    private CsaBytes(boolean second) {
        this.second = second;
    }

    /** The format that begins with SV10. */
    public static CsaBytes csa2() {
        return new CsaBytes(true);
    }

    /** The older format. */
    public static CsaBytes csa1() {
        return new CsaBytes(false);
    }

    /** An entry of six items, as scanners write them, or of more if there are more values. */
    public CsaBytes entry(String name, int multiplicity, String... values) {
        return entry(name, multiplicity, Math.max(6, values.length), values);
    }

    /** An entry that claims a number of items; only those of the values and empty ones up to six are there. */
    public CsaBytes entry(String name, int multiplicity, int claimed, String... values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(padded(name, 64));
        bytes.writeBytes(ints(multiplicity));
        bytes.writeBytes(padded("FD", 4));
        bytes.writeBytes(ints(4, claimed, 77));
        if (entries.isEmpty()) itemsOfFirst = claimed;
        for (int i = 0; i < Math.max(Math.min(6, claimed), values.length); i++) {
            byte[] value = i < values.length ? (values[i] + "\0").getBytes(StandardCharsets.ISO_8859_1) : new byte[0];
            bytes.writeBytes(item(value.length));
            bytes.writeBytes(value);
            bytes.writeBytes(new byte[(4 - value.length % 4) % 4]);
        }
        entries.add(bytes.toByteArray());
        return this;
    }

    /** Length as the format has it, between numbers that mean nothing. */
    public byte[] item(int length) {
        return second ? ints(length, length, 77, length) : ints(length + itemsOfFirst, 0, 77, 0);
    }

    public byte[] toBytes() {
        return toBytes(entries.size());
    }

    /** The header with a number of entries that may be wrong. */
    public byte[] toBytes(int claimed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (second) bytes.writeBytes(new byte[] {'S', 'V', '1', '0', 4, 3, 2, 1});
        bytes.writeBytes(ints(claimed, 77));
        entries.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    private static byte[] padded(String text, int length) {
        byte[] bytes = new byte[length];
        byte[] name = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(name, 0, bytes, 0, name.length);
        // Scanners leave what was in memory before behind the NUL.
        for (int i = name.length + 1; i < length; i++) bytes[i] = (byte) 0xCD;
        return bytes;
    }

    private static byte[] ints(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) buffer.putInt(value);
        return buffer.array();
    }
}
