package hounsfield.command;

import hounsfield.imagej.operation.EditOptions;
import hounsfield.imagej.operation.OpenDicom;
import java.io.IOException;
import java.util.List;

/** {@code DICOM Options...}: the permanent choices of the user. */
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
                .flag("Hide text in the corners of images")
                .flag("Right button changes the window")
                .longText("Keys of windows", now.keys())
                .start("hide", Boolean.toString(now.hide()))
                .start("right", Boolean.toString(now.right()))
                .start("keys", now.keys())
                .start("open", Boolean.toString(now.open()))
                .start("pixels", EditOptions.pixels());
        form.fill();
        EditOptions.run(now.withOpen(form.isOn("open"))
                .withPixels(form.text("pixels"))
                .withHide(form.isOn("hide"))
                .withRight(form.isOn("right"))
                .withKeys(form.text("keys")));
        DicomDrops.install();
    }
}
