package hounsfield.command;

import hounsfield.imagej.ImageJProgress;
import hounsfield.imagej.ImageMeasurement;
import hounsfield.imagej.ImageRegion;
import hounsfield.imagej.MeasureSettings;
import hounsfield.imagej.WindowTexts;
import hounsfield.measure.ValueRange;
import ij.IJ;
import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code HU Statistics...}: numbers about the values of the active image, padding left out, in the area selection or in
 * each region of the ROI Manager or of the overlay, for the stack or for each slice: a row each in a results table.
 */
public final class StatisticsCommand extends DicomCommand {
    private static final String STACK = "stack";
    private static final String SLICE = "slice";
    private static final String SELECTION = "selection";
    private static final String MANAGER = "manager";
    private static final String OVERLAY = "overlay";
    private static final String NO_WINDOW = "none";

    public StatisticsCommand() {
        super("HU Statistics");
    }

    @Override
    void execute() {
        ImagePlus image = IJ.getImage();
        List<String> windows = new ArrayList<>(List.of(NO_WINDOW));
        windows.addAll(WindowTexts.presets(image, ""));
        Form form = new Form("HU Statistics")
                .choice("Scope of a row", List.of(STACK, SLICE), STACK)
                .choice("Regions", List.of(SELECTION, MANAGER, OVERLAY), SELECTION)
                .choice("Window", windows, NO_WINDOW)
                .optionalNumber("Min (empty for none)")
                .optionalNumber("Max (empty for none)");
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
        MeasureSettings.Scope scope =
                form.text("scope").equals(SLICE) ? MeasureSettings.Scope.SLICE : MeasureSettings.Scope.VOLUME;
        Optional<ValueRange> inside = form.text("window").equals(NO_WINDOW)
                ? Optional.empty()
                : Optional.of(ValueRange.inside(WindowTexts.preset(image, form.text("window"))));
        ValueRange only = ValueRange.closed(
                form.optional("min").orElse(Double.NEGATIVE_INFINITY),
                form.optional("max").orElse(Double.POSITIVE_INFINITY));
        return new MeasureSettings(scope, inside, only);
    }
}
