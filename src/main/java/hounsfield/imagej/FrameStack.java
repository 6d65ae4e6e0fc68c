package hounsfield.imagej;

import hounsfield.frame.FrameOpener;
import ij.IJ;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * A stack that decodes a frame when ImageJ asks for it and forgets it afterwards. Changes to pixels are lost with the next
 * slice, as in every virtual stack of ImageJ.
 */
final class FrameStack extends VirtualStack {
    private final List<ImageSlice> slices;
    private final FrameOpener opener;
    private final PlaneMaker maker;
    private final Step step;
    /** By their places in the file. */
    private final List<Supplier<String>> labels;
    /** Planes that are still part of the stack, by their places in the file: users may delete slices. */
    private final List<Integer> planes = new ArrayList<>();

    /** What happens to a decoded plane before it is shown. */
    private interface Step {
        /** @param plane its place in the file */
        Object pixels(Object decoded, int plane);
    }

    FrameStack(int width, int height, List<ImageSlice> slices, FrameOpener opener, PlaneMaker maker) {
        super(width, height);
        this.slices = List.copyOf(slices);
        this.opener = opener;
        this.maker = maker;
        step = (decoded, plane) -> decoded;
        int count = slices.size() * maker.channels();
        labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ImageSlice slice = slices.get(i / maker.channels());
            labels.add(new LaterLabel(slice::label));
            planes.add(i);
        }
        setBitDepth(maker.bitDepth());
    }

    private FrameStack(FrameStack original, int bitDepth, Step step) {
        super(original.getWidth(), original.getHeight());
        slices = original.slices;
        opener = original.opener;
        maker = original.maker;
        this.step = step;
        labels = new ArrayList<>(original.labels);
        planes.addAll(original.planes);
        setBitDepth(bitDepth);
    }

    /** A stack of the same frames, each of which goes through a map when it is shown. */
    FrameStack mapped(int bitDepth, float[] table, DerivedImage.SliceMap map) {
        int[] indexes = new int[labels.size()];
        for (int i = 0; i < planes.size(); i++) indexes[planes.get(i)] = i;
        Step before = step;
        return new FrameStack(this, bitDepth, (decoded, plane) -> {
            Object own = before.pixels(decoded, plane);
            return map.pixels(ImageValues.planes(List.of(own), table), indexes[plane]);
        });
    }

    @Override
    public int size() {
        return planes == null ? 0 : planes.size();
    }

    @Override
    public int getSize() {
        return size();
    }

    @Override
    public ImageProcessor getProcessor(int n) {
        ImageProcessor processor = processor(getPixels(n), getWidth(), getHeight());
        processor.setSliceNumber(n);
        if (getColorModel() != null && getBitDepth() != 24) processor.setColorModel(getColorModel());
        return processor;
    }

    @Override
    public Object getPixels(int n) {
        try {
            return decode(n);
        } catch (UncheckedIOException e) {
            if (IJ.isMacro() || GraphicsEnvironment.isHeadless()) throw e;
            // An exception would stop the thread that turns the window's pages.
            IJ.log(e.getCause().getMessage());
            return blank();
        } catch (CancellationException e) {
            // ImageJ interrupts that thread when the window closes.
            if (IJ.isMacro() || GraphicsEnvironment.isHeadless()) throw e;
            return blank();
        }
    }

    /**
     * A slice's pixels, or no answer at all.
     *
     * @throws UncheckedIOException if the frame cannot be decoded
     */
    Object decode(int n) {
        int plane = planes.get(n - 1);
        ImageSlice slice = slices.get(plane / maker.channels());
        try {
            return step.pixels(opener.read(slice.source(), maker::pixels)[plane % maker.channels()], plane);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String getSliceLabel(int n) {
        return label(n).get();
    }

    /** A slice's label, still to be written if it was not yet. */
    Supplier<String> label(int n) {
        return labels.get(planes.get(n - 1));
    }

    @Override
    public void setSliceLabel(String label, int n) {
        labels.set(planes.get(n - 1), () -> label);
    }

    @Override
    public void deleteSlice(int n) {
        planes.remove(n - 1);
    }

    @Override
    public void deleteLastSlice() {
        planes.remove(planes.size() - 1);
    }

    @Override
    public void reduce(int factor) {
        for (int i = planes.size() - 1; i >= 0; i--) {
            if (i % factor != 0) planes.remove(i);
        }
    }

    @Override
    public Object[] getImageArray() {
        return null;
    }

    @Override
    public String getDirectory() {
        return null;
    }

    @Override
    public String getFileName(int n) {
        return slices.get(planes.get(n - 1) / maker.channels())
                .source()
                .source()
                .name();
    }

    /** A processor for an array that a {@link PlaneMaker} made. */
    static ImageProcessor processor(Object pixels, int width, int height) {
        if (pixels instanceof byte[] bytes) return new ByteProcessor(width, height, bytes);
        if (pixels instanceof short[] shorts) return new ShortProcessor(width, height, shorts, null);
        if (pixels instanceof int[] colors) return new ColorProcessor(width, height, colors);
        return new FloatProcessor(width, height, (float[]) pixels);
    }

    private Object blank() {
        int length = getWidth() * getHeight();
        switch (getBitDepth()) {
            case 8:
                return new byte[length];
            case 16:
                return new short[length];
            case 24:
                return new int[length];
            default:
                float[] nothing = new float[length];
                Arrays.fill(nothing, Float.NaN);
                return nothing;
        }
    }
}
