package hounsfield.imagej.open;

import hounsfield.imagej.host.Messages;
import hounsfield.series.FolderFiles;
import hounsfield.series.Series;
import hounsfield.series.SeriesScan;
import hounsfield.series.SeriesScanner;
import hounsfield.standard.OneLine;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;

/** The series of a folder, and which of them is meant. */
public final class SeriesChoice {
    /** So many series are listed in a message; a folder may hold hundreds. */
    private static final int LISTED = 30;

    private final List<Series> series;

    private SeriesChoice(List<Series> series) {
        this.series = series;
    }

    /**
     * Looks for series in a folder and the folders within it. Files that cannot be used go to the log, once for each folder
     * while the program runs.
     *
     * @throws IllegalArgumentException if there is no such folder, or no series in it
     */
    public static SeriesChoice scan(Path folder, Progress progress) throws IOException {
        SeriesScan scan = SeriesScanner.scan(folder, progress);
        progress.status("");
        Path root = FolderFiles.folderOf(folder);
        Messages.logOnce(
                root,
                scan.rejected().stream()
                        .map(rejected ->
                                DicomOpener.name(root, rejected.path()) + " was left out: " + rejected.reason())
                        .toList());
        if (scan.series().isEmpty()) {
            throw new IllegalArgumentException("there are no DICOM images in " + OneLine.of(folder));
        }
        return new SeriesChoice(scan.series());
    }

    /** By number, then UID. */
    public List<Series> series() {
        return series;
    }

    /**
     * The series that a word means: a Series Instance UID, or a series number, or, where no series has that number, its
     * place in the list, counted from 1. An empty word means the only one.
     *
     * @throws IllegalArgumentException if it means none, or cannot choose between several; the message lists them all
     */
    public Series find(String word) {
        if (word.isEmpty()) {
            if (series.size() == 1) return series.get(0);
            throw new IllegalArgumentException("the folder holds " + series.size() + " series; which one? " + list());
        }
        List<Series> byUid =
                series.stream().filter(each -> each.uid().equals(word)).toList();
        // Of several parts of one series the largest comes first.
        if (!byUid.isEmpty()) return byUid.get(0);
        if (word.matches("\\d{1,9}")) {
            int number = Integer.parseInt(word);
            List<Series> byNumber = series.stream()
                    .filter(each -> each.number().isPresent() && each.number().getAsInt() == number)
                    .toList();
            if (byNumber.size() == 1) return byNumber.get(0);
            if (byNumber.size() > 1) {
                throw new IllegalArgumentException(
                        byNumber.size() + " series have the number " + number + "; name one by its UID: " + list());
            }
            if (number >= 1 && number <= series.size()) return series.get(number - 1);
        }
        throw new IllegalArgumentException("no series \"" + word + "\" in the folder; there are " + list());
    }

    private String list() {
        StringJoiner list = new StringJoiner("\n  ", "\n  ", "");
        for (Series each : series.subList(0, Math.min(series.size(), LISTED))) {
            list.add(each.label() + ", " + each.uid());
        }
        if (series.size() > LISTED) list.add("and " + (series.size() - LISTED) + " more");
        return list.toString();
    }
}
