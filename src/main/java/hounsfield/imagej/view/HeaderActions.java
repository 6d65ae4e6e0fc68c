package hounsfield.imagej.view;

import hounsfield.imagej.host.GuiScale;
import hounsfield.imagej.host.TableView;
import hounsfield.imagej.memory.Header;
import hounsfield.imagej.operation.CompareHeaders;
import hounsfield.imagej.operation.ReadHeader;
import hounsfield.imagej.operation.TabulateElement;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Progress;
import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.io.OpenDialog;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import java.awt.Component;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.swing.JFileChooser;

/** The actions of the buttons of the header window. Each records a macro that does the same. */
final class HeaderActions {
    private HeaderActions() {}

    /** Copies a text to the clipboard. */
    static void copy(String text) {
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
        IJ.showStatus("Copied: " + text);
    }

    /**
     * Returns the macro code that reads an element of the current slice.
     *
     * @param tag {@code 0028,0030}
     * @param path the way to the element, if it is in a sequence
     */
    static String macro(String tag, Optional<String> path) {
        return path.map(way -> "call(\"hounsfield.imagej.Macros.call\", \"tagOf\", \"" + way + "\")")
                .orElse("Property.getDicomTag(\"" + tag + "\")");
    }

    /** Asks for a file and writes rows to it. */
    static void save(Component parent, Header header) {
        JFileChooser chooser = new JFileChooser(OpenDialog.getDefaultDirectory());
        chooser.setDialogTitle("Save Header as CSV");
        GuiScale.apply(chooser);
        if (chooser.showSaveDialog(parent) != JFileChooser.APPROVE_OPTION) return;
        File file = chooser.getSelectedFile();
        if (file.exists() && !IJ.showMessageWithCancel("Save Header as CSV", "Replace " + file.getName() + "?")) return;
        run(() -> TableView.save(header.table(), file.toPath()));
    }

    /** Returns the titles of the other open images that have a DICOM header. */
    static List<String> others(Optional<ImagePlus> image) {
        List<String> titles = new ArrayList<>();
        int[] ids = Optional.ofNullable(WindowManager.getIDList()).orElse(new int[0]);
        Arrays.stream(ids)
                .mapToObj(WindowManager::getImage)
                .filter(other -> other != null && other != image.orElse(null) && ReadHeader.isDicom(other))
                .forEach(other -> titles.add(other.getTitle()));
        return titles;
    }

    /** Compares a header with that of an open image, in a table. */
    static void compare(Header header, String title, String filter) {
        run(() -> {
            ImagePlus other = WindowManager.getImage(title);
            if (other == null) throw new IllegalArgumentException("\"" + title + "\" is no longer open");
            CompareHeaders.Options options = CompareHeaders.Options.DEFAULT.withFilter(filter);
            Header its = ReadHeader.run(Optional.of(other), ReadHeader.Options.DEFAULT);
            record("compare=[" + title + "]" + (filter.isBlank() ? "" : " filter=[" + filter.strip() + "]"));
            TableView.show(CompareHeaders.table(header, its, options), CompareHeaders.TABLE);
        });
    }

    /** Lists an element over all slices, and plots it if it has numbers. */
    static void overSlices(ImagePlus image, String path, Progress progress) {
        run(() -> {
            ResultsTable table = TabulateElement.run(image, path, progress);
            record("element=" + path);
            TableView.show(table, TabulateElement.TABLE);
            if (TabulateElement.hasNumbers(table)) {
                TabulateElement.plot(table, path + " of " + image.getTitle()).show();
            }
        });
    }

    private static void record(String options) {
        if (Recorder.record) Recorder.recordString("run(\"DICOM Header...\", \"" + options + "\");\n");
    }

    private interface Action {
        void run() throws IOException;
    }

    private static void run(Action action) {
        try {
            action.run();
        } catch (IOException e) {
            IJ.error("DICOM Header", DicomException.reason(e));
        } catch (IllegalArgumentException e) {
            IJ.error("DICOM Header", e.getMessage());
        }
    }
}
