package hounsfield.series;

import hounsfield.data.DataSet;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.standard.DicomException;
import hounsfield.standard.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sorts images into series: those that share what makes a volume come together. */
final class SeriesGrouping {
    private final Map<SeriesKey, List<Group>> groups = new LinkedHashMap<>();

    private record Group(Optional<PlaneGeometry> plane, List<Slice> slices) {
        boolean takes(Optional<PlaneGeometry> other) {
            if (plane.isEmpty() || other.isEmpty()) return plane.isEmpty() && other.isEmpty();
            return plane.get().hasOrientationOf(other.get()) && plane.get().hasSpacingOf(other.get());
        }
    }

    /** Adds a file's slices. */
    void add(SeriesKey key, List<Slice> slices) {
        Slice first = slices.get(0);
        List<Group> candidates = groups.computeIfAbsent(key, ignored -> new ArrayList<>());
        for (Group group : candidates) {
            if (group.takes(first.plane())) {
                group.slices.addAll(slices);
                return;
            }
        }
        candidates.add(new Group(first.plane(), new ArrayList<>(slices)));
    }

    /** All series, by number and UID, the larger first of those that share them. */
    List<Series> series() {
        List<Series> all = new ArrayList<>();
        for (Map.Entry<SeriesKey, List<Group>> entry : groups.entrySet()) {
            for (Group group : entry.getValue()) all.add(series(entry.getKey(), group.slices));
        }
        all.sort(Comparator.comparingInt((Series series) -> series.number().orElse(Integer.MAX_VALUE))
                .thenComparing(Series::uid)
                .thenComparing(series -> -series.slices().size()));
        return all;
    }

    private static Series series(SeriesKey key, List<Slice> slices) {
        SliceOrder order = SliceOrder.of(slices);
        DataSet dataSet = order.slices().get(0).file().dataSet();
        return new Series(
                key.uid(),
                text(dataSet, Tag.SERIES_DESCRIPTION),
                text(dataSet, Tag.MODALITY),
                Slice.number(dataSet, Tag.SERIES_NUMBER),
                key.rows(),
                key.columns(),
                key.samplesPerPixel(),
                order.slices(),
                order.timePoints(),
                order.geometry(),
                order.findings());
    }

    /** A text for the list of series; an unreadable one is worth no failure. */
    private static String text(DataSet dataSet, int tag) {
        try {
            return dataSet.findString(tag).orElse("");
        } catch (DicomException e) {
            return "";
        }
    }
}
