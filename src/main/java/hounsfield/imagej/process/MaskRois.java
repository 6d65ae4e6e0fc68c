package hounsfield.imagej.process;

import hounsfield.imagej.roi.RoiPlace;
import hounsfield.mask.Box;
import hounsfield.mask.MaskCrop;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ImageProcessor;
import java.util.ArrayList;
import java.util.List;

/** The masks of an image's slices, and the box around all of them, as regions of interest. */
public final class MaskRois {
    private MaskRois() {}

    /**
     * Returns the outline of each slice's mask, unless that is empty, then the box that a crop would use.
     *
     * @throws IllegalArgumentException if no pixel is inside a mask
     */
    static List<Roi> of(ImagePlus image, MaskCrop step, Progress progress) {
        ImagePlus masks = ImageMasks.masks(image, step.settings(), progress);
        List<Roi> rois = new ArrayList<>();
        for (int n = 1; n <= masks.getStackSize(); n++) {
            progress.check();
            ImageProcessor mask = masks.getStack().getProcessor(n);
            mask.setThreshold(1, 255, ImageProcessor.NO_LUT_UPDATE);
            Roi roi = new ThresholdToSelection().convert(mask);
            if (roi == null) continue;
            roi.setName(masks.getStackSize() == 1 ? "mask" : "mask " + n);
            RoiPlace.onSlice(roi, image, n);
            rois.add(roi);
        }
        Box box = step.cropBox(ImageMasks.box(masks), image.getHeight(), image.getWidth());
        Roi around = new Roi(box.columnStart(), box.rowStart(), box.columns(), box.rows());
        around.setName("box");
        rois.add(around);
        return rois;
    }

    /**
     * Adds the outlines and the box to the ROI Manager or, without a display, to the image's overlay. Selects the current
     * slice's mask, or the box if that mask is empty.
     *
     * @param image a grayscale image
     * @param step mask settings and size
     * @param progress reports and cancels
     * @throws IllegalArgumentException if no pixel is inside a mask
     */
    public static void show(ImagePlus image, MaskCrop step, Progress progress) {
        List<Roi> rois = of(image, step, progress);
        RoiPlace.addToManager(rois, image);
        int current = image.getCurrentSlice();
        Roi shown = rois.stream()
                .filter(roi -> index(roi, image) == current)
                .findFirst()
                .orElse(rois.get(rois.size() - 1));
        image.setRoi((Roi) shown.clone());
    }

    /** Returns the slice of a mask's outline, counted from 1; 0 for the box. */
    private static int index(Roi roi, ImagePlus image) {
        if (roi.getName().equals("box")) return 0;
        if (image.getStackSize() == 1) return 1;
        return roi.hasHyperStackPosition()
                ? image.getStackIndex(roi.getCPosition(), roi.getZPosition(), roi.getTPosition())
                : roi.getPosition();
    }
}
