package hounsfield.nifti;

import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The transform from the voxels of a NIfTI file to the patient: axes towards right, front and head (RAS) [mm]. Rows are stored from the
 * last to the first, as other DICOM converters store them, so the second axis of a file points up in the image.
 *
 * @param right the step to the next column
 * @param up the step to the next row of the file, which is the row above in the image
 * @param next the step to the next slice
 * @param origin the center of the first voxel of the file, at the lower left of the first slice
 */
public record RasAffine(Vector3 right, Vector3 up, Vector3 next, Vector3 origin) {
    /** Tolerance for right angles, as for Image Orientation (Patient). */
    private static final double ROUNDING = 0.02;
    /**
     * A quaternion with |a| below this counts as a half turn, because readers compute a from b, c and d, which are rounded to floats.
     */
    private static final double HALF_TURN = 3e-4;
    /** A smaller square of a counts as 0. */
    private static final double NO_SQUARE = 1e-7;

    /**
     * Returns the transform of an image.
     *
     * @param lps the transform from column, row and slice of the image to the patient, LPS [mm]: 4 rows of 4 numbers
     * @param rows of the image
     * @return the transform of its file
     */
    public static RasAffine ofLps(double[][] lps, int rows) {
        Vector3 down = column(lps, 1);
        return new RasAffine(
                swapped(column(lps, 0)),
                swapped(down.times(-1)),
                swapped(column(lps, 2)),
                swapped(column(lps, 3).plus(down.times(rows - 1.0))));
    }

    private static Vector3 column(double[][] matrix, int column) {
        return new Vector3(matrix[0][column], matrix[1][column], matrix[2][column]);
    }

    /** Converts LPS to RAS, or RAS to LPS. */
    private static Vector3 swapped(Vector3 vector) {
        return new Vector3(-vector.x(), -vector.y(), vector.z());
    }

    /**
     * Returns the planes of the slices of an image.
     *
     * @param rows of the image
     * @param slices number of slices
     * @return one plane per slice; empty if rows and columns are not at right angles, or a step has no length
     */
    public Optional<List<PlaneGeometry>> planes(int rows, int slices) {
        double width = right.length();
        double height = up.length();
        boolean sized = width > 0 && height > 0 && Double.isFinite(width) && Double.isFinite(height);
        boolean placed = Double.isFinite(origin.length()) && Double.isFinite(next.length());
        if (!sized || !placed || Math.abs(right.dot(up)) > ROUNDING * width * height) return Optional.empty();
        Vector3 first = swapped(origin.plus(up.times(rows - 1.0)));
        PlaneGeometry plane = new PlaneGeometry(
                first, swapped(right).normalized(), swapped(up.times(-1)).normalized(), height, width);
        List<PlaneGeometry> planes = new ArrayList<>();
        for (int slice = 0; slice < slices; slice++) {
            Optional<PlaneGeometry> at = plane.at(first.plus(swapped(next).times(slice)));
            if (at.isEmpty()) return Optional.empty();
            planes.add(at.get());
        }
        return Optional.of(planes);
    }

    /** Returns -1 if the axes are left-handed, otherwise 1: {@code qfac}. */
    int handedness() {
        return right.cross(up).dot(next) < 0 ? -1 : 1;
    }

    /** Returns b, c and d of the unit quaternion of the directions. If they are left-handed, the third axis is reversed. */
    float[] quaternion() {
        Vector3 x = right.normalized();
        Vector3 y = up.minus(x.times(up.dot(x))).normalized();
        Vector3 z = x.cross(y);
        double[] squares = {
            1 + x.x() + y.y() + z.z(), 1 + x.x() - y.y() - z.z(), 1 - x.x() + y.y() - z.z(), 1 - x.x() - y.y() + z.z()
        };
        int largest = 0;
        for (int i = 1; i < 4; i++) if (squares[i] > squares[largest]) largest = i;
        double big = 0.5 * Math.sqrt(squares[largest]);
        double part = 0.25 / big;
        double[] numbers =
                switch (largest) {
                    case 0 ->
                        new double[] {big, part * (y.z() - z.y()), part * (z.x() - x.z()), part * (x.y() - y.x())};
                    case 1 ->
                        new double[] {part * (y.z() - z.y()), big, part * (y.x() + x.y()), part * (z.x() + x.z())};
                    case 2 ->
                        new double[] {part * (z.x() - x.z()), part * (y.x() + x.y()), big, part * (z.y() + y.z())};
                    default ->
                        new double[] {part * (x.y() - y.x()), part * (z.x() + x.z()), part * (z.y() + y.z()), big};
                };
        // Readers take a as positive, because only b, c and d are stored.
        double sign = numbers[0] < 0 ? -1 : 1;
        float[] bcd = new float[3];
        for (int i = 0; i < 3; i++) bcd[i] = (float) (sign * numbers[i + 1]);
        if (Math.abs(numbers[0]) < HALF_TURN) completeHalfTurn(bcd);
        return bcd;
    }

    /** Makes the sum of squares at least 1. A sum rounded to below 1 would change a half turn by a fiftieth of a degree. */
    private static void completeHalfTurn(float[] bcd) {
        int largest = 0;
        for (int i = 1; i < 3; i++) if (Math.abs(bcd[i]) > Math.abs(bcd[largest])) largest = i;
        while ((double) bcd[0] * bcd[0] + (double) bcd[1] * bcd[1] + (double) bcd[2] * bcd[2] < 1) {
            bcd[largest] = bcd[largest] < 0 ? Math.nextDown(bcd[largest]) : Math.nextUp(bcd[largest]);
        }
    }

    /**
     * Returns the transform of a quaternion (method 2 of the NIfTI-1 standard).
     *
     * @param bcd the numbers b, c and d
     * @param spacing size of a voxel along each axis [mm]
     * @param handedness -1 for a reversed third axis
     * @param origin the first voxel, RAS [mm]
     */
    static RasAffine ofQuaternion(double[] bcd, double[] spacing, int handedness, Vector3 origin) {
        double b = bcd[0];
        double c = bcd[1];
        double d = bcd[2];
        double squares = b * b + c * c + d * d;
        double a = squares > 1 - NO_SQUARE ? 0 : Math.sqrt(1 - squares);
        if (a == 0) {
            double length = Math.sqrt(squares);
            b /= length;
            c /= length;
            d /= length;
        }
        Vector3 x = new Vector3(a * a + b * b - c * c - d * d, 2 * (b * c + a * d), 2 * (b * d - a * c));
        Vector3 y = new Vector3(2 * (b * c - a * d), a * a + c * c - b * b - d * d, 2 * (c * d + a * b));
        Vector3 z = new Vector3(2 * (b * d + a * c), 2 * (c * d - a * b), a * a + d * d - b * b - c * c);
        return new RasAffine(x.times(spacing[0]), y.times(spacing[1]), z.times(handedness * spacing[2]), origin);
    }

    /** Returns this transform with all lengths multiplied by a factor. */
    RasAffine times(double factor) {
        return new RasAffine(right.times(factor), up.times(factor), next.times(factor), origin.times(factor));
    }
}
