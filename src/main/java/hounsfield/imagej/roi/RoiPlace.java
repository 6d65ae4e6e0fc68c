package hounsfield.imagej.roi;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.util.List;

/** Puts regions of interest on slices, and into the ROI Manager or an overlay. */
public final class RoiPlace {
    private RoiPlace() {}

    /**
     * Binds a ROI to a slice.
     *
     * @param roi the ROI
     * @param image its image; a single slice needs no position
     * @param n the slice, counted from 1
     */
    public static void onSlice(Roi roi, ImagePlus image, int n) {
        if (image.getStackSize() == 1) return;
        if (image.isHyperStack()) {
            int[] position = image.convertIndexToPosition(n);
            roi.setPosition(position[0], position[1], position[2]);
        } else {
            roi.setPosition(n);
        }
    }

    /**
     * Binds a ROI to all channels and time points of a z position.
     *
     * @param roi the ROI
     * @param image its image
     * @param z the position, counted from 1
     */
    public static void onPosition(Roi roi, ImagePlus image, int z) {
        if (image.getNChannels() * image.getNFrames() > 1) roi.setPosition(0, z, 0);
        else onSlice(roi, image, z);
    }

    /**
     * Adds ROIs to the ROI Manager or, without a display and without a manager, to the overlay of their image.
     *
     * @param rois the ROIs
     * @param image their image
     * @return whether they are in the manager
     */
    public static boolean addToManager(List<Roi> rois, ImagePlus image) {
        RoiManager manager = GraphicsEnvironment.isHeadless() ? openManager() : RoiManager.getRoiManager();
        if (manager == null) {
            addToOverlay(rois, image);
            return false;
        }
        rois.forEach(manager::addRoi);
        return true;
    }

    /** {@return the ROIs of the ROI Manager; none if it is not open} */
    public static Roi[] managed() {
        RoiManager manager = openManager();
        return manager == null ? new Roi[0] : manager.getRoisAsArray();
    }

    /** Returns the ROI Manager; null if it is not open. In a macro, ImageJ itself would create one, which fails without a display. */
    private static RoiManager openManager() {
        try {
            return RoiManager.getInstance2();
        } catch (HeadlessException e) {
            return null;
        }
    }

    /**
     * Adds ROIs to the overlay of an image.
     *
     * @param rois the ROIs
     * @param image the image
     */
    public static void addToOverlay(List<Roi> rois, ImagePlus image) {
        Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
        rois.forEach(overlay::add);
        image.setOverlay(overlay);
    }
}
