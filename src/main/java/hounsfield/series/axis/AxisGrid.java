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
 * @param channelSteps the C axis
 * @param timeSteps the T axis
 * @param cells by position, time and channel; {@code null} where there is no image
 * @param leftOut a sentence about steps that are left out because they lack images; empty if there are none
 */
record AxisGrid(AxisSteps channelSteps, AxisSteps timeSteps, Slice[][][] cells, String leftOut) {
    /**
     * Minimum fraction of cells with an image. Below it, images that differ only in a counter are duplicates, not
     * steps.
     */
    static final double LEAST_FILLED = 0.8;
    /** The same for attributes that the user has chosen. */
    private static final double LEAST_FILLED_BY_CHOICE = 0.5;

    /** Maximum number of names in the sentence about steps that are left out. */
    private static final int MOST_NAMES = 8;

    /** The images of a stack with their keys. */
    private record Keyed(int position, Slice image, List<Object> key) {}

    /** Indexes of the parts of a key that make the channel, and of those that make the time. */
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
        List<Keyed> images = images(positions, keys);
        List<AxisAttribute> attributes = keys.attributes();
        if (!attributes.isEmpty() && isRanked(attributes, keys) && areMostAlone(positions)) return Optional.empty();
        Division division = divide(attributes, images);
        if (keys.isGuess() && filled(division, images, positions.size()) < LEAST_FILLED) return Optional.empty();
        return Optional.of(grid(division, keys, images, positions.size()));
    }

    /**
     * Makes the axes of chosen attributes.
     *
     * @param positions the images at each position
     * @param words the choice
     * @throws IllegalArgumentException if the attributes do not distinguish the images at a position, or would leave most
     *     places empty
     */
    static AxisGrid of(List<List<Slice>> positions, List<AxisChoice.Word> words) {
        return of(AxisKeys.chosen(positions, words));
    }

    /**
     * Makes the axes of chosen attributes for images whose positions are unknown. The images of each step are numbered by
     * themselves, and images with the same number are at one place.
     *
     * @param slices in order
     * @param words the choice
     * @throws IllegalArgumentException if the attributes do not differ, steps have different numbers of images, or most
     *     places would be empty
     */
    static AxisGrid ofUnplaced(List<Slice> slices, List<AxisChoice.Word> words) {
        return of(UnplacedImages.keys(slices, words));
    }

    private static AxisGrid of(AxisKeys keys) {
        List<List<Slice>> positions = keys.positions();
        List<Keyed> images = images(positions, keys);
        Division division = divide(keys.attributes(), images);
        if (filled(division, images, positions.size()) < LEAST_FILLED_BY_CHOICE) {
            throw new IllegalArgumentException("axes: with these attributes, which differ from position to position,"
                    + " most places would have no image");
        }
        return grid(division, keys, images, positions.size());
    }

    private static List<Keyed> images(List<List<Slice>> positions, AxisKeys keys) {
        List<Keyed> images = new ArrayList<>();
        for (int p = 0; p < positions.size(); p++) {
            for (int i = 0; i < positions.get(p).size(); i++) {
                images.add(new Keyed(p, positions.get(p).get(i), keys.key(p, i)));
            }
        }
        return images;
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
                AxisSteps.of(channelAttributes, channels, false),
                AxisSteps.of(timeAttributes, times, keys.isGuess()),
                cells,
                "");
    }

    private static Map<List<Object>, Integer> places(List<List<Object>> steps) {
        Map<List<Object>, Integer> places = new HashMap<>();
        for (List<Object> step : steps) places.put(step, places.size());
        return places;
    }

    /**
     * Sorts steps by the mean rank of their images. At each position, images are ranked by time of acquisition, then by
     * Instance Number.
     */
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

    SeriesAxis channels() {
        return channelSteps.axis();
    }

    SeriesAxis times() {
        return timeSteps.axis();
    }

    /**
     * Returns the grid without the time points that lack images, or without the channels that do, whichever leaves more
     * images.
     *
     * @throws IllegalArgumentException if none is left
     */
    AxisGrid complete() {
        int channels = channelSteps.size();
        int times = timeSteps.size();
        List<Integer> allChannels = IntStream.range(0, channels).boxed().toList();
        List<Integer> allTimes = IntStream.range(0, times).boxed().toList();
        List<Integer> fullChannels = allChannels.stream()
                .filter(channel -> allTimes.stream().allMatch(time -> isFull(time, channel)))
                .toList();
        List<Integer> fullTimes = allTimes.stream()
                .filter(time -> allChannels.stream().allMatch(channel -> isFull(time, channel)))
                .toList();
        if (fullTimes.size() == times) return this;
        if (fullTimes.isEmpty() && fullChannels.isEmpty()) {
            throw new IllegalArgumentException("incomplete=drop leaves no image: each volume lacks a slice");
        }
        return fullTimes.size() * channels >= fullChannels.size() * times
                ? only(fullTimes, allChannels, leftOut("time points", timeSteps, fullTimes))
                : only(allTimes, fullChannels, leftOut("channels", channelSteps, fullChannels));
    }

    private boolean isFull(int time, int channel) {
        for (Slice[][] position : cells) if (position[time][channel] == null) return false;
        return true;
    }

    private static String leftOut(String what, AxisSteps steps, List<Integer> kept) {
        List<String> names = IntStream.range(0, steps.size())
                .filter(step -> !kept.contains(step))
                .mapToObj(steps.axis().steps()::get)
                .toList();
        String some = names.size() <= MOST_NAMES ? ": " + String.join("; ", names) : "";
        return "Left out: " + names.size() + " of " + steps.size() + " " + what + ", which lack images" + some;
    }

    private AxisGrid only(List<Integer> times, List<Integer> channels, String why) {
        Slice[][][] kept = new Slice[cells.length][times.size()][channels.size()];
        for (int p = 0; p < cells.length; p++) {
            for (int t = 0; t < times.size(); t++) {
                for (int c = 0; c < channels.size(); c++) kept[p][t][c] = cells[p][times.get(t)][channels.get(c)];
            }
        }
        return new AxisGrid(channelSteps.only(channels), timeSteps.only(times), kept, why);
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
        if (channels().size() > 1) steps.add(channels().steps().get(channel));
        if (times().size() > 1) steps.add(times().steps().get(time));
        return like.missing("there is no image of " + String.join(", ", steps) + " at this position");
    }

    /** Returns the number of positions. */
    int positions() {
        return cells.length;
    }

    /** Returns sentences for the log: the axes, guesses and gaps, with a noun for the places of images. */
    List<String> findings(String places) {
        List<String> findings = new ArrayList<>();
        if (!leftOut.isEmpty()) findings.add(leftOut);
        SeriesAxis channels = channels();
        SeriesAxis times = times();
        int cell = channels.size() * times.size();
        if (cell == 1) return findings;
        StringBuilder axes = new StringBuilder(cell + " images at each of " + cells.length + " " + places + ": ");
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
