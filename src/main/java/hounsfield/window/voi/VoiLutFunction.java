package hounsfield.window.voi;

import hounsfield.standard.Labeled;
import hounsfield.standard.Labels;
import hounsfield.window.Window;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * VOI LUT Function (0028,1056): the mapping of a window to grayscale.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part03/sect_C.11.2.html">PS3.3 C.11.2.1</a>
 */
public enum VoiLutFunction implements Labeled {
    /** The default: the window has {@code width} gray steps, and its center is half a step lower (C.11.2.1.2.1). */
    LINEAR(0.5, 1),
    /** Exact center and width (C.11.2.1.3.2). */
    LINEAR_EXACT(0, 0),
    /** The logistic curve (C.11.2.1.3.1). */
    SIGMOID(0, 0);

    /** The word for the function of the window itself. */
    public static final String DEFAULT = "default";

    private final double shift;
    private final double narrower;

    /**
     * Creates a function.
     *
     * @param shift distance of the middle of the line or curve below Window Center
     * @param narrower difference of Window Width to the distance from black to white
     */
    VoiLutFunction(double shift, double narrower) {
        this.shift = shift;
        this.narrower = narrower;
    }

    /** {@return the words that {@link #byLabel} takes, {@code default} first} */
    public static List<String> labels() {
        return Stream.concat(Stream.of(DEFAULT), Labels.of(values()).stream()).toList();
    }

    /**
     * {@return the function of a word, empty for {@code default}: the window's own}
     *
     * @param label one of {@link #labels}, in any case
     * @throws IllegalArgumentException if there is none
     */
    public static Optional<VoiLutFunction> byLabel(String label) {
        String plain = Labels.plain(label);
        if (plain.equals(DEFAULT)) return Optional.empty();
        Optional<VoiLutFunction> found = Labels.find(List.of(values()), VoiLutFunction::label, plain);
        if (found.isPresent()) return found;
        throw Labels.unknown("function", label, labels());
    }

    /**
     * Maps a value.
     *
     * @param window center and width
     * @param value a calibrated value
     * @return 0..1, black to white, monotonic; NaN for NaN
     * @throws IllegalArgumentException for {@link #LINEAR} and a width below 1 (C.11.2.1.2.1)
     */
    public double apply(Window window, double value) {
        check(window);
        return unchecked(middle(window), range(window), value);
    }

    /**
     * Maps many values to 0..1, within 2e-7 of {@link #apply(Window, double)}.
     *
     * @param window center and width
     * @param values calibrated values
     * @param target receives the results; may be {@code values} itself
     */
    public void apply(Window window, float[] values, float[] target) {
        check(window);
        double middle = middle(window);
        double range = range(window);
        if (this != SIGMOID && (float) middle == middle && range > 1e-30 && range < 1e30) {
            line((float) middle, (float) (1 / range), values, target);
        } else {
            for (int i = 0; i < values.length; i++) target[i] = (float) unchecked(middle, range, values[i]);
        }
    }

    /** Uses floats, which the JIT vectorizes. Difference, product and sum are each rounded by at most 6e-8. */
    private static void line(float middle, float perUnit, float[] values, float[] target) {
        for (int i = 0; i < values.length; i++) {
            target[i] = Math.max(0, Math.min(1, (values[i] - middle) * perUnit + 0.5f));
        }
    }

    /**
     * {@return the value at which the line reaches black; for the sigmoid, which never does, that of the tangent at its
     * center}
     *
     * @param window center and width
     */
    public double low(Window window) {
        return middle(window) - range(window) / 2;
    }

    /**
     * {@return the value at which the line reaches white; for the sigmoid, which never does, that of the tangent at its
     * center}
     *
     * @param window center and width
     */
    public double high(Window window) {
        return middle(window) + range(window) / 2;
    }

    /**
     * Finds the function of a defined term.
     *
     * @param term in any case
     * @return the function; {@link #LINEAR} for an unknown term
     */
    public static VoiLutFunction of(String term) {
        String wanted = term.strip().toUpperCase(Locale.ROOT);
        for (VoiLutFunction function : values()) {
            if (function.name().equals(wanted)) return function;
        }
        return LINEAR;
    }

    /** @throws IllegalArgumentException if the window is invalid for the function */
    void check(Window window) {
        if (this == LINEAR && window.width() < 1) {
            throw new IllegalArgumentException("a LINEAR window of width " + window.width() + ", below 1");
        }
    }

    /** Returns the value that is mapped to 0.5. */
    double middle(Window window) {
        return window.center() - shift;
    }

    /** Returns the distance from black to white; for the sigmoid, that of the tangent at its center. */
    double range(Window window) {
        return window.width() - narrower;
    }

    private double unchecked(double middle, double range, double value) {
        if (this == SIGMOID) return 1 / (1 + Math.exp(-4 * (value - middle) / range));
        if (value <= middle - range / 2) return 0;
        if (value > middle + range / 2) return 1;
        return (value - middle) / range + 0.5;
    }
}
