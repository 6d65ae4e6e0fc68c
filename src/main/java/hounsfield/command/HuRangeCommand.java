package hounsfield.command;

import hounsfield.imagej.display.Luts;
import hounsfield.imagej.host.ImageJProgress;
import hounsfield.imagej.operation.KeepRange;
import hounsfield.imagej.process.ImageRanges;
import hounsfield.imagej.view.RangePreview;
import hounsfield.window.ClosedRange;
import hounsfield.window.Outside;
import hounsfield.work.Progress;
import ij.IJ;
import ij.ImagePlus;
import java.util.concurrent.CancellationException;

/**
 * {@code HU Range...}: shows a range of the active image's values from end to end, or keeps only these: what lies outside
 * becomes the nearest end, black, or not a number, or all becomes a mask. An end that is not given is open. Unless it stays, a single image whose type stays
 * is changed in place and Edit&gt;Undo brings it back; stacks, masks and other types give a new image.
 */
public final class HuRangeCommand extends DicomCommand {
    private static final Field.Also LUTS = new Field.Also("a table of ImageJ's luts folder", Luts::isName);

    /** Creates the command, for ImageJ. */
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
                    .choice("Outside", Outside.labels(), Outside.UNCHANGED.label())
                    .choice("Lut", Luts.names(), Luts.names(), Luts.UNCHANGED, "", LUTS)
                    .preview((open, key) -> {
                        if (open.isPreviewOn()) show(preview, open);
                        else preview.hide();
                    });
            try {
                form.fill();
            } finally {
                preview.hide();
            }
            KeepRange.Options options = KeepRange.Options.DEFAULT
                    .between(form.optional("min"), form.optional("max"))
                    .with(Outside.byLabel(form.text("outside")))
                    .withLut(form.text("lut"));
            if (options.outside() == Outside.UNCHANGED) KeepRange.run(image, options, Progress.NONE);
            else keep(image, options);
        }
    }

    private static void keep(ImagePlus image, KeepRange.Options options) {
        if (!image.lock()) throw new CancellationException();
        try {
            ImageJProgress progress = new ImageJProgress();
            ImageRanges.put(image, KeepRange.run(image, options, progress), options.outside());
            progress.status("");
        } finally {
            image.unlock();
        }
    }

    private static void show(RangePreview preview, Form form) {
        try {
            ClosedRange range = preview.range(form.optional("min"), form.optional("max"));
            preview.show(range, Outside.byLabel(form.text("outside")), form.text("lut"));
        } catch (IllegalArgumentException e) {
            // A number is half typed.
            preview.hide();
            IJ.showStatus(e.getMessage());
        }
    }
}
