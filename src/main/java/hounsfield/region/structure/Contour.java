package hounsfield.region.structure;

import hounsfield.geometry.Vector3;
import hounsfield.region.Outline;
import java.util.Optional;

/**
 * A contour of an ROI.
 *
 * @param kind closed, open or points
 * @param points x, y and z of each point (LPS) [mm], at least one point
 * @param image SOP Instance UID of the image that the contour names, if any
 */
record Contour(Outline.Kind kind, double[] points, Optional<String> image) {
    int size() {
        return points.length / 3;
    }

    Vector3 point(int index) {
        return Vector3.of(points, 3 * index);
    }

    /** Returns the mean position of the points along a direction, and their extent along it [mm]. */
    double[] meanAndExtent(Vector3 normal) {
        double sum = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points.length; i += 3) {
            double along = points[i] * normal.x() + points[i + 1] * normal.y() + points[i + 2] * normal.z();
            sum += along;
            if (along < low) low = along;
            if (along > high) high = along;
        }
        return new double[] {sum / size(), high - low};
    }
}
