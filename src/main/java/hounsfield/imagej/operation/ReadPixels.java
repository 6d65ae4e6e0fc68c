package hounsfield.imagej.operation;

import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.imagej.host.Advice;
import hounsfield.imagej.pixels.DamagedSlices;
import hounsfield.parse.DicomFile;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;

/** Reads the stored values of a frame, and finds slices that could not be decoded. */
public final class ReadPixels {
    private ReadPixels() {}

    /**
     * Returns the stored values of a frame.
     *
     * @param path a DICOM file
     * @param frame counted from 0
     * @return the values row by row, the samples of each pixel together, sign-extended from Bits Stored
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if there is no such frame, or the file holds floating point values
     */
    public static int[] stored(Path path, int frame) throws IOException {
        return Advice.on(() -> FrameReader.integers(DicomFile.read(path), frame));
    }

    /**
     * Returns the slices with pixels that could not be decoded.
     *
     * @param image any image; all slices of a virtual stack are decoded
     * @param progress reports and cancels
     * @return slice numbers counted from 1, ascending
     */
    public static int[] damagedSlices(ImagePlus image, Progress progress) {
        return DamagedSlices.of(image, progress);
    }
}
