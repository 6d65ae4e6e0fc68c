package hounsfield.imagej.open;

import hounsfield.imagej.host.Messages;
import hounsfield.series.Series;
import hounsfield.series.SeriesScan;
import hounsfield.series.SeriesScanner;
import hounsfield.standard.error.OneLine;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The series of a folder, and the selection of one of them. */
public final class SeriesChoice {
    /** Maximum number of series listed in a message; a folder may hold hundreds. */
    private static final int LISTED = 30;

    private final List<Series> series;

    private SeriesChoice(List<Series> series) {
        this.series = series;
    }

    /**
     * Searches a folder and its subfolders, or a ZIP archive, for series. Logs files that cannot be used, once per folder
     * and session.
     *
     * @param folder a folder, a ZIP archive, or another file, which selects its folder
     * @param progress reports and cancels
     * @return the series
     * @throws IllegalArgumentException if there is no such folder, or no series in it
     * @throws IOException if the folder cannot be read
     */
    public static SeriesChoice scan(Path folder, Progress progress) throws IOException {
        SeriesScan scan = SeriesScanner.scan(folder, progress);
        return of(scan, SeriesScanner.rootOf(folder), "in " + OneLine.of(folder), progress);
    }

    /**
     * Searches chosen files for series. Logs those that cannot be used, once per folder and session.
     *
     * @param files paths of files
     * @param folder the folder that they have in common
     * @param progress reports and cancels
     * @return the series
     * @throws IllegalArgumentException if there are no DICOM images among the files
     */
    public static SeriesChoice scan(List<Path> files, Path folder, Progress progress) {
        SeriesScan scan = SeriesScanner.scanFiles(files, progress);
        return of(scan, folder, "among the " + files.size() + " files", progress);
    }

    private static SeriesChoice of(SeriesScan scan, Path root, String where, Progress progress) {
        progress.status("");
        Messages.logLeftOut(
                root,
                scan.rejected().stream()
                        .map(rejected -> rejected.name() + " was left out: " + rejected.sentence())
                        .toList());
        if (scan.series().isEmpty()) throw new IllegalArgumentException("there are no DICOM images " + where);
        return new SeriesChoice(scan.series());
    }

    /**
     * Makes a choice of series that were found before.
     *
     * @param series at least one
     * @return the choice
     */
    public static SeriesChoice of(List<Series> series) {
        return new SeriesChoice(List.copyOf(series));
    }

    /** {@return all series by Series Number, then by Series Instance UID} */
    public List<Series> series() {
        return series;
    }

    /**
     * Finds a series by its name, its Series Instance UID, its Series Number or its position in the list.
     *
     * @param word the name such as {@code UID} or {@code UID#2}, the Series Number, or {@code #3} for the third of the list;
     *     empty if there is only one series
     * @return the series
     * @throws IllegalArgumentException if no series or several series match; the message lists them
     */
    public Series find(String word) {
        String wanted = word.strip();
        if (wanted.isEmpty()) {
            if (series.size() == 1) return series.get(0);
            throw new IllegalArgumentException("the folder has " + series.size() + " series; choose one: " + list());
        }
        if (wanted.matches("#\\d{1,9}")) {
            int place = Integer.parseInt(wanted.substring(1));
            if (place >= 1 && place <= series.size()) return series.get(place - 1);
        }
        List<Series> found = matching(each -> each.name().equals(wanted));
        if (found.isEmpty()) found = matching(each -> each.uid().equals(wanted));
        if (found.isEmpty() && wanted.matches("\\d{1,9}")) {
            int number = Integer.parseInt(wanted);
            found = matching(each -> each.number().isPresent() && each.number().getAsInt() == number);
        }
        if (found.size() == 1) return found.get(0);
        throw new IllegalArgumentException(
                found.isEmpty()
                        ? "no series \"" + word + "\" in the folder; there are " + list()
                        : found.size() + " series are \"" + word + "\"; choose one by its name: " + list());
    }

    private List<Series> matching(Predicate<Series> condition) {
        return series.stream().filter(condition).toList();
    }

    /** {@return the name of each series, by which {@link #find} finds it} */
    public List<String> names() {
        return series.stream().map(Series::name).toList();
    }

    /** {@return a line for each series, no two alike} */
    public List<String> labels() {
        List<String> labels = series.stream().map(Series::label).toList();
        return IntStream.range(0, labels.size())
                .mapToObj(i -> Collections.frequency(labels, labels.get(i)) == 1
                        ? labels.get(i)
                        : labels.get(i) + ", " + series.get(i).name())
                .toList();
    }

    private String list() {
        StringJoiner list = new StringJoiner("\n  ", "\n  ", "");
        for (Series each : series.subList(0, Math.min(series.size(), LISTED))) {
            list.add(each.name() + ": " + each.plainLabel());
        }
        if (series.size() > LISTED) list.add("and " + (series.size() - LISTED) + " more");
        return list.toString();
    }
}
