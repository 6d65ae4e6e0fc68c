package hounsfield.command;

import hounsfield.imagej.operation.EditOptions;
import hounsfield.imagej.operation.OpenDicom;
import hounsfield.imagej.view.ResultView;
import java.io.IOException;
import java.nio.file.Path;

/** {@code Open DICOM...}: opens one file, single-frame or multi-frame, as a calibrated image. */
public final class OpenDicomCommand extends DicomCommand {
    /** Creates the command, for ImageJ. */
    public OpenDicomCommand() {
        super("Open DICOM");
    }

    @Override
    void execute() throws IOException {
        Form form = new Form("Open DICOM")
                .file("Path")
                .text("Frames (all, or 1-10)", "all")
                .choice("Pixels", OpenDicom.pixels(), OpenDicom.pixels().get(0))
                .choice("Values", OpenDicom.values(), OpenDicom.values().get(0))
                .choice(
                        "Damaged frames",
                        OpenDicom.damaged(),
                        OpenDicom.damaged().get(0))
                .flag("Virtual stack");
        form.suggest("pixels", EditOptions.pixels());
        form.fill();
        Path path = form.path("path");
        OpenDicom.Options options = OpenDicom.Options.DEFAULT
                .withFrames(form.text("frames"))
                .withPixels(form.text("pixels"))
                .withValues(form.text("values"))
                .withDamaged(form.text("damaged"))
                .virtual(form.isOn("virtual"));
        ResultView.showOpened(OpenDicom.run(path, options, progress()), path);
    }
}
