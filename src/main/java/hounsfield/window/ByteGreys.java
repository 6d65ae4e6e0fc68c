package hounsfield.window;

import hounsfield.planes.IntegerStrips;
import hounsfield.planes.Planes;
import java.util.Optional;

/**
 * 8-bit grey of many values, each exactly {@link Grey#byteOf}: integers, as HU are, are looked up, others put
 * through the line or, where it is a curve, placed between the values at which its grey steps up. Safe for many threads.
 */
public final class ByteGreys {
    /** The greys of what 8 or 16-bit numbers stand for; all slices of an image share one array of values. */
    private record Indexed(float[] values, byte[] greys) {}

    private final Grey grey;
    private final Optional<GreySteps> steps;
    private final Optional<LineGreys> line;
    /** By slot. */
    private final byte[] integers;

    private volatile Indexed indexed = new Indexed(new float[0], new byte[0]);

    public ByteGreys(Grey grey) {
        this.grey = grey;
        Optional<GreyWindow> window =
                Optional.of(grey).filter(GreyWindow.class::isInstance).map(GreyWindow.class::cast);
        steps = window.map(GreySteps::new);
        line = window.flatMap(each -> LineGreys.of(each, steps.get()));
        integers = steps.map(GreySteps::ofIntegers).orElseGet(() -> ofIntegers(grey));
    }

    private static byte[] ofIntegers(Grey grey) {
        byte[] greys = new byte[IntegerStrips.SLOTS];
        for (int slot = 0; slot < greys.length; slot++) greys[slot] = (byte) grey.byteOf(IntegerStrips.integer(slot));
        return greys;
    }

    /** The grey of each value: 0..255, unsigned. */
    public byte[] of(float[] values) {
        byte[] greys = new byte[values.length];
        if (IntegerStrips.forEach(
                values, 0, values.length, (sums, length, from) -> lookUp(sums, length, greys, from))) {
            return greys;
        }
        if (line.isPresent()) {
            line.get().bytes(values, greys);
        } else {
            for (int i = 0; i < greys.length; i++) greys[i] = (byte) byteOf(values[i]);
        }
        return greys;
    }

    private void lookUp(float[] sums, int length, byte[] greys, int from) {
        byte[] known = integers;
        for (int i = 0; i < length; i++) {
            greys[from + i] = known[Float.floatToRawIntBits(sums[i]) & known.length - 1];
        }
    }

    /** The grey of each pixel of a plane: 0..255, unsigned. */
    public byte[] of(Planes planes, int plane) {
        if (planes instanceof Planes.Shorts shorts) {
            byte[] greys = greys(shorts.values());
            short[] indexes = shorts.planes().get(plane);
            byte[] result = new byte[indexes.length];
            for (int i = 0; i < result.length; i++) result[i] = greys[indexes[i] & 0xFFFF];
            return result;
        }
        if (planes instanceof Planes.Bytes bytes) {
            byte[] greys = greys(bytes.values());
            byte[] indexes = bytes.planes().get(plane);
            byte[] result = new byte[indexes.length];
            for (int i = 0; i < result.length; i++) result[i] = greys[indexes[i] & 0xFF];
            return result;
        }
        return of(planes.values(plane));
    }

    private int byteOf(float value) {
        return steps.isEmpty() ? grey.byteOf(value) : steps.get().byteOf(value);
    }

    private byte[] greys(float[] values) {
        Indexed known = indexed;
        if (known.values != values) {
            known = new Indexed(values, of(values));
            indexed = known;
        }
        return known.greys;
    }
}
