package hounsfield.command;

import hounsfield.imagej.host.TableView;
import hounsfield.imagej.operation.CompareHeaders;
import hounsfield.imagej.operation.ReadHeader;
import hounsfield.imagej.operation.TabulateElement;
import hounsfield.imagej.view.HeaderWindow;
import ij.ImagePlus;
import ij.WindowManager;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code DICOM Header...}: shows all elements of a file, or of the file of the active image, in a window. In a macro,
 * the rows go to a results table named {@code DICOM Header}; other keys compare two headers, or list one element over all
 * slices.
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
            Form form = new Form("DICOM Header")
                    .file("Path")
                    .hidden("Filter")
                    .hidden("Compare")
                    .hidden("Differing")
                    .hidden("Element");
            form.fill();
            boolean listed = !form.text("element").isEmpty();
            if (!listed && (image.isEmpty() || !form.text("path").isEmpty())) {
                options = ReadHeader.Options.of(form.path("path"));
            }
            options = options.withFilter(form.text("filter"));
            if (listed) {
                list(form.text("element"));
                return;
            }
            if (!form.text("compare").isEmpty()) {
                compare(image, options, form);
                return;
            }
        }
        if (Form.isUnattended() || GraphicsEnvironment.isHeadless()) {
            TableView.show(ReadHeader.table(image, options), ReadHeader.TABLE);
        } else {
            boolean ofImage = options.path().isEmpty();
            HeaderWindow.show(image.filter(open -> ofImage), ReadHeader.run(image, options));
        }
    }

    /** Compares with the header of an open image of this title, else with that of a file. */
    private static void compare(Optional<ImagePlus> image, ReadHeader.Options options, Form form) throws IOException {
        CompareHeaders.Options listed =
                CompareHeaders.Options.DEFAULT.withFilter(options.filter()).differing(form.isGiven("differing"));
        Optional<ImagePlus> other = Optional.ofNullable(WindowManager.getImage(form.text("compare")));
        ReadHeader.Options ofOther =
                other.isPresent() ? ReadHeader.Options.DEFAULT : ReadHeader.Options.of(form.path("compare"));
        TableView.show(
                CompareHeaders.table(
                        ReadHeader.run(image, options.withFilter("")), ReadHeader.run(other, ofOther), listed),
                CompareHeaders.TABLE);
    }

    private void list(String element) throws IOException {
        ImagePlus image = image();
        working("Reading headers", progress -> {
            TableView.show(TabulateElement.run(image, element, progress), TabulateElement.TABLE);
        });
    }
}
