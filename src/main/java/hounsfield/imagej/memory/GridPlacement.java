package hounsfield.imagej.memory;

import hounsfield.geometry.EvenGrid;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.imagej.memory.ImageRecord.ShownArea;
import ij.ImagePlus;
import ij.measure.Calibration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The planes of an image's pixels in the patient, and the record of an image that was resampled to an {@link EvenGrid}. */
public final class GridPlacement {
    private GridPlacement() {}

    /**
     * Returns the plane of each slice of an image, with the first pixel and the pixel size of the image, also after a crop.
     *
     * @param image any image
     * @return one plane per slice, in the order of the stack
     * @throws IllegalArgumentException if a plane is not known
     */
    public static List<PlaneGeometry> planes(ImagePlus image) {
        ImageRecord record = ImageRecord.read(image);
        Optional<ShownArea> area = record.area().filter(each -> each.isOf(image));
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

    private static PlaneGeometry shown(PlaneGeometry plane, ShownArea area) {
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
    public static void apply(ImagePlus image, EvenGrid grid, ImagePlus result) {
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
        List<SliceTable.Slice> slices = new ArrayList<>();
        for (int n = 1; n <= result.getStackSize(); n++) {
            int[] place = result.convertIndexToPosition(n);
            String name = "Slice " + place[1]
                    + (image.getNChannels() > 1 ? ", channel " + place[0] : "")
                    + (image.getNFrames() > 1 ? ", time " + place[2] : "");
            result.getStack().setSliceLabel(name, n);
            slices.add(new SliceTable.Slice(name, "", 0, Optional.of(grid.plane(place[1] - 1))));
        }
        ValueRecord values = ImageRecord.read(image).values().changed();
        new ImageRecord(
                        values.withDamaged(List.of()).withPaddings(List.of(), result.getBitDepth()),
                        new SliceTable(slices, grid.slices(), true, List.of()),
                        "",
                        true,
                        Optional.of(ShownArea.whole(result)),
                        Optional.empty())
                .writeTo(result);
    }
}
