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

/** The series of a folder, and the selection of one of them. */
public final class SeriesChoice {
    /** Maximum number of series listed in a message; a folder may hold hundreds. */
    private static final int LISTED = 30;

    private final List<Series> series;

    private SeriesChoice(List<Series> series) {
        this.series = series;
    }

    /**
     * Searches a folder and its subfolders for series. Logs files that cannot be used, once per folder and session.
     *
     * @param folder a folder, or a file in it
     * @param progress reports and cancels
     * @return the series
     * @throws IllegalArgumentException if there is no such folder, or no series in it
     * @throws IOException if the folder cannot be read
     */
    public static SeriesChoice scan(Path folder, Progress progress) throws IOException {
        SeriesScan scan = SeriesScanner.scan(folder, progress);
        progress.status("");
        Path root = FolderFiles.folderOf(folder);
        Messages.logOnce(
                root,
                scan.rejected().stream()
                        .map(rejected -> rejected.name() + " was left out: " + rejected.reason())
                        .toList());
        if (scan.series().isEmpty()) {
            throw new IllegalArgumentException("there are no DICOM images in " + OneLine.of(folder));
        }
        return new SeriesChoice(scan.series());
    }

    /** {@return all series by Series Number, then by Series Instance UID} */
    public List<Series> series() {
        return series;
    }

    /**
     * Finds a series by its Series Instance UID, its Series Number or, if no series has that number, its position in the
     * list.
     *
     * @param word the UID, the number, or the position counted from 1; empty if there is only one series
     * @return the series; the largest part of a series with several parts
     * @throws IllegalArgumentException if no series or several series match; the message lists them
     */
    public Series find(String word) {
        if (word.isEmpty()) {
            if (series.size() == 1) return series.get(0);
            throw new IllegalArgumentException("the folder has " + series.size() + " series; choose one: " + list());
        }
        List<Series> byUid =
                series.stream().filter(each -> each.uid().equals(word)).toList();
        // The largest part of a series comes first.
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
