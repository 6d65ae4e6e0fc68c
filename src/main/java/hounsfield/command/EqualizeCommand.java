package hounsfield.command;

import hounsfield.equalize.BinSettings;
import hounsfield.imagej.EqualizePreview;
import hounsfield.imagej.ImageEqualizer;
import hounsfield.imagej.ImageEqualizer.Output;
import hounsfield.imagej.ImageJProgress;
import ij.IJ;
import ij.ImagePlus;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * {@code Equalize Frequency Bins...}: spreads the values of the active image so that each bin holds as many pixels as any
 * other. An area selection limits the pixels that the bins come from; the result covers the whole image. A single image
 * whose type stays is changed in place and Edit&gt;Undo brings it back; stacks and other types give a new image.
 */
public final class EqualizeCommand extends DicomCommand {
    private static final String STACK = "stack";
    private static final String SLICE = "slice";

    public EqualizeCommand() {
        super("Equalize Frequency Bins");
    }

    @Override
    void execute() {
        ImagePlus image = IJ.getImage();
        ImageEqualizer.check(image);
        try (EqualizePreview preview = new EqualizePreview(image)) {
            Form form = new Form("Equalize Frequency Bins")
                    .number("Bins", 100)
                    .optionalNumber("Min (empty for none)")
                    .optionalNumber("Max (empty for none)")
                    .choice("Output", List.of("32-bit", "16-bit", "8-bit"), "32-bit")
                    .choice("Scope of the bins", List.of(STACK, SLICE), STACK)
                    .preview((open, key) -> {
                        if (open.isPreviewOn()) preview.show(settings(open), sliceBySlice(open));
                        else preview.hide();
                    });
            form.fill();
            preview.hide();
            BinSettings settings = settings(form);
            Output output = Output.byLabel(form.text("output"));
            run(image, settings, sliceBySlice(form), output);
        }
    }

    private static void run(ImagePlus image, BinSettings settings, boolean sliceBySlice, Output output) {
        if (!image.lock()) throw new CancellationException();
        try {
            ImageJProgress progress = new ImageJProgress();
            progress.status("Equalizing");
            ImagePlus result = ImageEqualizer.equalize(image, settings, sliceBySlice, output, progress);
            if (ImageEqualizer.canReplace(image, result)) ImageEqualizer.replace(image, result);
            else showAt(image.getCurrentSlice(), result);
            progress.status("");
        } finally {
            image.unlock();
        }
    }

    private static void showAt(int slice, ImagePlus result) {
        result.setSlice(slice);
        result.show();
    }

    private static boolean sliceBySlice(Form form) {
        return form.text("scope").equals(SLICE);
    }

    private static BinSettings settings(Form form) {
        BinSettings settings = BinSettings.of(form.whole("bins", 1));
        if (form.optional("min").isPresent()) {
            settings = settings.withFloor((float) form.optional("min").getAsDouble());
        }
        if (form.optional("max").isPresent()) {
            settings = settings.withCeiling((float) form.optional("max").getAsDouble());
        }
        return settings;
    }
}
