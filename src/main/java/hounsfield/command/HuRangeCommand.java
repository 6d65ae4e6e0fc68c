package hounsfield.command;

import hounsfield.imagej.display.Luts;
import hounsfield.imagej.host.ImageJProgress;
import hounsfield.imagej.process.ImageRanges;
import hounsfield.imagej.view.RangePreview;
import hounsfield.window.ClosedRange;
import hounsfield.window.Outside;
import ij.IJ;
import ij.ImagePlus;
import java.util.concurrent.CancellationException;

/**
 * {@code HU Range...}: shows a range of the active image's values from end to end, or keeps only these: what lies outside
 * becomes the nearest end, black, or not a number, or all becomes a mask. An end that is not given is open. Unless it stays, a single image whose type stays
 * is changed in place and Edit&gt;Undo brings it back; stacks, masks and other types give a new image.
 */
public final class HuRangeCommand extends DicomCommand {
    public HuRangeCommand() {
        super("HU Range");
    }

    @Override
    void execute() {
        ImagePlus image = image();
        try (RangePreview preview = new RangePreview(image)) {
            Form form = new Form("HU Range")
                    .optionalNumber("Min (empty: the least value)", "-250")
                    .optionalNumber("Max (empty: the greatest value)", "250")
                    .choice("Outside", Outside.names(), Outside.UNCHANGED.label())
                    .choice("Lut", Luts.names(), Luts.UNCHANGED)
                    .preview((open, key) -> {
                        if (open.isPreviewOn()) show(preview, open);
                        else preview.hide();
                    });
            try {
                form.fill();
            } finally {
                preview.hide();
            }
            run(
                    image,
                    ImageRanges.of(image, form.optional("min"), form.optional("max")),
                    Outside.byName(form.text("outside")),
                    form.text("lut"));
        }
    }

    private static void run(ImagePlus image, ClosedRange range, Outside outside, String lut) {
        if (outside == Outside.UNCHANGED) {
            ImageRanges.show(image, range);
            Luts.apply(image, lut);
            return;
        }
        if (!image.lock()) throw new CancellationException();
        try {
            ImageJProgress progress = new ImageJProgress();
            ImagePlus result = ImageRanges.keep(image, range, outside, progress);
            Luts.apply(result, lut);
            ImageRanges.put(image, result, outside);
            progress.status("");
        } finally {
            image.unlock();
        }
    }

    private static void show(RangePreview preview, Form form) {
        try {
            ClosedRange range = preview.range(form.optional("min"), form.optional("max"));
            preview.show(range, Outside.byName(form.text("outside")), form.text("lut"));
        } catch (IllegalArgumentException e) {
            // A number is half typed.
            preview.hide();
            IJ.showStatus(e.getMessage());
        }
    }
}
