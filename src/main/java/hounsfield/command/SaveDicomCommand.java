package hounsfield.command;

import hounsfield.imagej.host.Messages;
import hounsfield.imagej.operation.SaveDicom;
import ij.ImagePlus;
import java.io.IOException;

/** {@code Save as DICOM...}: writes the active image as new DICOM files, derived from the files that it was opened from. */
public final class SaveDicomCommand extends DicomCommand {
    /** Creates the command, for ImageJ. */
    public SaveDicomCommand() {
        super("Save as DICOM");
    }

    @Override
    void execute() throws IOException {
        ImagePlus image = image();
        Form form = new Form("Save as DICOM")
                .on(image)
                .folder("Path (a new folder; a file for one object)")
                .choice("Form", SaveDicom.forms(), SaveDicom.forms().get(0))
                .choice(
                        "Compress",
                        SaveDicom.compressions(),
                        SaveDicom.compressions().get(0))
                .choice(
                        "Values of 32 bits",
                        SaveDicom.values(),
                        SaveDicom.values().get(0))
                .text("Description (what was done; empty for none)", "");
        form.fill();
        SaveDicom.Options options = SaveDicom.Options.DEFAULT
                .withForm(form.text("form"))
                .withCompression(form.text("compress"))
                .withValues(form.text("values"))
                .withDescription(form.text("description"));
        working(image, "Saving", progress -> {
            SaveDicom.Result saved = SaveDicom.run(image, form.path("path"), options, progress);
            Messages.summarize(
                    "Save as DICOM",
                    saved.summary(),
                    saved.notes(),
                    saved.notes().size());
        });
    }
}
