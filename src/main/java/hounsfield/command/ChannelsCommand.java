package hounsfield.command;

import hounsfield.imagej.display.WindowParser;
import hounsfield.imagej.host.ImageJProgress;
import hounsfield.imagej.operation.MakeChannels;
import hounsfield.imagej.process.ImageChannels;
import hounsfield.imagej.process.ImageChannels.Output;
import hounsfield.imagej.view.ChannelsPreview;
import ij.IJ;
import ij.ImagePlus;
import java.util.concurrent.CancellationException;

/**
 * {@code Windows to Channels...}: the active image through several windows at once, and equalized by frequency bins, as the
 * channels of a new image. An area selection limits the pixels that the bins come from.
 */
public final class ChannelsCommand extends DicomCommand {
    /** Creates the command, for ImageJ. */
    public ChannelsCommand() {
        super("Windows to Channels");
    }

    @Override
    void execute() {
        ImagePlus image = image();
        ImageChannels.check(image);
        try (ChannelsPreview preview = new ChannelsPreview(image)) {
            Form form = new Form("Windows to Channels")
                    .longText("Windows (presets or center/width)", "lungs, mediastinum")
                    .number("Bins (0 for none)", ImageChannels.BINS)
                    .choice("Output", Output.labels(), Output.labels().get(0))
                    .preview((open, key) -> follow(open, preview));
            WindowParser.start(image).ifPresent(window -> form.start("windows", window));
            form.fill();
            preview.hide();
            run(
                    image,
                    new MakeChannels.Options(
                            form.text("windows"), form.whole("bins", 0), Output.byLabel(form.text("output"))));
        }
    }

    private static void follow(Form form, ChannelsPreview preview) {
        if (!form.isPreviewOn()) {
            preview.hide();
            return;
        }
        try {
            preview.show(form.text("windows"), form.whole("bins", 0), Output.byLabel(form.text("output")));
            IJ.showStatus("");
        } catch (IllegalArgumentException e) {
            // A number is half typed.
            IJ.showStatus(e.getMessage());
        }
    }

    private static void run(ImagePlus image, MakeChannels.Options options) {
        if (!image.lock()) throw new CancellationException();
        try {
            ImageJProgress progress = new ImageJProgress();
            progress.status("Making channels");
            ImagePlus result = MakeChannels.run(image, options, progress);
            int[] position = image.convertIndexToPosition(image.getCurrentSlice());
            result.setPosition(1, position[1], position[2]);
            result.show();
            progress.status("");
        } finally {
            image.unlock();
        }
    }
}
