package hounsfield.imagej.view;

import hounsfield.equalize.Equalization;
import hounsfield.imagej.process.EqualizeSettings;
import hounsfield.imagej.process.ImageEqualizer;
import hounsfield.planes.Selection;
import hounsfield.work.Progress;
import ij.ImagePlus;

/**
 * Shows the current slice equalized while a dialog is open. The whole stack's bins are computed once for each settings, not
 * for each change.
 */
public final class EqualizePreview implements AutoCloseable {
    private final ImagePlus image;
    private final SlicePreview preview;
    private EqualizeSettings settingsOfStack;
    private Equalization ofStack;

    public EqualizePreview(ImagePlus image) {
        this.image = image;
        preview = new SlicePreview(image);
    }

    /** Begins to show the current slice with these settings. */
    public void show(EqualizeSettings settings) {
        boolean ownBins = settings.sliceBySlice() && settings.breaks().isEmpty();
        preview.show((slice, progress) -> {
            Equalization equalization = ownBins
                    ? ImageEqualizer.ofSlice(slice, selectionOfSlice(settings), settings, progress)
                    : ofStack(settings, progress);
            return equalization.map(slice, progress).get(0);
        });
    }

    /** Brings the slice's own pixels back. */
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
