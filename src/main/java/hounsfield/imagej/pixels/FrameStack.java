package hounsfield.imagej.pixels;

import hounsfield.calibrate.Damage;
import hounsfield.imagej.host.EscKey;
import hounsfield.imagej.memory.SliceLabel;
import hounsfield.imagej.memory.SliceLabel.NamedSlices;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.InsufficientMemoryException;
import hounsfield.standard.error.Memory;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import ij.IJ;
import ij.ImagePlus;
import ij.VirtualStack;
import ij.gui.StackWindow;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * A virtual stack that decodes a frame when ImageJ requests it, and keeps those that fit into the cache. As in every virtual
 * stack of ImageJ, changes to pixels are lost when the slice changes: ImageJ gets copies of the pixels in the cache. Only
 * Reslice and Orthogonal Views, which read a line of each slice at a time and change nothing, get the cache's own.
 */
public final class FrameStack extends VirtualStack implements NamedSlices {
    /** Classes of ImageJ that read many slices for few pixels, and change none. */
    private static final Set<String> READERS = Set.of("ij.plugin.Slicer", "ij.plugin.Orthogonal_Views");

    /** The name of the thread in which ImageJ's window shows the slice whose scrollbar the user moves. */
    private static final String SCROLLING = "zSelector";

    private static final StackWalker CALLERS = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private final SliceDecoder decoder;
    private final Step step;
    /** Slice labels by original plane index. */
    private final List<LazyLabel> labels;
    /** Original indexes, from 0, of the planes still in the stack; users may delete slices. */
    private final List<Integer> planes = new ArrayList<>();

    /** A conversion of decoded planes for display. */
    private interface Step {
        /** @param plane the original plane index, from 0 */
        Object pixels(Object decoded, int plane);
    }

    /**
     * Creates a stack of all slices of a decoder.
     *
     * @param decoder decodes the slices
     */
    public FrameStack(SliceDecoder decoder) {
        super(decoder.layout().columns(), decoder.layout().rows());
        this.decoder = decoder;
        step = (decoded, plane) -> decoded;
        int channels = decoder.maker().channels();
        labels = new ArrayList<>();
        for (ImageSlice slice : decoder.slices()) {
            LazyLabel label = new LazyLabel(slice.name(), slice::label);
            for (int channel = 0; channel < channels; channel++) {
                planes.add(labels.size());
                labels.add(label);
            }
        }
        setBitDepth(decoder.maker().bitDepth());
    }

    private FrameStack(FrameStack original, int bitDepth, Step step) {
        super(original.getWidth(), original.getHeight());
        decoder = original.decoder;
        this.step = step;
        labels = new ArrayList<>(original.labels);
        planes.addAll(original.planes);
        setBitDepth(bitDepth);
    }

    /**
     * Returns a stack of the same frames whose planes are mapped when they are requested.
     *
     * @param bitDepth bits per pixel of the result: 8, 16, 24 or 32
     * @param table the calibrated value of each raw value of this stack, see {@link ImageValues#table}
     * @param map converts the calibrated values of a slice
     * @return a virtual stack with the slices and labels of this one
     */
    public FrameStack mapped(int bitDepth, float[] table, SliceMap map) {
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
        Object pixels = requested(n, CALLERS.getCallerClass());
        ImageProcessor processor = processor(pixels, getWidth(), getHeight());
        processor.setSliceNumber(n);
        if (getColorModel() != null && getBitDepth() != 24) processor.setColorModel(getColorModel());
        return processor;
    }

    @Override
    public Object getPixels(int n) {
        return requested(n, CALLERS.getCallerClass());
    }

    private Object requested(int n, Class<?> caller) {
        Progress progress = isScrolling() ? EscKey.fromNow() : Progress.NONE;
        Object pixels = requested(n, progress, !READERS.contains(caller.getName()));
        decoder.shown(slice(n));
        return pixels;
    }

    /**
     * Returns whether ImageJ's window requests a slice because the user scrolls: in a separate thread after a move of the scrollbar, in
     * the event thread after a turn of the wheel. Only then does Esc end the decoding: other callers compute with the pixels, and a
     * blank plane would give a wrong result.
     */
    private static boolean isScrolling() {
        if (Thread.currentThread().getName().equals(SCROLLING)) return true;
        return EventQueue.isDispatchThread()
                && CALLERS.walk(calls -> calls.anyMatch(call -> call.getDeclaringClass() == StackWindow.class));
    }

    private Object requested(int n, Progress progress, boolean own) {
        return IJ.isMacro() || GraphicsEnvironment.isHeadless()
                ? Memory.guarded(() -> pixels(n, progress, own))
                : shown(n, progress, own);
    }

    /** Returns a copy of the pixels of a slice for a window. */
    Object shown(int n) {
        return shown(n, Progress.NONE, true);
    }

    /** Returns pixels even after a failure, because an exception would end the thread that updates the slice of the window. */
    private Object shown(int n, Progress progress, boolean own) {
        try {
            return Memory.guarded(() -> pixels(n, progress, own));
        } catch (UncheckedIOException e) {
            decoder.logOnce(slice(n), e.getCause().getMessage());
        } catch (InsufficientMemoryException e) {
            decoder.reportUsedUpMemory(slice(n), e);
        } catch (CancellationException e) {
            // ImageJ also interrupts that thread when the window closes.
            if (progress.isCancelled()) {
                IJ.log(sliceName(n) + ": not decoded, because Esc was pressed; it is decoded when it is shown again");
            }
        }
        return Memory.guarded(this::blank);
    }

    /**
     * Returns the pixels of a slice as {@link #getPixels} does, as part of an operation.
     *
     * @return an array that may be in the cache and must not change
     * @throws CancellationException if the user ended the work
     */
    Object pixels(int n, Progress progress) {
        Object pixels = requested(n, progress, false);
        progress.check();
        return pixels;
    }

    /**
     * Returns the pixels of a slice, never a blank plane.
     *
     * @param progress can cancel
     * @return an array that may be in the cache and must not change
     * @throws UncheckedIOException if the frame cannot be decoded
     * @throws InsufficientMemoryException if Java's memory is used up
     */
    Object decode(int n, Progress progress) {
        return Memory.guarded(() -> pixels(n, progress, false));
    }

    /** @param own whether the result must be an array that no other object refers to */
    private Object pixels(int n, Progress progress, boolean own) {
        int plane = planes.get(n - 1);
        try {
            Object[] channels = decoder.planes(slice(n), progress);
            Object decoded = channels[plane % channels.length];
            Object pixels = step.pixels(decoded, plane);
            return own && pixels == decoded && decoder.sharesPlanes() ? copy(pixels) : pixels;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Copies a pixel array.
     *
     * @param pixels ImageJ's pixel array
     * @return a new array
     */
    public static Object copy(Object pixels) {
        if (pixels instanceof byte[] bytes) return bytes.clone();
        if (pixels instanceof short[] shorts) return shorts.clone();
        if (pixels instanceof int[] colors) return colors.clone();
        return ((float[]) pixels).clone();
    }

    /**
     * Frees the memory of an image that is closed: removes the slices of a virtual stack of DICOM frames from the cache, and
     * ends work in the background. Slices that are requested again are decoded again.
     *
     * @param image any image
     */
    public static void release(ImagePlus image) {
        if (image.getImageStack() instanceof FrameStack frames) frames.decoder.release();
    }

    /**
     * Returns the damage of a slice.
     *
     * @param n the slice, counted from 1
     * @return the damage; empty if the slice is intact or was not decoded yet
     */
    public Optional<Damage> damage(int n) {
        return decoder.damage(slice(n));
    }

    /**
     * Decodes a slice and returns whether any of its rows could be decoded.
     *
     * @param n the slice, counted from 1
     * @param progress can cancel
     * @return whether the slice has values
     * @throws CancellationException if the user ended the work
     */
    public boolean hasValues(int n, Progress progress) {
        pixels(n, progress);
        return decoder.damage(slice(n)).map(damage -> damage.rows() > 0).orElse(true);
    }

    /**
     * Decodes each slice that was not decoded yet, without keeping pixels, so that {@link #damage} is known for all slices.
     *
     * @param progress reports and cancels the decoding
     * @throws CancellationException if the user ended the work
     */
    public void decodeAll(Progress progress) {
        int[] unknown = IntStream.rangeClosed(1, size())
                .map(this::slice)
                .filter(slice -> !decoder.isKnown(slice))
                .distinct()
                .toArray();
        Workers.forEach(unknown.length, progress, index -> {
            try {
                decoder.planes(unknown[index], progress);
            } catch (DicomException e) {
                // The decoder records the damage.
            }
        });
    }

    /** Returns the decoder's slice, from 0, for a slice counted from 1. The channels of a frame share one. */
    private int slice(int n) {
        return planes.get(n - 1) / decoder.maker().channels();
    }

    @Override
    public String getSliceLabel(int n) {
        return label(n).get();
    }

    /** Returns a slice's label, which may be written on demand. It includes damage once that is known. */
    LazyLabel label(int n) {
        LazyLabel label = labels.get(planes.get(n - 1));
        int slice = slice(n);
        return new LazyLabel(label.name(), () -> SliceLabel.of(label.get(), decoder.damage(slice), getHeight()));
    }

    @Override
    public String sliceName(int n) {
        return labels.get(planes.get(n - 1)).name();
    }

    @Override
    public void setSliceLabel(String label, int n) {
        labels.set(planes.get(n - 1), LazyLabel.written(label));
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
        return decoder.slices().get(slice(n)).source().source().name();
    }

    /** Wraps an array from a {@link PixelConverter}. */
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
