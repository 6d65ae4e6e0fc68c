package hounsfield.command;

import hounsfield.imagej.host.ImageJProgress;
import hounsfield.imagej.open.OpenSettings;
import hounsfield.imagej.open.PixelForm;
import hounsfield.imagej.open.SeriesChoice;
import hounsfield.imagej.open.SeriesOrder;
import hounsfield.imagej.operation.ImportSeries;
import hounsfield.series.Series;
import hounsfield.standard.OneLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code Import DICOM Series...}: a folder, and one of the series in it, to a volume. When there are several the user is
 * asked; a macro names one by its name, its number or its place in the list.
 */
public final class ImportSeriesCommand extends DicomCommand {
    /** Creates the command, for ImageJ. */
    public ImportSeriesCommand() {
        super("Import DICOM Series");
    }

    @Override
    void execute() throws IOException {
        Form form = new Form("Import DICOM Series")
                .folder("Folder")
                .hidden("Series")
                .choice("Pixels", PixelForm.labels(), PixelForm.CALIBRATED.label())
                .choice(
                        "Values",
                        OpenSettings.valueLabels(),
                        OpenSettings.valueLabels().get(0))
                .choice("Order of slices", SeriesOrder.labels(), SeriesOrder.POSITION.label())
                .choice(
                        "Damaged frames",
                        OpenSettings.damagedLabels(),
                        OpenSettings.damagedLabels().get(0))
                .flag("Virtual stack");
        form.fill();
        Path folder = form.path("folder");
        ImportSeries.Options options = new ImportSeries.Options(
                form.text("series"), SeriesOrder.byLabel(form.text("order")), OpenDicomCommand.settings(form));
        ImageJProgress progress = new ImageJProgress();
        if (Form.isUnattended()) {
            ImportSeries.run(folder, options, progress).show();
            return;
        }
        Series series = ask(ImportSeries.scan(folder, progress), folder);
        ImportSeries.run(folder, series, options, progress).show();
    }

    private static Series ask(SeriesChoice choice, Path folder) {
        if (choice.series().size() == 1) return choice.series().get(0);
        List<String> labels = choice.labels();
        List<String> lines = IntStream.range(0, labels.size())
                .mapToObj(i -> labels.get(i) + place(choice.series().get(i), folder))
                .toList();
        int index = Form.pick("Import DICOM Series", "Series", lines);
        Series series = choice.series().get(index);
        Form.record("series", series.name());
        return series;
    }

    /** The folder that a series' first file lies in, where that is not the chosen one. */
    private static String place(Series series, Path folder) {
        Path parent = series.files().get(0).getParent();
        if (parent == null || parent.equals(folder) || !parent.startsWith(folder)) return "";
        return ", in " + OneLine.of(folder.relativize(parent));
    }
}
