package hounsfield.imagej.pixels;

import ij.ImageStack;
import java.util.function.Supplier;

/** A slice label, which contains a whole header, written once on first request. Images may share it. */
public final class LazyLabel implements Supplier<String> {
    private final String name;
    private Supplier<String> writer;
    private String text;

    /**
     * Creates an unwritten label.
     *
     * @param name the slice's name, with which the label begins
     * @param writer writes the label, called at most once
     */
    public LazyLabel(String name, Supplier<String> writer) {
        this.name = name;
        this.writer = writer;
    }

    /**
     * Creates a written label.
     *
     * @param label the label; may be {@code null}
     * @return the label
     */
    static LazyLabel written(String label) {
        return new LazyLabel(label, () -> label);
    }

    /**
     * Returns the label of a slice for another image, without writing it.
     *
     * @param stack the stack with the label
     * @param n the slice, counted from 1
     * @return the label
     */
    public static LazyLabel of(ImageStack stack, int n) {
        if (stack instanceof LabeledStack labeled) return labeled.label(n);
        if (stack instanceof FrameStack frames) return frames.label(n);
        return written(stack.getSliceLabel(n));
    }

    /**
     * Returns the slice's name, without writing the label.
     *
     * @return the first line of the label, which more lines may follow; {@code null} if there is no label
     */
    public String name() {
        return name;
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
