package hounsfield.imagej.pixels;

import ij.ImageStack;
import java.util.function.Supplier;

/** A slice label, which contains a whole header, written once on first request. Images may share it. */
public final class LazyLabel implements Supplier<String> {
    private Supplier<String> writer;
    private String text;

    /**
     * Creates an unwritten label.
     *
     * @param writer writes the label, called at most once
     */
    public LazyLabel(Supplier<String> writer) {
        this.writer = writer;
    }

    /**
     * Returns the label of a slice for another image, without writing it.
     *
     * @param stack the stack with the label
     * @param n the slice, counted from 1
     * @return the label
     */
    public static Supplier<String> of(ImageStack stack, int n) {
        if (stack instanceof LabeledStack labeled) return labeled.label(n);
        if (stack instanceof FrameStack frames) return frames.label(n);
        String label = stack.getSliceLabel(n);
        return () -> label;
    }

    @Override
    public synchronized String get() {
        if (writer != null) {
            text = writer.get();
            writer = null;
        }
        return text;
    }
}
