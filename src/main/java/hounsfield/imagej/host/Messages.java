package hounsfield.imagej.host;

import hounsfield.standard.OneLine;
import hounsfield.work.Warnings;
import ij.IJ;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the user should know and that stops nothing: lines in ImageJ's log, never a patient's attributes. */
public final class Messages {
    /** The log takes so many lines about one folder; a folder may hold thousands of files. */
    private static final int MOST_LINES = 1000;

    /** The sentences that were logged about each folder. */
    private static final Map<Path, Set<String>> LOGGED = new HashMap<>();

    private Messages() {}

    /** Logs each sentence behind the name of what it is about, unless it begins with that name. */
    public static void log(String about, Collection<String> sentences) {
        for (String sentence : sentences) {
            IJ.log(sentence.startsWith(about + ", ") ? sentence : about + ": " + sentence);
        }
    }

    public static void log(String about, Warnings warnings) {
        log(about, warnings.list());
    }

    /** As {@link #log}, without the sentences that were logged about this folder before. */
    public static void logOnce(Path folder, List<String> sentences) {
        List<String> lines = new ArrayList<>(sentences.subList(0, Math.min(sentences.size(), MOST_LINES)));
        if (sentences.size() > MOST_LINES) lines.add("and " + (sentences.size() - MOST_LINES) + " more");
        synchronized (LOGGED) {
            Set<String> before = LOGGED.computeIfAbsent(folder.toAbsolutePath().normalize(), path -> new HashSet<>());
            lines.removeIf(line -> !before.add(line));
        }
        log(folderName(folder), lines);
    }

    public static String folderName(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "DICOM" : OneLine.of(name);
    }
}
