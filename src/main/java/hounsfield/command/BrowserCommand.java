package hounsfield.command;

import hounsfield.imagej.browser.BrowserActions;
import hounsfield.imagej.browser.BrowserFrame;
import hounsfield.imagej.host.HelpPage;
import hounsfield.imagej.operation.BrowseSeries;
import hounsfield.imagej.operation.EditOptions;
import hounsfield.imagej.operation.ImportSeries;
import ij.IJ;
import ij.Macro;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** {@code DICOM Browser}: a window with the series of a folder, from which they are opened. */
public final class BrowserCommand extends DicomCommand {
    /** Creates the command, for ImageJ. */
    public BrowserCommand() {
        super("DICOM Browser");
    }

    @Override
    void execute() {
        List<Path> paths = List.of();
        if (Macro.getOptions() != null || GraphicsEnvironment.isHeadless()) {
            Form form = new Form("DICOM Browser").hidden("Path");
            form.fill();
            if (!form.text("path").isEmpty()) paths = List.of(form.path("path"));
        }
        if (GraphicsEnvironment.isHeadless()) {
            throw new IllegalArgumentException(
                    "the browser needs a display; Import DICOM Series... opens series without one");
        }
        show(paths);
    }

    /** Shows the browser, which opens series in the form of {@code DICOM Options...}. */
    static void show(List<Path> paths) {
        String pixels = EditOptions.pixels();
        show(paths, ImportSeries.Options.DEFAULT.withPixels(pixels), "pixels=" + pixels);
    }

    /**
     * Shows the browser.
     *
     * @param paths the folders and files to scan; empty to show the last scan
     * @param options the options with which it opens series
     * @param keys the same as keys of {@code Import DICOM Series...}, for the recorder
     */
    static void show(List<Path> paths, ImportSeries.Options options, String keys) {
        EventQueue.invokeLater(() -> BrowserFrame.show(new Actions(options, keys), paths));
    }

    private record Actions(ImportSeries.Options options, String keys) implements BrowserActions {
        @Override
        public void open(BrowseSeries.Result result, List<Integer> series, boolean virtual, Consumer<String> failed) {
            start(() -> {
                for (int index : series) if (!opens(result, index, virtual, failed)) return;
            });
        }

        @Override
        public void table(BrowseSeries.Result result, List<Integer> series) {
            askFor(result, series, "DICOM Folder Table");
        }

        @Override
        public void export(BrowseSeries.Result result, List<Integer> series) {
            askFor(result, series, "DICOM Batch Export");
        }

        @Override
        public void handOver(BrowseSeries.Result result, List<Integer> series, Consumer<String> failed) {
            start(() -> {
                for (int index : series) {
                    if (!opens(result, index, false, failed)) return;
                    IJ.run("Hand Over DICOM...");
                }
            });
        }

        @Override
        public void help() {
            HelpPage.show("DICOM Browser");
        }

        /** Opens a series and returns whether it is open: there was no error, and the user did not cancel. */
        private boolean opens(BrowseSeries.Result result, int index, boolean virtual, Consumer<String> failed) {
            boolean also = virtual && !options.isVirtual();
            OpenFoundCommand command = new OpenFoundCommand(
                    result, index, also ? options.virtual(true) : options, keys + (also ? " virtual" : ""), failed);
            command.run("");
            return command.hasOpened();
        }

        /** Shows the dialog of a command, filled in with the folder of the series and their UIDs. */
        private static void askFor(BrowseSeries.Result result, List<Integer> series, String command) {
            start(() -> {
                Map<String, String> values = Map.of(
                        "folder", result.folder(series).toString(),
                        "series", String.join(", ", result.uids(series)));
                DialogMemory.prepare(command, values);
                IJ.run(command + "...");
            });
        }

        private static void start(Runnable action) {
            new Thread(action, "hounsfield-browser-action").start();
        }
    }
}
