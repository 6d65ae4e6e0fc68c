package hounsfield.command;

import hounsfield.imagej.host.TableView;
import hounsfield.imagej.operation.ReadHeader;
import hounsfield.imagej.view.HeaderWindow;
import ij.ImagePlus;
import ij.WindowManager;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code DICOM Header...}: shows all elements of a file, or of the file of the active image, in a window. In a macro,
 * the rows go to a results table named {@code DICOM Header}.
 */
public final class HeaderCommand extends DicomCommand {
    /** Creates the command, for ImageJ. */
    public HeaderCommand() {
        super("DICOM Header");
    }

    @Override
    void execute() throws IOException {
        Optional<ImagePlus> image =
                Optional.ofNullable(WindowManager.getCurrentImage()).filter(ReadHeader::isDicom);
        ReadHeader.Options options = ReadHeader.Options.DEFAULT;
        if (image.isEmpty() || Form.isUnattended()) {
            Form form = new Form("DICOM Header").file("Path");
            form.fill();
            if (image.isEmpty() || !form.text("path").isEmpty()) options = ReadHeader.Options.of(form.path("path"));
        }
        if (Form.isUnattended() || GraphicsEnvironment.isHeadless()) {
            TableView.show(ReadHeader.table(image, options), ReadHeader.TABLE);
        } else {
            HeaderWindow.show(ReadHeader.run(image, options));
        }
    }
}
