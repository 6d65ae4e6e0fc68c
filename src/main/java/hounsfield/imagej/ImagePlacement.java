package hounsfield.imagej;

import hounsfield.geometry.PixelSpacing;
import hounsfield.geometry.Placement;
import hounsfield.geometry.SliceSpacing;
import ij.ImagePlus;
import ij.measure.Calibration;

/** Tells ImageJ where an image's planes lie in space and time. */
final class ImagePlacement {
    private ImagePlacement() {}

    /** Gives an image its dimensions, its voxel size in mm and the interval of its frames. */
    static void apply(Placement placement, ImagePlus image, int channels) {
        int planes = image.getStackSize() / channels;
        PixelSpacing pixels = placement.pixelSpacing();
        SliceSpacing slices = placement.sliceSpacing();
        Calibration calibration = image.getCalibration();
        calibration.pixelWidth = pixels.column();
        calibration.pixelHeight = pixels.row();
        if (pixels.inMillimetres()) calibration.setUnit("mm");
        boolean depthKnown = slices.inMillimetres() && pixels.inMillimetres();
        calibration.pixelDepth = depthKnown ? slices.mm() : pixels.inMillimetres() ? 1 : pixels.column();
        int frames = placement.frameSeconds().isPresent() ? planes : placement.timePoints();
        image.setDimensions(channels, planes / frames, frames);
        image.setOpenAsHyperStack(channels > 1 || planes / frames > 1 && frames > 1);
        placement.frameSeconds().ifPresent(seconds -> {
            calibration.frameInterval = seconds;
            calibration.setTimeUnit("sec");
            calibration.fps = 1 / seconds;
        });
    }
}
