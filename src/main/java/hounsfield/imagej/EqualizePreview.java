package hounsfield.imagej;

import hounsfield.equalize.BinSettings;
import hounsfield.equalize.Equalization;
import hounsfield.equalize.FrequencyBins;
import hounsfield.planes.Selection;
import hounsfield.standard.Progress;
import ij.ImagePlus;

/**
 * Shows the current slice equalized while a dialog is open. The whole stack's bins are computed once for each settings, not
 * for each change.
 */
public final class EqualizePreview implements AutoCloseable {
    private final ImagePlus image;
    private final SlicePreview preview;
    private BinSettings settingsOfStack;
    private Equalization ofStack;

    public EqualizePreview(ImagePlus image) {
        this.image = image;
        preview = new SlicePreview(image);
    }

    /** Begins to show the current slice with these settings. */
    public void show(BinSettings settings, boolean sliceBySlice) {
        preview.show((slice, progress) -> {
            Equalization equalization = sliceBySlice
                    ? FrequencyBins.of(slice, selectionOfSlice(), settings, progress)
                            .equalization()
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

    private Equalization ofStack(BinSettings settings, Progress progress) {
        if (!settings.equals(settingsOfStack)) {
            ofStack = ImageEqualizer.bins(image, settings, progress).equalization();
            settingsOfStack = settings;
        }
        return ofStack;
    }

    private Selection selectionOfSlice() {
        return ImageValues.selection(image).plane(image.getCurrentSlice() - 1);
    }
}
