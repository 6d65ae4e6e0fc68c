package hounsfield.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the pictures of files are called: the files' own names within the folder, without the endings that DICOM files have,
 * or numbers. No two pictures have one name, and a name depends on nothing but the list of files.
 */
final class ExportNames {
    private static final Pattern ENDING = Pattern.compile("\\.(dcm|dicom|ima)$", Pattern.CASE_INSENSITIVE);
    /** A file's own name that looks as if it were a frame's. */
    private static final Pattern FRAME = Pattern.compile(".*_f\\d+_*", Pattern.CASE_INSENSITIVE);

    private final List<String> names;
    private final boolean numbers;

    /**
     * @param names of files within the folder, all different
     * @param numbers whether pictures are numbered
     */
    ExportNames(List<String> names, boolean numbers) {
        this.names = numbers ? List.copyOf(names) : bases(names);
        this.numbers = numbers;
    }

    /** What the pictures' names begin with. A name is made longer until no other is the same but for upper and lower case. */
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
     * A picture's path within the output folder.
     *
     * @param file the file's place in the list
     * @param frame counted from 0
     * @param frames how many the file has
     */
    String picture(int file, int frame, int frames, String suffix) {
        String name = numbers ? numbered(file + 1, names.size(), 6) : names.get(file);
        if (frames > 1) name += "_f" + numbered(frame + 1, frames, 1);
        return name + suffix;
    }

    private static String withoutEnding(String name) {
        String shorter = ENDING.matcher(name).replaceFirst("");
        return shorter.isEmpty() || shorter.endsWith("/") ? name : shorter;
    }

    /** The output's file system may not tell upper from lower case. */
    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String numbered(int number, int of, int least) {
        int digits = Math.max(least, Integer.toString(of).length());
        return String.format(Locale.ROOT, "%0" + digits + "d", number);
    }
}
