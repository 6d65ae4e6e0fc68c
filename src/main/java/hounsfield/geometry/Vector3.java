package hounsfield.geometry;

/**
 * A point or direction in patient coordinates, LPS.
 *
 * @param x towards the left [mm]
 * @param y towards the back [mm]
 * @param z towards the head [mm]
 */
public record Vector3(double x, double y, double z) {
    /**
     * Reads a vector from an array.
     *
     * @param values contains the coordinates
     * @param from index of x
     * @return the vector
     */
    public static Vector3 of(double[] values, int from) {
        return new Vector3(values[from], values[from + 1], values[from + 2]);
    }

    /**
     * Adds a vector.
     *
     * @param other the other vector
     * @return the sum
     */
    public Vector3 plus(Vector3 other) {
        return new Vector3(x + other.x, y + other.y, z + other.z);
    }

    /**
     * Subtracts a vector.
     *
     * @param other the other vector
     * @return the difference
     */
    public Vector3 minus(Vector3 other) {
        return new Vector3(x - other.x, y - other.y, z - other.z);
    }

    /**
     * Scales this vector.
     *
     * @param factor any number
     * @return the product
     */
    public Vector3 times(double factor) {
        return new Vector3(x * factor, y * factor, z * factor);
    }

    /**
     * {@return the dot product}
     *
     * @param other the other vector
     */
    public double dot(Vector3 other) {
        return x * other.x + y * other.y + z * other.z;
    }

    /**
     * Returns the cross product.
     *
     * @param other the other vector
     * @return the cross product, this times other
     */
    public Vector3 cross(Vector3 other) {
        return new Vector3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    /** {@return the Euclidean length} */
    public double length() {
        return Math.sqrt(dot(this));
    }

    /** {@return the unit vector of the same direction; NaN for the null vector} */
    public Vector3 normalized() {
        return times(1 / length());
    }

    /**
     * Returns the angle to a line.
     *
     * @param other direction of the line, in either sense
     * @return 0 to 90 degrees
     */
    public double degreesToLine(Vector3 other) {
        return Math.toDegrees(Math.atan2(cross(other).length(), Math.abs(dot(other))));
    }

    /**
     * Returns the angle to another direction.
     *
     * @param other a direction
     * @return 0 to 180 degrees
     */
    public double degreesTo(Vector3 other) {
        return Math.toDegrees(Math.atan2(cross(other).length(), dot(other)));
    }

    /** {@return x, y and z} */
    public double[] toArray() {
        return new double[] {x, y, z};
    }
}
