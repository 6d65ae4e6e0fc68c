package hounsfield.bytes.packed;

import com.code_intelligence.jazzer.junit.FuzzTest;
import hounsfield.bytes.ArrayByteSource;
import hounsfield.bytes.ByteSource;
import hounsfield.standard.error.DicomException;
import hounsfield.testing.FuzzLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.provider.MethodSource;

/** A ZIP archive or a gzip file: the bytes of each entry, as many as declared, with safe names; or an exception. */
class PackedFuzzTest {
    private static final int PIECE = 1 << 16;

    static Stream<byte[]> seeds() {
        byte[] content = new byte[3000];
        for (int i = 0; i < content.length; i++) content[i] = (byte) (i / 7);
        return Stream.of(
                zip(ZipEntry.DEFLATED, content, "a/b.dcm", "c"),
                zip(ZipEntry.STORED, content, "a", "d/"),
                zip(ZipEntry.DEFLATED, new byte[200_000], "../out", "C:\\out", "bomb"),
                zip(ZipEntry.DEFLATED, content),
                gzip(content),
                gzip(new byte[100_000]));
    }

    private static byte[] zip(int method, byte[] content, String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                ZipEntry entry = new ZipEntry(name);
                entry.setMethod(method);
                byte[] own = name.endsWith("/") ? new byte[0] : content;
                CRC32 crc = new CRC32();
                crc.update(own);
                entry.setCrc(crc.getValue());
                entry.setSize(own.length);
                if (method == ZipEntry.STORED) entry.setCompressedSize(own.length);
                zip.putNextEntry(entry);
                zip.write(own);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void bytesOrDicomException(byte[] bytes) {
        ByteSource source = new ArrayByteSource("fuzz", bytes);
        FuzzLimits.check(bytes, () -> {
            boolean gzip = bytes.length > 1 && GzipByteSource.isGzip(bytes[0] & 0xFF, bytes[1] & 0xFF);
            if (gzip) return read(GzipByteSource.of(source));
            long all = 0;
            for (ByteSource entry : ZipArchive.read(source).entries()) {
                String name = entry.name().replace('\\', '/');
                boolean unsafe =
                        name.startsWith("/") || Arrays.asList(name.split("/")).contains("..");
                if (unsafe) throw new AssertionError("an entry leads out of the archive");
                all += readIfIntact(entry);
            }
            return all;
        });
    }

    private static long readIfIntact(ByteSource entry) throws IOException {
        try {
            return read(entry);
        } catch (DicomException e) {
            return 0; // The expected result for a damaged entry.
        }
    }

    /** Reads all bytes, the last piece first, and then in order. */
    private static long read(ByteSource packed) throws IOException {
        try (ByteSource opened = packed.open()) {
            long size = opened.size();
            byte[] piece = new byte[PIECE];
            if (size > PIECE) opened.read(size - PIECE, piece, 0, PIECE);
            for (long at = 0; at < size; at += PIECE) {
                opened.read(at, piece, 0, (int) Math.min(PIECE, size - at));
            }
            return size;
        }
    }
}
