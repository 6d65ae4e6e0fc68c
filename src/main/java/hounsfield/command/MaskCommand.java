package hounsfield.command;

import hounsfield.imagej.operation.EditPresets;
import hounsfield.imagej.operation.MaskAndCrop;
import hounsfield.imagej.operation.MaskAndCrop.Output;
import hounsfield.imagej.view.MaskPreview;
import hounsfield.imagej.view.ResultView;
import ij.ImagePlus;
import java.io.IOException;

/**
 * {@code HU Mask and Crop...}: masks the bright pixels of a blurred window, and crops the active image to the box around the mask, or
 * returns the mask as an image or as regions of interest. Each slice has its own mask; a stack has one box. An area selection limits
 * the mask.
 */
public final class MaskCommand extends DicomCommand {
    private static final MaskAndCrop.Options DEFAULT = MaskAndCrop.Options.DEFAULT;

    /** Creates the command, for ImageJ. */
    public MaskCommand() {
        super("HU Mask and Crop");
    }

    @Override
    void execute() throws IOException {
        ImagePlus image = image();
        MaskAndCrop.check(image);
        try (MaskPreview preview = new MaskPreview(image)) {
            Form form = new Form("HU Mask and Crop")
                    .on(image)
                    .window("Window (preset or center/width)", DEFAULT.window(), () -> EditPresets.offered(image))
                    .decimal("Sigma (fraction of the width)", Double.toString(DEFAULT.sigma()))
                    .decimal("Threshold", Double.toString(DEFAULT.threshold()))
                    .flag("Bright pixels count (those above the window)")
                    .text("Size of the crop (256x128; empty: unchanged)", "")
                    .choice("Output", Output.labels(), Output.CROP.label())
                    .preview((open, key) -> open.follow(() -> preview.show(options(open)), preview::hide));
            EditPresets.start(image).ifPresent(window -> form.start("window", window));
            form.fill();
            preview.hide();
            MaskAndCrop.Options options = options(form);
            working(image, "Masking", progress -> {
                ImagePlus result = MaskAndCrop.run(image, options, progress);
                if (result != image) ResultView.show(image, result);
            });
        }
    }

    private static MaskAndCrop.Options options(Form form) {
        return DEFAULT.with(form.text("window"))
                .with(form.number("sigma"), form.number("threshold"), form.isOn("bright"))
                .withSize(form.text("size"))
                .withOutput(form.text("output"));
    }
}
