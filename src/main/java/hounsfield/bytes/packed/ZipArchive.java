package hounsfield.bytes.packed;

import hounsfield.bytes.ByteSource;
import hounsfield.standard.error.OneLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The files in a ZIP archive, which are read directly from it: nothing is written to a disk. Archives in an archive are not opened.
 * Each entry that could exhaust memory or time, or has an unsafe name, is refused without the others.
 */
public final class ZipArchive {
    private static final int ENCRYPTED = 1;

    private final List<ByteSource> entries = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    /**
     * An entry that cannot be read.
     *
     * @param name the name of the entry, on one line
     * @param reason why it is refused
     */
    public record Refused(String name, String reason) {}

    private ZipArchive() {}

    /**
     * Returns whether bytes begin like a ZIP archive.
     *
     * @param source any bytes
     * @return whether they begin with the signature of an entry, or of a directory without entries
     * @throws IOException if the bytes cannot be read
     */
    public static boolean isZip(ByteSource source) throws IOException {
        byte[] head = new byte[4];
        if (source.readUpTo(0, head, 0, head.length) < head.length) return false;
        int signature = ZipDirectory.number(head, 0);
        return signature == ZipDirectory.LOCAL || signature == ZipDirectory.END;
    }

    /**
     * Lists the files in an archive. Their bytes are not read.
     *
     * @param archive the archive, which must stay readable as long as an entry is used
     * @return its files
     * @throws hounsfield.standard.error.DicomException if its directory is damaged, cut off or too large, or if it is split
     * @throws IOException if it cannot be read
     */
    public static ZipArchive read(ByteSource archive) throws IOException {
        List<ZipDirectory.Entry> all = ZipDirectory.read(archive);
        boolean[] overlaps = overlaps(all);
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < all.size(); i++) last.put(all.get(i).name(), i);
        ZipArchive zip = new ZipArchive();
        for (int i = 0; i < all.size(); i++) {
            ZipDirectory.Entry entry = all.get(i);
            if (entry.name().endsWith("/")) continue;
            String problem = problem(entry);
            if (problem.isEmpty() && last.get(entry.name()) != i) problem = "is replaced by a later entry of this name";
            if (problem.isEmpty() && overlaps[i]) problem = "shares its bytes with another entry";
            if (problem.isEmpty()) zip.entries.add(new ZipEntryByteSource(archive, entry));
            else zip.refused.add(new Refused(OneLine.of(entry.name()), problem));
        }
        zip.entries.sort(Comparator.comparing(ByteSource::name));
        return zip;
    }

    /** {@return the files, by name} */
    public List<ByteSource> entries() {
        return List.copyOf(entries);
    }

    /** {@return the entries that cannot be read, in the order of the archive} */
    public List<Refused> refused() {
        return List.copyOf(refused);
    }

    /** Returns which entries begin before the end of another one. A small archive with such entries would expand to huge content. */
    private static boolean[] overlaps(List<ZipDirectory.Entry> all) {
        Integer[] order = IntStream.range(0, all.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingLong(index -> all.get(index).header()));
        boolean[] overlaps = new boolean[all.size()];
        long end = 0;
        for (int index : order) {
            ZipDirectory.Entry entry = all.get(index);
            if (entry.header() < 0 || entry.packed() < 0) continue;
            overlaps[index] = entry.header() < end;
            end = Math.max(
                    end, entry.header() + Math.min(entry.packed(), Long.MAX_VALUE / 4) + ZipDirectory.LOCAL_SIZE);
        }
        return overlaps;
    }

    /** Returns why an entry is refused; an empty string if it can be read. */
    private static String problem(ZipDirectory.Entry entry) {
        boolean deflated = entry.method() == ZipEntryByteSource.DEFLATED;
        long packed = entry.packed();
        long size = entry.size();
        // The escapes of line breaks begin with a backslash, which separates folders on some systems.
        if (leaves(entry.name()) || leaves(OneLine.of(entry.name()))) return "has a name that leads out of the archive";
        if ((entry.flags() & ENCRYPTED) != 0) return "is encrypted";
        if (!deflated && entry.method() != ZipEntryByteSource.STORED) {
            return "is compressed by method " + entry.method() + "; only stored and deflated entries can be read";
        }
        if (packed < 0 || size < 0 || entry.header() < 0) return "has a damaged entry in the directory";
        if (!deflated && packed != size) return "is stored with " + packed + " bytes but declares " + size;
        if (!deflated) return "";
        return DeflateLimits.problem(packed, size);
    }

    private static boolean leaves(String name) {
        String path = name.replace('\\', '/');
        return path.startsWith("/")
                || path.matches("(?s)[A-Za-z]:.*")
                || Arrays.asList(path.split("/")).contains("..");
    }
}
