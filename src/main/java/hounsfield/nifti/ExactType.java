package hounsfield.nifti;

import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.io.IOException;
import java.util.List;

/** Chooses a data type that represents all values of an image exactly. */
public final class ExactType {
    private ExactType() {}

    /** The range of a plane, if all its values are whole numbers. */
    private record Whole(boolean whole, int low, int high) {
        static Whole of(float[] values) {
            int low = Integer.MAX_VALUE;
            int high = Integer.MIN_VALUE;
            for (float value : values) {
                int integer = (int) value;
                if (integer != value) return new Whole(false, 0, 0);
                if (integer < low) low = integer;
                if (integer > high) high = integer;
            }
            return new Whole(true, low, high);
        }
    }

    /**
     * Chooses a type.
     *
     * @param shape size of the image
     * @param planes its planes of values, read in parallel
     * @param first the type to try first, an integer type of 8 or 16 bits
     * @param progress reports and cancels
     * @return the first type that holds all values, among {@code first}, signed and unsigned 16-bit integers; otherwise 32-bit floats
     * @throws IOException if a plane cannot be read
     */
    public static NiftiType of(VolumeShape shape, PlaneSource planes, NiftiType first, Progress progress)
            throws IOException {
        Whole[] found = new Whole[shape.planes()];
        Workers.forEach(
                found.length,
                progress,
                plane -> found[plane] =
                        Whole.of((float[]) planes.plane(shape.channel(plane), shape.slice(plane), shape.time(plane))));
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        for (Whole each : found) {
            if (!each.whole) return NiftiType.FLOAT32;
            low = Math.min(low, each.low);
            high = Math.max(high, each.high);
        }
        for (NiftiType type : List.of(first, NiftiType.INT16, NiftiType.UINT16)) {
            if (low >= least(type) && high <= greatest(type)) return type;
        }
        return NiftiType.FLOAT32;
    }

    private static int least(NiftiType type) {
        return type == NiftiType.INT16 ? Short.MIN_VALUE : 0;
    }

    private static int greatest(NiftiType type) {
        return switch (type) {
            case UINT8 -> 0xFF;
            case INT16 -> Short.MAX_VALUE;
            case UINT16 -> 0xFFFF;
            default -> throw new IllegalArgumentException(type + " is not tried");
        };
    }
}
