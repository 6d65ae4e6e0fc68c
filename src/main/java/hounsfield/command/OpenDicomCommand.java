package hounsfield.command;

import hounsfield.imagej.host.ImageJProgress;
import hounsfield.imagej.open.FrameRange;
import hounsfield.imagej.open.OpenSettings;
import hounsfield.imagej.open.PixelForm;
import hounsfield.imagej.operation.OpenDicom;
import java.io.IOException;
import java.nio.file.Path;

/** {@code Open DICOM...}: one file, single or multi-frame, to a calibrated image. */
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
                .choice("Pixels", PixelForm.labels(), PixelForm.CALIBRATED.label())
                .choice(
                        "Values",
                        OpenSettings.valueLabels(),
                        OpenSettings.valueLabels().get(0))
                .choice(
                        "Damaged frames",
                        OpenSettings.damagedLabels(),
                        OpenSettings.damagedLabels().get(0))
                .flag("Virtual stack");
        form.fill();
        Path path = form.path("path");
        OpenDicom.Options options = OpenDicom.Options.DEFAULT
                .with(FrameRange.parse(form.text("frames")))
                .with(settings(form));
        OpenDicom.run(path, options, new ImageJProgress()).show();
    }

    /** The options that opening files and series have in common. */
    static OpenSettings settings(Form form) {
        return OpenSettings.of(form.text("pixels"), form.text("values"), form.text("damaged"), form.isOn("virtual"));
    }
}
