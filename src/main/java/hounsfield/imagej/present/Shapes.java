package hounsfield.imagej.present;

import hounsfield.frame.OverlayPlane;
import hounsfield.region.Outline;
import hounsfield.region.TilePlace;
import hounsfield.region.presentation.Annotation;
import hounsfield.region.presentation.DisplayedArea;
import hounsfield.region.presentation.Turn;
import ij.gui.Line;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes ROIs of the turned image from graphics and texts of a presentation state, with coordinates from the corner of its first pixel.
 */
record Shapes(Turn turn, DisplayedArea area, Optional<TilePlace> tile) {
    /** Height of text as a fraction of the image. */
    private static final double TEXT = 1 / 32.0;
    /** Coordinates beyond twice the largest image are not drawn: a spline through them has a node for each pixel of its length. */
    private static final double FARTHEST = 1 << 17;

    private static boolean isNear(double... coordinates) {
        for (double each : coordinates) if (!(Math.abs(each) <= FARTHEST)) return false;
        return true;
    }

    private double[] shown(double x, double y, Annotation.Units units) {
        double[] pixel = units == Annotation.Units.DISPLAY
                ? area.toPixel(x, y, turn.rotation() % 180 != 0)
                : new double[] {x, y};
        if (units == Annotation.Units.MATRIX && tile.isPresent()) {
            pixel[0] -= tile.get().column() - 1;
            pixel[1] -= tile.get().row() - 1;
        }
        return turn.toShown(pixel[0], pixel[1]);
    }

    /** Returns a graphic; empty if it is too far away. */
    Optional<Roi> graphic(Outline outline, Annotation.Units units, boolean interpolated) {
        double[] columns = outline.columns();
        double[] rows = outline.rows();
        float[] x = new float[columns.length];
        float[] y = new float[columns.length];
        for (int i = 0; i < x.length; i++) {
            double[] point = shown(columns[i] + 0.5, rows[i] + 0.5, units);
            if (!isNear(point)) return Optional.empty();
            x[i] = (float) point[0];
            y[i] = (float) point[1];
        }
        if (outline.kind() == Outline.Kind.POINT) return Optional.of(new PointRoi(x, y, x.length));
        boolean closed = outline.kind() == Outline.Kind.CLOSED;
        PolygonRoi roi = new PolygonRoi(x, y, x.length, closed ? Roi.POLYGON : Roi.POLYLINE);
        if (interpolated) roi.fitSpline();
        return Optional.of(roi);
    }

    /** Returns a text, and the line to its anchor if the state shows it; an empty list if they are too far away. */
    List<Roi> text(Annotation.Text text) {
        List<Roi> rois = new ArrayList<>();
        Font font = new Font("SansSerif", Font.PLAIN, (int) Math.max(8, turn.shownHeight() * TEXT));
        String lines = text.text().replace("\r\n", "\n").replace('\r', '\n');
        double[] from = null;
        if (text.box().isPresent()) {
            Annotation.Box box = text.box().get();
            double[] one = shown(box.left(), box.top(), box.units());
            double[] other = shown(box.right(), box.bottom(), box.units());
            if (!isNear(one) || !isNear(other)) return List.of();
            double left = Math.min(one[0], other[0]);
            double top = Math.min(one[1], other[1]);
            double width = Math.abs(other[0] - one[0]);
            double height = Math.abs(other[1] - one[1]);
            TextRoi roi = new TextRoi(left, top, width, height, lines, font);
            roi.setJustification(
                    switch (text.justification()) {
                        case "RIGHT" -> TextRoi.RIGHT;
                        case "CENTER" -> TextRoi.CENTER;
                        default -> TextRoi.LEFT;
                    });
            rois.add(roi);
            from = new double[] {left + width / 2, top + height / 2};
        }
        if (text.anchor().isPresent()) {
            Annotation.Anchor anchor = text.anchor().get();
            double[] to = shown(anchor.x(), anchor.y(), anchor.units());
            if (!isNear(to)) return rois;
            if (from == null) rois.add(new TextRoi(to[0], to[1], lines, font));
            else if (text.anchorShown()) rois.add(new Line(from[0], from[1], to[0], to[1]));
        }
        return rois;
    }

    /** Returns a filled ROI that covers the image outside of a shape; empty if the shape is too far away. */
    Optional<Roi> cover(Outline outline, Color color) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        path.append(new Rectangle2D.Double(0, 0, turn.shownWidth(), turn.shownHeight()), false);
        double[] columns = outline.columns();
        double[] rows = outline.rows();
        for (int i = 0; i < columns.length; i++) {
            double[] point = turn.toShown(columns[i] + 0.5, rows[i] + 0.5);
            if (!isNear(point)) return Optional.empty();
            if (i == 0) path.moveTo(point[0], point[1]);
            else path.lineTo(point[0], point[1]);
        }
        path.closePath();
        ShapeRoi roi = new ShapeRoi(path);
        roi.setFillColor(color);
        return Optional.of(roi);
    }

    /** Returns the border of the set bits of an overlay; empty if none of them is on the image. */
    Optional<Roi> bits(OverlayPlane plane, int frame) {
        byte[] bits = plane.pixels(frame);
        ByteProcessor mask = new ByteProcessor(turn.shownWidth(), turn.shownHeight());
        for (int i = 0; i < bits.length; i++) {
            if (bits[i] == 0) continue;
            int column = i % plane.columns() + plane.left();
            int row = i / plane.columns() + plane.top();
            if (column < 0 || row < 0 || column >= turn.width() || row >= turn.height()) continue;
            double[] point = turn.toShown(column + 0.5, row + 0.5);
            mask.set((int) point[0], (int) point[1], 255);
        }
        mask.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
        return Optional.ofNullable(new ThresholdToSelection().convert(mask));
    }
}
