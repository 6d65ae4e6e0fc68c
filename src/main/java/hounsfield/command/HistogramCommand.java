package hounsfield.command;

import hounsfield.imagej.host.ImageJProgress;
import hounsfield.imagej.measure.ImageHistogram;
import hounsfield.imagej.measure.ImageHistogram.Source;
import hounsfield.imagej.operation.MeasureHistogram;
import hounsfield.imagej.operation.Scope;
import hounsfield.imagej.view.HistogramView;
import hounsfield.measure.Histogram;
import hounsfield.measure.HistogramBins;
import ij.ImagePlus;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * {@code HU Histogram...}: how often values occur in the active image, or in its area selection, padding left out: as a
 * plot with the bands of tissues, and as a table with a row a bin.
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
                .choice("Values", Source.labels(), Source.HU.label())
                .choice("Scope", Scope.labels(), Scope.STACK.label())
                .optionalNumber("Bins (empty: one a unit)")
                .optionalNumber("Min (empty for the least)")
                .optionalNumber("Max (empty for the greatest)")
                .flag("Log counts");
        form.fill();
        Source source = Source.byLabel(form.text("values"));
        MeasureHistogram.Options options =
                new MeasureHistogram.Options(source, Scope.byLabel(form.text("scope")), bins(form));
        ImageJProgress progress = new ImageJProgress();
        progress.status("Counting values");
        Histogram histogram = MeasureHistogram.run(image, options, progress);
        progress.status("");
        String unit = ImageHistogram.unit(image, source);
        new HistogramView(histogram, image.getTitle(), unit).show(form.isOn("log"));
    }

    private static HistogramBins bins(Form form) {
        OptionalDouble bins = form.optional("bins");
        OptionalInt count = bins.isEmpty() ? OptionalInt.empty() : OptionalInt.of(form.whole("bins", 1));
        return new HistogramBins(count, form.optional("min"), form.optional("max"));
    }
}
