package hounsfield.command;

import hounsfield.imagej.host.ImageJProgress;
import hounsfield.imagej.open.DicomOpener;
import hounsfield.imagej.open.FrameRange;
import hounsfield.imagej.open.OpenSettings;
import hounsfield.imagej.open.PixelForm;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;

/** {@code Open DICOM...}: one file, single or multi-frame, to a calibrated image. */
public final class OpenDicomCommand extends DicomCommand {
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
        FrameRange frames = FrameRange.parse(form.text("frames"));
        OpenSettings settings = OpenSettings.DEFAULT
                .with(PixelForm.byLabel(form.text("pixels")))
                .withValues(form.text("values"))
                .withDamaged(form.text("damaged"))
                .virtual(form.isOn("virtual"));
        ImagePlus image = DicomOpener.open(path, frames, settings, new ImageJProgress());
        image.show();
    }
}
