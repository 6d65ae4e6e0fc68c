package hounsfield.imagej.memory;

import hounsfield.geometry.PixelSpacing;
import hounsfield.geometry.Placement;
import hounsfield.geometry.PlaneAxes;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.Slabs;
import hounsfield.geometry.SliceSpacing;
import hounsfield.geometry.StackGeometry;
import hounsfield.geometry.Vector3;
import hounsfield.geometry.grid.EvenGrid;
import hounsfield.standard.Tag;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.util.Tools;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The position and time of an image's planes in ImageJ's calibration and dimensions, and in the {@link ImageRecord},
 * and what follows from them: voxel volumes, slabs and points in the patient. For images of other programs, the
 * positions of slices come from the headers in their labels.
 */
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
    public static void apply(Placement placement, ImagePlus image, int channels, List<SliceTable.Slice> slices) {
        int planes = image.getStackSize() / channels;
        PixelSpacing pixels = placement.pixelSpacing();
        SliceSpacing spacing = placement.sliceSpacing();
        Calibration calibration = image.getCalibration();
        calibration.pixelWidth = pixels.column();
        calibration.pixelHeight = pixels.row();
        if (pixels.inMillimeters()) calibration.setUnit("mm");
        boolean depthKnown = spacing.inMillimeters() && pixels.inMillimeters();
        calibration.pixelDepth = depthKnown ? spacing.mm() : pixels.inMillimeters() ? 1 : pixels.column();
        PlaneAxes axes = placement.axes();
        int positions = axes.positions(planes);
        image.setDimensions(channels * axes.channels(), positions, axes.timePoints());
        boolean even =
                placement.stack().filter(stack -> isEven(stack, positions)).isPresent();
        SliceTable table = new SliceTable(placed(slices, placement, positions), positions, even, List.of());
        ImageRecord record = ImageRecord.read(image);
        new ImageRecord(
                        record.values(),
                        table,
                        record.folder(),
                        depthKnown || !pixels.inMillimeters(),
                        Optional.of(ImageRecord.ShownArea.whole(image)),
                        record.curve())
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
    private static List<SliceTable.Slice> placed(List<SliceTable.Slice> slices, Placement placement, int positions) {
        if (placement.stack().isEmpty() || !placement.pixelSpacing().inMillimeters()) return slices;
        StackGeometry stack = placement.stack().get();
        int[] order = stack.order();
        boolean all = order.length == slices.size();
        if (!all && order.length != positions) return slices;
        PlaneGeometry[] planes = new PlaneGeometry[order.length];
        for (int i = 0; i < order.length; i++) planes[order[i]] = stack.planes().get(i);
        int channels = placement.axes().channels();
        List<SliceTable.Slice> placed = new ArrayList<>();
        for (SliceTable.Slice slice : slices) {
            int index = placed.size();
            placed.add(slice.at(planes[all ? index : index / channels % positions]));
        }
        return placed;
    }

    /**
     * Returns whether the slice distance of an image is known. If it is unknown, the voxel depth is 1.
     *
     * @param image any image
     * @return false if this plugin opened the image from a file without a slice distance
     */
    public static boolean isDepthKnown(ImagePlus image) {
        ImageRecord record = ImageRecord.read(image);
        if (record.depthKnown()) return true;
        // Reslice uses the slice distance as the size of a pixel.
        Calibration calibration = image.getCalibration();
        boolean resliced = record.values().origin() == ValueRecord.Origin.DERIVED;
        boolean pixelsKnown = calibration.pixelWidth != 1 && calibration.pixelHeight != 1;
        return calibration.pixelDepth != 1 && (pixelsKnown || !resliced);
    }

    /**
     * Returns the point in the patient that a pixel shows.
     *
     * @param image an image that this plugin opened, or a copy of one
     * @param x column from 0; whole numbers are centers of pixels
     * @param y row from 0; whole numbers are centers of pixels
     * @param slice counted from 1
     * @return x, y and z towards left, back and head of the patient (LPS) [mm]
     * @throws IllegalArgumentException if there is no such slice, or the position of the slice or of its pixels is
     *     unknown; the message has the reason
     */
    public static double[] positionOf(ImagePlus image, double x, double y, int slice) {
        String name = "\"" + image.getTitle() + "\"";
        if (slice < 1 || slice > image.getStackSize()) {
            throw new IllegalArgumentException(
                    name + " has no slice " + slice + "; slices are counted from 1 to " + image.getStackSize());
        }
        if (!Double.isFinite(x) || !Double.isFinite(y)) throw new IllegalArgumentException("pixel " + x + ", " + y);
        ImageRecord record = ImageRecord.read(image);
        PlaneGeometry plane = record.slices()
                .find(image, slice)
                .flatMap(SliceTable.Slice::plane)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the position of slice " + slice + " of " + name + " in the patient is not known"));
        ImageRecord.ShownArea area = record.area()
                .filter(each -> each.isOf(image))
                .orElseThrow(() -> new IllegalArgumentException(name
                        + " was cropped or resized without a record of the positions of its pixels; use the image that was"
                        + " opened"));
        return plane.pixel(area.column(x), area.row(y)).toArray();
    }

    /**
     * Returns the volume of a voxel from pixel size and slice distance.
     *
     * @param image any image
     * @return the volume in ml, the same for all slices
     * @throws IllegalArgumentException if the voxel size is not known in mm; the message names what is missing
     */
    public static double milliliters(ImagePlus image) {
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

    /**
     * Returns the thickness of the slab that each slice represents, see {@link Slabs}.
     *
     * @param image any image
     * @return one thickness per z position [mm]; empty if positions are unknown, or if the image has the evenly spaced
     *     slices that were opened, so that the voxel depth applies
     */
    public static Optional<double[]> slabs(ImagePlus image) {
        int slices = image.getNSlices();
        SliceTable table = ImageRecord.read(image).slices();
        if (slices < 2 || slices == table.positions() && table.isEven()) return Optional.empty();
        return planes(image, table).flatMap(ImagePlacement::places).flatMap(Slabs::of);
    }

    /**
     * Returns the plane of each slice of an image, with the first pixel and the pixel size of the image, also after a crop.
     *
     * @param image any image
     * @return one plane per slice, in the order of the stack
     * @throws IllegalArgumentException if a plane is not known
     */
    public static List<PlaneGeometry> pixelPlanes(ImagePlus image) {
        ImageRecord record = ImageRecord.read(image);
        Optional<ImageRecord.ShownArea> area = record.area().filter(each -> each.isOf(image));
        List<SliceTable.Slice> slices = record.slices().slices();
        int[] indexes = slices.isEmpty() || area.isEmpty()
                ? new int[0]
                : record.slices().indexes(image);
        List<PlaneGeometry> planes = new ArrayList<>();
        for (int index : indexes) {
            Optional<PlaneGeometry> plane =
                    index < 0 ? Optional.empty() : slices.get(index).plane();
            if (plane.isPresent()) planes.add(shown(plane.get(), area.get()));
        }
        if (planes.isEmpty() || planes.size() < indexes.length) {
            throw new IllegalArgumentException("\"" + image.getTitle()
                    + "\" cannot be resampled: the positions of its slices in the patient are not known");
        }
        return planes;
    }

    /**
     * Returns the plane of a slice of an image as {@link #pixelPlanes} does. Reads no file and decodes nothing.
     *
     * @param image any image
     * @param slice counted from 1
     * @return the plane; empty if it is not known
     */
    public static Optional<PlaneGeometry> pixelPlane(ImagePlus image, int slice) {
        ImageRecord record = ImageRecord.read(image);
        return record.area().filter(each -> each.isOf(image)).flatMap(area -> record.slices()
                .find(image, slice)
                .flatMap(SliceTable.Slice::plane)
                .map(plane -> shown(plane, area)));
    }

    private static PlaneGeometry shown(PlaneGeometry plane, ImageRecord.ShownArea area) {
        return new PlaneGeometry(
                plane.pixel(area.column(0), area.row(0)),
                plane.rowDirection(),
                plane.columnDirection(),
                plane.rowSpacing() * area.height() / area.rows(),
                plane.columnSpacing() * area.width() / area.columns());
    }

    /**
     * Sets dimensions, voxel size, labels and record of an image that was resampled to a grid.
     *
     * @param image the original
     * @param grid the grid of each of its volumes
     * @param result a 32-bit image with the slices of one volume after another, or by channels in the order of ImageJ
     */
    public static void applyGrid(ImagePlus image, EvenGrid grid, ImagePlus result) {
        result.setDimensions(image.getNChannels(), grid.slices(), image.getNFrames());
        result.setOpenAsHyperStack(image.getNChannels() > 1 || image.getNFrames() > 1);
        Calibration calibration = image.getCalibration().copy();
        calibration.disableDensityCalibration();
        calibration.setUnit("mm");
        calibration.pixelWidth = grid.first().columnSpacing();
        calibration.pixelHeight = grid.first().rowSpacing();
        calibration.pixelDepth = grid.spacing();
        calibration.xOrigin = 0;
        calibration.yOrigin = 0;
        calibration.zOrigin = 0;
        result.setCalibration(calibration);
        ImageUnit.copyTo(image, result);
        Object info = image.getProperty("Info");
        if (info != null) result.setProperty("Info", info);
        String[] steps = steps(image);
        List<String> units = ImageUnit.ofSlices(image);
        if (units.stream().distinct().count() == 1) units = Collections.nCopies(units.size(), "");
        List<SliceTable.Slice> slices = new ArrayList<>();
        for (int n = 1; n <= result.getStackSize(); n++) {
            int[] place = result.convertIndexToPosition(n);
            String name = "Slice " + place[1] + steps[(place[2] - 1) * image.getNChannels() + place[0] - 1];
            result.getStack().setSliceLabel(name, n);
            String unit = units.get(image.getStackIndex(place[0], 1, place[2]) - 1);
            slices.add(new SliceTable.Slice(name).at(grid.plane(place[1] - 1)).withUnit(unit));
        }
        ValueRecord values = ImageRecord.read(image).values().changed();
        new ImageRecord(
                        values.withDamaged(List.of()).withPaddings(List.of(), result.getBitDepth()),
                        new SliceTable(slices, grid.slices(), true, List.of()),
                        "",
                        true,
                        Optional.of(ImageRecord.ShownArea.whole(result)),
                        Optional.empty())
                .writeTo(result);
    }

    /** Returns what follows the slice's number in the names of the slices of each channel at each time. */
    private static String[] steps(ImagePlus image) {
        SliceTable table = ImageRecord.read(image).slices();
        int channels = image.getNChannels();
        String[] steps = new String[channels * image.getNFrames()];
        for (int i = 0; i < steps.length; i++) {
            int channel = i % channels + 1;
            int time = i / channels + 1;
            String step = table.find(image, image.getStackIndex(channel, 1, time))
                    .map(SliceTable.Slice::step)
                    .orElse("");
            String numbers =
                    (channels > 1 ? ", channel " + channel : "") + (image.getNFrames() > 1 ? ", time " + time : "");
            steps[i] = step.isEmpty() ? numbers : ", " + step;
        }
        return steps;
    }

    /** Returns the plane of each slice of the first channel and time point; empty unless all have one. */
    private static Optional<List<PlaneGeometry>> planes(ImagePlus image, SliceTable table) {
        List<PlaneGeometry> planes = new ArrayList<>();
        int[] indexes = table.slices().isEmpty() ? new int[0] : table.indexes(image);
        for (int z = 1; z <= image.getNSlices(); z++) {
            int n = image.getStackIndex(1, z, 1);
            int index = indexes.length > 0 ? indexes[n - 1] : -1;
            Optional<PlaneGeometry> plane = index >= 0
                    ? table.slices().get(index).plane()
                    : Header.ofSlice(image, n).flatMap(ImagePlacement::plane);
            if (plane.isEmpty()) return Optional.empty();
            planes.add(plane.get());
        }
        return Optional.of(planes);
    }

    /** Returns the positions along the normal of the first plane; empty unless all have the same orientation. */
    private static Optional<double[]> places(List<PlaneGeometry> planes) {
        PlaneGeometry first = planes.get(0);
        if (!planes.stream().allMatch(first::hasOrientationOf)) return Optional.empty();
        Vector3 normal = first.normal();
        return Optional.of(planes.stream()
                .mapToDouble(plane -> plane.distanceAlong(normal))
                .toArray());
    }

    /** Returns the plane of a header text, with pixels of 1 mm; empty if it has no position. */
    static Optional<PlaneGeometry> plane(String header) {
        double[] position = numbers(Header.value(header, Tag.IMAGE_POSITION_PATIENT));
        double[] orientation = numbers(Header.value(header, Tag.IMAGE_ORIENTATION_PATIENT));
        if (position.length < 3 || orientation.length < 6) return Optional.empty();
        Vector3 row = Vector3.of(orientation, 0);
        Vector3 column = Vector3.of(orientation, 3);
        if (!(row.cross(column).length() > 0)) return Optional.empty();
        return Optional.of(new PlaneGeometry(Vector3.of(position, 0), row.normalized(), column.normalized(), 1, 1));
    }

    /** Parses a multi-valued text; returns no numbers if one is invalid. */
    private static double[] numbers(String text) {
        double[] numbers = Arrays.stream(text.split("\\\\"))
                .mapToDouble(number -> Tools.parseDouble(number.trim(), Double.NaN))
                .toArray();
        return Arrays.stream(numbers).allMatch(Double::isFinite) ? numbers : new double[0];
    }
}
