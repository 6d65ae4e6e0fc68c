package hounsfield.imagej.view;

import hounsfield.imagej.host.TableView;
import hounsfield.imagej.measure.ImageHistogram;
import hounsfield.imagej.memory.ImageUnit;
import hounsfield.imagej.operation.MeasureHistogram;
import hounsfield.measure.Histogram;
import hounsfield.measure.Tissue;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.Plot;
import ij.gui.PlotWindow;
import ij.measure.ResultsTable;
import java.awt.Color;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.util.Map;

/** A histogram as an ImageJ plot and as a table with one row per bin. */
public final class HistogramView {
    /** Title of the results table. */
    public static final String TABLE = "HU Histogram";

    private static final int LONGEST_WAIT = 1000;

    private static final Map<Tissue, Color> COLORS = Map.of(
            Tissue.AIR, new Color(0xE3E8EE),
            Tissue.LUNG, new Color(0xCFE6F5),
            Tissue.FAT, new Color(0xFFF3C4),
            Tissue.WATER, new Color(0xBFD9FF),
            Tissue.SOFT_TISSUE, new Color(0xF9D3CF),
            Tissue.BONE, new Color(0xEFE4D2),
            Tissue.METAL, new Color(0xD9D9D9));

    private final Histogram histogram;
    private final String title;
    private final String unit;

    /**
     * Returns a view of a histogram. Values in HU have tissue names.
     *
     * @param image the image
     * @param options its values that were counted
     * @param histogram the counts
     * @return a view, not shown yet
     */
    public static HistogramView of(ImagePlus image, MeasureHistogram.Options options, Histogram histogram) {
        return new HistogramView(
                histogram, image.getTitle(), ImageHistogram.unit(image, options.source(), options.slice(image)));
    }

    private HistogramView(Histogram histogram, String title, String unit) {
        this.histogram = histogram;
        this.title = title;
        this.unit = unit;
    }

    /**
     * Shows plot and table. Without a display the plot is an image that a macro can save.
     *
     * @param logarithmic whether the count axis is logarithmic
     */
    public void show(boolean logarithmic) {
        TableView.show(table(), TABLE);
        Plot plot = plot(logarithmic);
        if (GraphicsEnvironment.isHeadless()) {
            plot.getImagePlus().show();
            return;
        }
        PlotWindow window = plot.show();
        if (window != null && IJ.isMacro() && !EventQueue.isDispatchThread()) awaitFocus(window);
    }

    /**
     * Waits until the plot window has the focus. Unlike ImagePlus.show, Plot.show does not wait for its window or the focus
     * that it requests; a late focus change would deselect the image that a macro selects next. The wait is limited to
     * {@value #LONGEST_WAIT} ms, since another program may keep the focus.
     */
    private static void awaitFocus(PlotWindow window) {
        for (int wait = 0; wait < LONGEST_WAIT && !window.getCanvas().isFocusOwner(); wait += 5) IJ.wait(5);
    }

    /** {@return a table with one row per bin: lower edge, upper edge, count and, in HU, the tissue at the bin's center} */
    public ResultsTable table() {
        ResultsTable table = new ResultsTable();
        double[] edges = histogram.edges();
        long[] counts = histogram.counts();
        for (int i = 0; i < counts.length; i++) {
            table.addRow();
            table.addValue(column("From"), edges[i]);
            table.addValue(column("To"), edges[i + 1]);
            table.addValue("Count", counts[i]);
            if (isHounsfield()) {
                table.addValue(
                        "Tissue", Tissue.of(middle(edges, i)).map(Tissue::label).orElse(""));
            }
        }
        return table;
    }

    /**
     * Returns a plot of counts over values. In HU it has labeled tissue bands in the background.
     *
     * @param logarithmic whether the count axis is logarithmic
     * @return a plot without a window
     */
    public Plot plot(boolean logarithmic) {
        double[] edges = histogram.edges();
        long[] counts = histogram.counts();
        double most = 1;
        double[] x = new double[2 * counts.length + 2];
        double[] y = new double[x.length];
        // A log axis has no 0; 0.5 is below any count.
        double floor = logarithmic ? 0.5 : 0;
        x[0] = edges[0];
        y[0] = floor;
        for (int i = 0; i < counts.length; i++) {
            most = Math.max(most, counts[i]);
            x[2 * i + 1] = edges[i];
            x[2 * i + 2] = edges[i + 1];
            y[2 * i + 1] = Math.max(floor, counts[i]);
            y[2 * i + 2] = y[2 * i + 1];
        }
        x[x.length - 1] = edges[counts.length];
        y[y.length - 1] = floor;
        // Space for the tissue names above the highest count.
        double top = logarithmic ? floor * Math.pow(most / floor, 1.3) : most * 1.3;
        Plot plot = new Plot("Histogram of " + title, unit.isEmpty() ? "Value" : "Value (" + unit + ")", "Pixels");
        plot.setFrameSize(640, 320);
        plot.setLimits(edges[0], edges[counts.length], floor, top);
        plot.setAxisYLog(logarithmic);
        if (isHounsfield()) addTissues(plot, edges[0], edges[counts.length], floor, top);
        plot.setColor(new Color(0x30343B), new Color(0x4A5058));
        plot.add("filled", x, y);
        plot.setColor(Color.BLACK);
        if (isHounsfield()) addNames(plot, edges[0], edges[counts.length]);
        return plot;
    }

    private static void addTissues(Plot plot, double low, double high, double floor, double top) {
        for (Tissue tissue : Tissue.values()) {
            double from = Math.max(low, tissue.low());
            double to = Math.min(high, tissue.high());
            if (!(from < to)) continue;
            Color color = COLORS.get(tissue);
            plot.setColor(color, color);
            plot.add("filled", new double[] {from, from, to, to}, new double[] {floor, top, top, floor});
        }
    }

    /** Adds the tissue names in three alternating rows, since some bands are narrower than their names. */
    private static void addNames(Plot plot, double low, double high) {
        plot.setFontSize(12);
        plot.setJustification(Plot.CENTER);
        for (Tissue tissue : Tissue.values()) {
            double from = Math.max(low, tissue.low());
            double to = Math.min(high, tissue.high());
            if (!(from < to)) continue;
            double x = ((from + to) / 2 - low) / (high - low);
            plot.addLabel(Math.max(0.02, Math.min(0.98, x)), 0.06 + 0.055 * (tissue.ordinal() % 3), tissue.label());
        }
    }

    private boolean isHounsfield() {
        return unit.equals(ImageUnit.HU);
    }

    private String column(String name) {
        return unit.isEmpty() ? name : name + " (" + unit + ")";
    }

    private static double middle(double[] edges, int bin) {
        // A bin of width 1 from an integer holds that integer, its lower edge, rather than the center.
        return edges[bin + 1] - edges[bin] <= 1 && edges[bin] == Math.rint(edges[bin])
                ? edges[bin]
                : (edges[bin] + edges[bin + 1]) / 2;
    }
}
