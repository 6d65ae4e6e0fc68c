package hounsfield.imagej.view;

import hounsfield.imagej.process.DerivedImage;
import ij.ImagePlus;

/** Shows the image that a command made of another image. */
public final class ResultView {
    private ResultView() {}

    /**
     * Shows a result in a window of its own, at the slice that the original shows.
     *
     * @param image the original
     * @param result not shown yet
     */
    public static void show(ImagePlus image, ImagePlus result) {
        int[] position = image.convertIndexToPosition(image.getCurrentSlice());
        int channel = result.getNChannels() == image.getNChannels() ? position[0] : 1;
        result.setPosition(channel, position[1], position[2]);
        result.show();
    }

    /**
     * Shows a result in place of the original if that is a single image of the same type and size, so that Undo restores
     * it; else as {@link #show}.
     *
     * @param image the original
     * @param result not shown yet
     */
    public static void replace(ImagePlus image, ImagePlus result) {
        if (DerivedImage.canReplace(image, result)) DerivedImage.replace(image, result);
        else show(image, result);
    }
}
