package hounsfield.command;

import hounsfield.imagej.operation.ViewOrthogonally;
import hounsfield.imagej.view.LinkedViews;
import ij.ImagePlus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code Orthogonal DICOM Views}: shows the active image in the axial, coronal and sagittal planes of the patient, linked by a
 * cross. Asks first if slices are uneven or tilted, because the views then show values between the slices, and if the views take
 * much memory.
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
        List<String> notes = Form.isUnattended() ? List.of() : notes(image);
        List<String> views = ViewOrthogonally.views();
        Form form = new Form("Orthogonal DICOM Views")
                .on(image)
                .choice("View", views, views, ViewOrthogonally.ALL, String.join("\n", notes), Field.Also.NOTHING)
                .decimal("Edge (mm, 0 for the finest)", "0");
        ViewOrthogonally.Options options = ViewOrthogonally.Options.DEFAULT;
        if (Form.isUnattended() || !notes.isEmpty()) {
            form.fill();
            options = options.withView(form.text("view")).withEdge(form.number("edge"));
        }
        ViewOrthogonally.Options chosen = options;
        working(image, "Resampling", progress -> LinkedViews.show(ViewOrthogonally.run(image, chosen, progress)));
    }

    /** Returns what the user should know before the views are made. */
    private static List<String> notes(ImagePlus image) {
        List<String> notes = new ArrayList<>(ViewOrthogonally.findings(image));
        if (!notes.isEmpty()) notes.add("The views show each point at its true position.");
        ViewOrthogonally.memory(image, ViewOrthogonally.Options.DEFAULT).ifPresent(notes::add);
        return notes;
    }
}
