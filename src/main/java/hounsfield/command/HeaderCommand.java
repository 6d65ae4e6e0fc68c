package hounsfield.command;

import hounsfield.imagej.memory.Header;
import hounsfield.imagej.view.HeaderWindow;
import ij.ImagePlus;
import ij.WindowManager;
import java.awt.GraphicsEnvironment;
import java.io.IOException;

/**
 * {@code DICOM Header...}: all elements of a file, or of the active image, as a table. In a macro the rows go to a results
 * table named {@code DICOM Header}.
 */
public final class HeaderCommand extends DicomCommand {
    public HeaderCommand() {
        super("DICOM Header");
    }

    @Override
    void execute() throws IOException {
        ImagePlus image = WindowManager.getCurrentImage();
        boolean ofImage = image != null && Header.isDicom(image);
        Header header;
        if (ofImage && !Form.isUnattended()) {
            header = Header.of(image);
        } else {
            Form form = new Form("DICOM Header").file("Path");
            form.fill();
            if (form.text("path").isEmpty() && ofImage) header = Header.of(image);
            else header = Header.read(form.path("path"));
        }
        if (Form.isUnattended() || GraphicsEnvironment.isHeadless()) header.showTable();
        else HeaderWindow.show(header.title(), header.rows());
    }
}
