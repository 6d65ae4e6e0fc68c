package hounsfield.imagej.view;

import hounsfield.equalize.Equalization;
import hounsfield.imagej.operation.MakeChannels;
import hounsfield.imagej.process.EqualizeSettings;
import hounsfield.imagej.process.ImageChannels;
import hounsfield.imagej.process.ImageEqualizer;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.process.ImageProcessor;
import java.util.Optional;

/**
 * Shows the current slice's channels while a dialog is open. They are an overlay, since they are in color and the image is
 * gray; the image's own overlay is restored when the preview ends. The bins of the whole stack are computed once for each
 * number of bins.
 */
public final class ChannelsPreview implements AutoCloseable {
    private final ImagePlus image;
    private final PreviewExecutor work = new PreviewExecutor();
    private final Overlay own;
    private final boolean ownHidden;
    private boolean shown;
    private int binsOfStack;
    private Equalization ofStack;

    /**
     * Creates a preview that is not shown yet.
     *
     * @param image a grayscale image
     */
    public ChannelsPreview(ImagePlus image) {
        this.image = image;
        own = image.getOverlay();
        ownHidden = image.getHideOverlay();
    }

    /**
     * Starts to show the channels of the current slice in the background.
     *
     * @param options windows, bins and type of the result
     */
    public void show(MakeChannels.Options options) {
        int bins = options.bins();
        work.begin(progress -> {
            Optional<Equalization> equalization = bins == 0 ? Optional.empty() : Optional.of(ofStack(bins, progress));
            ImageProcessor picture = ImageChannels.with(image, options.windows(), equalization)
                    .ofCurrentSlice(options.output())
                    .convertToRGB();
            progress.check();
            shown = true;
            image.setHideOverlay(false);
            image.setOverlay(new Overlay(new ImageRoi(0, 0, picture)));
        });
    }

    /** Removes the channels and restores the image's own overlay. */
    public void hide() {
        work.end(this::restore);
    }

    private void restore() {
        if (!shown) return;
        image.setOverlay(own);
        image.setHideOverlay(ownHidden);
        shown = false;
    }

    @Override
    public void close() {
        hide();
        work.close();
    }

    private Equalization ofStack(int bins, Progress progress) {
        if (ofStack == null || bins != binsOfStack) {
            ofStack = ImageEqualizer.shared(image, EqualizeSettings.of(bins), progress);
            binsOfStack = bins;
        }
        return ofStack;
    }
}
