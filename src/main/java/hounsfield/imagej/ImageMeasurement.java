package hounsfield.imagej;

import hounsfield.measure.Statistics;
import hounsfield.measure.Tissue;
import hounsfield.measure.ValueRange;
import hounsfield.planes.Selection;
import hounsfield.standard.Progress;
import hounsfield.standard.Workers;
import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Statistics of an image's regions, padding left out: a row for all slices, or for each. */
public final class ImageMeasurement {
    private static final String NAME = "HU Statistics";

    /** What a row is about: a region on some slices, counted from 0. */
    private record Part(ImageRegion region, int[] slices) {}

    private final ImagePlus image;
    private final MeasureSettings settings;
    private final List<Part> parts = new ArrayList<>();
    private final Statistics[] measured;

    private ImageMeasurement(ImagePlus image, List<ImageRegion> regions, MeasureSettings settings) {
        this.image = image;
        this.settings = settings;
        for (ImageRegion region : regions) addParts(region);
        measured = new Statistics[parts.size()];
    }

    /**
     * Measures.
     *
     * @throws IllegalArgumentException for a colour image, or if no pixel counts
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    public static ImageMeasurement of(
            ImagePlus image, List<ImageRegion> regions, MeasureSettings settings, Progress progress) {
        ImageValues.checkGrey(image);
        ImageMeasurement measurement = new ImageMeasurement(image, regions, settings);
        measurement.run(progress);
        return measurement;
    }

    /** Measures all slices of the area selection together. */
    static ImageMeasurement ofSelection(ImagePlus image, MeasureSettings settings) {
        return of(image, List.of(ImageRegion.selectionOf(image)), settings, new ImageJProgress());
    }

    /** Adds the rows to ImageJ's Results, as Measure does; a sentence in ImageJ's log says why there is no volume. */
    public void show() {
        try {
            ImagePlacement.millilitres(image);
        } catch (IllegalArgumentException e) {
            IJ.log(NAME + ": " + e.getMessage());
        }
        ResultsTable results = Analyzer.getResultsTable();
        addTo(results);
        results.show("Results");
    }

    /**
     * A row for each part: region, channel, slice and frame where there are several, count, min, max, mean, StdDev, median
     * in the image's unit, the volume in ml where voxels are sized in mm, per cent in the window, and for HU per cent of
     * each tissue.
     */
    ResultsTable table() {
        ResultsTable table = new ResultsTable();
        addTo(table);
        return table;
    }

    private void addTo(ResultsTable table) {
        double voxel = voxel();
        for (int i = 0; i < measured.length; i++) {
            Statistics statistics = measured[i];
            table.addRow();
            table.addValue("Region", parts.get(i).region.name());
            addPlace(table, parts.get(i).slices);
            table.addValue("Count", statistics.count());
            table.addValue("Min", statistics.min());
            table.addValue("Max", statistics.max());
            table.addValue("Mean", statistics.mean());
            table.addValue("StdDev", statistics.standardDeviation());
            table.addValue("Median", statistics.median());
            if (!Double.isNaN(voxel)) table.addValue("Volume (ml)", statistics.count() * voxel);
            if (settings.inside().isPresent()) table.addValue("% in window", 100 * statistics.part(insideIndex()));
            if (!ImageValues.isHounsfield(image)) continue;
            for (Tissue tissue : Tissue.values()) {
                table.addValue("% " + tissue.label(), 100 * statistics.part(tissue.ordinal()));
            }
        }
    }

    /** The first part's numbers by name: count, min, max, mean, std, median, and volume in ml, NaN if not known. */
    Map<String, Double> numbers() {
        Statistics statistics = measured[0];
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("count", (double) statistics.count());
        numbers.put("min", statistics.min());
        numbers.put("max", statistics.max());
        numbers.put("mean", statistics.mean());
        numbers.put("std", statistics.standardDeviation());
        numbers.put("median", statistics.median());
        boolean volume = image.getNChannels() == 1 && image.getNFrames() == 1;
        numbers.put("volume", volume ? statistics.count() * voxel() : Double.NaN);
        return numbers;
    }

    /** How much of the first part each tissue makes up, 0..1. */
    Map<String, Double> tissues() {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (Tissue tissue : Tissue.values()) parts.put(tissue.label(), measured[0].part(tissue.ordinal()));
        return parts;
    }

    /** How much of the first part lies in the wanted range, 0..1; NaN if none of its pixels count. */
    double partInside() {
        return measured[0].part(insideIndex());
    }

    /**
     * The volume of what lies in the wanted range, in ml.
     *
     * @throws IllegalArgumentException if voxels are not sized in mm, or the image is of several channels or times
     */
    double volumeInside() {
        if (image.getNChannels() > 1 || image.getNFrames() > 1) {
            throw new IllegalArgumentException(
                    "no volume: \"" + image.getTitle() + "\" has several channels or time points; duplicate one");
        }
        return measured[0].inside().get(insideIndex()) * ImagePlacement.millilitres(image);
    }

    private double voxel() {
        try {
            return ImagePlacement.millilitres(image);
        } catch (IllegalArgumentException e) {
            return Double.NaN;
        }
    }

    private void addParts(ImageRegion region) {
        int[] slices = IntStream.range(0, image.getStackSize())
                .filter(slice -> region.isOn(image, slice))
                .toArray();
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int slice : slices) {
            int[] place = image.convertIndexToPosition(slice + 1);
            int group =
                    switch (settings.scope()) {
                        case ALL -> 0;
                        case VOLUME -> place[2] * image.getNChannels() + place[0];
                        case SLICE -> slice;
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
            measured[index] = Statistics.of(
                    ImageValues.of(image, part.slices),
                    selection.planes(part.slices),
                    settings.only().limits(),
                    ranges,
                    many ? progress.ofPart() : progress);
        };
        if (many) Workers.forEach(measured.length, progress, task);
        else for (int i = 0; i < measured.length; i++) task.run(i);
        for (Statistics each : measured) if (each.count() > 0) return;
        throw new IllegalArgumentException(
                "no pixel counts: all are outside the regions or the range, padding or not a number");
    }

    private void addPlace(ResultsTable table, int[] slices) {
        int[] place = image.convertIndexToPosition(slices[0] + 1);
        if (image.getNChannels() > 1) table.addValue("Channel", place[0]);
        if (settings.scope() == MeasureSettings.Scope.SLICE && image.getNSlices() > 1)
            table.addValue("Slice", place[1]);
        if (image.getNFrames() > 1) table.addValue("Frame", place[2]);
    }

    private static int insideIndex() {
        return Tissue.values().length;
    }
}
