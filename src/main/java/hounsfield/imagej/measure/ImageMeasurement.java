package hounsfield.imagej.measure;

import hounsfield.imagej.host.ImageJProgress;
import hounsfield.imagej.host.TableView;
import hounsfield.imagej.measure.MeasureSettings.Scope;
import hounsfield.imagej.memory.ImagePadding;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.imagej.pixels.ImageRegion;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.measure.PlaneCounts;
import hounsfield.measure.Statistics;
import hounsfield.measure.Tissue;
import hounsfield.measure.ValueRange;
import hounsfield.planes.Limits;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Statistics of an image's regions, padding left out: a row for all slices, for each, or for one. */
public final class ImageMeasurement {
    /** The title of the results table. */
    public static final String TABLE = "HU Statistics";

    /** What a row is about: a region on some slices, counted from 0. */
    private record Part(ImageRegion region, int[] slices) {}

    /**
     * A part's numbers.
     *
     * @param volume of the pixels that count [ml], NaN if not known
     * @param volumeInside of those in the wanted range [ml]
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
     * Measures.
     *
     * @throws IllegalArgumentException for a color image; if no pixel counts; or if values in a range are wanted of an image
     *     whose file is in HU and whose values are not
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    public static ImageMeasurement of(
            ImagePlus image, List<ImageRegion> regions, MeasureSettings settings, Progress progress) {
        ImageValues.checkGrey(image);
        if (!settings.only().equals(ValueRange.ALL)) ImageUnit.checkRange(image);
        ImageMeasurement measurement = new ImageMeasurement(image, regions, settings);
        measurement.run(progress);
        return measurement;
    }

    /** Measures all slices of the area selection together. */
    public static ImageMeasurement ofSelection(ImagePlus image, MeasureSettings settings) {
        return of(image, List.of(ImageRegion.selectionOf(image)), settings, new ImageJProgress());
    }

    /**
     * Adds the rows to the table {@value #TABLE}, which is not ImageJ's Results. Sentences in ImageJ's log say why there is
     * no volume, or that slices are unevenly spaced.
     */
    public void show() {
        if (volumes.isEmpty()) {
            try {
                VoxelVolumes.of(image);
            } catch (IllegalArgumentException e) {
                IJ.log(TABLE + ": " + e.getMessage());
            }
        } else if (volumes.get().bySlabs()) {
            IJ.log(TABLE + ": volumes of \"" + image.getTitle()
                    + "\" count each slice from half way to its neighbors, by their positions");
        }
        ImagePadding.finding(image).ifPresent(sentence -> IJ.log(TABLE + ": " + sentence));
        TableView.append(rows(), TABLE);
    }

    /**
     * A row for each part: image, region and scope, channel, slice and frame, unit, count, min, max, mean, StdDev, median,
     * the volume in ml where voxels are sized in mm, per cent in the window, and for HU per cent of each tissue.
     */
    public ResultsTable table() {
        ResultsTable table = new ResultsTable();
        TableView.append(rows(), table);
        return table;
    }

    /** Cells by heading, in order: numbers and text. */
    private List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        String unit = ImageUnit.of(image);
        for (int i = 0; i < measured.length; i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            addPlace(row, parts.get(i));
            row.put("Unit", unit);
            addNumbers(row, measured[i]);
            if (unit.equals(ImageUnit.HU)) {
                for (Tissue tissue : Tissue.values()) {
                    row.put("% " + tissue.label(), 100 * measured[i].statistics.part(tissue.ordinal()));
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
        if (settings.inside().isPresent()) row.put("% in window", 100 * statistics.part(insideIndex()));
    }

    /** The first part's numbers by name: count, min, max, mean, std, median, and volume in ml, NaN if not known. */
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

    /** How much of the first part each tissue makes up, 0..1. */
    public Map<String, Double> tissues() {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (Tissue tissue : Tissue.values()) {
            parts.put(tissue.label(), measured[0].statistics.part(tissue.ordinal()));
        }
        return parts;
    }

    /** How much of the first part lies in the wanted range, 0..1; NaN if none of its pixels count. */
    public double partInside() {
        return measured[0].statistics.part(insideIndex());
    }

    /**
     * The volume of what lies in the wanted range, in ml.
     *
     * @throws IllegalArgumentException if voxels are not sized in mm, or the image is of several channels or times
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
        // Few parts are shared out by their pixels, many by themselves.
        boolean many = parts.size() >= Workers.parallelism();
        Workers.Task<RuntimeException> task = index -> {
            Part part = parts.get(index);
            Selection selection = part.region.mask(image).map(all::within).orElse(all);
            measured[index] = measure(part.slices, selection, ranges, many ? progress.ofPart() : progress);
        };
        if (many) Workers.forEach(measured.length, progress, task);
        else for (int i = 0; i < measured.length; i++) task.run(i);
        for (Measured each : measured) if (each.statistics.count() > 0) return;
        throw new IllegalArgumentException(
                "no pixel counts: all are outside the regions or the range, padding or not a number");
    }

    private Measured measure(int[] slices, Selection selection, List<ValueRange> ranges, Progress progress) {
        Planes planes = ImageValues.of(image, slices);
        Selection chosen = selection.planes(slices);
        Limits limits = settings.only().limits();
        Statistics together = Statistics.of(planes, chosen, limits, ranges, progress);
        if (volumes.isEmpty()) return new Measured(together, Double.NaN, Double.NaN);
        double[] each = volumes.get().millilitres();
        boolean within = settings.inside().isPresent();
        double first = each[slices[0]];
        if (Arrays.stream(slices).allMatch(slice -> each[slice] == first)) {
            double inside = within ? together.inside().get(insideIndex()) * first : Double.NaN;
            return new Measured(together, together.count() * first, inside);
        }
        // Only slabs of different thickness need the pixels of each slice.
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
