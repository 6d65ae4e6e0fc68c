package hounsfield.command;

import hounsfield.imagej.display.WindowParser;
import hounsfield.imagej.host.ImageJProgress;
import hounsfield.imagej.measure.ImageMeasurement;
import hounsfield.imagej.measure.MeasureSettings;
import hounsfield.imagej.pixels.ImageRegion;
import hounsfield.measure.ValueRange;
import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code HU Statistics...}: numbers about the values of the active image, padding left out, in the area selection or in
 * each region of the ROI Manager or of the overlay: a row each in a results table, for the stack, for each slice, or for the
 * slice that a region was drawn on. That last one is the default for a selection, as in ImageJ's Measure.
 */
public final class StatisticsCommand extends DicomCommand {
    private static final String STACK = "stack";
    private static final String SLICE = "slice";
    private static final String CURRENT = "current slice";
    private static final String SELECTION = "selection";
    private static final String MANAGER = "manager";
    private static final String OVERLAY = "overlay";
    private static final String NO_WINDOW = "none";

    public StatisticsCommand() {
        super("HU Statistics");
    }

    @Override
    void execute() {
        ImagePlus image = image();
        List<String> windows = new ArrayList<>(List.of(NO_WINDOW));
        windows.addAll(WindowParser.presets(image, ""));
        boolean selected = ImageRegion.isSelected(image);
        Form form = new Form("HU Statistics")
                .choice(
                        "Scope",
                        List.of(STACK, SLICE, CURRENT),
                        List.of("stack", "each slice", "current slice"),
                        selected ? CURRENT : STACK,
                        "")
                .choice("Regions", List.of(SELECTION, MANAGER, OVERLAY), SELECTION)
                .choice("Window", windows, windows, NO_WINDOW, WindowParser.presetNote(image))
                .optionalNumber("Min (empty for none)")
                .optionalNumber("Max (empty for none)");
        // What was chosen last may have been for an image without a selection.
        if (selected) form.start("scope", CURRENT);
        form.fill();
        List<ImageRegion> regions =
                switch (form.text("regions")) {
                    case MANAGER -> ImageRegion.managed();
                    case OVERLAY -> ImageRegion.overlaid(image);
                    default -> List.of(ImageRegion.selectionOf(image));
                };
        ImageJProgress progress = new ImageJProgress();
        progress.status("Measuring");
        ImageMeasurement.of(image, regions, settings(form, image), progress).show();
        progress.status("");
    }

    private static MeasureSettings settings(Form form, ImagePlus image) {
        Optional<ValueRange> inside = form.text("window").equals(NO_WINDOW)
                ? Optional.empty()
                : Optional.of(ValueRange.inside(WindowParser.preset(image, form.text("window"))));
        ValueRange only = ValueRange.closed(
                form.optional("min").orElse(Double.NEGATIVE_INFINITY),
                form.optional("max").orElse(Double.POSITIVE_INFINITY));
        return new MeasureSettings(scope(form), inside, only);
    }

    private static MeasureSettings.Scope scope(Form form) {
        // Other regions than the selection have slices of their own.
        boolean byDefault = !form.isGiven("scope") && !form.text("regions").equals(SELECTION);
        return switch (byDefault ? STACK : form.text("scope")) {
            case SLICE -> MeasureSettings.Scope.SLICE;
            case CURRENT -> MeasureSettings.Scope.CURRENT;
            default -> MeasureSettings.Scope.VOLUME;
        };
    }
}
