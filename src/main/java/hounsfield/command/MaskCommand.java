package hounsfield.command;

import hounsfield.imagej.display.WindowParser;
import hounsfield.imagej.host.ImageJProgress;
import hounsfield.imagej.operation.MaskAndCrop;
import hounsfield.imagej.operation.MaskAndCrop.Output;
import hounsfield.imagej.process.ImageMasks;
import hounsfield.imagej.view.SlicePreview;
import hounsfield.mask.MaskCrop;
import hounsfield.mask.MaskSettings;
import hounsfield.mask.Size;
import ij.IJ;
import ij.ImagePlus;
import java.util.concurrent.CancellationException;

/**
 * {@code HU Mask and Crop...}: what is bright in a blurred window is inside a mask; the image is cropped to the box around
 * it, or the mask is given as an image or as regions of interest. Each slice has a mask of its own, a stack one box. An area
 * selection limits the mask.
 */
public final class MaskCommand extends DicomCommand {
    /** Creates the command, for ImageJ. */
    public MaskCommand() {
        super("HU Mask and Crop");
    }

    @Override
    void execute() {
        ImagePlus image = image();
        ImageMasks.check(image);
        try (SlicePreview preview = new SlicePreview(image)) {
            Form form = new Form("HU Mask and Crop")
                    .text("Window (preset or center/width)", "brain")
                    .decimal("Sigma (part of the width)", Double.toString(MaskSettings.SIGMA))
                    .decimal("Threshold", Double.toString(MaskSettings.THRESHOLD))
                    .flag("Bright pixels count (those above the window)")
                    .text("Size of the crop (256x128; empty: as it is)", "")
                    .choice("Output", Output.labels(), Output.CROP.label())
                    .preview((open, key) -> follow(open, image, preview));
            WindowParser.start(image).ifPresent(window -> form.start("window", window));
            form.fill();
            preview.hide();
            run(image, options(form));
        }
    }

    private static void follow(Form form, ImagePlus image, SlicePreview preview) {
        if (!form.isPreviewOn()) {
            preview.hide();
            return;
        }
        try {
            MaskCrop step = options(form).step(image);
            preview.show((slice, progress) -> ImageMasks.preview(image, slice, step));
            IJ.showStatus("");
        } catch (IllegalArgumentException e) {
            // Half of a name, perhaps.
            IJ.showStatus(e.getMessage());
        }
    }

    private static void run(ImagePlus image, MaskAndCrop.Options options) {
        if (!image.lock()) throw new CancellationException();
        try {
            ImageJProgress progress = new ImageJProgress();
            progress.status("Masking");
            ImagePlus result = MaskAndCrop.run(image, options, progress);
            if (result != image) show(image, result);
            progress.status("");
        } finally {
            image.unlock();
        }
    }

    private static void show(ImagePlus image, ImagePlus result) {
        result.setSlice(image.getCurrentSlice());
        result.show();
    }

    private static MaskAndCrop.Options options(Form form) {
        return new MaskAndCrop.Options(
                form.text("window"),
                form.number("sigma"),
                form.number("threshold"),
                form.isOn("bright"),
                Size.parseOptional(form.text("size")),
                Output.byLabel(form.text("output")));
    }
}
