package hounsfield.imagej.operation;

import hounsfield.imagej.files.PictureFiles;
import hounsfield.imagej.process.ImageChannels;
import hounsfield.imagej.process.ImageCrops;
import hounsfield.imagej.process.ImageEqualizer;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;

/** Writes an image to a file in an existing folder. An existing file is replaced. */
public final class SavePicture {
    private SavePicture() {}

    /**
     * Writes channels of the current slice as a JPEG: one channel as grayscale, three as RGB, four as CMYK.
     *
     * @param image grayscale
     * @param file the target
     * @param channels windows and bins; their output is not used
     * @param quality 1 to 100
     * @param progress reports and cancels
     * @throws IOException if the file cannot be written
     */
    public static void jpeg(ImagePlus image, Path file, MakeChannels.Options channels, int quality, Progress progress)
            throws IOException {
        channels(image, channels, progress).writeJpeg(file, quality);
    }

    /**
     * Writes channels of the current slice as a PNG: one channel as grayscale, three as RGB.
     *
     * @param image grayscale
     * @param file the target
     * @param channels windows and bins; their output is not used
     * @param progress reports and cancels
     * @throws IOException if the file cannot be written
     */
    public static void png(ImagePlus image, Path file, MakeChannels.Options channels, Progress progress)
            throws IOException {
        channels(image, channels, progress).writePng(file);
    }

    private static ImageChannels channels(ImagePlus image, MakeChannels.Options options, Progress progress) {
        return ImageChannels.of(image, options.windows(), options.bins(), progress);
    }

    /**
     * Writes all slices as a TIFF, equalized to 0 to 65535.
     *
     * @param image grayscale
     * @param file the target
     * @param bins number of bins
     * @param progress reports and cancels
     * @throws IOException if the file cannot be written
     */
    public static void tiff16(ImagePlus image, Path file, int bins, Progress progress) throws IOException {
        Equalize.Options options = Equalize.Options.of(bins).with(ImageEqualizer.Output.SHORTS);
        PictureFiles.writeTiff(file, Equalize.run(image, options, progress));
    }

    /**
     * Writes all slices as a TIFF of 32-bit values in the unit of the image.
     *
     * @param image grayscale
     * @param file the target
     * @param progress reports and cancels
     * @throws IOException if the file cannot be written
     */
    public static void tiff32(ImagePlus image, Path file, Progress progress) throws IOException {
        PictureFiles.writeTiff(file, ImageCrops.floats(image, progress));
    }
}
