package hounsfield.window;

import hounsfield.standard.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * VOI LUT Function (0028,1056): how a window maps values to grey.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part03/sect_C.11.2.html">PS3.3 C.11.2.1</a>
 */
public enum VoiLutFunction {
    /** The default: the window is {@code width} grey steps wide, its center half a step low (C.11.2.1.2.1). */
    LINEAR(0.5, 1),
    /** Center and width as they stand (C.11.2.1.3.2). */
    LINEAR_EXACT(0, 0),
    /** The logistic curve (C.11.2.1.3.1). */
    SIGMOID(0, 0);

    private static final String DEFAULT = "default";

    private final double shift;
    private final double narrower;

    /**
     * @param shift how far the middle of the line or curve lies below Window Center
     * @param narrower how much less than Window Width lies between black and white
     */
    VoiLutFunction(double shift, double narrower) {
        this.shift = shift;
        this.narrower = narrower;
    }

    /** {@return the word in menus, macros and scripts: {@code linear exact}} */
    public String label() {
        return Labels.plain(name());
    }

    /** {@return the words that {@link #byLabel} takes, {@code default} first} */
    public static List<String> labels() {
        return Stream.concat(Stream.of(DEFAULT), Arrays.stream(values()).map(VoiLutFunction::label))
                .toList();
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
        throw new IllegalArgumentException("no function \"" + label + "\"; there are " + String.join(", ", labels()));
    }

    /**
     * The grey of a value.
     *
     * @return 0..1, black to white, never falling as values rise; NaN for NaN
     * @throws IllegalArgumentException for {@link #LINEAR} and a width below 1 (C.11.2.1.2.1)
     */
    public double apply(Window window, double value) {
        check(window);
        return unchecked(middle(window), range(window), value);
    }

    /**
     * The grey of many values, 0..1, within 2e-7 of {@link #apply(Window, double)}; {@code target} may be {@code values}.
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

    /** In floats, as the JIT vectorizes it. Difference, product and sum are each rounded by at most 6e-8. */
    private static void line(float middle, float perUnit, float[] values, float[] target) {
        for (int i = 0; i < values.length; i++) {
            target[i] = Math.max(0, Math.min(1, (values[i] - middle) * perUnit + 0.5f));
        }
    }

    /** Where the line through the window meets black; for the sigmoid, which never does, its central tangent's. */
    public double low(Window window) {
        return middle(window) - range(window) / 2;
    }

    /** Where the line through the window meets white; for the sigmoid, which never does, its central tangent's. */
    public double high(Window window) {
        return middle(window) + range(window) / 2;
    }

    /** The function of this defined term; {@link #LINEAR} for a term that the standard does not know. */
    public static VoiLutFunction of(String term) {
        String wanted = term.strip().toUpperCase(Locale.ROOT);
        for (VoiLutFunction function : values()) {
            if (function.name().equals(wanted)) return function;
        }
        return LINEAR;
    }

    /** @throws IllegalArgumentException if the function does not allow the window */
    void check(Window window) {
        if (this == LINEAR && window.width() < 1) {
            throw new IllegalArgumentException("a LINEAR window of width " + window.width() + ", below 1");
        }
    }

    /** The value of half grey. */
    double middle(Window window) {
        return window.center() - shift;
    }

    /** How far black and white lie apart; for the sigmoid, which never reaches them, its central tangent's. */
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
