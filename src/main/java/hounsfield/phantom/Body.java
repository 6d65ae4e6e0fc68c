package hounsfield.phantom;

import java.util.List;

/**
 * The chest of the CT series as a function of position in mm: x to the patient's left, y to the back, z to the head,
 * from the center of the volume. Values are in HU. Edges are blurred over a pixel, as a scanner blurs them.
 */
final class Body {
    private static final double AIR = -1000;
    private static final double FAT = -100;
    private static final double WATER = 0;
    private static final double MUSCLE = 50;
    private static final double LUNG = -780;
    private static final double BLOOD = 45;
    private static final double MARROW = 180;
    private static final double CORTEX = 850;
    private static final double COUCH = -650;

    private static final double SKIN_X = 168;
    private static final double SKIN_Y = 122;
    private static final double FAT_THICKNESS = 9;
    private static final double WALL_THICKNESS = 13;

    /** Center of a lung, in mm. The lungs are ellipsoids, so that each slice differs from the next. */
    private static final double LUNG_X = 88;

    private static final double LUNG_Y = -22;
    private static final double LUNG_HALF_WIDTH = 46;
    private static final double LUNG_HALF_DEPTH = 60;
    private static final double LUNG_HALF_HEIGHT = 72;

    private static final double SPINE_Y = 68;
    private static final double SPINE_RADIUS = 16;
    private static final int RIBS = 9;

    /** The ribs are within this depth below the skin, in mm. */
    private static final double RIB_DEPTH = 26;

    private final List<Insert> inserts;
    private final double edge;

    /**
     * @param inserts replace the tissue where they are
     * @param pixel half the width of a blurred edge, in mm
     */
    Body(List<Insert> inserts, double pixel) {
        this.inserts = inserts;
        this.edge = pixel;
    }

    double at(double x, double y, double z) {
        for (Insert insert : inserts) {
            double inside = insert.radius() - length(x - insert.x(), y - insert.y());
            if (inside > edge) return insert.hounsfield();
            if (inside > -edge) return mix(tissue(x, y, z), insert.hounsfield(), inside);
        }
        return tissue(x, y, z);
    }

    private double tissue(double x, double y, double z) {
        double skin = insideEllipse(x, y, SKIN_X, SKIN_Y);
        if (skin < -edge) return outside(x, y);
        double value = mix(AIR, FAT, skin);
        value = mix(value, MUSCLE, skin - FAT_THICKNESS);
        value = mix(value, WATER, skin - FAT_THICKNESS - WALL_THICKNESS);
        if (skin < RIB_DEPTH) value = ribs(value, x, y, z);
        value = mix(value, BLOOD, insideEllipse(x - 10, y - 2, 36, 25));
        value = mix(value, BLOOD, 11 - length(x - 26, y - 46));
        value = lung(value, x - LUNG_X, y - LUNG_Y, z);
        value = lung(value, x + LUNG_X, y - LUNG_Y, z);
        return spine(value, x, y, z);
    }

    /** Air, and the couch below the patient: a thin shell around light foam. */
    private double outside(double x, double y) {
        double top = SKIN_Y + 8 + x * x / 1800;
        double depth = Math.min(y - top, top + 16 - y);
        if (Math.abs(x) > 185 || depth < -edge) return AIR;
        double foam = mix(AIR, -150, depth);
        return mix(foam, COUCH - 300, depth - 2.5);
    }

    /** A lung with seven vessels, which become thinner outwards. */
    private double lung(double around, double x, double y, double z) {
        double swell = 1 - z * z / (LUNG_HALF_HEIGHT * LUNG_HALF_HEIGHT);
        if (swell <= 0) return around;
        double scale = Math.sqrt(swell);
        double inside = insideEllipse(x, y, LUNG_HALF_WIDTH * scale, LUNG_HALF_DEPTH * scale);
        if (inside < -edge) return around;
        double value = mix(around, LUNG, inside);
        for (int i = 0; i < 7; i++) {
            double angle = i * 0.9 + z / 40;
            double away = 9 + 5.2 * i;
            double vessel = 4.4 - 0.45 * i - length(x - away * Math.cos(angle) * 0.8, y - away * Math.sin(angle));
            value = mix(value, BLOOD, Math.min(vessel, inside - 2));
        }
        return value;
    }

    private double ribs(double around, double x, double y, double z) {
        double value = around;
        for (int i = 0; i < RIBS; i++) {
            // Ribs slope, so their position changes from slice to slice.
            double angle = Math.toRadians(-72 + i * 18 + z * 0.18);
            double ribX = (SKIN_X - 16) * Math.cos(angle);
            double ribY = (SKIN_Y - 16) * Math.sin(angle);
            double rib = 5.5 - length(Math.abs(x) - ribX, y - ribY);
            if (rib < -edge) continue;
            value = mix(value, CORTEX - 200, rib);
            value = mix(value, MARROW, rib - 2);
        }
        return value;
    }

    /** A vertebral body with a disc every 30 mm, the spinal canal and three processes. */
    private double spine(double around, double x, double y, double z) {
        double dy = y - SPINE_Y;
        double body = SPINE_RADIUS - length(x, dy * 1.15);
        double arch = Math.min(12.5 - length(x, dy - 20), 60);
        double spinous = Math.min(3.2 - Math.abs(x), Math.min(dy - 24, 36 - dy));
        double transverse = Math.min(3.4 - Math.abs(dy - 17 + Math.abs(x) * 0.15), 30 - Math.abs(x));
        boolean disc = Math.abs(z - 30 * Math.rint(z / 30)) > 12.5;

        double value = mix(around, CORTEX - 250, Math.max(arch, Math.max(spinous, transverse)));
        value = mix(value, disc ? 95 : CORTEX, body);
        if (!disc) value = mix(value, MARROW, body - 2.2);
        return mix(value, 25, 8.2 - length(x, dy - 21));
    }

    /** Without the overflow guards of {@link Math#hypot}, which take most of its time. */
    private static double length(double x, double y) {
        return Math.sqrt(x * x + y * y);
    }

    /** Approximate distance of a point from the edge of an ellipse, in mm; positive inside, negative outside. */
    private static double insideEllipse(double x, double y, double halfWidth, double halfHeight) {
        double radius = length(x / halfWidth, y / halfHeight);
        if (radius < 1e-9) return Math.min(halfWidth, halfHeight);
        // Exact on the axes; between them the error is too small to matter within a pixel of the edge.
        return (1 - radius) / radius * length(x, y);
    }

    /**
     * Returns {@code inner} where {@code inside} is positive and {@code outer} where it is negative, blended at the
     * edge.
     */
    private double mix(double outer, double inner, double inside) {
        double share = 0.5 + inside / (2 * edge);
        if (share <= 0) return outer;
        return share >= 1 ? inner : outer + share * (inner - outer);
    }
}
