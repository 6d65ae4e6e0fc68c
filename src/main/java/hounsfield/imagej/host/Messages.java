package hounsfield.imagej.host;

import hounsfield.standard.Numbers;
import hounsfield.standard.error.OneLine;
import hounsfield.work.Diagnostics;
import ij.IJ;
import ij.macro.Interpreter;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Notes in ImageJ's log about findings that do not stop an operation. They never contain patient attributes. */
public final class Messages {
    /** Maximum number of log lines for one call about a folder, which may hold thousands of files. */
    private static final int MOST_LINES = 1000;

    /** Sentences already logged, by folder. */
    private static final Map<Path, Set<String>> LOGGED = new HashMap<>();

    private Messages() {}

    /**
     * Logs each sentence on a line of its own, prefixed with its subject unless it already begins with it.
     *
     * @param about the subject: a file, folder or image name
     * @param sentences the sentences to log
     */
    public static void log(String about, Collection<String> sentences) {
        for (String sentence : sentences) {
            IJ.log(sentence.startsWith(about + ", ") ? sentence : about + ": " + sentence);
        }
    }

    /**
     * Logs diagnostics as {@link #log(String, Collection)} does.
     *
     * @param about the subject: a file, folder or image name
     * @param diagnostics the entries to log
     */
    public static void log(String about, Diagnostics diagnostics) {
        log(about, diagnostics.sentences());
    }

    /**
     * Logs the sentences that were not logged about this folder before, at most {@value #MOST_LINES} of them.
     *
     * @param folder the subject
     * @param sentences the sentences to log
     */
    public static void logOnce(Path folder, List<String> sentences) {
        List<String> lines = new ArrayList<>(sentences.subList(0, Math.min(sentences.size(), MOST_LINES)));
        if (sentences.size() > MOST_LINES) lines.add("and " + (sentences.size() - MOST_LINES) + " more");
        synchronized (LOGGED) {
            Set<String> before = LOGGED.computeIfAbsent(folder.toAbsolutePath().normalize(), path -> new HashSet<>());
            lines.removeIf(line -> !before.add(line));
        }
        log(folderName(folder), lines);
    }

    /**
     * Says what an import has found. In macros and without a display the log has all. Otherwise the log, which opens a window,
     * has one line with the number of findings, or, if there are none, the status bar has it.
     *
     * @param about the subject: a folder
     * @param summary what was imported
     * @param details further sentences for the log
     * @param findings number of findings that a report has
     */
    public static void summarize(String about, String summary, Collection<String> details, int findings) {
        boolean attended = IJ.getInstance() != null
                && !GraphicsEnvironment.isHeadless()
                && !IJ.isMacro()
                && !Interpreter.isBatchMode();
        if (!attended) {
            log(about, List.of(summary));
            log(about, details);
        } else if (findings > 0) {
            log(about, List.of(summary + " (" + Numbers.count(findings, "finding") + ", see DICOM Series Report)"));
        } else IJ.showStatus(about + ": " + summary);
    }

    /**
     * Returns a folder's name for messages.
     *
     * @param folder a folder, possibly relative
     * @return the last name of the absolute path on one line; {@code DICOM} for a file system root
     */
    public static String folderName(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "DICOM" : OneLine.of(name);
    }
}
