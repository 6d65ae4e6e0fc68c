package hounsfield.series;

import hounsfield.geometry.PlaneGeometry;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final Map<SeriesKey, List<List<Slice>>> doubtful = new LinkedHashMap<>();

    private record Group(Optional<PlaneGeometry> plane, List<Slice> slices) {
        boolean takes(Optional<PlaneGeometry> other) {
            if (plane.isEmpty() || other.isEmpty()) return plane.isEmpty() && other.isEmpty();
            return hasOrientationOf(other) && plane.get().hasSpacingOf(other.get());
        }

        boolean hasOrientationOf(Optional<PlaneGeometry> other) {
            return plane.isPresent() && other.isPresent() && plane.get().hasOrientationOf(other.get());
        }
    }

    /** Adds the slices of a file. */
    void add(SeriesKey key, List<Slice> slices) {
        Slice first = slices.get(0);
        if (first.isDoubtful()) {
            doubtful.computeIfAbsent(key, ignored -> new ArrayList<>()).add(slices);
            return;
        }
        List<Group> candidates = groups.computeIfAbsent(key, ignored -> new ArrayList<>());
        Optional<Group> group = candidates.stream()
                .filter(candidate -> candidate.takes(first.plane()))
                .findFirst();
        if (group.isPresent()) group.get().slices.addAll(slices);
        else candidates.add(new Group(first.plane(), new ArrayList<>(slices)));
    }

    /** Returns all series by number and UID; of several with the same, the larger first. */
    List<Series> series() {
        doubtful.forEach((key, files) -> files.forEach(slices -> addDoubtful(key, slices)));
        doubtful.clear();
        List<Series> all = new ArrayList<>();
        for (Map.Entry<SeriesKey, List<Group>> entry : groups.entrySet()) {
            for (Group group : entry.getValue()) all.add(series(entry.getKey(), group.slices));
        }
        all.sort(Comparator.comparingInt((Series series) -> series.number().orElse(Integer.MAX_VALUE))
                .thenComparing(Series::uid)
                .thenComparing(series -> -series.slices().size()));
        return all;
    }

    private void addDoubtful(SeriesKey key, List<Slice> slices) {
        Optional<PlaneGeometry> plane = slices.get(0).plane();
        List<Group> candidates = groups.computeIfAbsent(key, ignored -> new ArrayList<>());
        Optional<Group> group = largest(candidates, candidate -> candidate.takes(plane));
        if (group.isEmpty()) group = largest(candidates, candidate -> candidate.hasOrientationOf(plane));
        if (group.isEmpty() && plane.isEmpty()) group = largest(candidates, candidate -> true);
        if (group.isEmpty()) {
            candidates.add(new Group(plane, new ArrayList<>(slices)));
            return;
        }
        Optional<PlaneGeometry> like = group.get().plane;
        for (Slice slice : slices) group.get().slices.add(like.isPresent() ? slice.withSpacingOf(like.get()) : slice);
    }

    /** Returns the largest of the matching groups. */
    private static Optional<Group> largest(List<Group> candidates, Predicate<Group> fits) {
        return candidates.stream().filter(fits).max(Comparator.comparingInt(group -> group.slices.size()));
    }

    private static Series series(SeriesKey key, List<Slice> slices) {
        SliceOrder order = SliceOrder.of(slices);
        Set<String> findings = new LinkedHashSet<>();
        for (Slice slice : order.slices()) findings.addAll(slice.findings());
        SeriesText text = order.slices().get(0).series();
        findings.addAll(text.findings());
        findings.addAll(order.findings());
        return new Series(
                key.uid(),
                text.description(),
                text.modality(),
                text.number(),
                key.rows(),
                key.columns(),
                key.samplesPerPixel(),
                order.slices(),
                order.timePoints(),
                order.geometry(),
                List.copyOf(findings));
    }
}
