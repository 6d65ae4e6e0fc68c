package hounsfield.command;

import hounsfield.imagej.operation.OpenNifti;
import hounsfield.imagej.view.ResultView;
import java.io.IOException;
import java.nio.file.Path;

/** {@code Open NIfTI...}: opens a NIfTI-1 file with its place in the patient. */
public final class OpenNiftiCommand extends DicomCommand {
    /** Creates the command, for ImageJ. */
    public OpenNiftiCommand() {
        super("Open NIfTI");
    }

    @Override
    void execute() throws IOException {
        Form form = new Form("Open NIfTI")
                .file("Path")
                .choice("Pixels", OpenNifti.pixels(), OpenNifti.pixels().get(0))
                .text("Unit of the values (HU; empty: as in the file)", "");
        form.fill();
        Path path = form.path("path");
        OpenNifti.Options options =
                OpenNifti.Options.DEFAULT.withPixels(form.text("pixels")).withUnit(form.text("unit"));
        ResultView.showOpened(OpenNifti.run(path, options, progress()), path);
    }
}
