package hounsfield.dataset.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of pictures: either the relative paths of their files without the extensions of DICOM files, or numbers. All
 * names differ, and depend only on the list of files.
 */
final class ExportNames {
    private static final Pattern ENDING = Pattern.compile("\\.(dcm|dicom|ima)$", Pattern.CASE_INSENSITIVE);
    /** A file name that looks like that of a frame. */
    private static final Pattern FRAME = Pattern.compile(".*_f\\d+_*", Pattern.CASE_INSENSITIVE);

    private final List<String> names;
    private final boolean numbers;

    /** Determines the names of the pictures of files, whose relative {@code names} all differ. */
    ExportNames(List<String> names, boolean numbers) {
        this.names = numbers ? List.copyOf(names) : bases(names);
        this.numbers = numbers;
    }

    /** Returns the base names of pictures, extended until they differ in more than letter case. */
    private static List<String> bases(List<String> names) {
        Map<String, Integer> uses = new HashMap<>();
        for (String name : names) {
            uses.merge(key(name), 1, Integer::sum);
            String shorter = withoutEnding(name);
            if (!shorter.equals(name)) uses.merge(key(shorter), 1, Integer::sum);
        }
        Set<String> taken = new HashSet<>();
        List<String> bases = new ArrayList<>();
        for (String name : names) {
            String shorter = withoutEnding(name);
            String base = uses.get(key(shorter)) == 1 ? shorter : name;
            if (FRAME.matcher(base).matches()) base += "_";
            while (!taken.add(key(base))) base += "_";
            bases.add(base);
        }
        return bases;
    }

    /**
     * Returns the path of a picture relative to the output folder.
     *
     * @param file index in the list
     * @param frame index from 0
     * @param frames number of frames of the file
     */
    String picture(int file, int frame, int frames, String suffix) {
        return picture(name(file), frame, frames, suffix);
    }

    /** Returns the name of the pictures of a file, which are of one frame, without an extension. */
    String name(int file) {
        return numbers ? numbered(file + 1, names.size(), 6) : names.get(file);
    }

    /**
     * Returns the path of a picture of a file relative to the output folder.
     *
     * @param name of the pictures of the file
     * @param frame index from 0
     * @param frames number of frames of the file
     */
    static String picture(String name, int frame, int frames, String suffix) {
        return (frames > 1 ? name + "_f" + numbered(frame + 1, frames, 1) : name) + suffix;
    }

    private static String withoutEnding(String name) {
        String shorter = ENDING.matcher(name).replaceFirst("");
        return shorter.isEmpty() || shorter.endsWith("/") ? name : shorter;
    }

    /** Ignores case, because the file system of the output may. */
    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String numbered(int number, int of, int least) {
        int digits = Math.max(least, Integer.toString(of).length());
        return String.format(Locale.ROOT, "%0" + digits + "d", number);
    }
}
