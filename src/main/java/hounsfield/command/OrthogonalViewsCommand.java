package hounsfield.command;

import hounsfield.imagej.operation.ViewOrthogonally;
import hounsfield.imagej.view.LinkedViews;
import ij.ImagePlus;
import java.io.IOException;
import java.util.List;

/**
 * {@code Orthogonal DICOM Views}: shows the active image in the axial, coronal and sagittal planes of the patient, linked by a
 * cross. Asks first if slices are uneven or tilted, because the views then show values between the slices.
 */
public final class OrthogonalViewsCommand extends DicomCommand {
    /** Creates the command, for ImageJ. */
    public OrthogonalViewsCommand() {
        super("Orthogonal DICOM Views");
    }

    @Override
    void execute() throws IOException {
        ImagePlus image = image();
        // Macros have answered with their keys.
        List<String> findings = Form.isUnattended() ? List.of() : ViewOrthogonally.findings(image);
        String note = findings.isEmpty() ? "" : String.join("\n", findings) + "\nThe views are at the true places.";
        List<String> views = ViewOrthogonally.views();
        Form form = new Form("Orthogonal DICOM Views")
                .choice("View", views, views, ViewOrthogonally.ALL, note, Field.Also.NOTHING)
                .decimal("Edge (mm, 0 for the finest)", "0");
        ViewOrthogonally.Options options = ViewOrthogonally.Options.DEFAULT;
        if (Form.isUnattended() || !findings.isEmpty()) {
            form.fill();
            options = options.withView(form.text("view")).withEdge(form.number("edge"));
        }
        ViewOrthogonally.Options chosen = options;
        working(image, "Resampling", progress -> LinkedViews.show(ViewOrthogonally.run(image, chosen, progress)));
    }
}
