package hounsfield.imagej.memory;

import hounsfield.geometry.PixelSpacing;
import hounsfield.geometry.Placement;
import hounsfield.geometry.PlaneAxes;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.SliceSpacing;
import hounsfield.geometry.StackGeometry;
import ij.ImagePlus;
import ij.measure.Calibration;
import java.util.ArrayList;
import java.util.List;

/** The position and time of an image's planes in ImageJ's calibration and dimensions, and in the {@link ImageRecord}. */
public final class ImagePlacement {
    private ImagePlacement() {}

    /**
     * Sets an image's dimensions, voxel size in mm and frame interval in seconds.
     *
     * @param placement the position of the planes
     * @param image receives the values
     * @param channels planes per frame
     * @param slices the image's slices without their planes, which become those of the record
     */
    public static void apply(Placement placement, ImagePlus image, int channels, List<SliceRecord> slices) {
        int planes = image.getStackSize() / channels;
        PixelSpacing pixels = placement.pixelSpacing();
        SliceSpacing spacing = placement.sliceSpacing();
        Calibration calibration = image.getCalibration();
        calibration.pixelWidth = pixels.column();
        calibration.pixelHeight = pixels.row();
        if (pixels.inMillimetres()) calibration.setUnit("mm");
        boolean depthKnown = spacing.inMillimetres() && pixels.inMillimetres();
        calibration.pixelDepth = depthKnown ? spacing.mm() : pixels.inMillimetres() ? 1 : pixels.column();
        PlaneAxes axes = placement.axes();
        int positions = axes.positions(planes);
        image.setDimensions(channels * axes.channels(), positions, axes.timePoints());
        boolean even =
                placement.stack().filter(stack -> isEven(stack, positions)).isPresent();
        SliceTable table = new SliceTable(placed(slices, placement, positions), positions, even, List.of());
        ImageRecord record = ImageRecord.read(image);
        new ImageRecord(record.values(), table, record.folder(), depthKnown || !pixels.inMillimetres(), record.curve())
                .writeTo(image);
        image.setOpenAsHyperStack(image.getNChannels() > 1 || positions > 1 && axes.timePoints() > 1);
        placement.frameSeconds().ifPresent(seconds -> {
            calibration.frameInterval = seconds;
            calibration.setTimeUnit("sec");
            calibration.fps = 1 / seconds;
        });
    }

    private static boolean isEven(StackGeometry stack, int positions) {
        return positions == stack.order().length
                && stack.positions() > 1
                && !stack.isUneven()
                && !stack.hasDuplicates()
                && !stack.hasMixedOrientation();
    }

    /** Sets the plane of each slice. The placement has those of one channel at the first time, or of all slices. */
    private static List<SliceRecord> placed(List<SliceRecord> slices, Placement placement, int positions) {
        if (placement.stack().isEmpty()) return slices;
        StackGeometry stack = placement.stack().get();
        int[] order = stack.order();
        boolean all = order.length == slices.size();
        if (!all && order.length != positions) return slices;
        PlaneGeometry[] planes = new PlaneGeometry[order.length];
        for (int i = 0; i < order.length; i++) planes[order[i]] = stack.planes().get(i);
        int channels = placement.axes().channels();
        List<SliceRecord> placed = new ArrayList<>();
        for (SliceRecord slice : slices) {
            int index = placed.size();
            placed.add(slice.at(planes[all ? index : index / channels % positions]));
        }
        return placed;
    }

    /**
     * Returns whether the distance of the slices of an image is known, instead of 1 for lack of a distance.
     *
     * @param image any image
     * @return false if this plugin opened the image from a file without it
     */
    public static boolean isDepthKnown(ImagePlus image) {
        ImageRecord record = ImageRecord.read(image);
        if (record.depthKnown()) return true;
        // Reslice makes the slice distance the size of a pixel.
        Calibration calibration = image.getCalibration();
        boolean resliced = record.values().origin() == ValueRecord.Origin.DERIVED;
        boolean pixelsKnown = calibration.pixelWidth != 1 && calibration.pixelHeight != 1;
        return calibration.pixelDepth != 1 && (pixelsKnown || !resliced);
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
