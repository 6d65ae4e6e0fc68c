package hounsfield.series.axis;

import hounsfield.series.slice.AxisAttribute;
import hounsfield.series.slice.Slice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The C and T axes of the images of a stack, with the image of each position, channel and time.
 *
 * @param channels the C axis
 * @param times the T axis
 * @param cells by position, time and channel; {@code null} where there is no image
 */
record AxisGrid(SeriesAxis channels, SeriesAxis times, Slice[][][] cells) {
    /**
     * Minimum fraction of cells with an image. Below it, images that differ only in a counter are duplicates, not
     * steps.
     */
    private static final double LEAST_FILLED = 0.8;

    /** The images of a stack with their keys. */
    private record Keyed(int position, Slice image, List<Object> key) {}

    /** The parts of a key for the channel, and those for the time. */
    private record Division(List<Integer> channel, List<Integer> time) {
        List<Object> channelOf(Keyed image) {
            return parts(image, channel);
        }

        List<Object> timeOf(Keyed image) {
            return parts(image, time);
        }

        private static List<Object> parts(Keyed image, List<Integer> parts) {
            List<Object> own = new ArrayList<>(parts.size());
            for (int part : parts) own.add(image.key.get(part));
            return own;
        }
    }

    /**
     * Finds the axes.
     *
     * @param positions the images at each position
     * @return the axes; empty if the images at a position are duplicates and not steps of an axis
     */
    static Optional<AxisGrid> of(List<List<Slice>> positions) {
        AxisKeys keys = AxisKeys.of(positions);
        if (!keys.isUnique()) return Optional.empty();
        List<Keyed> images = new ArrayList<>();
        for (int p = 0; p < positions.size(); p++) {
            for (int i = 0; i < positions.get(p).size(); i++) {
                images.add(new Keyed(p, positions.get(p).get(i), keys.key(p, i)));
            }
        }
        List<AxisAttribute> attributes = keys.attributes();
        if (!attributes.isEmpty() && isRanked(attributes, keys) && areMostAlone(positions)) return Optional.empty();
        Division division = divide(attributes, images);
        if (keys.isGuess() && filled(division, images, positions.size()) < LEAST_FILLED) return Optional.empty();
        return Optional.of(grid(division, keys, images, positions.size()));
    }

    private static boolean isRanked(List<AxisAttribute> attributes, AxisKeys keys) {
        return keys.isGuess() || attributes.get(attributes.size() - 1).isOrdinal();
    }

    /** Returns whether most positions have one image, as in a scan that was restarted. */
    private static boolean areMostAlone(List<List<Slice>> positions) {
        long alone = positions.stream().filter(images -> images.size() == 1).count();
        return 2 * alone > positions.size();
    }

    /**
     * Divides keys into channel and time. If channel and time depend on each other, a grid of both would be mostly
     * empty, so there is one axis: the channel if it determines the time, otherwise the time.
     */
    private static Division divide(List<AxisAttribute> attributes, List<Keyed> images) {
        List<Integer> all = IntStream.range(0, attributes.size()).boxed().toList();
        List<Integer> channel =
                all.stream().filter(part -> attributes.get(part).isChannel()).toList();
        List<Integer> time =
                all.stream().filter(part -> !attributes.get(part).isChannel()).toList();
        Division both = new Division(channel, time);
        Set<List<Object>> channels = new HashSet<>();
        Set<List<Object>> times = new HashSet<>();
        Set<List<Object>> pairs = new HashSet<>();
        for (Keyed image : images) {
            channels.add(both.channelOf(image));
            times.add(both.timeOf(image));
            pairs.add(image.key);
        }
        if (channel.isEmpty() || time.isEmpty() || pairs.size() == channels.size() * times.size()) return both;
        if (pairs.size() == channels.size()) return new Division(channel, List.of());
        return new Division(List.of(), all);
    }

    private static double filled(Division division, List<Keyed> images, int positions) {
        Set<List<Object>> channels = new HashSet<>();
        Set<List<Object>> times = new HashSet<>();
        for (Keyed image : images) {
            channels.add(division.channelOf(image));
            times.add(division.timeOf(image));
        }
        return images.size() / ((double) channels.size() * times.size() * positions);
    }

    private static AxisGrid grid(Division division, AxisKeys keys, List<Keyed> images, int positions) {
        Map<List<Object>, List<Keyed>> byChannel = new HashMap<>();
        Map<List<Object>, List<Keyed>> byTime = new HashMap<>();
        for (Keyed image : images) {
            byChannel
                    .computeIfAbsent(division.channelOf(image), key -> new ArrayList<>())
                    .add(image);
            byTime.computeIfAbsent(division.timeOf(image), key -> new ArrayList<>())
                    .add(image);
        }
        List<AxisAttribute> channelAttributes =
                division.channel.stream().map(keys.attributes()::get).toList();
        List<AxisAttribute> timeAttributes =
                division.time.stream().map(keys.attributes()::get).toList();
        List<List<Object>> channels = AxisOrder.sort(channelAttributes, byChannel.keySet());
        List<List<Object>> times = timeAttributes.stream().allMatch(AxisAttribute::hasNaturalOrder)
                ? AxisOrder.sort(timeAttributes, byTime.keySet())
                : byAcquisition(timeAttributes, byTime, images);
        Slice[][][] cells = new Slice[positions][times.size()][channels.size()];
        Map<List<Object>, Integer> channelPlaces = places(channels);
        Map<List<Object>, Integer> timePlaces = places(times);
        for (Keyed image : images) {
            cells[image.position][timePlaces.get(division.timeOf(image))][
                    channelPlaces.get(division.channelOf(image))] = image.image;
        }
        return new AxisGrid(
                AxisOrder.axis(channelAttributes, channels, false),
                AxisOrder.axis(timeAttributes, times, keys.isGuess()),
                cells);
    }

    private static Map<List<Object>, Integer> places(List<List<Object>> steps) {
        Map<List<Object>, Integer> places = new HashMap<>();
        for (List<Object> step : steps) places.put(step, places.size());
        return places;
    }

    /** Sorts steps by the mean rank of their images at each position, by time of acquisition, then Instance Number. */
    private static List<List<Object>> byAcquisition(
            List<AxisAttribute> attributes, Map<List<Object>, List<Keyed>> steps, List<Keyed> images) {
        Map<Integer, List<Slice>> positions = new TreeMap<>();
        for (Keyed image : images) {
            positions
                    .computeIfAbsent(image.position, position -> new ArrayList<>())
                    .add(image.image);
        }
        Map<Slice, Double> ranks = new IdentityHashMap<>();
        for (List<Slice> each : positions.values()) {
            each.sort(Slice.BY_ACQUISITION);
            double rank = 0;
            for (int i = 0; i < each.size(); i++) {
                // Images without an order have the same rank, and are sorted by their values.
                if (i > 0 && Slice.BY_ACQUISITION.compare(each.get(i - 1), each.get(i)) != 0) rank = i;
                ranks.put(each.get(i), rank);
            }
        }
        Map<List<Object>, Double> means = new HashMap<>();
        steps.forEach((key, own) -> means.put(
                key,
                own.stream()
                        .mapToDouble(image -> ranks.get(image.image))
                        .average()
                        .orElse(0)));
        List<List<Object>> sorted = AxisOrder.sort(attributes, steps.keySet());
        sorted.sort(Comparator.comparing(means::get));
        return sorted;
    }

    /** {@return an image of a position} */
    Slice first(int position) {
        for (Slice[] time : cells[position]) for (Slice image : time) if (image != null) return image;
        throw new IllegalStateException("position without image");
    }

    /** Returns a slice for a cell without an image, at the same position as the others. */
    Slice missing(int position, int time, int channel) {
        Slice like = first(position);
        List<String> steps = new ArrayList<>();
        if (channels.size() > 1) steps.add(channels.steps().get(channel));
        if (times.size() > 1) steps.add(times.steps().get(time));
        return like.missing("there is no image of " + String.join(", ", steps) + " at this position");
    }

    /** {@return sentences for the log: the axes, guesses and gaps} */
    List<String> findings() {
        List<String> findings = new ArrayList<>();
        int cell = channels.size() * times.size();
        if (cell == 1) return findings;
        StringBuilder axes = new StringBuilder(cell + " images at each of " + cells.length + " positions: ");
        if (channels.size() > 1) axes.append("C = ").append(channels.summary());
        if (channels.size() > 1 && times.size() > 1) axes.append("; ");
        if (times.size() > 1) axes.append("T = ").append(times.summary());
        findings.add(axes.toString());
        if (times.isGuess()) {
            AxisAttribute last = times.attributes().get(times.attributes().size() - 1);
            findings.add("The order of T is a guess: only " + last.label()
                    + " distinguishes the images, and it has no physical meaning");
        }
        int missing = missing();
        if (missing > 0) {
            findings.add("Incomplete: " + missing + " of " + cell * cells.length + " images are missing and are NaN");
        }
        return findings;
    }

    /** {@return number of cells without an image} */
    int missing() {
        int missing = 0;
        for (Slice[][] position : cells) {
            for (Slice[] time : position) for (Slice image : time) if (image == null) missing++;
        }
        return missing;
    }
}
