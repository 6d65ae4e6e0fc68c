package hounsfield.command;

import hounsfield.imagej.DisplayWindow;
import hounsfield.window.VoiLutFunction;
import hounsfield.window.Window;
import hounsfield.window.WindowPreset;
import ij.IJ;
import ij.ImagePlus;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/**
 * {@code HU Window...}: shows the active image through a window, a preset, one of the file's own, or any center and width,
 * in the image's unit. The image follows the dialog. With {@code apply} the result is a new 8-bit image, without it only
 * the display changes.
 */
public final class HuWindowCommand extends DicomCommand {
    private static final String CUSTOM = "custom";
    private static final String DEFAULT = "default";

    /**
     * What the fields hold if the user has not typed. News of numbers that were set comes late, when the next preset may
     * stand in the dialog already.
     */
    private Window numbersSet;

    public HuWindowCommand() {
        super("HU Window");
    }

    @Override
    void execute() {
        ImagePlus image = IJ.getImage();
        DisplayWindow display = DisplayWindow.of(image);
        Window current =
                display.currentFileWindow().flatMap(display::fileWindow).orElseGet(display::current);
        List<String> presets = new ArrayList<>();
        presets.add(CUSTOM);
        presets.addAll(Arrays.asList(WindowPreset.names()));
        for (int i = 1; i <= display.fileWindows().size(); i++) presets.add("file " + i);
        List<String> functions = new ArrayList<>();
        functions.add(DEFAULT);
        for (VoiLutFunction function : VoiLutFunction.values()) functions.add(label(function));
        numbersSet = current;
        Form form = new Form("HU Window").choice("Preset", presets, CUSTOM);
        // A slider moves by whole numbers, too coarse for parametric maps.
        if (current.width() < 20) form.decimal("Center", "40").decimal("Width", "400");
        else form.slider("Center", -1000, 1000, "40").slider("Width", 1, 3000, "400");
        form.choice("Function", functions, DEFAULT)
                .flag("Apply to a new 8-bit image")
                .start("preset", display.currentFileWindow().orElse(CUSTOM))
                .start("center", text(current.center()))
                .start("width", text(current.width()))
                .start("function", DEFAULT)
                .start("apply", Field.Flag.OFF)
                .nonBlocking()
                .listen((open, key) -> follow(open, key, display));
        try {
            form.fill();
            Window window = window(form, display);
            VoiLutFunction function = function(form, display);
            if (form.isOn("apply")) {
                String name = form.text("preset").equals(CUSTOM) ? "window" : form.text("preset");
                ImagePlus windowed = display.apply(window, function, image.getTitle() + " " + name);
                display.restore();
                windowed.setSlice(image.getCurrentSlice());
                windowed.show();
            } else {
                display.show(window, function);
            }
        } catch (CancellationException e) {
            display.restore();
            throw e;
        }
    }

    /** Keeps preset and numbers in step and shows the window. */
    private void follow(Form form, String key, DisplayWindow display) {
        if (key == null) return;
        String preset = form.text("preset");
        if (key.equals("preset") && !preset.equals(CUSTOM)) {
            Window window = window(form, display);
            form.set("center", text(window.center()));
            form.set("width", text(window.width()));
            numbersSet = window;
        } else if (!preset.equals(CUSTOM) && !numbersAre(form, numbersSet)) {
            form.set("preset", CUSTOM);
        }
        if (form.number("width") > 0) display.show(window(form, display), function(form, display));
    }

    private static boolean numbersAre(Form form, Window window) {
        return form.text("center").equals(text(window.center()))
                && form.text("width").equals(text(window.width()));
    }

    private static Window window(Form form, DisplayWindow display) {
        String preset = form.text("preset");
        if (preset.equals(CUSTOM)) return new Window(form.number("center"), form.number("width"));
        return display.fileWindow(preset)
                .orElseGet(() -> WindowPreset.byName(preset).window());
    }

    /** By default the file's own function for its windows, and center plus or minus half the width for all others. */
    private static VoiLutFunction function(Form form, DisplayWindow display) {
        String function = form.text("function");
        return function.equals(DEFAULT)
                ? display.fileFunction(form.text("preset")).orElse(VoiLutFunction.LINEAR_EXACT)
                : VoiLutFunction.valueOf(function.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    private static String label(VoiLutFunction function) {
        return function.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** As the dialog's fields write numbers: whole ones without a point, others to a few digits. */
    private static String text(double number) {
        if (number == Math.rint(number)) return Long.toString((long) number);
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(Math.abs(number) < 20 ? 4 : 7));
        return rounded.stripTrailingZeros().toPlainString();
    }
}
