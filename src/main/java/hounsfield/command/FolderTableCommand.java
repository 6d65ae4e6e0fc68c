package hounsfield.command;

import hounsfield.dataset.AtomicFile;
import hounsfield.dataset.FolderTable;
import hounsfield.dataset.TableSettings;
import hounsfield.dataset.TagSelection;
import hounsfield.imagej.display.WindowParser;
import hounsfield.imagej.files.FolderResults;
import hounsfield.imagej.host.ImageJProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code DICOM Folder Table...}: a folder to a table with one row a file, shown and, if wanted, written as CSV. The table
 * that is shown ends after so many rows as fit; the CSV file has them all.
 */
public final class FolderTableCommand extends DicomCommand {
    private static final String STATISTICS = "statistics";
    private static final String NONE = "none";

    public FolderTableCommand() {
        super("DICOM Folder Table");
    }

    @Override
    void execute() throws IOException {
        Form form = new Form("DICOM Folder Table")
                .folder("Folder")
                .longText("Tags (all, none, or keywords)", "all")
                .choice("Pixels", List.of(STATISTICS, NONE), STATISTICS)
                .text("Window (for pct_in_window)", "brain")
                .file("Save CSV as (empty for none)");
        form.fill();
        Path folder = form.path("folder");
        boolean saved = !form.text("save").isEmpty();
        if (saved) AtomicFile.checkFolder(form.path("save"));
        boolean pixels = form.text("pixels").equals(STATISTICS);
        TableSettings settings = new TableSettings(
                TagSelection.parse(form.text("tags")),
                pixels,
                WindowParser.preset(form.text("window")),
                form.text("window"));
        ImageJProgress progress = new ImageJProgress();
        try (FolderTable table = FolderTable.read(folder, settings, progress)) {
            if (saved) table.writeCsv(form.path("save"), progress);
            FolderResults.show(table, progress);
        }
        progress.status("");
    }
}
