package hounsfield.imagej.memory;

import hounsfield.geometry.PixelSpacing;
import hounsfield.geometry.Placement;
import hounsfield.geometry.SliceSpacing;
import ij.ImagePlus;
import ij.measure.Calibration;

/** Tells ImageJ where an image's planes lie in space and time. */
public final class ImagePlacement {
    /** An image property: there where the pixel size is in mm, and the distance of the slices is only ImageJ's 1. */
    private static final String NO_DEPTH = "Slice distance";

    private ImagePlacement() {}

    /** Gives an image its dimensions, its voxel size in mm and the interval of its frames. */
    public static void apply(Placement placement, ImagePlus image, int channels) {
        int planes = image.getStackSize() / channels;
        PixelSpacing pixels = placement.pixelSpacing();
        SliceSpacing slices = placement.sliceSpacing();
        Calibration calibration = image.getCalibration();
        calibration.pixelWidth = pixels.column();
        calibration.pixelHeight = pixels.row();
        if (pixels.inMillimetres()) calibration.setUnit("mm");
        boolean depthKnown = slices.inMillimetres() && pixels.inMillimetres();
        calibration.pixelDepth = depthKnown ? slices.mm() : pixels.inMillimetres() ? 1 : pixels.column();
        if (pixels.inMillimetres() && !depthKnown) image.setProp(NO_DEPTH, "unknown");
        int frames = placement.frameSeconds().isPresent() ? planes : placement.timePoints();
        image.setDimensions(channels, planes / frames, frames);
        placement
                .stack()
                .filter(stack -> depthKnown && !stack.hasMixedOrientation() && stack.order().length == planes / frames)
                .ifPresent(stack -> SlicePlaces.keep(image, stack));
        image.setOpenAsHyperStack(channels > 1 || planes / frames > 1 && frames > 1);
        placement.frameSeconds().ifPresent(seconds -> {
            calibration.frameInterval = seconds;
            calibration.setTimeUnit("sec");
            calibration.fps = 1 / seconds;
        });
    }

    /** Gives an image at another's place what the other knows of the distance of the slices. */
    public static void keepPlaces(ImagePlus image, ImagePlus result) {
        result.setProp(NO_DEPTH, image.getProp(NO_DEPTH));
        SlicePlaces.keep(image, result);
    }

    /**
     * The volume of a voxel by pixel size and slice distance, the same in all slices.
     *
     * @throws IllegalArgumentException if the voxel's size is not known in mm; the message says what is missing
     */
    public static double millilitres(ImagePlus image) {
        Calibration calibration = image.getCalibration();
        String name = "\"" + image.getTitle() + "\"";
        if (!calibration.getUnit().equals("mm")) {
            throw new IllegalArgumentException(
                    "no volume: the pixels of " + name + " are sized in " + calibration.getUnits() + ", not in mm");
        }
        if (image.getProp(NO_DEPTH) != null && calibration.pixelDepth == 1) {
            throw new IllegalArgumentException("no volume: the distance of the slices of " + name + " is not known");
        }
        return Math.abs(calibration.pixelWidth * calibration.pixelHeight * calibration.pixelDepth) / 1000;
    }
}
