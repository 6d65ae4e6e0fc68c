package hounsfield.imagej.pixels;

import ij.ImageStack;
import java.util.function.Supplier;

/** A slice's label, a whole header of text, that is written once, when it is first asked for; images may share it. */
public final class LazyLabel implements Supplier<String> {
    private Supplier<String> writer;
    private String text;

    public LazyLabel(Supplier<String> writer) {
        this.writer = writer;
    }

    /** The label of a slice, counted from 1, as another image may have it: if it was not written yet it still is not. */
    public static Supplier<String> of(ImageStack stack, int n) {
        if (stack instanceof LabelledStack labelled) return labelled.label(n);
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
