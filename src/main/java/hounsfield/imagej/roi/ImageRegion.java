package hounsfield.imagej.roi;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import ij.process.ByteProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A region of an image to measure.
 *
 * @param name the region's name in tables
 * @param roi the area; empty for the whole image
 */
public record ImageRegion(String name, Optional<Roi> roi) {
    /**
     * Returns whether an image has an area selection.
     *
     * @param image any image
     * @return whether its selection is an area
     */
    public static boolean isSelected(ImagePlus image) {
        return image.getRoi() != null && image.getRoi().isArea();
    }

    /**
     * Returns the area selection as a region on all slices, or the whole image if there is none.
     *
     * @param image any image
     * @return the region
     */
    public static ImageRegion selectionOf(ImagePlus image) {
        if (!isSelected(image)) return new ImageRegion("image", Optional.empty());
        Roi roi = image.getRoi();
        Roi everywhere = (Roi) roi.clone();
        everywhere.setPosition(0);
        return new ImageRegion(roi.getName() == null ? "selection" : roi.getName(), Optional.of(everywhere));
    }

    /**
     * Returns the regions of the ROI Manager, each on the slice of its ROI, or on all slices if the ROI has none.
     *
     * @return the regions in the manager's order
     * @throws IllegalArgumentException if there is no region, or one is not an area
     */
    public static List<ImageRegion> managed() {
        RoiManager manager = RoiManager.getInstance2();
        return named(manager == null ? new Roi[0] : manager.getRoisAsArray(), "the ROI Manager");
    }

    /**
     * Returns the regions of an image's overlay, as {@link #managed} does for the ROI Manager.
     *
     * @param image any image
     * @return the regions in the overlay's order
     * @throws IllegalArgumentException if there is no region, or one is not an area
     */
    public static List<ImageRegion> overlaid(ImagePlus image) {
        Overlay overlay = image.getOverlay();
        return named(overlay == null ? new Roi[0] : overlay.toArray(), "the overlay of \"" + image.getTitle() + "\"");
    }

    private static List<ImageRegion> named(Roi[] rois, String holder) {
        if (rois.length == 0) throw new IllegalArgumentException(holder + " has no region");
        List<ImageRegion> regions = new ArrayList<>();
        for (int i = 0; i < rois.length; i++) {
            String name = rois[i].getName() == null ? "region " + (i + 1) : rois[i].getName();
            if (!rois[i].isArea())
                throw new IllegalArgumentException("\"" + name + "\" of " + holder + " is not an area");
            regions.add(new ImageRegion(name, Optional.of((Roi) rois[i].clone())));
        }
        return regions;
    }

    /**
     * Returns the region as a mask.
     *
     * @param image the image to which the region belongs
     * @return one byte per pixel, row by row, 0 outside; empty for the whole image
     */
    public Optional<byte[]> mask(ImagePlus image) {
        return roi.map(area -> {
            ImagePlus canvas = new ImagePlus("", new ByteProcessor(image.getWidth(), image.getHeight()));
            canvas.setRoi((Roi) area.clone());
            return (byte[]) canvas.createRoiMask().getPixels();
        });
    }

    /** {@return whether the region is bound to a slice or hyperstack position} */
    public boolean isPlaced() {
        return roi.isPresent() && (roi.get().getPosition() > 0 || roi.get().hasHyperStackPosition());
    }

    /**
     * Returns whether the region applies to a slice.
     *
     * @param image the image to which the region belongs
     * @param slice counted from 0
     * @return whether the region is on this slice
     */
    public boolean isOn(ImagePlus image, int slice) {
        if (roi.isEmpty()) return true;
        Roi area = roi.get();
        if (!area.hasHyperStackPosition()) return area.getPosition() == 0 || area.getPosition() == slice + 1;
        int[] place = image.convertIndexToPosition(slice + 1);
        return agrees(area.getCPosition(), place[0])
                && agrees(area.getZPosition(), place[1])
                && agrees(area.getTPosition(), place[2]);
    }

    private static boolean agrees(int wanted, int actual) {
        return wanted == 0 || wanted == actual;
    }
}
