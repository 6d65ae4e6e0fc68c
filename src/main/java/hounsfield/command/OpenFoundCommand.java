package hounsfield.command;

import hounsfield.imagej.operation.BrowseSeries;
import hounsfield.imagej.operation.ImportSeries;
import hounsfield.imagej.view.ResultView;
import ij.ImagePlus;
import ij.plugin.frame.Recorder;
import java.io.IOException;
import java.util.function.Consumer;

/** Opens a series that the browser has found, and records {@code Import DICOM Series...} for it. It is in no menu. */
final class OpenFoundCommand extends DicomCommand {
    private final BrowseSeries.Result result;
    private final int index;
    private final ImportSeries.Options options;
    private final String keys;
    private final Consumer<String> failed;
    private boolean opened;

    /**
     * @param keys the options as they are recorded
     * @param failed receives the reason if the series cannot be opened
     */
    OpenFoundCommand(
            BrowseSeries.Result result, int index, ImportSeries.Options options, String keys, Consumer<String> failed) {
        super("Import DICOM Series");
        this.result = result;
        this.index = index;
        this.options = options;
        this.keys = keys;
        this.failed = failed;
    }

    @Override
    void execute() throws IOException {
        ImportSeries.Found found = result.found();
        String recorded = "folder=[" + Recorder.fixPath(result.folder().toString()) + "] series=["
                + found.names().get(index) + "] " + keys;
        ImportSeries.Options chosen = options;
        if (!Form.isUnattended() && found.isIrregular(index)) {
            String word = ImportSeriesCommand.pickRegularize(found.geometry(index));
            chosen = options.withRegularize(word);
            recorded += " regularize=" + word;
        }
        ImagePlus image = found.open(index, chosen, progress());
        // Before the image is shown, because that is recorded too.
        if (Recorder.record) Recorder.recordString("run(\"Import DICOM Series...\", \"" + recorded.strip() + "\");\n");
        ResultView.showOpened(image, result.folder());
        opened = true;
    }

    @Override
    void showError(String message) {
        failed.accept(message);
    }

    /** Returns whether the series was opened: there was no error, and the user did not cancel. */
    boolean hasOpened() {
        return opened;
    }
}
