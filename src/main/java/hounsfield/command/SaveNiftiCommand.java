package hounsfield.command;

import hounsfield.imagej.host.Messages;
import hounsfield.imagej.operation.SaveNifti;
import ij.ImagePlus;
import java.io.IOException;

/** {@code Save as NIfTI...}: writes the active image as a NIfTI-1 file with a side file. */
public final class SaveNiftiCommand extends DicomCommand {
    /** Creates the command, for ImageJ. */
    public SaveNiftiCommand() {
        super("Save as NIfTI");
    }

    @Override
    void execute() throws IOException {
        ImagePlus image = image();
        Form form = new Form("Save as NIfTI")
                .on(image)
                .file("Path (.nii.gz or .nii)")
                .flag("Regularize uneven or tilted slices");
        form.fill();
        working(image, "Saving", progress -> {
            SaveNifti.Options options = SaveNifti.Options.DEFAULT.regularize(form.isOn("regularize"));
            SaveNifti.Result saved = SaveNifti.run(image, form.path("path"), options, progress);
            Messages.summarize(
                    "Save as NIfTI",
                    saved.summary(),
                    saved.notes(),
                    saved.notes().size());
        });
    }
}
