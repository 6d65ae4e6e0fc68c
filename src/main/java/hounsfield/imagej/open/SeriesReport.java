package hounsfield.imagej.open;

import hounsfield.geometry.StackGeometry;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.imagej.memory.SlicePlanes;
import hounsfield.series.Series;
import hounsfield.series.SeriesQuality;
import hounsfield.standard.error.OneLine;
import ij.ImagePlus;
import ij.util.Tools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The report on a series as a row of a table. An image of a series keeps the cells that follow from its files in the
 * property {@value #KEY}, which ImageJ copies and saves. The cells about geometry are computed from the image itself.
 */
public final class SeriesReport {
    /** The property's name, visible in Show Info. */
    private static final String KEY = "Hounsfield report";

    /** Maximum number of values in a cell. If there are more, the cell has only their number. */
    private static final int LISTED = 4;

    private static final String SERIES = "Series";
    private static final String NUMBER = "Number";
    private static final String DESCRIPTION = "Description";
    private static final String MODALITY = "Modality";
    private static final String SLICES = "Slices";
    private static final String CHANNELS = "Channels";
    private static final String TIMES = "Times";
    private static final String MIN_SPACING = "Min spacing (mm)";
    private static final String MAX_SPACING = "Max spacing (mm)";
    private static final String MEAN_SPACING = "Mean spacing (mm)";
    private static final String GAPS = "Gaps";
    private static final String DUPLICATES = "Duplicates";
    private static final String TILT = "Tilt (degrees)";
    private static final String INSTANCE_ORDER = "Instance order";
    private static final String MISSING = "Missing images";
    private static final String INCOMPLETE = "Incomplete volumes";
    private static final String RESCALE = "Rescale";
    private static final String WINDOW = "Window";
    private static final String KERNEL = "Kernel";
    private static final String UNIT = "Unit";
    private static final String FINDINGS = "Findings";

    /** The columns whose cells an image keeps, since they follow from the files alone. */
    private static final List<String> KEPT = List.of(
            SERIES,
            NUMBER,
            DESCRIPTION,
            MODALITY,
            INSTANCE_ORDER,
            MISSING,
            INCOMPLETE,
            RESCALE,
            WINDOW,
            KERNEL,
            FINDINGS);

    private static final List<String> NUMBERS = List.of(NUMBER, MISSING);

    private static final List<String> COLUMNS = List.of(
            SERIES,
            NUMBER,
            DESCRIPTION,
            MODALITY,
            SLICES,
            CHANNELS,
            TIMES,
            MIN_SPACING,
            MAX_SPACING,
            MEAN_SPACING,
            GAPS,
            DUPLICATES,
            TILT,
            INSTANCE_ORDER,
            MISSING,
            INCOMPLETE,
            UNIT,
            RESCALE,
            WINDOW,
            KERNEL,
            FINDINGS);

    private SeriesReport() {}

    /**
     * Returns the row of a series.
     *
     * @param series as scanned
     * @return a number or text by column heading; text is on one line
     */
    public static Map<String, Object> of(Series series) {
        SeriesQuality quality = series.quality();
        Map<String, Object> cells = ofFiles(series, quality, withoutGeometry(series, series.findings()));
        put(cells, quality, series.geometry());
        cells.put(UNIT, list(quality.units()));
        return inOrder(cells);
    }

    /**
     * Returns the row of an image. Spacing, gaps, duplicates and tilt are those of its slices, in their order. The
     * other cells are those of the import.
     *
     * @param image any image
     * @return the cells as for a series; without those about files if this plugin did not import the image as a series
     * @throws IOException if the file of a slice exists and cannot be read
     */
    public static Map<String, Object> of(ImagePlus image) throws IOException {
        Map<String, Object> cells = read(image);
        cells.putIfAbsent(SERIES, OneLine.of(image.getTitle()));
        Optional<StackGeometry> stack = Optional.of(SlicePlanes.of(image).slices())
                .filter(planes -> !planes.isEmpty())
                .map(StackGeometry::of);
        put(cells, SeriesQuality.ofStack(image.getNSlices(), image.getNChannels(), image.getNFrames(), stack), stack);
        cells.put(
                UNIT,
                list(ImageUnit.ofSlices(image).stream()
                        .filter(unit -> !unit.isEmpty())
                        .distinct()
                        .toList()));
        return inOrder(cells);
    }

    /** Stores the cells about the files in the image of a series. */
    static void keep(Series series, Collection<String> findings, ImagePlus image) {
        StringBuilder text = new StringBuilder();
        Map<String, Object> cells = ofFiles(series, series.quality(), withoutGeometry(series, findings));
        for (String column : KEPT)
            text.append(column).append(": ").append(cells.get(column)).append('\n');
        image.setProp(KEY, text.toString());
    }

    /**
     * Copies the cells about the files to an image that is made from another one.
     *
     * @param image the original
     * @param result receives the property
     */
    public static void copy(ImagePlus image, ImagePlus result) {
        if (image.getProp(KEY) != null) result.setProp(KEY, image.getProp(KEY));
    }

    /** Returns the findings that are not in the text about geometry. */
    static List<String> withoutGeometry(Series series, Collection<String> findings) {
        List<String> rest = new ArrayList<>(findings);
        series.geometry().ifPresent(stack -> rest.removeAll(stack.spacingFindings()));
        return rest;
    }

    private static Map<String, Object> ofFiles(Series series, SeriesQuality quality, List<String> findings) {
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put(SERIES, series.name());
        cells.put(NUMBER, series.number().isPresent() ? series.number().getAsInt() : "");
        cells.put(DESCRIPTION, OneLine.of(series.description()));
        cells.put(MODALITY, OneLine.of(series.modality()));
        cells.put(INSTANCE_ORDER, quality.instanceOrder().label());
        cells.put(MISSING, quality.missing());
        cells.put(INCOMPLETE, list(quality.incomplete()));
        cells.put(RESCALE, list(quality.rescales()));
        cells.put(WINDOW, list(quality.windows()));
        cells.put(KERNEL, list(quality.kernels()));
        cells.put(FINDINGS, OneLine.of(String.join("; ", findings)));
        return cells;
    }

    /** Adds sizes and geometry, and puts the findings about geometry before the others. */
    private static void put(Map<String, Object> cells, SeriesQuality quality, Optional<StackGeometry> stack) {
        cells.put(SLICES, quality.slices());
        cells.put(CHANNELS, quality.channels());
        cells.put(TIMES, quality.times());
        cells.put(MIN_SPACING, known(quality.leastSpacing()));
        cells.put(MAX_SPACING, known(quality.greatestSpacing()));
        cells.put(MEAN_SPACING, known(quality.meanSpacing()));
        cells.put(GAPS, list(quality.gapTexts()));
        cells.put(DUPLICATES, quality.duplicates());
        cells.put(TILT, quality.tilt());
        List<String> findings =
                new ArrayList<>(stack.map(StackGeometry::spacingFindings).orElse(List.of()));
        Object others = cells.getOrDefault(FINDINGS, "");
        if (!others.equals("")) findings.add(others.toString());
        cells.put(FINDINGS, String.join("; ", findings));
    }

    private static Map<String, Object> inOrder(Map<String, Object> cells) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (String column : COLUMNS) row.put(column, cells.getOrDefault(column, ""));
        return row;
    }

    private static Map<String, Object> read(ImagePlus image) {
        Map<String, Object> cells = new LinkedHashMap<>();
        String text = image.getProp(KEY);
        if (text == null) return cells;
        text.lines().forEach(line -> {
            int colon = line.indexOf(": ");
            String column = colon < 0 ? "" : line.substring(0, colon);
            if (!KEPT.contains(column)) return;
            String cell = line.substring(colon + 2);
            double number = NUMBERS.contains(column) ? Tools.parseDouble(cell) : Double.NaN;
            cells.put(column, Double.isNaN(number) ? cell : (Object) number);
        });
        return cells;
    }

    private static Object known(double value) {
        return Double.isNaN(value) ? "" : value;
    }

    private static String list(List<String> values) {
        return values.size() > LISTED ? values.size() + " different" : String.join("; ", values);
    }
}
