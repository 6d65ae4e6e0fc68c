package hounsfield.window;

/**
 * A window and the function that goes with it.
 *
 * @throws IllegalArgumentException if the function does not allow the window
 */
public record GreyWindow(Window window, VoiLutFunction function) implements Grey {
    /** The sigmoid never ends; at this many widths from the center it is within 0.3 per cent of black and white. */
    private static final double SIGMOID_REACH = 1.5;

    public GreyWindow {
        function.check(window);
    }

    /** Black at center - width/2, white at center + width/2. */
    public static GreyWindow exact(Window window) {
        return new GreyWindow(window, VoiLutFunction.LINEAR_EXACT);
    }

    @Override
    public double of(double value) {
        return function.apply(window, value);
    }

    @Override
    public double low() {
        return isLine() ? function.low(window) : window.center() - SIGMOID_REACH * window.width();
    }

    @Override
    public double high() {
        return isLine() ? function.high(window) : window.center() + SIGMOID_REACH * window.width();
    }

    @Override
    public boolean isLine() {
        return function != VoiLutFunction.SIGMOID;
    }

    /** Whether it jumps from black to white, as LINEAR with a width of 1 does. */
    boolean isStep() {
        return function.range(window) == 0;
    }

    /** As {@link #byteOf} of a line that is no step: beyond its ends it goes on, and what leaves 0..255 is brought back. */
    void lineBytes(float[] values, int from, byte[] target) {
        double middle = function.middle(window);
        double range = function.range(window);
        for (int i = from; i < target.length; i++) {
            int grey = (int) (255 * ((values[i] - middle) / range + 0.5) + 0.5);
            target[i] = (byte) Math.max(0, Math.min(255, grey));
        }
    }
}
