package hounsfield.command;

import hounsfield.imagej.operation.EditOptions;
import hounsfield.imagej.operation.ImportSeries;
import hounsfield.imagej.operation.OpenPath;
import ij.IJ;
import ij.ImagePlus;
import ij.Menus;
import ij.plugin.frame.Recorder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Opens dropped files, and in Fiji those of File &gt; Open. It is in no menu. Several files of one series are a stack; if there
 * are several series, the user chooses.
 */
final class OpenPathsCommand extends DicomCommand {
    private final List<Path> paths;

    /** @param paths one path, or several DICOM files */
    OpenPathsCommand(List<Path> paths) {
        super("Open DICOM");
        this.paths = List.copyOf(paths);
    }

    @Override
    void execute() throws IOException {
        Path first = paths.get(0);
        Optional<ImagePlus> image =
                paths.size() == 1 ? OpenPath.run(first, progress()) : OpenPath.run(paths, progress());
        if (image.isEmpty()) {
            String pixels = EditOptions.pixels();
            BrowserCommand.show(paths, ImportSeries.Options.DEFAULT.withPixels(pixels), "pixels=" + pixels);
            return;
        }
        image.get().show();
        if (paths.size() > 1) return;
        if (IJ.getInstance() != null) Menus.addOpenRecentItem(first.toString());
        if (Recorder.record) record(first);
    }

    private static void record(Path path) {
        String command = OpenPath.isFile(path) ? "Open DICOM...\", \"path=" : "Import DICOM Series...\", \"folder=";
        Recorder.recordString("run(\"" + command + "[" + Recorder.fixPath(path.toString()) + "]\");\n");
    }
}
