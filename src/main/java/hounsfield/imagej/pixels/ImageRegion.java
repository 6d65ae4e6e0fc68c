package hounsfield.imagej.pixels;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import ij.process.ByteProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of an image to measure.
 *
 * @param name as tables have it
 * @param roi the area, none for all
 */
public record ImageRegion(String name, Optional<Roi> roi) {
    /** Whether an image has an area selection. */
    public static boolean isSelected(ImagePlus image) {
        return image.getRoi() != null && image.getRoi().isArea();
    }

    /** The area selection, or all of the image without one. Whatever its slice, it goes through all. */
    public static ImageRegion selectionOf(ImagePlus image) {
        if (!isSelected(image)) return new ImageRegion("image", Optional.empty());
        Roi roi = image.getRoi();
        Roi everywhere = (Roi) roi.clone();
        everywhere.setPosition(0);
        return new ImageRegion(roi.getName() == null ? "selection" : roi.getName(), Optional.of(everywhere));
    }

    /**
     * The regions of the ROI Manager, each on the slice that it was drawn on, or on all if it has none.
     *
     * @throws IllegalArgumentException if there is none, or one that is no area
     */
    public static List<ImageRegion> managed() {
        RoiManager manager = RoiManager.getInstance2();
        return named(manager == null ? new Roi[0] : manager.getRoisAsArray(), "the ROI Manager");
    }

    /** As {@link #managed}, those of an image's overlay. */
    public static List<ImageRegion> overlaid(ImagePlus image) {
        Overlay overlay = image.getOverlay();
        return named(overlay == null ? new Roi[0] : overlay.toArray(), "the overlay of \"" + image.getTitle() + "\"");
    }

    private static List<ImageRegion> named(Roi[] rois, String holder) {
        if (rois.length == 0) throw new IllegalArgumentException(holder + " holds no region");
        List<ImageRegion> regions = new ArrayList<>();
        for (int i = 0; i < rois.length; i++) {
            String name = rois[i].getName() == null ? "region " + (i + 1) : rois[i].getName();
            if (!rois[i].isArea()) throw new IllegalArgumentException("\"" + name + "\" of " + holder + " is no area");
            regions.add(new ImageRegion(name, Optional.of((Roi) rois[i].clone())));
        }
        return regions;
    }

    /** A byte a pixel, 0 for outside; none for all of the image. */
    public Optional<byte[]> mask(ImagePlus image) {
        return roi.map(area -> {
            ImagePlus canvas = new ImagePlus("", new ByteProcessor(image.getWidth(), image.getHeight()));
            canvas.setRoi((Roi) area.clone());
            return (byte[]) canvas.createRoiMask().getPixels();
        });
    }

    /** Whether the region has a slice that it was drawn on. */
    public boolean isPlaced() {
        return roi.isPresent() && (roi.get().getPosition() > 0 || roi.get().hasHyperStackPosition());
    }

    /** Whether the region lies on a slice, counted from 0. */
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
