package hounsfield.imagej.operation;

import hounsfield.imagej.open.DicomOpener;
import hounsfield.imagej.open.FrameRange;
import hounsfield.imagej.open.OpenSettings;
import hounsfield.imagej.open.PixelForm;
import hounsfield.standard.error.Memory;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code Open DICOM...}: opens one file, single or multi-frame, as a calibrated image. */
public final class OpenDicom {
    private OpenDicom() {}

    /**
     * The options of {@code Open DICOM...}.
     *
     * @param frames the frames to open, in the file's order
     * @param settings the form of the pixels and the source of their values
     */
    public record Options(FrameRange frames, OpenSettings settings) {
        /** All frames as 32-bit values in memory. */
        public static final Options DEFAULT = new Options(FrameRange.ALL, OpenSettings.DEFAULT);

        /**
         * {@return these options for other frames}
         *
         * @param other the frames to open
         */
        public Options with(FrameRange other) {
            return new Options(other, settings);
        }

        /**
         * {@return these options with other settings of the pixels}
         *
         * @param other the form of the pixels and the source of their values
         */
        public Options with(OpenSettings other) {
            return new Options(frames, other);
        }

        /**
         * {@return these options for other frames}
         *
         * @param text {@code all}, or a range that counts from 1: {@code 1-10}, {@code 5-}
         * @throws IllegalArgumentException if it is not a range
         */
        public Options withFrames(String text) {
            return with(FrameRange.parse(text));
        }

        /**
         * {@return these options for other frames}
         *
         * @param first counted from 0
         * @param last included
         * @throws IllegalArgumentException if the range is empty
         */
        public Options withFrames(int first, int last) {
            return with(new FrameRange(first, last));
        }

        /**
         * {@return these options for a frame and all that follow}
         *
         * @param first counted from 0
         */
        public Options fromFrame(int first) {
            return withFrames(first, FrameRange.END);
        }

        /**
         * {@return these options with another form of the pixels}
         *
         * @param label one of {@link OpenDicom#pixels}, in any case
         * @throws IllegalArgumentException if there is none
         */
        public Options withPixels(String label) {
            return with(settings.with(PixelForm.byLabel(label)));
        }

        /**
         * {@return these options with values from another source}
         *
         * @param label one of {@link OpenDicom#values}, in any case
         * @throws IllegalArgumentException if there is none, or the pixels cannot have its values
         */
        public Options withValues(String label) {
            return with(settings.withValues(label));
        }

        /**
         * {@return these options with another treatment of frames that cannot be decoded}
         *
         * @param label one of {@link OpenDicom#damaged}, in any case
         * @throws IllegalArgumentException if there is none
         */
        public Options withDamaged(String label) {
            return with(settings.withDamaged(label));
        }

        /**
         * {@return these options for a virtual stack, or for a stack in memory}
         *
         * @param whenShown whether frames are decoded when they are shown
         */
        public Options virtual(boolean whenShown) {
            return with(settings.virtual(whenShown));
        }
    }

    /** {@return the labels of the forms of pixels, the default first} */
    public static List<String> pixels() {
        return PixelForm.labels();
    }

    /** {@return the labels of the sources of values, the default first} */
    public static List<String> values() {
        return OpenSettings.valueLabels();
    }

    /** {@return the labels of the treatments of frames that cannot be decoded, the default first} */
    public static List<String> damaged() {
        return OpenSettings.damagedLabels();
    }

    /**
     * Opens a file.
     *
     * @param path of the file
     * @param options frames and pixels
     * @param progress reports and cancels
     * @return a new image, not shown
     * @throws hounsfield.standard.error.DicomException if it is not a DICOM file, is damaged, or holds no image
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if there are no such frames, or the image does not fit into memory
     */
    public static ImagePlus run(Path path, Options options, Progress progress) throws IOException {
        return Memory.guarded(() -> DicomOpener.open(path, options.frames(), options.settings(), progress));
    }
}
