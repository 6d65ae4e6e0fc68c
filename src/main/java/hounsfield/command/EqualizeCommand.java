package hounsfield.command;

import hounsfield.imagej.operation.Equalize;
import hounsfield.imagej.operation.Scope;
import hounsfield.imagej.view.EqualizePreview;
import hounsfield.imagej.view.ResultView;
import ij.ImagePlus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code Equalize DICOM Frequency Bins...}: spreads the values of the active image so that all bins have about the same
 * number of pixels, or by given breaks. An area selection and a mask limit the pixels that define the bins; the result
 * covers the whole image. A single image that keeps its type is changed in place, and Edit&gt;Undo restores it. Stacks
 * and other types give a new image, virtual stacks a virtual one.
 */
public final class EqualizeCommand extends DicomCommand {
    private static final String NO_MASK = "none";

    /** Creates the command, for ImageJ. */
    public EqualizeCommand() {
        super("Equalize DICOM Frequency Bins");
    }

    @Override
    void execute() throws IOException {
        ImagePlus image = image();
        Equalize.check(image);
        Map<String, ImagePlus> masks = Equalize.masks(image);
        List<String> maskNames = new ArrayList<>(List.of(NO_MASK));
        maskNames.addAll(masks.keySet());
        try (EqualizePreview preview = new EqualizePreview(image)) {
            Form form = new Form("Equalize DICOM Frequency Bins")
                    .on(image)
                    .number("Bins", 100)
                    .text("Breaks (empty for bins)", "")
                    .optionalNumber("Min (empty for none)")
                    .optionalNumber("Max (empty for none)")
                    .choice("Mask (8-bit image of this size)", maskNames, NO_MASK)
                    .choice("Output", Equalize.outputs(), Equalize.outputs().get(0))
                    .choice("Scope of the bins", Scope.labels(), Scope.STACK.label())
                    .preview((open, key) -> {
                        if (open.isPreviewOn()) preview.show(options(open, image, masks));
                        else preview.hide();
                    });
            form.fill();
            preview.hide();
            Equalize.Options options = options(form, image, masks);
            working(image, "Equalizing", progress -> ResultView.replace(image, Equalize.run(image, options, progress)));
        }
    }

    private static Equalize.Options options(Form form, ImagePlus image, Map<String, ImagePlus> masks) {
        Equalize.Options options = Equalize.Options.of(form.whole("bins", 1))
                .limited(form.optional("min"), form.optional("max"))
                .withScope(form.text("scope"))
                .withOutput(form.text("output"));
        Optional<float[]> breaks = breaks(form);
        if (breaks.isPresent()) options = options.by(breaks.get());
        ImagePlus mask = masks.get(form.text("mask"));
        return mask == null ? options : options.within(mask, image);
    }

    /** Parses numbers separated by blanks or commas. */
    private static Optional<float[]> breaks(Form form) {
        String text = form.text("breaks");
        if (text.isBlank()) return Optional.empty();
        String[] words = text.strip().split("[\\s,;]+");
        float[] breaks = new float[words.length];
        for (int i = 0; i < words.length; i++) breaks[i] = (float) form.number("breaks", words[i]);
        if (breaks.length < 2) throw new IllegalArgumentException("breaks must be at least two ascending numbers");
        return Optional.of(breaks);
    }
}
