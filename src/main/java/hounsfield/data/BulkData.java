package hounsfield.data;

import hounsfield.bytes.ByteSource;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import java.io.IOException;

/**
 * A value that is not loaded: a range of its file.
 *
 * @param source the bytes to which {@code offset} refers; for a deflated Data Set the inflated bytes
 * @param offset of the first byte of the value; for encapsulated Pixel Data, of the tag of the first Item
 * @param length the declared length in bytes, which the source may not reach; {@link #UNDEFINED} for encapsulated Pixel
 *     Data
 */
public record BulkData(ByteSource source, long offset, long length) {
    /** The length of encapsulated Pixel Data. */
    public static final long UNDEFINED = -1;

    /** {@return whether the value is a sequence of fragments (PS3.5 A.4)} */
    public boolean isEncapsulated() {
        return length == UNDEFINED;
    }

    /**
     * Reads the whole value.
     *
     * @return the bytes
     * @throws DicomException if the value is encapsulated, longer than an array, or longer than the source
     */
    public byte[] read() throws DicomException {
        try (ByteSource opened = source.open()) {
            long available = Math.max(0, opened.size() - offset);
            if (isEncapsulated() || length > Integer.MAX_VALUE - 64 || length > available) {
                throw new MalformedDicomException(
                        isEncapsulated()
                                ? "the value is encapsulated"
                                : "the value declares " + length + " bytes, " + available + " are there",
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
