package hounsfield.imagej.operation;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.imagej.host.TableView;
import hounsfield.imagej.process.SliceHeader;
import hounsfield.parse.HeaderRows;
import hounsfield.standard.Tag;
import hounsfield.standard.TagName;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.Memory;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lists the value of one element in the headers of all slices of an image. */
public final class TabulateElement {
    /** Title of the table. */
    public static final String TABLE = "DICOM Element";

    private static final String SLICE = "Slice";
    private static final String[] COLORS = {"blue", "red", "#00a000", "black", "magenta", "orange"};

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");

    private TabulateElement() {}

    /**
     * Lists the values of an element. In a multi-frame file, an element without sequences that is not at the top level is searched in
     * the functional groups of the frame.
     *
     * @param image an image with DICOM headers
     * @param name keyword or tag, preceded by its sequences
     * @param progress reports slices and cancels
     * @return a table with the number of the slice and a column for each value, named like {@code ImagePositionPatient[2]}
     *     if there are several; numbers where the text is one, empty cells where the element is absent; not shown
     * @throws IOException if the file of a slice exists and cannot be read, or a value is damaged
     * @throws IllegalArgumentException if there is no such keyword, or a slice has no DICOM header
     */
    public static ResultsTable run(ImagePlus image, String name, Progress progress) throws IOException {
        List<TagName> steps = TagName.path(name);
        return Memory.guarded(() -> {
            SliceHeader headers = new SliceHeader(image);
            int slices = image.getStackSize();
            List<String[]> values = new ArrayList<>();
            for (int slice = 1; slice <= slices; slice++) {
                progress.check();
                values.add(value(headers.of(slice), steps).split("\\\\", -1));
                progress.update(slice, slices);
            }
            ResultsTable table = new ResultsTable();
            TableView.append(rows(values, name), table);
            return table;
        });
    }

    private static List<Map<String, Object>> rows(List<String[]> values, String name) {
        int most = values.stream().mapToInt(each -> each.length).max().orElse(1);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String[] each : values) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put(SLICE, rows.size() + 1);
            for (int i = 0; i < most; i++) {
                String text = i < each.length ? each[i].strip() : "";
                Object cell = NUMBER.matcher(text).matches() ? (Object) Double.valueOf(text) : text;
                row.put(most == 1 ? name : name + "[" + i + "]", cell);
            }
            rows.add(row);
        }
        return rows;
    }

    private static String value(SliceHeader.Named header, List<TagName> steps) throws DicomException {
        String value = ReadHeader.value(header, steps);
        if (!value.isEmpty() || steps.size() > 1) return value;
        int tag = steps.get(0).tag();
        DataSet dataSet = header.dataSet();
        for (int sequence : List.of(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE)) {
            List<DataSet> groups = dataSet.items(sequence);
            int item = sequence == Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE ? 0 : header.frame();
            if (item >= groups.size()) continue;
            for (Element macro : groups.get(item)) {
                for (DataSet each : macro.items()) {
                    Optional<Element> found = each.find(tag);
                    if (found.isPresent()) return text(found.get(), each, header.name());
                }
            }
        }
        return "";
    }

    private static String text(Element element, DataSet dataSet, String file) throws DicomException {
        try {
            return HeaderRows.text(element, dataSet);
        } catch (DicomException e) {
            throw e.at(Location.ofFile(file));
        }
    }

    /**
     * Returns whether a table has numbers to plot.
     *
     * @param table a table of {@link #run}
     * @return whether {@link #plot} makes a plot
     */
    public static boolean hasNumbers(ResultsTable table) {
        for (String heading : table.getHeadings()) {
            if (!heading.equals(SLICE) && curve(table, heading).isPresent()) return true;
        }
        return false;
    }

    /** Returns the numbers of a column, NaN between them where there are none; empty if it has no number at all. */
    private static Optional<double[]> curve(ResultsTable table, String heading) {
        double[] values = new double[table.size()];
        boolean found = false;
        for (int row = 0; row < values.length; row++) {
            boolean number = NUMBER.matcher(table.getStringValue(heading, row)).matches();
            values[row] = number ? table.getValue(heading, row) : Double.NaN;
            found |= number;
        }
        return found ? Optional.of(values) : Optional.empty();
    }

    /**
     * Plots the numbers of a table over the slices.
     *
     * @param table a table of {@link #run}
     * @param title of the plot
     * @return the plot, not shown; a curve for each column of numbers
     * @throws IllegalArgumentException if no column has a number
     */
    public static Plot plot(ResultsTable table, String title) {
        Plot plot = new Plot(title, SLICE, "");
        double[] slices = table.getColumn(SLICE);
        List<String> legend = new ArrayList<>();
        for (String heading : table.getHeadings()) {
            Optional<double[]> values = heading.equals(SLICE) ? Optional.empty() : curve(table, heading);
            if (values.isEmpty()) continue;
            String color = COLORS[legend.size() % COLORS.length];
            plot.setColor(color, color);
            plot.add("connected", slices, values.get());
            legend.add(heading);
        }
        if (legend.isEmpty()) throw new IllegalArgumentException("there are no numbers to plot");
        plot.setColor("black");
        if (legend.size() == 1) plot.setXYLabels(SLICE, legend.get(0));
        else plot.addLegend(String.join("\n", legend));
        plot.setLimitsToFit(false);
        return plot;
    }
}
