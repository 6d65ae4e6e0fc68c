package hounsfield.codec.jpeg2000;

/** A subband of a tile-component (T.800 B.5) and the coding parameters of its coefficients. */
final class Subband {
    /** 0 LL, 1 HL (horizontally high-pass), 2 LH, 3 HH. */
    final int orientation;

    final Area area;
    /** M_b of equation E-2, without the shift of the region of interest. */
    final int magnitudeBits;
    /** The step size; 1 for the reversible wavelet. */
    final float step;

    /** Whether the coefficients need more bits than {@code int} and {@code float} have. */
    final boolean wide;

    /** The coefficients, row by row, in one of three arrays: reversible, irreversible, wide; null while all are 0. */
    int[] integers;

    float[] floats;
    double[] doubles;

    Subband(int orientation, Area area, int magnitudeBits, float step, boolean wide) {
        this.orientation = orientation;
        this.area = area;
        this.magnitudeBits = magnitudeBits;
        this.step = step;
        this.wide = wide;
    }

    boolean isZero() {
        return integers == null && floats == null && doubles == null;
    }

    /** Allocates the array of the coefficients. */
    void allocate(boolean reversible) {
        int samples = Math.toIntExact(area.samples());
        if (wide) doubles = new double[samples];
        else if (reversible) integers = new int[samples];
        else floats = new float[samples];
    }
}
