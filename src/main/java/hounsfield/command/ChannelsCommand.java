package hounsfield.command;

import hounsfield.imagej.operation.EditPresets;
import hounsfield.imagej.operation.MakeChannels;
import hounsfield.imagej.view.ChannelsPreview;
import hounsfield.imagej.view.ResultView;
import ij.ImagePlus;
import java.io.IOException;

/**
 * {@code DICOM Windows to Channels...}: makes a new image whose channels are the active image in several windows and,
 * optionally, equalized by frequency bins. An area selection limits the pixels that define the bins.
 */
public final class ChannelsCommand extends DicomCommand {
    /** Creates the command, for ImageJ. */
    public ChannelsCommand() {
        super("DICOM Windows to Channels");
    }

    @Override
    void execute() throws IOException {
        ImagePlus image = image();
        MakeChannels.check(image);
        try (ChannelsPreview preview = new ChannelsPreview(image)) {
            Form form = new Form("DICOM Windows to Channels")
                    .on(image)
                    .windows(
                            "Windows (presets or center/width)",
                            MakeChannels.Options.DEFAULT.windows(),
                            () -> EditPresets.offered(image))
                    .number("Bins (0 for none)", MakeChannels.Options.DEFAULT.bins())
                    .choice(
                            "Output",
                            MakeChannels.outputs(),
                            MakeChannels.outputs().get(0))
                    .preview((open, key) -> open.follow(() -> preview.show(options(open)), preview::hide));
            EditPresets.start(image).ifPresent(window -> form.start("windows", window));
            form.fill();
            preview.hide();
            MakeChannels.Options options = options(form);
            working(
                    image,
                    "Making channels",
                    progress -> ResultView.show(image, MakeChannels.run(image, options, progress)));
        }
    }

    private static MakeChannels.Options options(Form form) {
        return MakeChannels.Options.DEFAULT
                .with(form.text("windows"))
                .withBins(form.whole("bins", 0))
                .withOutput(form.text("output"));
    }
}
