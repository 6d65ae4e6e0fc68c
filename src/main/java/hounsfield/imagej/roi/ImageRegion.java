package hounsfield.imagej.roi;

import hounsfield.planes.LazyPlaneList;
import hounsfield.planes.Selection;
import hounsfield.region.Region;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A region of an image to measure.
 *
 * @param name the region's name in tables
 * @param areas its areas: one ROI, or those of a DICOM region on several slices; an empty list for the whole image
 */
public record ImageRegion(String name, List<Roi> areas) {
    /**
     * Copies the list.
     *
     * @param name the region's name in tables
     * @param areas its areas
     */
    public ImageRegion {
        areas = List.copyOf(areas);
    }

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
        if (!isSelected(image)) return new ImageRegion("image", List.of());
        Roi roi = image.getRoi();
        Roi everywhere = (Roi) roi.clone();
        everywhere.setPosition(0);
        return new ImageRegion(roi.getName() == null ? "selection" : roi.getName(), List.of(everywhere));
    }

    /**
     * Returns the regions of the ROI Manager: each ROI on its slice, or on all slices if it is bound to none. The ROIs of one DICOM
     * region form one region.
     *
     * @return the regions in the manager's order
     * @throws IllegalArgumentException if there is no region, or one is not an area
     */
    public static List<ImageRegion> managed() {
        return named(RoiPlace.managed(), "the ROI Manager");
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
        Map<Object, List<Roi>> areas = new LinkedHashMap<>();
        Map<Object, String> names = new LinkedHashMap<>();
        for (int i = 0; i < rois.length; i++) {
            Optional<Region> region = RegionFacts.read(rois[i]);
            // A DICOM region may have points and lines in addition to its areas.
            if (region.isPresent() && !rois[i].isArea()) continue;
            String name = rois[i].getName() == null ? "region " + (i + 1) : rois[i].getName();
            if (!rois[i].isArea())
                throw new IllegalArgumentException("\"" + name + "\" of " + holder + " is not an area");
            Object key = region.<Object>map(Region::label).orElse(i);
            names.put(key, region.map(Region::name).orElse(name));
            areas.computeIfAbsent(key, each -> new ArrayList<>()).add((Roi) rois[i].clone());
        }
        if (areas.isEmpty()) throw new IllegalArgumentException(holder + " has no region that is an area");
        return areas.entrySet().stream()
                .map(each -> new ImageRegion(names.get(each.getKey()), each.getValue()))
                .toList();
    }

    /**
     * Limits a selection to the region.
     *
     * @param all a selection of the pixels of all slices
     * @param image the image to which the region belongs
     * @return the pixels of the region on each slice
     */
    public Selection within(Selection all, ImagePlus image) {
        if (areas.isEmpty()) return all;
        if (areas.size() == 1) return all.within(mask(areas, image));
        int pixels = image.getWidth() * image.getHeight();
        return all.withinEach(new LazyPlaneList<>(
                image.getStackSize(),
                pixels,
                slice -> mask(
                        areas.stream().filter(area -> isOn(area, image, slice)).toList(), image)));
    }

    /** Returns one byte per pixel, row by row, 0 outside of all areas. */
    private static byte[] mask(List<Roi> areas, ImagePlus image) {
        byte[] all = new byte[image.getWidth() * image.getHeight()];
        for (Roi area : areas) {
            ImagePlus canvas = new ImagePlus("", new ByteProcessor(image.getWidth(), image.getHeight()));
            canvas.setRoi((Roi) area.clone());
            byte[] mask = (byte[]) canvas.createRoiMask().getPixels();
            for (int i = 0; i < all.length; i++) all[i] |= mask[i];
        }
        return all;
    }

    /** {@return whether the region is bound to slices or hyperstack positions} */
    public boolean isPlaced() {
        return !areas.isEmpty()
                && areas.stream().allMatch(area -> area.getPosition() > 0 || area.hasHyperStackPosition());
    }

    /**
     * Returns whether the region applies to a slice.
     *
     * @param image the image to which the region belongs
     * @param slice counted from 0
     * @return whether the region is on this slice
     */
    public boolean isOn(ImagePlus image, int slice) {
        return areas.isEmpty() || areas.stream().anyMatch(area -> isOn(area, image, slice));
    }

    private static boolean isOn(Roi area, ImagePlus image, int slice) {
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
