package hounsfield.planes;

import java.util.List;

/**
 * The planes of an image and the calibrated values of their pixels. Either the planes are in memory, and their arrays
 * are shared, not copied, and must not change; or they are {@link LazyPlaneList}, and each access fetches a plane. The
 * planes of a volume are usually of one size, but need not be.
 */
public sealed interface Planes {
    /** {@return the number of planes} */
    int count();

    /**
     * Returns the number of pixels in a plane.
     *
     * @param plane counted from 0
     * @return its length
     */
    int length(int plane);

    /** {@return whether the planes are in memory, so that access costs nothing} */
    boolean inMemory();

    /**
     * Returns one of the planes.
     *
     * @param plane counted from 0
     * @return an image of this plane alone
     */
    Planes plane(int plane);

    /**
     * Returns the calibrated values of a plane.
     *
     * @param plane counted from 0
     * @return a new array, but for {@link Floats} in memory the plane's own array, which must not change
     */
    float[] values(int plane);

    /**
     * Creates planes of calibrated values.
     *
     * @param planes one array per plane
     * @return the planes
     */
    static Planes ofFloats(List<float[]> planes) {
        return new Floats(planes);
    }

    /**
     * Creates a single plane of calibrated values.
     *
     * @param plane its values
     * @return the plane
     */
    static Planes ofFloats(float[] plane) {
        return new Floats(List.of(plane));
    }

    /**
     * Creates planes of unsigned 16-bit numbers that stand for {@code slope * number + intercept}, as in ImageJ's
     * calibrated 16-bit images.
     *
     * @param planes one array per plane
     * @param slope of the calibration
     * @param intercept of the calibration
     * @return the planes
     */
    static Planes ofShorts(List<short[]> planes, double slope, double intercept) {
        return new Shorts(planes, line(1 << 16, slope, intercept));
    }

    /**
     * Creates planes of unsigned 8-bit numbers that stand for {@code slope * number + intercept}.
     *
     * @param planes one array per plane
     * @param slope of the calibration
     * @param intercept of the calibration
     * @return the planes
     */
    static Planes ofBytes(List<byte[]> planes, double slope, double intercept) {
        return new Bytes(planes, line(1 << 8, slope, intercept));
    }

    private static float[] line(int size, double slope, double intercept) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) values[i] = (float) (slope * i + intercept);
        return values;
    }

    private static void checkTable(float[] values, int size) {
        if (values.length != size) {
            throw new IllegalArgumentException("the table has " + values.length + " values, not " + size);
        }
    }

    /**
     * Planes of calibrated values.
     *
     * @param planes one array per plane
     */
    record Floats(List<float[]> planes) implements Planes {
        /**
         * Copies the list, not the arrays; fetched planes remain fetched.
         *
         * @param planes one array per plane
         */
        public Floats {
            planes = LazyPlaneList.keep(planes);
        }

        @Override
        public int count() {
            return planes.size();
        }

        @Override
        public int length(int plane) {
            return LazyPlaneList.length(planes, plane, array -> array.length);
        }

        @Override
        public boolean inMemory() {
            return !(planes instanceof LazyPlaneList);
        }

        @Override
        public Planes plane(int plane) {
            return new Floats(LazyPlaneList.one(planes, plane));
        }

        @Override
        public float[] values(int plane) {
            return planes.get(plane);
        }
    }

    /**
     * Planes of unsigned 16-bit indexes into a table of calibrated values.
     *
     * @param planes one array per plane
     * @param values 65536 calibrated values
     */
    record Shorts(List<short[]> planes, float[] values) implements Planes {
        /**
         * Copies the list, not the arrays; fetched planes remain fetched.
         *
         * @param planes one array per plane
         * @param values 65536 calibrated values
         * @throws IllegalArgumentException if the table has another length
         */
        public Shorts {
            planes = LazyPlaneList.keep(planes);
            checkTable(values, 1 << 16);
        }

        @Override
        public int count() {
            return planes.size();
        }

        @Override
        public int length(int plane) {
            return LazyPlaneList.length(planes, plane, array -> array.length);
        }

        @Override
        public boolean inMemory() {
            return !(planes instanceof LazyPlaneList);
        }

        @Override
        public Planes plane(int plane) {
            return new Shorts(LazyPlaneList.one(planes, plane), values);
        }

        @Override
        public float[] values(int plane) {
            short[] indexes = planes.get(plane);
            float[] calibrated = new float[indexes.length];
            for (int i = 0; i < indexes.length; i++) calibrated[i] = values[indexes[i] & 0xFFFF];
            return calibrated;
        }
    }

    /**
     * Planes of unsigned 8-bit indexes into a table of calibrated values.
     *
     * @param planes one array per plane
     * @param values 256 calibrated values
     */
    record Bytes(List<byte[]> planes, float[] values) implements Planes {
        /**
         * Copies the list, not the arrays; fetched planes remain fetched.
         *
         * @param planes one array per plane
         * @param values 256 calibrated values
         * @throws IllegalArgumentException if the table has another length
         */
        public Bytes {
            planes = LazyPlaneList.keep(planes);
            checkTable(values, 1 << 8);
        }

        @Override
        public int count() {
            return planes.size();
        }

        @Override
        public int length(int plane) {
            return LazyPlaneList.length(planes, plane, array -> array.length);
        }

        @Override
        public boolean inMemory() {
            return !(planes instanceof LazyPlaneList);
        }

        @Override
        public Planes plane(int plane) {
            return new Bytes(LazyPlaneList.one(planes, plane), values);
        }

        @Override
        public float[] values(int plane) {
            byte[] indexes = planes.get(plane);
            float[] calibrated = new float[indexes.length];
            for (int i = 0; i < indexes.length; i++) calibrated[i] = values[indexes[i] & 0xFF];
            return calibrated;
        }
    }
}
