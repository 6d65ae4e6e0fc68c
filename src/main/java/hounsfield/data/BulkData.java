package hounsfield.data;

import hounsfield.bytes.ByteSource;
import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;
import java.io.IOException;

/**
 * A value that stayed in its file: where it begins and how long it is.
 *
 * @param source the bytes that {@code offset} counts in; for a deflated Data Set the inflated ones
 * @param offset the value's first byte; for encapsulated Pixel Data the first item's tag
 * @param length the declared length, {@link #UNDEFINED} for encapsulated Pixel Data; perhaps more than is there
 */
public record BulkData(ByteSource source, long offset, long length) {
    public static final long UNDEFINED = -1;

    /** Whether the value is a sequence of fragments (PS3.5 A.4). */
    public boolean isEncapsulated() {
        return length == UNDEFINED;
    }

    /**
     * Reads the whole value.
     *
     * @throws DicomException if it is encapsulated, longer than an array or longer than what the source holds
     */
    public byte[] read() throws DicomException {
        try (ByteSource opened = source.open()) {
            long there = Math.max(0, opened.size() - offset);
            if (isEncapsulated() || length > Integer.MAX_VALUE - 64 || length > there) {
                throw new MalformedDicomException(
                        isEncapsulated()
                                ? "the value is encapsulated"
                                : "the value declares " + length + " bytes, " + there + " are there",
                        Location.ofFile(source.name()).withOffset(offset));
            }
            byte[] bytes = new byte[(int) length];
            opened.read(offset, bytes, 0, bytes.length);
            return bytes;
        } catch (IOException e) {
            throw DicomException.of(e, Location.ofFile(source.name()).withOffset(offset));
        }
    }
}
