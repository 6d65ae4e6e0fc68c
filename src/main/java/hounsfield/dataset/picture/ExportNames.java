package hounsfield.dataset.picture;

import hounsfield.deidentify.key.Pseudonyms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of pictures: either the relative paths of their files without the extensions of DICOM files, or pseudonyms. All
 * names differ in more than letter case.
 */
public final class ExportNames {
    private static final Pattern ENDING = Pattern.compile("\\.(dcm|dicom|ima)$", Pattern.CASE_INSENSITIVE);
    /** A file name that looks like that of a frame. */
    private static final Pattern FRAME = Pattern.compile(".*_f\\d+_*", Pattern.CASE_INSENSITIVE);

    /** FNV-1a of 64 bits. */
    private static final long HASH_START = 0xCBF29CE484222325L;

    private static final long HASH_FACTOR = 0x100000001B3L;

    private final List<String> names;

    /**
     * Determines the names of the pictures of files.
     *
     * @param names relative paths of the files, which all differ
     * @param key makes each name a pseudonym of 32 hexadecimal digits, which depends only on the key and the path; empty for names made
     *     from the paths
     * @throws IllegalArgumentException if two pseudonyms are equal
     */
    public ExportNames(List<String> names, Optional<Pseudonyms> key) {
        this.names = key.isPresent() ? marks(names, key.get()) : bases(names);
    }

    private static List<String> marks(List<String> names, Pseudonyms key) {
        Set<String> taken = new HashSet<>();
        List<String> marks = new ArrayList<>();
        for (String name : names) {
            String mark = mark(name, key);
            if (!taken.add(mark))
                throw new IllegalArgumentException("two files have the same pseudonym; use another key");
            marks.add(mark);
        }
        return marks;
    }

    /**
     * Returns the pseudonym of a file.
     *
     * @param name its relative path
     * @param key of the pseudonym
     * @return 32 hexadecimal digits in lower case
     */
    public static String mark(String name, Pseudonyms key) {
        return key.mark("file", name);
    }

    /** Returns the base names of pictures, extended until they differ in more than letter case. */
    private static List<String> bases(List<String> names) {
        // The hashes of 10^7 names fit in memory where the names do not. If two hashes are equal by chance, a name is
        // longer than necessary.
        long[] uses = new long[2 * names.size()];
        int count = 0;
        for (String name : names) {
            uses[count++] = key(name);
            String shorter = withoutEnding(name);
            if (!shorter.equals(name)) uses[count++] = key(shorter);
        }
        Arrays.sort(uses, 0, count);
        Set<Long> taken = new HashSet<>();
        List<String> bases = new ArrayList<>();
        for (String name : names) {
            String shorter = withoutEnding(name);
            String base = isUnique(key(shorter), uses, count) ? shorter : name;
            if (FRAME.matcher(base).matches()) base += "_";
            while (!taken.add(key(base))) base += "_";
            bases.add(base);
        }
        return bases;
    }

    /**
     * Returns the name of the pictures of a file, without an extension.
     *
     * @param file index in the list
     * @return the path relative to the output folder, separated by {@code /}
     */
    public String name(int file) {
        return names.get(file);
    }

    /**
     * Returns the path of a picture of a file relative to the output folder.
     *
     * @param name the common name of the pictures of the file
     * @param frame index from 0
     * @param frames number of frames of the file
     * @param suffix of the format
     * @return the name, the number of the frame from 1 if there are several frames, and the suffix
     */
    public static String picture(String name, int frame, int frames, String suffix) {
        return (frames > 1 ? name + "_f" + numbered(frame + 1, frames, 1) : name) + suffix;
    }

    private static String withoutEnding(String name) {
        String shorter = ENDING.matcher(name).replaceFirst("");
        return shorter.isEmpty() || shorter.endsWith("/") ? name : shorter;
    }

    private static boolean isUnique(long key, long[] sorted, int count) {
        int place = Arrays.binarySearch(sorted, 0, count, key);
        return (place == 0 || sorted[place - 1] != key) && (place == count - 1 || sorted[place + 1] != key);
    }

    /** Returns a hash that ignores case, because the file system of the output may. */
    private static long key(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        long hash = HASH_START;
        for (int i = 0; i < folded.length(); i++) hash = (hash ^ folded.charAt(i)) * HASH_FACTOR;
        return hash;
    }

    private static String numbered(int number, int of, int least) {
        int digits = Math.max(least, Integer.toString(of).length());
        return String.format(Locale.ROOT, "%0" + digits + "d", number);
    }
}
