package hounsfield.command;

import hounsfield.equalize.BinSettings;
import hounsfield.imagej.host.ImageJProgress;
import hounsfield.imagej.pixels.MaskImage;
import hounsfield.imagej.process.EqualizeSettings;
import hounsfield.imagej.process.ImageEqualizer;
import hounsfield.imagej.process.ImageEqualizer.Output;
import hounsfield.imagej.view.EqualizePreview;
import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * {@code Equalize Frequency Bins...}: spreads the values of the active image so that each bin holds as many pixels as any
 * other, or by breaks that are given. An area selection and a mask limit the pixels that the bins come from; the result
 * covers the whole image. A single image whose type stays is changed in place and Edit&gt;Undo brings it back; stacks and
 * other types give a new image, virtual stacks a virtual one.
 */
public final class EqualizeCommand extends DicomCommand {
    private static final String STACK = "stack";
    private static final String SLICE = "slice";
    private static final String NO_MASK = "none";

    public EqualizeCommand() {
        super("Equalize Frequency Bins");
    }

    @Override
    void execute() {
        ImagePlus image = image();
        ImageEqualizer.check(image);
        Map<String, MaskImage> masks = MaskImage.open(image);
        List<String> maskNames = new ArrayList<>(List.of(NO_MASK));
        maskNames.addAll(masks.keySet());
        try (EqualizePreview preview = new EqualizePreview(image)) {
            Form form = new Form("Equalize Frequency Bins")
                    .number("Bins", 100)
                    .text("Breaks (empty for bins)", "")
                    .optionalNumber("Min (empty for none)")
                    .optionalNumber("Max (empty for none)")
                    .choice("Mask (8-bit image of this size)", maskNames, NO_MASK)
                    .choice("Output", List.of("32-bit", "16-bit", "8-bit"), "32-bit")
                    .choice("Scope of the bins", List.of(STACK, SLICE), STACK)
                    .preview((open, key) -> {
                        if (open.isPreviewOn()) preview.show(settings(open, masks));
                        else preview.hide();
                    });
            form.fill();
            preview.hide();
            run(image, settings(form, masks), Output.byLabel(form.text("output")));
        }
    }

    private static void run(ImagePlus image, EqualizeSettings settings, Output output) {
        if (!image.lock()) throw new CancellationException();
        try {
            ImageJProgress progress = new ImageJProgress();
            progress.status("Equalizing");
            ImagePlus result = ImageEqualizer.equalize(image, settings, output, progress);
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

    private static EqualizeSettings settings(Form form, Map<String, MaskImage> masks) {
        BinSettings bins = BinSettings.of(form.whole("bins", 1));
        if (form.optional("min").isPresent()) {
            bins = bins.withFloor((float) form.optional("min").getAsDouble());
        }
        if (form.optional("max").isPresent()) {
            bins = bins.withCeiling((float) form.optional("max").getAsDouble());
        }
        return new EqualizeSettings(
                bins,
                breaks(form),
                Optional.ofNullable(masks.get(form.text("mask"))),
                form.text("scope").equals(SLICE));
    }

    /** Numbers separated by blanks or commas. */
    private static Optional<float[]> breaks(Form form) {
        String text = form.text("breaks");
        if (text.isBlank()) return Optional.empty();
        String[] words = text.strip().split("[\\s,;]+");
        float[] breaks = new float[words.length];
        for (int i = 0; i < words.length; i++) breaks[i] = (float) form.number("breaks", words[i]);
        if (breaks.length < 2) throw new IllegalArgumentException("breaks are at least two ascending numbers");
        return Optional.of(breaks);
    }
}
