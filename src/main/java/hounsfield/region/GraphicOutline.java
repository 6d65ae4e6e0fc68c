package hounsfield.region;

import java.util.Optional;

/**
 * Converts graphics of reports and presentation states to outlines (PS3.3 C.18.6 and C.10.5). Coordinates of a graphic begin at the
 * upper left corner of the first pixel; those of an outline begin at its center.
 */
public final class GraphicOutline {
    /** Number of points of a circle or ellipse; the area of the polygon is 0.005 per cent smaller. */
    private static final int POINTS = 360;

    private GraphicOutline() {}

    /**
     * Converts a graphic.
     *
     * @param type POINT, MULTIPOINT, POLYLINE, INTERPOLATED, CIRCLE or ELLIPSE
     * @param data column and row of each point [pixels]
     * @return the outline; empty if the type is unknown, or it has too few points
     */
    public static Optional<Outline> of(String type, double[] data) {
        int points = data.length / 2;
        switch (type) {
            case "POINT", "MULTIPOINT" -> {
                return points < 1 ? Optional.empty() : Optional.of(outline(Outline.Kind.POINT, data, points));
            }
            case "POLYLINE", "POLYGON", "INTERPOLATED" -> {
                if (points < 2) return Optional.empty();
                boolean closed = points > 3 && isSame(data, 0, points - 1) || type.equals("POLYGON") && points > 2;
                int count = closed && isSame(data, 0, points - 1) ? points - 1 : points;
                return Optional.of(outline(closed ? Outline.Kind.CLOSED : Outline.Kind.OPEN, data, count));
            }
            case "CIRCLE" -> {
                if (points < 2) return Optional.empty();
                double x = data[2] - data[0];
                double y = data[3] - data[1];
                return Optional.of(ellipse(data[0], data[1], x, y, -y, x));
            }
            case "ELLIPSE" -> {
                if (points < 4) return Optional.empty();
                return Optional.of(ellipse(
                        (data[0] + data[2]) / 2,
                        (data[1] + data[3]) / 2,
                        (data[2] - data[0]) / 2,
                        (data[3] - data[1]) / 2,
                        (data[6] - data[4]) / 2,
                        (data[7] - data[5]) / 2));
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    private static boolean isSame(double[] data, int one, int other) {
        return data[2 * one] == data[2 * other] && data[2 * one + 1] == data[2 * other + 1];
    }

    private static Outline outline(Outline.Kind kind, double[] data, int points) {
        double[] columns = new double[points];
        double[] rows = new double[points];
        for (int i = 0; i < points; i++) {
            columns[i] = data[2 * i] - 0.5;
            rows[i] = data[2 * i + 1] - 0.5;
        }
        return new Outline(kind, columns, rows);
    }

    /** Returns an ellipse with a center and two half axes. */
    private static Outline ellipse(double x, double y, double ax, double ay, double bx, double by) {
        double[] data = new double[2 * POINTS];
        for (int i = 0; i < POINTS; i++) {
            double angle = 2 * Math.PI * i / POINTS;
            data[2 * i] = x + ax * Math.cos(angle) + bx * Math.sin(angle);
            data[2 * i + 1] = y + ay * Math.cos(angle) + by * Math.sin(angle);
        }
        return outline(Outline.Kind.CLOSED, data, POINTS);
    }
}
