package hounsfield.imagej.view;

import hounsfield.equalize.Equalization;
import hounsfield.imagej.operation.Equalize;
import hounsfield.imagej.process.EqualizeSettings;
import hounsfield.imagej.process.ImageEqualizer;
import hounsfield.planes.Selection;
import hounsfield.work.Progress;
import ij.ImagePlus;

/**
 * Shows the current slice equalized while a dialog is open. The bins of the whole stack are computed once for equal
 * settings.
 */
public final class EqualizePreview implements AutoCloseable {
    private final ImagePlus image;
    private final SlicePreview preview;
    private EqualizeSettings settingsOfStack;
    private Equalization ofStack;

    /**
     * Creates a preview that is not shown yet.
     *
     * @param image a grayscale image
     */
    public EqualizePreview(ImagePlus image) {
        this.image = image;
        preview = new SlicePreview(image);
    }

    /**
     * Starts to show the equalized current slice in the background.
     *
     * @param options bins, breaks and mask; their output is not used
     */
    public void show(Equalize.Options options) {
        EqualizeSettings settings = options.settings();
        boolean ownBins = settings.sliceBySlice() && settings.breaks().isEmpty();
        preview.show((slice, progress) -> {
            Equalization equalization = ownBins
                    ? ImageEqualizer.ofSlice(slice, selectionOfSlice(settings), settings, progress)
                    : ofStack(settings, progress);
            return equalization.map(slice, progress).get(0);
        });
    }

    /** Restores the slice's own pixels. */
    public void hide() {
        preview.hide();
    }

    @Override
    public void close() {
        preview.close();
    }

    private Equalization ofStack(EqualizeSettings settings, Progress progress) {
        if (!settings.equals(settingsOfStack)) {
            ofStack = ImageEqualizer.shared(image, settings, progress);
            settingsOfStack = settings;
        }
        return ofStack;
    }

    private Selection selectionOfSlice(EqualizeSettings settings) {
        return ImageEqualizer.selection(image, settings).plane(image.getCurrentSlice() - 1);
    }
}
