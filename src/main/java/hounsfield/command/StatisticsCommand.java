package hounsfield.command;

import hounsfield.imagej.operation.EditPresets;
import hounsfield.imagej.operation.MeasureStatistics;
import hounsfield.imagej.operation.MeasureStatistics.Regions;
import hounsfield.imagej.view.StatisticsView;
import ij.ImagePlus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code HU Statistics...}: measures the active image without padding, in the area selection or in each region of the
 * ROI Manager or overlay. Adds one row per region to a results table: for the stack, for each slice, or for the slice
 * on which the region was drawn. The current slice is the default for a selection, as in ImageJ's Measure.
 */
public final class StatisticsCommand extends DicomCommand {
    private static final String STACK = MeasureStatistics.scopes().get(0);
    private static final String CURRENT = MeasureStatistics.CURRENT_SLICE;

    /** Creates the command, for ImageJ. */
    public StatisticsCommand() {
        super("HU Statistics");
    }

    @Override
    void execute() throws IOException {
        ImagePlus image = image();
        List<String> windows = new ArrayList<>(List.of(MeasureStatistics.NO_WINDOW));
        windows.addAll(EditPresets.names(image));
        Map<String, String> presets = EditPresets.offered();
        List<String> shown =
                windows.stream().map(name -> presets.getOrDefault(name, name)).toList();
        boolean selected = MeasureStatistics.isSelected(image);
        Form form = new Form("HU Statistics")
                .on(image)
                .choice(
                        "Scope",
                        MeasureStatistics.scopes(),
                        List.of(STACK, "each slice", CURRENT),
                        selected ? CURRENT : STACK,
                        "",
                        Field.Also.NOTHING)
                .choice("Regions", Regions.labels(), Regions.SELECTION.label())
                .choice(
                        "Window",
                        windows,
                        shown,
                        MeasureStatistics.NO_WINDOW,
                        EditPresets.note(image),
                        Field.Also.WINDOW)
                .optionalNumber("Min (empty for none)")
                .optionalNumber("Max (empty for none)");
        // The last choice may have been for an image without a selection.
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
        // Regions of the ROI Manager and overlay have their own slices.
        boolean byDefault = !form.isGiven("scope") && Regions.byLabel(form.text("regions")) != Regions.SELECTION;
        return byDefault ? STACK : form.text("scope");
    }
}
