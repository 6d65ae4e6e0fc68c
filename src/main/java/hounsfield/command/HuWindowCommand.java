package hounsfield.command;

import hounsfield.imagej.host.Numbers;
import hounsfield.imagej.operation.ShowWindow;
import hounsfield.imagej.view.ResultView;
import hounsfield.imagej.view.WindowPreview;
import hounsfield.imagej.view.WindowPreview.CenterWidth;
import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
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
    private static final String CUSTOM = ShowWindow.CUSTOM;
    private static final String DEFAULT = ShowWindow.functions().get(0);

    /**
     * What the fields hold if the user has not typed. News of numbers that were set comes late, when the next preset may
     * stand in the dialog already.
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
        Form form = form(preview);
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

    private Form form(WindowPreview preview) {
        String preset = preview.fileWindow().orElse(CUSTOM);
        CenterWidth current = preset.equals(CUSTOM) ? preview.current() : preview.window(preset);
        List<String> names = new ArrayList<>(List.of(CUSTOM));
        List<String> labels = new ArrayList<>(List.of(CUSTOM));
        names.addAll(preview.names());
        labels.addAll(preview.labels());
        numbersSet = current;
        Form form = new Form("HU Window").choice("Preset", names, labels, CUSTOM, preview.note(), Field.Also.NUMBERS);
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

    /** Keeps preset and numbers in step and shows the window. */
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
            // Half a number, or a slice without that window: OK will tell.
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
     * Checks that center and width, if a macro gives them beside a preset, are the preset's, as they are recorded. Those
     * beside a window of the file's are of the file that was recorded with.
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
