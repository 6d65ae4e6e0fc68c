package hounsfield.window;

import java.util.Locale;

/**
 * VOI LUT Function (0028,1056): how a window maps values to grey.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part03/sect_C.11.2.html">PS3.3 C.11.2.1</a>
 */
public enum VoiLutFunction {
    /** The default: the window is {@code width} grey steps wide, its center half a step low (C.11.2.1.2.1). */
    LINEAR {
        @Override
        double unchecked(double center, double width, double value) {
            if (value <= center - 0.5 - (width - 1) / 2) return 0;
            if (value > center - 0.5 + (width - 1) / 2) return 1;
            return (value - (center - 0.5)) / (width - 1) + 0.5;
        }

        @Override
        double low(double center, double width) {
            return center - 0.5 - (width - 1) / 2;
        }

        @Override
        double high(double center, double width) {
            return center - 0.5 + (width - 1) / 2;
        }
    },
    /** Center and width as they stand (C.11.2.1.3.2). */
    LINEAR_EXACT {
        @Override
        double unchecked(double center, double width, double value) {
            if (value <= center - width / 2) return 0;
            if (value > center + width / 2) return 1;
            return (value - center) / width + 0.5;
        }

        @Override
        double low(double center, double width) {
            return center - width / 2;
        }

        @Override
        double high(double center, double width) {
            return center + width / 2;
        }
    },
    /** The logistic curve (C.11.2.1.3.1). */
    SIGMOID {
        @Override
        double unchecked(double center, double width, double value) {
            return 1 / (1 + Math.exp(-4 * (value - center) / width));
        }

        @Override
        double low(double center, double width) {
            return center - width / 2;
        }

        @Override
        double high(double center, double width) {
            return center + width / 2;
        }
    };

    /**
     * The grey of a value.
     *
     * @return 0..1, black to white; NaN for NaN
     * @throws IllegalArgumentException for {@link #LINEAR} and a width below 1 (C.11.2.1.2.1)
     */
    public double apply(Window window, double value) {
        check(window);
        return unchecked(window.center(), window.width(), value);
    }

    /** The grey of many values, 0..1; {@code target} may be {@code values}. */
    public void apply(Window window, float[] values, float[] target) {
        check(window);
        double center = window.center();
        double width = window.width();
        for (int i = 0; i < values.length; i++) target[i] = (float) unchecked(center, width, values[i]);
    }

    /** Where the line through the window meets black; for the sigmoid, which never does, its central tangent's. */
    public double low(Window window) {
        return low(window.center(), window.width());
    }

    /** Where the line through the window meets white; for the sigmoid, which never does, its central tangent's. */
    public double high(Window window) {
        return high(window.center(), window.width());
    }

    /** The function of this defined term; {@link #LINEAR} for a term that the standard does not know. */
    public static VoiLutFunction of(String term) {
        String wanted = term.strip().toUpperCase(Locale.ROOT);
        for (VoiLutFunction function : values()) {
            if (function.name().equals(wanted)) return function;
        }
        return LINEAR;
    }

    abstract double unchecked(double center, double width, double value);

    abstract double low(double center, double width);

    abstract double high(double center, double width);

    private void check(Window window) {
        if (this == LINEAR && window.width() < 1) {
            throw new IllegalArgumentException("a LINEAR window of width " + window.width() + ", below 1");
        }
    }
}
