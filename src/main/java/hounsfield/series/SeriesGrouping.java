package hounsfield.series;

import hounsfield.geometry.PlaneGeometry;
import hounsfield.series.axis.SliceOrder;
import hounsfield.series.axis.StackParts;
import hounsfield.series.slice.ScannedFile;
import hounsfield.series.slice.SeriesKey;
import hounsfield.series.slice.SeriesText;
import hounsfield.series.slice.Slice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Groups images that can form a volume into series. A slice whose position or pixel size is unreadable is added to a
 * group of its series: to one with the same orientation, otherwise to the largest.
 */
final class SeriesGrouping {
    private final Map<SeriesKey, List<Group>> groups = new LinkedHashMap<>();
    /** Slices that are added when all groups are known. */
    private final Map<SeriesKey, List<Slice>> doubtful = new LinkedHashMap<>();
    /** The first file of each SOP Instance UID. */
    private final Map<String, ScannedFile> instances = new HashMap<>();

    private final Map<SeriesKey, Integer> copies = new HashMap<>();

    private record Group(Optional<PlaneGeometry> plane, List<Slice> slices) {
        boolean takes(Optional<PlaneGeometry> other) {
            if (plane.isEmpty() || other.isEmpty()) return plane.isEmpty() && other.isEmpty();
            return hasOrientationOf(other) && plane.get().hasSpacingOf(other.get());
        }

        boolean hasOrientationOf(Optional<PlaneGeometry> other) {
            return plane.isPresent() && other.isPresent() && plane.get().hasOrientationOf(other.get());
        }
    }

    /** Adds the slices of a file, unless another file is the same image. */
    void add(ScannedFile file) {
        if (!file.instanceUid().isEmpty()) {
            ScannedFile other = instances.putIfAbsent(file.instanceUid(), file);
            if (other != null && file.isCopyOf(other)) {
                copies.merge(file.key(), 1, Integer::sum);
                return;
            }
        }
        for (Slice slice : file.slices()) add(file.key(), slice);
    }

    private void add(SeriesKey key, Slice slice) {
        if (slice.isDoubtful()) {
            doubtful.computeIfAbsent(key, ignored -> new ArrayList<>()).add(slice);
            return;
        }
        List<Group> candidates = groups.computeIfAbsent(key, ignored -> new ArrayList<>());
        Optional<Group> group = candidates.stream()
                .filter(candidate -> candidate.takes(slice.plane()))
                .findFirst();
        if (group.isPresent()) group.get().slices.add(slice);
        else candidates.add(new Group(slice.plane(), new ArrayList<>(List.of(slice))));
    }

    /** Returns all series, sorted by number, then by UID, then by size, the largest first. */
    List<Series> series() {
        doubtful.forEach((key, slices) -> slices.forEach(slice -> addDoubtful(key, slice)));
        doubtful.clear();
        List<Series> all = new ArrayList<>();
        for (Map.Entry<SeriesKey, List<Group>> entry : groups.entrySet()) {
            SeriesKey key = entry.getKey();
            for (Group group : entry.getValue()) {
                for (List<Slice> part : StackParts.of(group.slices, key.rows(), key.columns())) {
                    all.add(series(key, part));
                }
            }
        }
        all.sort(Comparator.comparingInt((Series series) -> series.number().orElse(Integer.MAX_VALUE))
                .thenComparing(Series::uid)
                .thenComparing(series -> -series.slices().size())
                .thenComparing(SeriesGrouping::firstInstance)
                .thenComparing(series -> series.slices().get(0), Slice.BY_FILE));
        return named(all);
    }

    private static int firstInstance(Series series) {
        return series.slices().stream()
                .mapToInt(slice -> slice.instanceNumber().orElse(Integer.MAX_VALUE))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** Names series by their UID, followed by {@code #1}, {@code #2} ... if several have the same UID. */
    private static List<Series> named(List<Series> all) {
        Map<String, Integer> counts = new HashMap<>();
        for (Series series : all) counts.merge(series.uid(), 1, Integer::sum);
        Map<String, Integer> places = new HashMap<>();
        List<Series> named = new ArrayList<>();
        for (Series series : all) {
            int place = places.merge(series.uid(), 1, Integer::sum);
            String uid = series.uid().isEmpty() ? Series.NO_UID : series.uid();
            named.add(series.named(counts.get(series.uid()) == 1 ? uid : uid + "#" + place));
        }
        return named;
    }

    private void addDoubtful(SeriesKey key, Slice slice) {
        Optional<PlaneGeometry> plane = slice.plane();
        List<Group> candidates = groups.computeIfAbsent(key, ignored -> new ArrayList<>());
        Optional<Group> group = largest(candidates, candidate -> candidate.takes(plane));
        if (group.isEmpty()) group = largest(candidates, candidate -> candidate.hasOrientationOf(plane));
        if (group.isEmpty() && plane.isEmpty()) group = largest(candidates, candidate -> true);
        if (group.isEmpty()) {
            candidates.add(new Group(plane, new ArrayList<>(List.of(slice))));
            return;
        }
        Optional<PlaneGeometry> like = group.get().plane;
        group.get().slices.add(like.isPresent() ? slice.withSpacingOf(like.get()) : slice);
    }

    /** Returns the largest of the matching groups. */
    private static Optional<Group> largest(List<Group> candidates, Predicate<Group> fits) {
        return candidates.stream().filter(fits).max(Comparator.comparingInt(group -> group.slices.size()));
    }

    private Series series(SeriesKey key, List<Slice> slices) {
        SliceOrder order = SliceOrder.of(slices);
        Set<String> findings = new LinkedHashSet<>();
        for (Slice slice : order.slices()) findings.addAll(slice.findings());
        SeriesText text = order.slices().get(0).series();
        findings.addAll(text.findings());
        int copied = copies.getOrDefault(key, 0);
        if (copied > 0) findings.add("Copies: " + copied + " files are copies of others in the series and are ignored");
        long references =
                slices.stream().map(Slice::frameOfReference).distinct().count();
        if (references > 1) {
            findings.add("The slices have " + references
                    + " Frame of Reference UIDs: their positions may not be comparable");
        }
        return new Series(
                "", key.uid(), text, key.rows(), key.columns(), key.samplesPerPixel(), order, List.copyOf(findings));
    }
}
