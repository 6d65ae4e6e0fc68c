package hounsfield.command;

import hounsfield.imagej.operation.HandOver;
import hounsfield.imagej.view.ResultView;
import ij.ImagePlus;
import java.io.IOException;

/** {@code Hand Over DICOM...}: copies the active image into a pixel type that other plugins read correctly. */
public final class HandOverCommand extends DicomCommand {
    /** Creates the command, for ImageJ. */
    public HandOverCommand() {
        super("Hand Over DICOM");
    }

    @Override
    void execute() throws IOException {
        ImagePlus image = image();
        String first = HandOver.forms().get(0);
        Form form = new Form("Hand Over DICOM")
                .on(image)
                .choice("To", HandOver.forms(), HandOver.descriptions(), first, "", Field.Also.NOTHING);
        form.fill();
        HandOver.Options options = HandOver.Options.of(form.text("to"));
        working(image, "Copying", progress -> ResultView.show(image, HandOver.run(image, options, progress)));
    }
}
