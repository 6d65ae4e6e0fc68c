package hounsfield.command;

import hounsfield.imagej.operation.KeepRange;
import hounsfield.imagej.operation.ShowLut;
import hounsfield.imagej.view.RangePreview;
import hounsfield.imagej.view.ResultView;
import hounsfield.standard.Numbers;
import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;

/**
 * {@code HU Range...}: shows a range of the active image's values from black to white, or keeps only these values.
 * Values outside become the nearest end, black or NaN, or the result is a mask. An end that is not given is open. If
 * values change, a single image that keeps its type is changed in place, and Edit&gt;Undo restores it; stacks, masks
 * and other types give a new image.
 */
public final class HuRangeCommand extends DicomCommand {
    private static final Field.Also LUTS = new Field.Also("a table of ImageJ's luts folder", ShowLut::isName);

    /** Creates the command, for ImageJ. */
    public HuRangeCommand() {
        super("HU Range");
    }

    @Override
    void execute() throws IOException {
        ImagePlus image = image();
        try (RangePreview preview = new RangePreview(image)) {
            Form form = new Form("HU Range")
                    .on(image)
                    .optionalNumber("Min (empty: the least value)")
                    .optionalNumber("Max (empty: the greatest value)")
                    .choice(
                            "Outside",
                            KeepRange.outsides(),
                            KeepRange.outsides().get(0))
                    .choice(
                            "Lut",
                            KeepRange.luts(),
                            KeepRange.luts(),
                            KeepRange.luts().get(0),
                            "",
                            LUTS)
                    .preview((open, key) -> {
                        if (open.isPreviewOn()) follow(preview, open);
                        else preview.hide();
                    });
            double[] shown = KeepRange.shown(image);
            form.start("min", Numbers.text(shown[0])).start("max", Numbers.text(shown[1]));
            try {
                form.fill();
            } finally {
                preview.hide();
            }
            KeepRange.Options options = options(form);
            working(image, "", progress -> show(image, KeepRange.run(image, options, progress), options));
        }
    }

    private static void show(ImagePlus image, ImagePlus result, KeepRange.Options options) {
        if (result == image) return;
        if (options.isMask()) ResultView.show(image, result);
        else ResultView.replace(image, result);
    }

    private static KeepRange.Options options(Form form) {
        return KeepRange.Options.DEFAULT
                .between(form.optional("min"), form.optional("max"))
                .withOutside(form.text("outside"))
                .withLut(form.text("lut"));
    }

    private static void follow(RangePreview preview, Form form) {
        try {
            preview.show(options(form));
        } catch (IllegalArgumentException e) {
            // The user is still typing a number.
            preview.hide();
            IJ.showStatus(e.getMessage());
        }
    }
}
