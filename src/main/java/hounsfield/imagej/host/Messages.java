package hounsfield.imagej.host;

import hounsfield.standard.Numbers;
import hounsfield.standard.error.OneLine;
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
import java.util.stream.Collectors;

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
     * Logs findings about a file that was opened: in macros and without a display as {@link #log} does, otherwise in one line.
     *
     * @param about the name of the file
     * @param sentences the sentences to log
     */
    public static void logOpened(String about, Collection<String> sentences) {
        if (!isAttended() || sentences.isEmpty()) log(about, sentences);
        else log(about, List.of(onOneLine(about, sentences)));
    }

    /** Joins sentences to one line, without the subject if a sentence begins with it. */
    static String onOneLine(String about, Collection<String> sentences) {
        String subject = about + ", ";
        return sentences.stream()
                .map(sentence -> sentence.startsWith(subject) ? sentence.substring(subject.length()) : sentence)
                .collect(Collectors.joining("; "));
    }

    /**
     * Logs the sentences that were not logged about this folder before, at most {@value #MOST_LINES} of them.
     *
     * @param folder the subject
     * @param sentences the sentences to log
     */
    public static void logOnce(Path folder, List<String> sentences) {
        log(folderName(folder), newOnes(folder, sentences));
    }

    /**
     * Logs the files that a scan of a folder left out and that were not logged before. If a user is at the screen, logs only one line,
     * about the first file.
     *
     * @param folder the folder
     * @param sentences a sentence for each file
     */
    public static void logLeftOut(Path folder, List<String> sentences) {
        List<String> lines = newOnes(folder, sentences);
        log(folderName(folder), isAttended() && !lines.isEmpty() ? withoutOthers(sentences) : lines);
    }

    /** Returns the first sentence, with the number of the others. */
    static List<String> withoutOthers(List<String> sentences) {
        int others = sentences.size() - 1;
        if (others < 1) return sentences;
        return List.of(sentences.get(0) + " (and " + Numbers.count(others, "other file")
                + "; DICOM Folder Table... has a row for each)");
    }

    /** Returns the sentences that were not logged about a folder before, and remembers them. */
    private static List<String> newOnes(Path folder, List<String> sentences) {
        List<String> lines = new ArrayList<>(sentences.subList(0, Math.min(sentences.size(), MOST_LINES)));
        if (sentences.size() > MOST_LINES) lines.add("and " + (sentences.size() - MOST_LINES) + " more");
        synchronized (LOGGED) {
            Set<String> before = LOGGED.computeIfAbsent(folder.toAbsolutePath().normalize(), path -> new HashSet<>());
            lines.removeIf(line -> !before.add(line));
        }
        return lines;
    }

    /** Returns whether a user is at the screen, for whom a summary is enough. */
    private static boolean isAttended() {
        return IJ.getInstance() != null
                && !GraphicsEnvironment.isHeadless()
                && !IJ.isMacro()
                && !Interpreter.isBatchMode();
    }

    /**
     * Reports the result of an import. In macros and without a display, everything is logged. Otherwise the log, which opens a window,
     * gets one line with the number of findings; if there are none, the status bar shows the line.
     *
     * @param about the subject: a folder
     * @param summary what was imported
     * @param details further sentences for the log
     * @param findings number of findings that a report has
     */
    public static void summarize(String about, String summary, Collection<String> details, int findings) {
        if (!isAttended()) {
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
