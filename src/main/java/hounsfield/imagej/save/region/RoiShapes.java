package hounsfield.imagej.save.region;

import hounsfield.codec.Samples;
import hounsfield.region.Outline;
import hounsfield.region.PlaneMask;
import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.FloatPolygon;
import ij.process.ImageProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Converts ROIs to masks and outlines. In outlines, whole numbers are the centers of pixels; in ImageJ, they are the corners. */
final class RoiShapes {
    private RoiShapes() {}

    /** Returns ImageJ's own mask of an area; empty if the ROI is outside of the image, or is not an area. */
    static Optional<PlaneMask> mask(Roi roi, ImagePlus image) {
        if (!roi.isArea()) return Optional.empty();
        ImagePlus canvas = new ImagePlus("", new ByteProcessor(image.getWidth(), image.getHeight()));
        canvas.setRoi((Roi) roi.clone());
        return mask((byte[]) canvas.createRoiMask().getPixels(), image.getWidth());
    }

    /** Returns the mask of the bytes that are not 0. */
    static Optional<PlaneMask> mask(byte[] pixels, int columns) {
        byte[] ones = new byte[pixels.length];
        for (int i = 0; i < ones.length; i++) ones[i] = (byte) (pixels[i] == 0 ? 0 : 1);
        return PlaneMask.of(new Samples.Bytes(ones, false), columns);
    }

    /** Returns the outlines of a ROI: polygons as they were drawn, the border of the pixels of other areas, lines and points. */
    static List<Outline> outlines(Roi roi, ImagePlus image) {
        if (roi instanceof PointRoi) return List.of(outline(Outline.Kind.POINT, roi.getFloatPolygon()));
        if (roi.isLine()) return List.of(outline(Outline.Kind.OPEN, roi.getFloatPolygon()));
        if (roi instanceof ShapeRoi shape) return parts(shape);
        boolean drawn = roi instanceof PolygonRoi && !((PolygonRoi) roi).isSplineFit();
        if (drawn || roi.getType() == Roi.RECTANGLE && roi.getCornerDiameter() == 0)
            return List.of(outline(Outline.Kind.CLOSED, roi.getFloatPolygon()));
        return mask(roi, image)
                .map(mask -> outlines(mask, image.getHeight(), image.getWidth()))
                .orElse(List.of());
    }

    /** Returns the borders of the pixels of a mask. */
    static List<Outline> outlines(PlaneMask mask, int rows, int columns) {
        ByteProcessor pixels = new ByteProcessor(columns, rows, mask.toBytes(rows, columns));
        pixels.setThreshold(1, 255, ImageProcessor.NO_LUT_UPDATE);
        Roi border = ThresholdToSelection.run(new ImagePlus("", pixels));
        if (border == null) return List.of();
        if (border instanceof ShapeRoi shape) return parts(shape);
        return List.of(outline(Outline.Kind.CLOSED, border.getFloatPolygon()));
    }

    private static List<Outline> parts(ShapeRoi shape) {
        List<Outline> parts = new ArrayList<>();
        for (Roi part : shape.getRois()) {
            FloatPolygon polygon = part.getFloatPolygon();
            if (polygon.npoints > 2) parts.add(outline(Outline.Kind.CLOSED, polygon));
        }
        return parts;
    }

    private static Outline outline(Outline.Kind kind, FloatPolygon polygon) {
        double[] columns = new double[polygon.npoints];
        double[] rows = new double[polygon.npoints];
        for (int i = 0; i < polygon.npoints; i++) {
            columns[i] = polygon.xpoints[i] - 0.5;
            rows[i] = polygon.ypoints[i] - 0.5;
        }
        return new Outline(kind, columns, rows);
    }
}
