package hounsfield.planes;

import java.util.List;

/**
 * The planes of an image, with what their numbers mean. They lie in memory, and the arrays are shared, not copied, and not
 * written to; or they are {@link FetchedPlanes}, and every look at one fetches it. A volume's planes are usually of one
 * size, but need not be.
 */
public sealed interface Planes {
    /** How many planes. */
    int count();

    /** How many pixels the plane has. */
    int length(int plane);

    /** Whether the planes lie in memory, so that a look at one costs nothing. */
    boolean inMemory();

    /** One plane alone. */
    Planes plane(int plane);

    /** One plane's calibrated values; the very array where the planes are calibrated floats, so not to be written to. */
    float[] values(int plane);

    /** Calibrated values. */
    static Planes ofFloats(List<float[]> planes) {
        return new Floats(planes);
    }

    /** Calibrated values of one plane. */
    static Planes ofFloats(float[] plane) {
        return new Floats(List.of(plane));
    }

    /**
     * Unsigned 16-bit numbers that stand for {@code slope * number + intercept}, as ImageJ holds calibrated 16-bit images.
     */
    static Planes ofShorts(List<short[]> planes, double slope, double intercept) {
        return new Shorts(planes, line(1 << 16, slope, intercept));
    }

    /** Unsigned 8-bit numbers that stand for {@code slope * number + intercept}. */
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
            throw new IllegalArgumentException("a table of " + values.length + " values, not " + size);
        }
    }

    /** Calibrated values themselves. */
    record Floats(List<float[]> planes) implements Planes {
        public Floats {
            planes = FetchedPlanes.keep(planes);
        }

        @Override
        public int count() {
            return planes.size();
        }

        @Override
        public int length(int plane) {
            return FetchedPlanes.length(planes, plane, array -> array.length);
        }

        @Override
        public boolean inMemory() {
            return !(planes instanceof FetchedPlanes);
        }

        @Override
        public Planes plane(int plane) {
            return new Floats(FetchedPlanes.one(planes, plane));
        }

        @Override
        public float[] values(int plane) {
            return planes.get(plane);
        }
    }

    /** Unsigned 16-bit indexes into a table of 65536 calibrated values. */
    record Shorts(List<short[]> planes, float[] values) implements Planes {
        public Shorts {
            planes = FetchedPlanes.keep(planes);
            checkTable(values, 1 << 16);
        }

        @Override
        public int count() {
            return planes.size();
        }

        @Override
        public int length(int plane) {
            return FetchedPlanes.length(planes, plane, array -> array.length);
        }

        @Override
        public boolean inMemory() {
            return !(planes instanceof FetchedPlanes);
        }

        @Override
        public Planes plane(int plane) {
            return new Shorts(FetchedPlanes.one(planes, plane), values);
        }

        @Override
        public float[] values(int plane) {
            short[] indexes = planes.get(plane);
            float[] calibrated = new float[indexes.length];
            for (int i = 0; i < indexes.length; i++) calibrated[i] = values[indexes[i] & 0xFFFF];
            return calibrated;
        }
    }

    /** Unsigned 8-bit indexes into a table of 256 calibrated values. */
    record Bytes(List<byte[]> planes, float[] values) implements Planes {
        public Bytes {
            planes = FetchedPlanes.keep(planes);
            checkTable(values, 1 << 8);
        }

        @Override
        public int count() {
            return planes.size();
        }

        @Override
        public int length(int plane) {
            return FetchedPlanes.length(planes, plane, array -> array.length);
        }

        @Override
        public boolean inMemory() {
            return !(planes instanceof FetchedPlanes);
        }

        @Override
        public Planes plane(int plane) {
            return new Bytes(FetchedPlanes.one(planes, plane), values);
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
