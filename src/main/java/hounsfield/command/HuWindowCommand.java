package hounsfield.command;

import hounsfield.imagej.display.DisplayWindow;
import hounsfield.imagej.display.WindowPresets;
import hounsfield.imagej.host.ImageJProgress;
import hounsfield.imagej.host.Numbers;
import hounsfield.imagej.operation.ShowWindow;
import hounsfield.window.VoiLutFunction;
import hounsfield.window.VoiTransform;
import hounsfield.window.Window;
import hounsfield.window.WindowName;
import ij.IJ;
import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * {@code HU Window...}: shows the active image through a window or table, a preset, one of the current slice's file, or any
 * center and width, in the image's unit. The image follows the dialog. With {@code apply} the result is a new 8-bit image,
 * without it only the display changes, for which ImageJ has one range for all slices. Burnt in, the file's first window or
 * table is that of each slice's own frame. {@code save} keeps the window as a preset of the user's.
 */
public final class HuWindowCommand extends DicomCommand {
    private static final String CUSTOM = WindowName.CUSTOM;
    private static final String DEFAULT = VoiLutFunction.DEFAULT;

    /**
     * What the fields hold if the user has not typed. News of numbers that were set comes late, when the next preset may
     * stand in the dialog already.
     */
    private Window numbersSet;

    /** Creates the command, for ImageJ. */
    public HuWindowCommand() {
        super("HU Window");
    }

    @Override
    void execute() {
        ImagePlus image = image();
        DisplayWindow display = DisplayWindow.of(image);
        Form form = form(display);
        try {
            form.fill();
            checkNumbers(form, display);
            ShowWindow.Options options = options(form);
            VoiTransform grey = options.transform(display);
            if (!form.text("save").isEmpty()) {
                WindowPresets.save(form.text("save"), DisplayWindow.windowOf(grey));
            }
            ImagePlus shown = ShowWindow.run(image, options, new ImageJProgress());
            if (shown != image) {
                display.restore();
                shown.show();
                shown.setSlice(image.getCurrentSlice());
            }
        } catch (CancellationException | IllegalArgumentException e) {
            display.restore();
            throw e;
        }
    }

    private Form form(DisplayWindow display) {
        String preset = display.currentFileWindow().orElse(CUSTOM);
        Window current = preset.equals(CUSTOM) ? display.current() : DisplayWindow.windowOf(display.grey(preset));
        List<String> names = new ArrayList<>(List.of(CUSTOM));
        List<String> labels = new ArrayList<>(List.of(CUSTOM));
        for (DisplayWindow.Choice choice : display.choices()) {
            names.add(choice.name());
            labels.add(choice.label());
        }
        List<String> functions = VoiLutFunction.labels();
        numbersSet = current;
        Form form = new Form("HU Window").choice("Preset", names, labels, CUSTOM, display.note(), Field.Also.NUMBERS);
        // A slider moves by whole numbers, too coarse for parametric maps.
        if (current.width() < 20) form.decimal("Center", "40").decimal("Width", "400");
        else form.slider("Center", -1000, 1000, "40").slider("Width", 1, 3000, "400");
        return form.choice("Function", functions, DEFAULT)
                .flag("Apply to a new 8-bit image")
                .text("Save as preset named", "")
                .start("preset", preset)
                .start("center", Numbers.text(current.center()))
                .start("width", Numbers.text(current.width()))
                .start("function", DEFAULT)
                .start("apply", Field.Flag.OFF)
                .start("save", "")
                .nonBlocking()
                .listen((open, key) -> follow(open, key, display));
    }

    /** Keeps preset and numbers in step and shows the window. */
    private void follow(Form form, String key, DisplayWindow display) {
        if (key == null) return;
        String preset = form.text("preset");
        if (key.equals("preset") && !preset.equals(CUSTOM)) {
            Window window = DisplayWindow.windowOf(display.grey(preset));
            form.set("center", Numbers.text(window.center()));
            form.set("width", Numbers.text(window.width()));
            numbersSet = window;
        } else if (!preset.equals(CUSTOM) && !numbersAre(form, numbersSet)) {
            form.set("preset", CUSTOM);
        }
        try {
            display.show(options(form).transform(display));
        } catch (IllegalArgumentException e) {
            // Half a number, or a slice without that window: OK will tell.
            IJ.showStatus(e.getMessage());
        }
    }

    private static boolean numbersAre(Form form, Window window) {
        return form.text("center").equals(Numbers.text(window.center()))
                && form.text("width").equals(Numbers.text(window.width()));
    }

    private static ShowWindow.Options options(Form form) {
        String preset = form.text("preset");
        ShowWindow.Options options = preset.equals(CUSTOM)
                ? ShowWindow.Options.of(new Window(form.number("center"), form.number("width")))
                : ShowWindow.Options.of(preset);
        return options.withFunction(form.text("function")).apply(form.isOn("apply"));
    }

    /**
     * Checks that center and width, if a macro gives them beside a preset, are the preset's, as they are recorded. Those
     * beside a window of the file's are of the file that was recorded with.
     */
    private static void checkNumbers(Form form, DisplayWindow display) {
        String preset = form.text("preset");
        if (preset.equals(CUSTOM) || WindowName.of(preset).isOfFile()) return;
        Window window = DisplayWindow.windowOf(display.grey(preset));
        boolean same = isEqual(form, "center", window.center()) && isEqual(form, "width", window.width());
        if (same) return;
        throw new IllegalArgumentException("\"" + preset + "\" has center " + Numbers.text(window.center())
                + " and width " + Numbers.text(window.width()) + ": give a preset, or center and width, not both");
    }

    private static boolean isEqual(Form form, String key, double number) {
        return !form.isGiven(key) || Numbers.text(form.number(key)).equals(Numbers.text(number));
    }
}
