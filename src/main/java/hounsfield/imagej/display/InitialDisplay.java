package hounsfield.imagej.display;

import hounsfield.calibrate.PixelPadding;
import hounsfield.calibrate.ValueSource;
import hounsfield.frame.FrameRef;
import hounsfield.imagej.pixels.FrameStack;
import hounsfield.imagej.pixels.ImageValues;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.standard.error.DicomException;
import hounsfield.window.ClosedRange;
import hounsfield.window.voi.DefaultVoi;
import hounsfield.window.voi.VoiTransform;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import ij.CompositeImage;
import ij.ImagePlus;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The display of opened images, by the rule of {@link DefaultVoi}. */
public final class InitialDisplay {
    private InitialDisplay() {}

    /**
     * Shows an image by the first window or VOI LUT of its first frame, otherwise from the smallest to the largest value
     * without padding.
     *
     * @param image the opened image
     * @param first the first frame
     * @param source the source of the image's values
     * @param paddings the padding of each slice, in calibrated values
     * @param findings receives a sentence for each window that cannot be read
     * @param progress can cancel the decoding of a slice of a virtual stack
     * @throws DicomException if the frame's header cannot be read
     */
    public static void set(
            ImagePlus image,
            FrameRef first,
            ValueSource source,
            List<Optional<PixelPadding>> paddings,
            Diagnostics findings,
            Progress progress)
            throws DicomException {
        Optional<VoiTransform> declared = DefaultVoi.ofFile(first.groups(), first.frame(), source, findings);
        if (declared.isPresent() && !declared.get().isLine()) {
            ImageWindows.show(image, declared.get());
        } else if (declared.isPresent()) {
            // {@code show} would look for a curve in the image's properties, and so write the header text of a slice.
            setRange(image, declared.get().low(), declared.get().high());
        } else {
            ClosedRange values = ofValues(image, Selection.ALL.excluding(paddings), progress);
            setRange(image, values.min(), values.max());
        }
    }

    private static void setRange(ImagePlus image, double black, double white) {
        double low = ImageValues.raw(image, black);
        double high = ImageValues.raw(image, white);
        image.setDisplayRange(Math.min(low, high), Math.max(low, high));
    }

    /**
     * Does the same for each channel of an image whose channels differ in their values, such as magnitude and phase.
     *
     * @param image the opened image, of several channels
     * @param frames the frames of the slices, with or without their headers
     * @param source the source of the image's values
     * @param paddings the padding of each slice, in calibrated values
     * @param findings receives a sentence for each window that cannot be read
     * @param progress can cancel the decoding of a slice of a virtual stack
     * @throws DicomException if no header of a channel can be read
     */
    public static void setChannels(
            CompositeImage image,
            List<FrameRef> frames,
            ValueSource source,
            List<Optional<PixelPadding>> paddings,
            Diagnostics findings,
            Progress progress)
            throws DicomException {
        int channels = image.getNChannels();
        Selection selection = Selection.ALL.excluding(paddings);
        for (int channel = 0; channel < channels; channel++) {
            image.setPositionWithoutUpdate(channel + 1, 1, 1);
            List<FrameRef> own = everyNth(frames, channel, channels);
            FrameRef first = FrameRef.firstHeld(own);
            Optional<VoiTransform> declared = DefaultVoi.ofFile(first.groups(), first.frame(), source, findings);
            if (declared.isPresent()) {
                ImageWindows.show(image, declared.get());
                continue;
            }
            ClosedRange values = ofChannel(image, channel, selection, progress);
            double low = ImageValues.raw(image, values.min());
            double high = ImageValues.raw(image, values.max());
            image.setDisplayRange(Math.min(low, high), Math.max(low, high));
        }
        image.setPositionWithoutUpdate(1, 1, 1);
    }

    private static List<FrameRef> everyNth(List<FrameRef> frames, int first, int step) {
        return IntStream.iterate(first, index -> index < frames.size(), index -> index + step)
                .mapToObj(frames::get)
                .toList();
    }

    /** Returns the range of a channel: of all its slices, or of the middle one of a virtual stack. */
    private static ClosedRange ofChannel(ImagePlus image, int channel, Selection selection, Progress progress) {
        int channels = image.getNChannels();
        int positions = image.getStackSize() / channels;
        int from = image.getStack().isVirtual() ? positions / 2 : 0;
        int to = image.getStack().isVirtual() ? from + 1 : positions;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int position = from; position < to; position++) {
            int index = position * channels + channel;
            ClosedRange values =
                    DefaultVoi.ofValues(ImageValues.ofSlice(image, index + 1, progress), selection.plane(index));
            if (values.min() < min) min = values.min();
            if (values.max() > max) max = values.max();
        }
        return new ClosedRange(min, max);
    }

    /**
     * Returns the range of the values of all slices. For a virtual stack it reads only the middle slice, or the first slice
     * with values if the middle one is damaged.
     */
    private static ClosedRange ofValues(ImagePlus image, Selection selection, Progress progress) {
        if (!image.getStack().isVirtual()) return DefaultVoi.ofValues(ImageValues.of(image), selection);
        int middle = middle(image, progress);
        Planes plane = ImageValues.ofSlice(image, middle + 1, progress);
        return DefaultVoi.ofValues(plane, selection.plane(middle));
    }

    /** Returns the middle slice, or the first one with values if that is damaged; counted from 0. */
    private static int middle(ImagePlus image, Progress progress) {
        int middle = image.getStackSize() / 2;
        if (!(image.getStack() instanceof FrameStack frames) || frames.hasValues(middle + 1, progress)) return middle;
        for (int slice = 0; slice < frames.size(); slice++) {
            if (frames.hasValues(slice + 1, progress)) return slice;
        }
        return middle;
    }
}
