package hounsfield.geometry;

/** A point or a direction in patient coordinates, LPS: x towards the left, y the back, z the head [mm]. */
public record Vector3(double x, double y, double z) {
    /** The three numbers of {@code values} that begin at {@code from}. */
    public static Vector3 of(double[] values, int from) {
        return new Vector3(values[from], values[from + 1], values[from + 2]);
    }

    public Vector3 plus(Vector3 other) {
        return new Vector3(x + other.x, y + other.y, z + other.z);
    }

    public Vector3 minus(Vector3 other) {
        return new Vector3(x - other.x, y - other.y, z - other.z);
    }

    public Vector3 times(double factor) {
        return new Vector3(x * factor, y * factor, z * factor);
    }

    public double dot(Vector3 other) {
        return x * other.x + y * other.y + z * other.z;
    }

    public Vector3 cross(Vector3 other) {
        return new Vector3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    public double length() {
        return Math.sqrt(dot(this));
    }

    /** The same direction with length 1; NaN for the null vector. */
    public Vector3 normalized() {
        return times(1 / length());
    }

    /** The angle to another direction or its opposite, 0 to 90 degrees. */
    public double degreesToLine(Vector3 other) {
        return Math.toDegrees(Math.atan2(cross(other).length(), Math.abs(dot(other))));
    }

    /** The angle to another direction, 0 to 180 degrees. */
    public double degreesTo(Vector3 other) {
        return Math.toDegrees(Math.atan2(cross(other).length(), dot(other)));
    }

    public double[] toArray() {
        return new double[] {x, y, z};
    }
}
