package hounsfield.command;

import hounsfield.imagej.display.WindowParser;
import hounsfield.imagej.host.ImageJProgress;
import hounsfield.imagej.operation.MeasureStatistics;
import hounsfield.imagej.operation.MeasureStatistics.Regions;
import hounsfield.imagej.pixels.ImageRegion;
import ij.ImagePlus;
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
    void execute() {
        ImagePlus image = image();
        List<String> windows = new ArrayList<>(List.of(MeasureStatistics.NO_WINDOW));
        windows.addAll(WindowParser.presets(image, ""));
        boolean selected = ImageRegion.isSelected(image);
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
                        WindowParser.presetNote(image),
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
        ImageJProgress progress = new ImageJProgress();
        progress.status("Measuring");
        MeasureStatistics.run(image, options, progress).show();
        progress.status("");
    }

    private static String scope(Form form) {
        // Other regions than the selection have slices of their own.
        boolean byDefault = !form.isGiven("scope") && Regions.byLabel(form.text("regions")) != Regions.SELECTION;
        return byDefault ? STACK : form.text("scope");
    }
}
