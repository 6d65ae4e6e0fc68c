package hounsfield.command;

import hounsfield.imagej.operation.ShowWindow;
import hounsfield.imagej.view.ResultView;
import hounsfield.imagej.view.WindowPreview;
import hounsfield.imagej.view.WindowPreview.CenterWidth;
import hounsfield.standard.Numbers;
import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * {@code HU Window...}: shows the active image through a preset, a window or VOI LUT of the current slice's file, or
 * any center and width in the image's unit. The image follows the dialog. Without {@code apply} only the display
 * changes; ImageJ has one display range for all slices. With {@code apply} the result is a new 8-bit image, in which
 * {@code file n} and {@code lut n} are those of each slice's own frame. {@code save} keeps the window as a preset of
 * the user.
 */
public final class HuWindowCommand extends DicomCommand {
    private static final String CUSTOM = ShowWindow.CUSTOM;
    private static final String DEFAULT = ShowWindow.functions().get(0);

    /**
     * The numbers that this command set last. The dialog reports them late, when the user may already have chosen
     * another preset, so other numbers in the fields mean that the user has typed.
     */
    private CenterWidth numbersSet;

    /** Creates the command, for ImageJ. */
    public HuWindowCommand() {
        super("HU Window");
    }

    @Override
    void execute() throws IOException {
        ImagePlus image = image();
        WindowPreview preview = new WindowPreview(image);
        Form form = form(image, preview);
        try {
            form.fill();
            checkNumbers(form, preview);
            ImagePlus shown = ShowWindow.run(image, options(form).saved(form.text("save")), progress());
            if (shown != image) {
                preview.restore();
                ResultView.show(image, shown);
            }
        } catch (CancellationException | IllegalArgumentException e) {
            preview.restore();
            throw e;
        }
    }

    private Form form(ImagePlus image, WindowPreview preview) {
        String preset = preview.fileWindow().orElse(CUSTOM);
        CenterWidth current = preset.equals(CUSTOM) ? preview.current() : preview.window(preset);
        List<String> names = new ArrayList<>(List.of(CUSTOM));
        List<String> labels = new ArrayList<>(List.of(CUSTOM));
        names.addAll(preview.names());
        labels.addAll(preview.labels());
        numbersSet = current;
        Form form = new Form("HU Window")
                .on(image)
                .choice("Preset", names, labels, CUSTOM, preview.note(), Field.Also.NUMBERS);
        // A slider moves by whole numbers, too coarse for parametric maps.
        if (current.width() < 20) form.decimal("Center", "40").decimal("Width", "400");
        else form.slider("Center", -1000, 1000, "40").slider("Width", 1, 3000, "400");
        return form.choice("Function", ShowWindow.functions(), DEFAULT)
                .flag("Apply to a new 8-bit image")
                .text("Save as preset named", "")
                .start("preset", preset)
                .start("center", Numbers.text(current.center()))
                .start("width", Numbers.text(current.width()))
                .start("function", DEFAULT)
                .start("apply", Field.Flag.OFF)
                .start("save", "")
                .nonBlocking()
                .listen((open, key) -> follow(open, key, preview));
    }

    /** Keeps preset and numbers consistent and shows the window. */
    private void follow(Form form, String key, WindowPreview preview) {
        if (key == null) return;
        String preset = form.text("preset");
        if (key.equals("preset") && !preset.equals(CUSTOM)) {
            CenterWidth window = preview.window(preset);
            form.set("center", Numbers.text(window.center()));
            form.set("width", Numbers.text(window.width()));
            numbersSet = window;
        } else if (!preset.equals(CUSTOM) && !numbersAre(form, numbersSet)) {
            form.set("preset", CUSTOM);
        }
        try {
            preview.show(options(form));
        } catch (IllegalArgumentException e) {
            // The user is still typing, or the slice has no such window. OK shows the error if it remains.
            IJ.showStatus(e.getMessage());
        }
    }

    private static boolean numbersAre(Form form, CenterWidth window) {
        return form.text("center").equals(Numbers.text(window.center()))
                && form.text("width").equals(Numbers.text(window.width()));
    }

    private static ShowWindow.Options options(Form form) {
        String preset = form.text("preset");
        ShowWindow.Options options = preset.equals(CUSTOM)
                ? ShowWindow.Options.of(form.number("center"), form.number("width"))
                : ShowWindow.Options.of(preset);
        return options.withFunction(form.text("function")).apply(form.isOn("apply"));
    }

    /**
     * Checks that center and width in a macro agree with its preset, since the recorder writes all three. They are
     * ignored beside a window of the file, because they belong to the file for which the macro was recorded.
     */
    private static void checkNumbers(Form form, WindowPreview preview) {
        String preset = form.text("preset");
        if (preset.equals(CUSTOM) || ShowWindow.isOfFile(preset)) return;
        CenterWidth window = preview.window(preset);
        boolean same = isEqual(form, "center", window.center()) && isEqual(form, "width", window.width());
        if (same) return;
        throw new IllegalArgumentException("\"" + preset + "\" has center " + Numbers.text(window.center())
                + " and width " + Numbers.text(window.width()) + ": give a preset, or center and width, not both");
    }

    private static boolean isEqual(Form form, String key, double number) {
        return !form.isGiven(key) || Numbers.text(form.number(key)).equals(Numbers.text(number));
    }
}
