package hounsfield.imagej.pixels;

import hounsfield.imagej.memory.SliceLabel.NamedSlices;
import ij.ImageStack;
import ij.process.ImageProcessor;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * A stack whose slice labels, which contain whole headers, are written on first request. Until then a label is bound to its
 * slice's pixel array, so that it follows the slice when other slices are deleted or added.
 */
public final class LabeledStack extends ImageStack implements NamedSlices {
    /** Unwritten labels by pixel array; arrays compare by identity. */
    private final Map<Object, LazyLabel> pending = new WeakHashMap<>();

    /**
     * Creates a stack of pixel arrays.
     *
     * @param width columns
     * @param height rows
     * @param planes ImageJ's pixel arrays, one per slice
     */
    public LabeledStack(int width, int height, List<?> planes) {
        super(width, height, planes.size());
        for (int i = 0; i < planes.size(); i++) super.setPixels(planes.get(i), i + 1);
    }

    /**
     * Sets a label that is written on first request.
     *
     * @param label writes the label
     * @param n the slice, counted from 1
     */
    public void setSliceLabelLater(LazyLabel label, int n) {
        synchronized (pending) {
            pending.put(getPixels(n), label);
        }
    }

    /** Returns a slice's label without writing it. */
    LazyLabel label(int n) {
        synchronized (pending) {
            LazyLabel later = pending.get(getPixels(n));
            if (later != null) return later;
        }
        return LazyLabel.written(super.getSliceLabel(n));
    }

    @Override
    public String sliceName(int n) {
        return label(n).name();
    }

    @Override
    public String getSliceLabel(int n) {
        synchronized (pending) {
            LazyLabel label = pending.get(getPixels(n));
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

    /** Replaces the pixels of a slice, which keeps its label. */
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
