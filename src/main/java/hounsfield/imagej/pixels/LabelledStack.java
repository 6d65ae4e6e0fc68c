package hounsfield.imagej.pixels;

import ij.ImageStack;
import ij.process.ImageProcessor;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/**
 * A stack whose slice labels, which hold whole headers, are written when they are first asked for. Until then a label
 * belongs to its slice's pixel array, so it follows the slice when others are deleted or added.
 */
public final class LabelledStack extends ImageStack {
    /** By pixel array, which compares by identity. */
    private final Map<Object, Supplier<String>> pending = new WeakHashMap<>();

    /** @param planes ImageJ's pixel arrays */
    public LabelledStack(int width, int height, List<?> planes) {
        super(width, height, planes.size());
        for (int i = 0; i < planes.size(); i++) super.setPixels(planes.get(i), i + 1);
    }

    /** Leaves a label to be written when it is asked for. */
    public void setSliceLabelLater(Supplier<String> label, int n) {
        synchronized (pending) {
            pending.put(getPixels(n), label);
        }
    }

    /** A slice's label, still to be written if it was not yet. */
    Supplier<String> label(int n) {
        synchronized (pending) {
            Supplier<String> later = pending.get(getPixels(n));
            if (later != null) return later;
        }
        String label = super.getSliceLabel(n);
        return () -> label;
    }

    @Override
    public String getSliceLabel(int n) {
        synchronized (pending) {
            Supplier<String> label = pending.get(getPixels(n));
            if (label != null) super.setSliceLabel(label.get(), n);
            pending.remove(getPixels(n));
        }
        return super.getSliceLabel(n);
    }

    @Override
    public void setSliceLabel(String label, int n) {
        synchronized (pending) {
            pending.remove(getPixels(n));
        }
        super.setSliceLabel(label, n);
    }

    @Override
    public String[] getSliceLabels() {
        for (int n = 1; n <= size(); n++) getSliceLabel(n);
        return super.getSliceLabels();
    }

    /** The label stays with the place when other pixels come. */
    @Override
    public void setPixels(Object pixels, int n) {
        getSliceLabel(n);
        super.setPixels(pixels, n);
    }

    @Override
    public void setProcessor(ImageProcessor processor, int n) {
        getSliceLabel(n);
        super.setProcessor(processor, n);
    }
}
