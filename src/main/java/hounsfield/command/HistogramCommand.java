package hounsfield.command;

import hounsfield.imagej.operation.MeasureHistogram;
import hounsfield.imagej.operation.Scope;
import hounsfield.imagej.view.HistogramView;
import ij.ImagePlus;
import java.io.IOException;
import java.util.OptionalInt;

/**
 * {@code HU Histogram...}: counts the values of the active image, or of its area selection, without padding. Shows a
 * plot with the bands of tissues, and a table with one row per bin.
 */
public final class HistogramCommand extends DicomCommand {
    /** Creates the command, for ImageJ. */
    public HistogramCommand() {
        super("HU Histogram");
    }

    @Override
    void execute() throws IOException {
        ImagePlus image = image();
        Form form = new Form("HU Histogram")
                .on(image)
                .choice(
                        "Values",
                        MeasureHistogram.values(),
                        MeasureHistogram.values().get(0))
                .choice("Scope", Scope.labels(), Scope.STACK.label())
                .optionalNumber("Bins (empty: one per unit)")
                .optionalNumber("Min (empty: the least value)")
                .optionalNumber("Max (empty: the greatest value)")
                .flag("Log counts");
        form.fill();
        OptionalInt bins =
                form.optional("bins").isEmpty() ? OptionalInt.empty() : OptionalInt.of(form.whole("bins", 1));
        MeasureHistogram.Options options = MeasureHistogram.Options.DEFAULT
                .withValues(form.text("values"))
                .withScope(form.text("scope"))
                .withBins(bins, form.optional("min"), form.optional("max"));
        working("Counting values", progress -> HistogramView.of(
                        image, options, MeasureHistogram.run(image, options, progress))
                .show(form.isOn("log")));
    }
}
