package hounsfield.region.report;

import hounsfield.geometry.Vector3;
import hounsfield.region.Outline;
import hounsfield.region.RegionTarget;
import hounsfield.region.structure.PatientContours;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Converts a graphic in the patient to contours in planes.
 *
 * @param type Graphic Type of an SCOORD3D
 * @param data x, y and z of its points (LPS) [mm]; for an ellipse the ends of both axes, for an ellipsoid the ends of three axes
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part03/sect_C.18.9.html">PS3.3 C.18.9.1.2</a>
 */
record PatientGraphic(String type, double[] data) {
    private static final int POINTS = 180;
    private static final String ELLIPSE = "ELLIPSE";
    private static final String ELLIPSOID = "ELLIPSOID";

    /** Returns the kind of the contours; empty if the type is unknown or ends of axes are missing. */
    Optional<Outline.Kind> kind() {
        if (type.equals(ELLIPSE)) return data.length < 12 ? Optional.empty() : Optional.of(Outline.Kind.CLOSED);
        if (type.equals(ELLIPSOID)) return data.length < 18 ? Optional.empty() : Optional.of(Outline.Kind.CLOSED);
        return PatientContours.kindOf(type);
    }

    /** Returns x, y and z of the points of each contour. The contours of an ellipsoid are its sections with the slices. */
    List<double[]> contours(RegionTarget target) {
        if (type.equals(ELLIPSE)) return List.of(ellipse(center(), half(0), half(1)));
        if (!type.equals(ELLIPSOID)) return List.of(data);
        List<double[]> sections = new ArrayList<>();
        if (target.hasPositions()) {
            for (RegionTarget.Place place : target.places()) {
                section(target.normal(), place.along()).ifPresent(sections::add);
            }
        }
        // An ellipsoid between or beyond slices gets one contour, which is later reported as being on no slice.
        if (sections.isEmpty()) sections.add(ellipse(center(), half(0), half(1)));
        return sections;
    }

    /** Returns the section of the ellipsoid with a plane at a distance from the origin along its normal. */
    private Optional<double[]> section(Vector3 normal, double along) {
        Vector3[] axes = {half(0), half(1), half(2)};
        // A point is center + sum of axes[i] * u[i] with |u| = 1; in the plane, w . u = e.
        Vector3 w = new Vector3(axes[0].dot(normal), axes[1].dot(normal), axes[2].dot(normal));
        double e = along - center().dot(normal);
        if (!(Math.abs(e) < w.length())) return Optional.empty();
        double share = e / w.length();
        double radius = Math.sqrt(1 - share * share);
        Vector3 unit = w.normalized();
        Vector3 other = Math.abs(unit.x()) < 0.5 ? new Vector3(1, 0, 0) : new Vector3(0, 1, 0);
        Vector3 first = unit.cross(other).normalized();
        Vector3 second = unit.cross(first);
        return Optional.of(ellipse(
                center().plus(sum(axes, unit.times(share))),
                sum(axes, first.times(radius)),
                sum(axes, second.times(radius))));
    }

    private static Vector3 sum(Vector3[] axes, Vector3 shares) {
        return axes[0].times(shares.x()).plus(axes[1].times(shares.y())).plus(axes[2].times(shares.z()));
    }

    private Vector3 center() {
        return Vector3.of(data, 0).plus(Vector3.of(data, 3)).times(0.5);
    }

    /** Returns half of an axis. */
    private Vector3 half(int axis) {
        return Vector3.of(data, 6 * axis + 3).minus(Vector3.of(data, 6 * axis)).times(0.5);
    }

    private static double[] ellipse(Vector3 center, Vector3 one, Vector3 other) {
        double[] points = new double[3 * POINTS];
        for (int i = 0; i < POINTS; i++) {
            double angle = 2 * Math.PI * i / POINTS;
            Vector3 point = center.plus(one.times(Math.cos(angle))).plus(other.times(Math.sin(angle)));
            points[3 * i] = point.x();
            points[3 * i + 1] = point.y();
            points[3 * i + 2] = point.z();
        }
        return points;
    }
}
