package hounsfield.command;

import hounsfield.imagej.host.ImageJProgress;
import hounsfield.imagej.operation.EditOptions;
import hounsfield.imagej.operation.ImportSeries;
import hounsfield.imagej.operation.OpenDicom;
import hounsfield.imagej.view.ResultView;
import ij.plugin.frame.Recorder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code Import DICOM Series...}: opens one of the series of a folder as a volume or hyperstack. If there are several,
 * the browser shows them; a macro selects one by its name, its number or its place in the list.
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
                .longText("Files in the folder", "")
                .hidden("Series")
                .choice("Pixels", OpenDicom.pixels(), OpenDicom.pixels().get(0))
                .choice("Values", OpenDicom.values(), OpenDicom.values().get(0))
                .choice(
                        "Order of slices",
                        ImportSeries.orders(),
                        ImportSeries.orders().get(0))
                .text("Axes", ImportSeries.axes().get(0))
                .choice(
                        "Incomplete volumes",
                        ImportSeries.incomplete(),
                        ImportSeries.incomplete().get(0))
                .choice(
                        "Damaged frames",
                        OpenDicom.damaged(),
                        OpenDicom.damaged().get(0))
                .flag("Virtual stack")
                .flag("Report in a table")
                .hidden("Regularize");
        form.suggest("pixels", EditOptions.pixels());
        form.fill();
        ImportSeries.Options options = ImportSeries.Options.DEFAULT
                .with(form.text("series"))
                .withOrder(form.text("order"))
                .withAxes(form.text("axes"))
                .withIncomplete(form.text("incomplete"))
                .withPixels(form.text("pixels"))
                .withValues(form.text("values"))
                .withDamaged(form.text("damaged"))
                .virtual(form.isOn("virtual"))
                .withReport(form.isOn("report"))
                .withRegularize(form.text("regularize"));
        ImageJProgress progress = progress();
        Path folder = form.text("folder").isEmpty() ? null : form.path("folder");
        List<Path> files = form.paths("files", folder);
        ImportSeries.Found found =
                files.isEmpty() ? ImportSeries.scan(form.path("folder"), progress) : ImportSeries.scan(files, progress);
        if (Form.isUnattended()) {
            ResultView.show(found.open(options, progress));
            return;
        }
        if (found.names().size() > 1) {
            // The command that opens the chosen series is recorded in place of this one.
            Recorder.disableCommandRecording();
            List<Path> paths = files.isEmpty() ? List.of(form.path("folder")) : files;
            BrowserCommand.show(paths, options, keys(form));
            return;
        }
        if (found.isIrregular(0)) {
            String word = pickRegularize(found.geometry(0));
            Form.record("regularize", word);
            options = options.withRegularize(word);
        }
        ResultView.showOpened(found.open(0, options, progress), found.folder());
    }

    /** Returns the options of the dialog about images, in the form in which they are recorded. */
    private static String keys(Form form) {
        List<String> keys = new ArrayList<>();
        for (String key : List.of("pixels", "values", "order", "axes", "incomplete", "damaged")) {
            keys.add(key + "=[" + form.text(key) + "]");
        }
        for (String flag : List.of("virtual", "report")) if (form.isOn(flag)) keys.add(flag);
        return String.join(" ", keys);
    }

    /** Returns how the user wants an uneven or tilted series resampled. */
    static String pickRegularize(String geometry) {
        List<String> words = ImportSeries.regularizations();
        String note = "The slices are uneven or tilted: " + geometry
                + ".\nWithout resampling, volumes use the positions of slices," + " but reslices are distorted.";
        return words.get(Form.pick("Import DICOM Series", note, "Resample to an even grid", words));
    }
}
