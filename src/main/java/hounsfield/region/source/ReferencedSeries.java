package hounsfield.region.source;

import hounsfield.region.RegionFile;
import hounsfield.region.RegionReferences;
import hounsfield.series.Series;
import hounsfield.series.SeriesScan;
import hounsfield.series.SeriesScanner;
import hounsfield.series.slice.ScannedFile;
import hounsfield.series.slice.Slice;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the series to which a file of regions refers. */
public final class ReferencedSeries {
    private ReferencedSeries() {}

    /**
     * Finds the series among the images of a folder: the series with most of the named images; otherwise the named series; otherwise
     * the largest series in the same Frame of Reference.
     *
     * @param regions the file
     * @param folder as for {@link SeriesScanner#scan(Path, Progress)}
     * @param progress receives progress, and can cancel
     * @return the series
     * @throws DicomException if no series of the folder matches; the message has both Frame of Reference UIDs
     * @throws IOException if the folder cannot be read
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static Series find(RegionFile regions, Path folder, Progress progress) throws IOException {
        return find(regions.name(), regions.ownSeries(), regions.references(), folder, progress);
    }

    /**
     * Finds the series to which any file refers, as {@link #find(RegionFile, Path, Progress)} does.
     *
     * @param name of the file, for messages
     * @param ownSeries Series Instance UID of the file; may be empty
     * @param wanted the images to which the file refers
     * @param folder as for {@link SeriesScanner#scan(Path, Progress)}
     * @param progress receives progress, and can cancel
     * @return the series
     * @throws DicomException if no series of the folder matches
     * @throws IOException if the folder cannot be read
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static Series find(String name, String ownSeries, RegionReferences wanted, Path folder, Progress progress)
            throws IOException {
        Map<String, Integer> named = new ConcurrentHashMap<>();
        SeriesScan scan = SeriesScanner.scan(folder, progress, file -> note(file, wanted, named));
        List<Series> images = scan.series().stream()
                .filter(series -> !series.modality().equals("SEG"))
                .filter(series -> series.uid().isEmpty() || !series.uid().equals(ownSeries))
                .toList();
        Optional<Series> found = images.stream()
                .filter(series -> named.containsKey(series.uid()))
                .max(Comparator.<Series>comparingInt(series -> named.get(series.uid()))
                        .thenComparing(ReferencedSeries::size));
        return found.or(() -> images.stream()
                        .filter(series -> wanted.series().contains(series.uid()))
                        .max(Comparator.comparing(ReferencedSeries::size)))
                .or(() -> images.stream()
                        .filter(series -> series.slices().stream()
                                .anyMatch(slice -> wanted.framesOfReference().contains(slice.frameOfReference())))
                        .max(Comparator.comparing(ReferencedSeries::size)))
                .orElseThrow(() -> none(name, wanted, images));
    }

    private static void note(ScannedFile file, RegionReferences wanted, Map<String, Integer> named) {
        if (wanted.instances().contains(file.instanceUid())) {
            named.merge(file.key().uid(), 1, Integer::sum);
        }
    }

    private static int size(Series series) {
        return series.slices().size();
    }

    private static DicomException none(String name, RegionReferences wanted, List<Series> images) {
        List<String> frames = images.stream()
                .flatMap(series -> series.slices().stream())
                .map(Slice::frameOfReference)
                .filter(uid -> !uid.isEmpty())
                .distinct()
                .sorted()
                .toList();
        String own = String.join(", ", wanted.framesOfReference());
        String found = images.isEmpty()
                ? "the folder of the file has no images"
                : "the Frames of Reference of the folder's " + images.size() + " series are "
                        + (frames.isEmpty() ? "not given" : String.join(", ", frames));
        return new MalformedDicomException(
                "the file names no series in its folder, and its Frame of Reference is "
                        + (own.isEmpty() ? "not given" : own) + "; " + found,
                Location.ofFile(name));
    }
}
