package hounsfield.command;

import hounsfield.imagej.host.ImageJProgress;
import hounsfield.imagej.host.TableView;
import hounsfield.imagej.operation.EditPresets;
import hounsfield.imagej.operation.TabulateFolder;
import hounsfield.imagej.operation.TabulateFolder.Pixels;
import ij.IJ;
import java.io.IOException;

/**
 * {@code DICOM Folder Table...}: shows a table with one row per DICOM file of a folder, and optionally writes it as
 * CSV. The shown table has a limited number of rows; the CSV file has all rows.
 */
public final class FolderTableCommand extends DicomCommand {
    /** Creates the command, for ImageJ. */
    public FolderTableCommand() {
        super("DICOM Folder Table");
    }

    @Override
    void execute() throws IOException {
        Form form = new Form("DICOM Folder Table")
                .folder("Folder")
                .longText("Tags (all, none, or keywords)", "all")
                .choice("Pixels", Pixels.labels(), Pixels.STATISTICS.label())
                .window("Window (for fraction_in_window)", "brain", EditPresets::offered)
                .file("Save CSV as (empty for none)")
                .longText("Series Instance UIDs (empty for all)", "")
                .folder("Parts folder (empty for none)")
                .text("Shard of the parts (3/16; empty for all)", "");
        form.fill();
        TabulateFolder.Options options = TabulateFolder.Options.DEFAULT
                .withTags(form.text("tags"))
                .withPixels(form.text("pixels"))
                .withWindow(form.text("window"))
                .withSeries(form.text("series"));
        if (!form.text("save").isEmpty()) options = options.saved(form.path("save"));
        ImageJProgress progress = progress();
        if (!form.text("parts").isEmpty()) {
            String made = TabulateFolder.toParts(
                    form.path("folder"), form.path("parts"), options, form.text("shard"), progress);
            progress.status("");
            IJ.log("DICOM Folder Table: " + made);
            return;
        }
        TableView.show(TabulateFolder.run(form.path("folder"), options, progress), TabulateFolder.TABLE);
        progress.status("");
    }
}
