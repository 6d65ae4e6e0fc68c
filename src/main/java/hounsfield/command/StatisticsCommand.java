package hounsfield.command;

import hounsfield.imagej.operation.EditPresets;
import hounsfield.imagej.operation.MeasureStatistics;
import hounsfield.imagej.operation.MeasureStatistics.Regions;
import hounsfield.imagej.view.StatisticsView;
import ij.ImagePlus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code HU Statistics...}: numbers about the values of the active image, padding left out, in the area selection or in
 * each region of the ROI Manager or of the overlay: a row each in a results table, for the stack, for each slice, or for the
 * slice that a region was drawn on. That last one is the default for a selection, as in ImageJ's Measure.
 */
public final class StatisticsCommand extends DicomCommand {
    private static final String STACK = "stack";
    private static final String CURRENT = "current slice";

    /** Creates the command, for ImageJ. */
    public StatisticsCommand() {
        super("HU Statistics");
    }

    @Override
    void execute() throws IOException {
        ImagePlus image = image();
        List<String> windows = new ArrayList<>(List.of(MeasureStatistics.NO_WINDOW));
        windows.addAll(EditPresets.names(image));
        boolean selected = MeasureStatistics.isSelected(image);
        Form form = new Form("HU Statistics")
                .choice(
                        "Scope",
                        MeasureStatistics.scopes(),
                        List.of("stack", "each slice", "current slice"),
                        selected ? CURRENT : STACK,
                        "",
                        Field.Also.NOTHING)
                .choice("Regions", Regions.labels(), Regions.SELECTION.label())
                .choice(
                        "Window",
                        windows,
                        windows,
                        MeasureStatistics.NO_WINDOW,
                        EditPresets.note(image),
                        Field.Also.WINDOW)
                .optionalNumber("Min (empty for none)")
                .optionalNumber("Max (empty for none)");
        // What was chosen last may have been for an image without a selection.
        if (selected) form.start("scope", CURRENT);
        form.fill();
        MeasureStatistics.Options options = MeasureStatistics.Options.DEFAULT
                .withScope(scope(form))
                .with(Regions.byLabel(form.text("regions")))
                .withWindow(form.text("window"))
                .between(form.optional("min"), form.optional("max"));
        working("Measuring", progress -> StatisticsView.show(MeasureStatistics.run(image, options, progress)));
    }

    private static String scope(Form form) {
        // Other regions than the selection have slices of their own.
        boolean byDefault = !form.isGiven("scope") && Regions.byLabel(form.text("regions")) != Regions.SELECTION;
        return byDefault ? STACK : form.text("scope");
    }
}
