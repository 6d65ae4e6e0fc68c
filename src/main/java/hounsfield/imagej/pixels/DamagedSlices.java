package hounsfield.imagej.pixels;

import hounsfield.imagej.memory.ImageDamage;
import hounsfield.work.Progress;
import ij.ImagePlus;

/** Finds the damaged slices of an image. */
public final class DamagedSlices {
    private DamagedSlices() {}

    /**
     * Returns the damaged slices. Decodes the slices of a virtual stack of DICOM frames that have not been shown.
     *
     * @param image any image
     * @param progress reports and cancels the decoding
     * @return slice numbers counted from 1, ascending; empty if no slice is damaged
     * @throws java.util.concurrent.CancellationException if the user ends the work
     */
    public static int[] of(ImagePlus image, Progress progress) {
        if (image.getStack() instanceof FrameStack frames) {
            frames.decodeAll(progress);
            ImageDamage.mark(image, n -> frames.damage(n).isPresent());
        }
        return ImageDamage.of(image);
    }
}
