package hounsfield.imagej.measure;

import hounsfield.imagej.host.TableView;
import hounsfield.imagej.measure.MeasureSettings.Scope;
import hounsfield.imagej.memory.ImagePadding;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.imagej.roi.ImageRegion;
import hounsfield.measure.PlaneCounts;
import hounsfield.measure.Statistics;
import hounsfield.measure.Tissue;
import hounsfield.measure.ValueRange;
import hounsfield.planes.Limits;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Statistics of an image's regions without padding: one row for all slices, for each slice, or for one slice. */
public final class ImageMeasurement {
    /** The pixels of one row: a region on some slices, counted from 0. */
    private record Part(ImageRegion region, int[] slices) {}

    /**
     * The results for a part.
     *
     * @param volume volume of the pixels that count [ml], NaN if unknown
     * @param volumeInside volume of those in the range of the settings [ml], NaN if unknown
     */
    private record Measured(Statistics statistics, double volume, double volumeInside) {}

    private final ImagePlus image;
    private final MeasureSettings settings;
    private final Optional<VoxelVolumes> volumes;
    private final List<Part> parts = new ArrayList<>();
    private final Measured[] measured;

    private ImageMeasurement(ImagePlus image, List<ImageRegion> regions, MeasureSettings settings) {
        this.image = image;
        this.settings = settings;
        volumes = volumes(image);
        for (ImageRegion region : regions) addParts(region);
        measured = new Measured[parts.size()];
    }

    /**
     * Measures regions.
     *
     * @param image a grayscale image
     * @param regions the regions
     * @param settings rows and ranges
     * @param progress reports and cancels
     * @return the measurement
     * @throws IllegalArgumentException for a color image; if there is no pixel to count; or if only a range of values counts in an image
     *     whose file is in HU and whose values are not
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    public static ImageMeasurement of(
            ImagePlus image, List<ImageRegion> regions, MeasureSettings settings, Progress progress) {
        ImageValues.checkGray(image);
        if (!settings.only().equals(ValueRange.ALL)) ImageUnit.checkRange(image);
        ImageMeasurement measurement = new ImageMeasurement(image, regions, settings);
        measurement.run(progress);
        return measurement;
    }

    /** {@return sentences on why there is no volume or how slices were weighted, and on padding; may be empty} */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (volumes.isEmpty()) {
            try {
                VoxelVolumes.of(image);
            } catch (IllegalArgumentException e) {
                notes.add(e.getMessage());
            }
        } else if (volumes.get().bySlabs()) {
            notes.add("volumes of \"" + image.getTitle()
                    + "\" use slice positions: each slice extends half way to its neighbors");
        }
        ImagePadding.finding(image).ifPresent(notes::add);
        return notes;
    }

    /**
     * Returns a table with one row per part: image, region and scope, channel, slice and frame, unit, count, min, max, mean,
     * StdDev, median, the volume in ml if the voxel size is known in mm, percent in the window, and for HU percent of each
     * tissue.
     *
     * @return a new table
     */
    public ResultsTable table() {
        ResultsTable table = new ResultsTable();
        TableView.append(rows(), table);
        return table;
    }

    /** {@return the cells of each row, numbers or text, by column heading in order; see {@link #table}} */
    public List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<String> units = ImageUnit.ofSlices(image);
        for (int i = 0; i < measured.length; i++) {
            String unit = ImageUnit.common(
                    Arrays.stream(parts.get(i).slices).mapToObj(units::get).toList());
            Map<String, Object> row = new LinkedHashMap<>();
            addPlace(row, parts.get(i));
            row.put("Unit", unit);
            addNumbers(row, measured[i]);
            if (unit.equals(ImageUnit.HU)) {
                for (Tissue tissue : Tissue.values()) {
                    row.put("% " + tissue.label(), 100 * measured[i].statistics.fraction(tissue.ordinal()));
                }
            }
            rows.add(row);
        }
        return rows;
    }

    private void addNumbers(Map<String, Object> row, Measured measured) {
        Statistics statistics = measured.statistics;
        row.put("Count", statistics.count());
        row.put("Min", statistics.min());
        row.put("Max", statistics.max());
        row.put("Mean", statistics.mean());
        row.put("StdDev", statistics.standardDeviation());
        row.put("Median", statistics.median());
        volumes.ifPresent(known -> {
            row.put("Volume (ml)", measured.volume);
            row.put("Volume by", known.source());
        });
        if (settings.inside().isPresent()) row.put("% in window", 100 * statistics.fraction(insideIndex()));
    }

    /** {@return the first part's count, min, max, mean, std, median, and volume in ml (NaN if unknown), by name} */
    public Map<String, Double> numbers() {
        Statistics statistics = measured[0].statistics;
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("count", (double) statistics.count());
        numbers.put("min", statistics.min());
        numbers.put("max", statistics.max());
        numbers.put("mean", statistics.mean());
        numbers.put("std", statistics.standardDeviation());
        numbers.put("median", statistics.median());
        boolean volume = image.getNChannels() == 1 && image.getNFrames() == 1;
        numbers.put("volume", volume ? measured[0].volume : Double.NaN);
        return numbers;
    }

    /** {@return the fraction, 0..1, of the first part's pixels in the band of each tissue, by the tissue's label} */
    public Map<String, Double> tissues() {
        Map<String, Double> fractions = new LinkedHashMap<>();
        for (Tissue tissue : Tissue.values()) {
            fractions.put(tissue.label(), measured[0].statistics.fraction(tissue.ordinal()));
        }
        return fractions;
    }

    /** {@return the fraction, 0..1, of the first part's pixels in the range of the settings; NaN if there is no pixel to count} */
    public double fractionInside() {
        return measured[0].statistics.fraction(insideIndex());
    }

    /**
     * Returns the volume of the first part's pixels in the range of the settings.
     *
     * @return the volume in ml
     * @throws IllegalArgumentException if the voxel size is not known in mm, or the image has several channels or time points
     */
    public double volumeInside() {
        if (image.getNChannels() > 1 || image.getNFrames() > 1) {
            throw new IllegalArgumentException(
                    "no volume: \"" + image.getTitle() + "\" has several channels or time points; duplicate one");
        }
        if (volumes.isEmpty()) VoxelVolumes.of(image);
        return measured[0].volumeInside;
    }

    private static Optional<VoxelVolumes> volumes(ImagePlus image) {
        try {
            return Optional.of(VoxelVolumes.of(image));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void addParts(ImageRegion region) {
        int[] slices = IntStream.range(0, image.getStackSize())
                .filter(slice -> region.isOn(image, slice))
                .toArray();
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int slice : slices) {
            int[] place = image.convertIndexToPosition(slice + 1);
            if (settings.scope() == Scope.CURRENT && !region.isPlaced() && slice != image.getCurrentSlice() - 1)
                continue;
            int group =
                    switch (settings.scope()) {
                        case ALL -> 0;
                        case VOLUME -> place[2] * image.getNChannels() + place[0];
                        case SLICE, CURRENT -> slice;
                    };
            groups.computeIfAbsent(group, ignored -> new ArrayList<>()).add(slice);
        }
        for (List<Integer> group : groups.values()) {
            parts.add(
                    new Part(region, group.stream().mapToInt(Integer::intValue).toArray()));
        }
    }

    private void run(Progress progress) {
        List<ValueRange> ranges = new ArrayList<>();
        for (Tissue tissue : Tissue.values()) ranges.add(tissue.range());
        settings.inside().ifPresent(ranges::add);
        Selection all = Selection.ALL.excluding(ImagePadding.of(image));
        // Many parts run in parallel; few parts are parallel within each part.
        boolean many = parts.size() >= Workers.parallelism();
        Workers.Task<RuntimeException> task = index -> {
            Part part = parts.get(index);
            Selection selection = part.region.within(all, image);
            measured[index] = measure(part.slices, selection, ranges, many ? progress.ofPart() : progress);
        };
        if (many) Workers.forEach(measured.length, progress, task);
        else for (int i = 0; i < measured.length; i++) task.run(i);
        for (Measured each : measured) if (each.statistics.count() > 0) return;
        throw new IllegalArgumentException(
                "there is no value to count: all pixels are outside the regions or the range, padding or not a number");
    }

    private Measured measure(int[] slices, Selection selection, List<ValueRange> ranges, Progress progress) {
        Planes planes = ImageValues.of(image, slices, progress);
        Selection chosen = selection.planes(slices);
        Limits limits = settings.only().limits();
        Statistics together = Statistics.of(planes, chosen, limits, ranges, progress);
        if (volumes.isEmpty()) return new Measured(together, Double.NaN, Double.NaN);
        double[] each = volumes.get().milliliters();
        boolean within = settings.inside().isPresent();
        double first = each[slices[0]];
        if (Arrays.stream(slices).allMatch(slice -> each[slice] == first)) {
            double inside = within ? together.inside().get(insideIndex()) * first : Double.NaN;
            return new Measured(together, together.count() * first, inside);
        }
        // Slabs of different thickness need counts per slice.
        ValueRange range = settings.inside().orElse(ValueRange.ALL);
        PlaneCounts counts = PlaneCounts.of(planes, chosen, limits, range, progress.ofPart());
        double volume = 0;
        double volumeInside = 0;
        for (int i = 0; i < slices.length; i++) {
            volume += counts.counts()[i] * each[slices[i]];
            volumeInside += counts.inside()[i] * each[slices[i]];
        }
        return new Measured(together, volume, within ? volumeInside : Double.NaN);
    }

    private void addPlace(Map<String, Object> row, Part part) {
        int[] first = image.convertIndexToPosition(part.slices[0] + 1);
        int[] last = image.convertIndexToPosition(part.slices[part.slices.length - 1] + 1);
        boolean one = part.slices.length == 1;
        row.put("Image", image.getTitle());
        row.put("Region", part.region.name());
        row.put("Scope", one ? "slice" : "stack");
        if (image.getNChannels() > 1) row.put("Channel", place(first[0], last[0]));
        row.put("Slice", place(first[1], last[1]));
        if (image.getNFrames() > 1) row.put("Frame", place(first[2], last[2]));
    }

    private static Object place(int first, int last) {
        return first == last ? (Object) first : first + "-" + last;
    }

    private static int insideIndex() {
        return Tissue.values().length;
    }
}
