package hounsfield.imagej.roi;

import hounsfield.region.Outline;
import hounsfield.region.OverlapRule;
import hounsfield.region.PlacedRegion;
import hounsfield.region.PlacedRegions;
import hounsfield.region.PlaneMask;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.FloatPolygon;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Converts placed regions to ROIs of ImageJ. On each slice, a ROI of a structure set becomes a polygon or a composite of several, and a
 * segment becomes the border of its pixels; lines and points remain. ImageJ's coordinates begin at the corner of the first pixel, so
 * they are those of the outline plus 0.5.
 */
public final class RegionRois {
    private final ImagePlus image;
    private final PlacedRegions placed;
    private final OverlapRule overlap;
    private final List<Roi> rois = new ArrayList<>();

    private RegionRois(ImagePlus image, PlacedRegions placed, OverlapRule overlap) {
        this.image = image;
        this.placed = placed;
        this.overlap = overlap;
    }

    /**
     * Makes the ROIs of regions.
     *
     * @param image the image whose slices are the target of the regions
     * @param placed the regions
     * @param overlap how several closed contours on a slice are combined
     * @param progress reports and cancels
     * @return the ROIs by region, then by slice, with name, color, position and {@link RegionFacts}
     */
    public static List<Roi> of(ImagePlus image, PlacedRegions placed, OverlapRule overlap, Progress progress) {
        RegionRois made = new RegionRois(image, placed, overlap);
        for (int i = 0; i < placed.regions().size(); i++) {
            progress.check();
            progress.update(i, placed.regions().size());
            made.add(placed.regions().get(i));
        }
        progress.update(1, 1);
        return made.rois;
    }

    private void add(PlacedRegion region) {
        TreeSet<Integer> places = new TreeSet<>(region.outlines().keySet());
        places.addAll(region.masks().keySet());
        for (int place : places) {
            List<Outline> outlines = region.outlines().get(place);
            if (outlines == null) {
                traced(region, region.masks().get(place)).forEach(roi -> finish(roi, region, place));
                continue;
            }
            List<Outline> closed = outlines.stream()
                    .filter(outline -> outline.kind() == Outline.Kind.CLOSED)
                    .toList();
            if (!closed.isEmpty()) finish(area(closed), region, place);
            for (Outline outline : outlines) {
                if (outline.kind() == Outline.Kind.OPEN) finish(polygon(outline, Roi.POLYLINE), region, place);
                if (outline.kind() == Outline.Kind.POINT) finish(points(outline), region, place);
            }
        }
    }

    private void finish(Roi roi, PlacedRegion region, int place) {
        region.region().color().ifPresent(rgb -> roi.setStrokeColor(new Color(rgb)));
        RegionFacts.write(roi, region.region());
        for (int slice : placed.target().places().get(place).slices()) {
            Roi own = (Roi) roi.clone();
            own.setName(region.region().name() + (placed.target().slices() == 1 ? "" : " " + (slice + 1)));
            RoiPlace.onPosition(own, image, slice + 1);
            rois.add(own);
        }
    }

    private Roi area(List<Outline> closed) {
        if (closed.size() == 1) return polygon(closed.get(0), Roi.POLYGON);
        if (overlap == OverlapRule.UNION) {
            ShapeRoi all = new ShapeRoi(path(closed.subList(0, 1)));
            for (Outline outline : closed.subList(1, closed.size())) all.or(new ShapeRoi(path(List.of(outline))));
            return all;
        }
        return new ShapeRoi(path(closed));
    }

    private static Path2D path(List<Outline> closed) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (Outline outline : closed) {
            double[] x = outline.columns();
            double[] y = outline.rows();
            path.moveTo(x[0] + 0.5, y[0] + 0.5);
            for (int i = 1; i < x.length; i++) path.lineTo(x[i] + 0.5, y[i] + 0.5);
            path.closePath();
        }
        return path;
    }

    private static Roi polygon(Outline outline, int type) {
        FloatPolygon points = shifted(outline);
        return new PolygonRoi(points.xpoints, points.ypoints, points.npoints, type);
    }

    private static Roi points(Outline outline) {
        FloatPolygon points = shifted(outline);
        return new PointRoi(points.xpoints, points.ypoints, points.npoints);
    }

    private static FloatPolygon shifted(Outline outline) {
        double[] x = outline.columns();
        double[] y = outline.rows();
        float[] xs = new float[x.length];
        float[] ys = new float[x.length];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = (float) (x[i] + 0.5);
            ys[i] = (float) (y[i] + 0.5);
        }
        return new FloatPolygon(xs, ys, xs.length);
    }

    /** Returns the border of the pixels that belong to a region; an empty list if there are none. */
    private static List<Roi> traced(PlacedRegion region, PlaneMask mask) {
        ByteProcessor box = new ByteProcessor(mask.width(), mask.height());
        for (int row = 0; row < mask.height(); row++) {
            for (int column = 0; column < mask.width(); column++) {
                if (region.isIn(mask.at(mask.left() + column, mask.top() + row))) box.set(column, row, 255);
            }
        }
        box.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
        Roi roi = new ThresholdToSelection().convert(box);
        if (roi == null) return List.of();
        roi.setLocation(roi.getXBase() + mask.left(), roi.getYBase() + mask.top());
        return List.of(roi);
    }
}
