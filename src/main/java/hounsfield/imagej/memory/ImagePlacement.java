package hounsfield.imagej.memory;

import hounsfield.geometry.PixelSpacing;
import hounsfield.geometry.Placement;
import hounsfield.geometry.PlaneAxes;
import hounsfield.geometry.SliceSpacing;
import ij.ImagePlus;
import ij.measure.Calibration;

/** Applies the position and time of an image's planes to ImageJ's calibration and dimensions. */
public final class ImagePlacement {
    /** An image property, set if the pixel size is in mm but the slice distance is unknown, so that pixelDepth is just 1. */
    private static final String NO_DEPTH = "Slice distance";

    private ImagePlacement() {}

    /**
     * Sets an image's dimensions, voxel size in mm and frame interval in seconds.
     *
     * @param placement the position of the planes
     * @param image receives the values
     * @param channels planes per frame
     */
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
        PlaneAxes axes = placement.axes();
        int positions = axes.positions(planes);
        image.setDimensions(channels * axes.channels(), positions, axes.timePoints());
        placement
                .stack()
                .filter(stack -> depthKnown && !stack.hasMixedOrientation() && stack.order().length == positions)
                .ifPresent(stack -> SlicePlaces.keep(image, stack));
        image.setOpenAsHyperStack(image.getNChannels() > 1 || positions > 1 && axes.timePoints() > 1);
        placement.frameSeconds().ifPresent(seconds -> {
            calibration.frameInterval = seconds;
            calibration.setTimeUnit("sec");
            calibration.fps = 1 / seconds;
        });
    }

    /**
     * Copies slice positions to an image at the same place.
     *
     * @param image the source
     * @param result receives the positions; has as many slices
     */
    public static void keepPlaces(ImagePlus image, ImagePlus result) {
        result.setProp(NO_DEPTH, image.getProp(NO_DEPTH));
        SlicePlaces.keep(image, result);
    }

    /**
     * Returns whether the distance of the slices of an image is known, instead of 1 for lack of a distance.
     *
     * @param image any image
     * @return false if this plugin opened the image from a file without it
     */
    public static boolean isDepthKnown(ImagePlus image) {
        return image.getProp(NO_DEPTH) == null || image.getCalibration().pixelDepth != 1;
    }

    /**
     * Returns the volume of a voxel from pixel size and slice distance.
     *
     * @param image any image
     * @return the volume in ml, the same for all slices
     * @throws IllegalArgumentException if the voxel size is not known in mm; the message names what is missing
     */
    public static double millilitres(ImagePlus image) {
        Calibration calibration = image.getCalibration();
        String name = "\"" + image.getTitle() + "\"";
        if (!calibration.getUnit().equals("mm")) {
            throw new IllegalArgumentException(
                    "no volume: the pixels of " + name + " are sized in " + calibration.getUnits() + ", not in mm");
        }
        if (!isDepthKnown(image)) {
            throw new IllegalArgumentException("no volume: the slice distance of " + name + " is not known");
        }
        return Math.abs(calibration.pixelWidth * calibration.pixelHeight * calibration.pixelDepth) / 1000;
    }
}
