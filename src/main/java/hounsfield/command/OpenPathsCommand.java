package hounsfield.command;

import hounsfield.imagej.operation.EditOptions;
import hounsfield.imagej.operation.OpenPath;
import hounsfield.imagej.view.ResultView;
import ij.ImagePlus;
import ij.plugin.frame.Recorder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
            BrowserCommand.show(paths);
            return;
        }
        // Before the image is shown, because that is recorded too.
        if (Recorder.record) record();
        if (paths.size() == 1) ResultView.showOpened(image.get(), first);
        else ResultView.show(image.get());
    }

    private void record() {
        Path first = paths.get(0);
        String folder = first.toAbsolutePath().getParent().toString();
        String options =
                paths.size() > 1 ? files(folder) : (OpenPath.isFile(first) ? "path=[" : "folder=[") + first + "]";
        String command = options.startsWith("path") ? "Open DICOM..." : "Import DICOM Series...";
        options += " pixels=" + EditOptions.pixels();
        Recorder.recordString("run(\"" + command + "\", \"" + Recorder.fixPath(options) + "\");\n");
    }

    private String files(String folder) {
        String names = paths.stream().map(Path::toString).collect(Collectors.joining("|"));
        return "folder=[" + folder + "] files=[" + names + "]";
    }
}
