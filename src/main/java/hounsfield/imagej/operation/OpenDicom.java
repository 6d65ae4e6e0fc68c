package hounsfield.imagej.operation;

import hounsfield.imagej.open.DicomOpener;
import hounsfield.imagej.open.FrameRange;
import hounsfield.imagej.open.OpenSettings;
import hounsfield.standard.Memory;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;

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
    }

    /**
     * Opens a file.
     *
     * @param path of the file
     * @param options frames and pixels
     * @param progress reports and cancels
     * @return a new image, not shown
     * @throws hounsfield.standard.DicomException if it is not a DICOM file, is damaged, or holds no image
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if there are no such frames, or the image does not fit into memory
     */
    public static ImagePlus run(Path path, Options options, Progress progress) throws IOException {
        return Memory.guarded(() -> DicomOpener.open(path, options.frames(), options.settings(), progress));
    }
}
