package hounsfield.command;

import hounsfield.imagej.operation.EditOptions;
import hounsfield.imagej.operation.OpenDicom;
import java.io.IOException;
import java.util.List;

/** {@code DICOM Options...}: what the user decides for good. */
public final class OptionsCommand extends DicomCommand {
    /** The forms of pixels that hold real values. */
    private static final List<String> PIXELS = OpenDicom.pixels().subList(0, 2);

    /** Creates the command, for ImageJ. */
    public OptionsCommand() {
        super("DICOM Options");
    }

    @Override
    void execute() throws IOException {
        EditOptions.Options now = EditOptions.current();
        Form form = new Form("DICOM Options")
                .flag("Open DICOM files with Hounsfield")
                .choice("Pixels of dialogs and dropped files", PIXELS, PIXELS.get(0))
                .start("open", Boolean.toString(now.open()))
                .start("pixels", EditOptions.pixels());
        form.fill();
        EditOptions.run(now.withOpen(form.isOn("open")).withPixels(form.text("pixels")));
        DicomDrops.install();
    }
}
