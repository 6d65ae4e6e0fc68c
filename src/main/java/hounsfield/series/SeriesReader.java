package hounsfield.series;

import hounsfield.calibrate.CalibratedImage;
import hounsfield.calibrate.FrameCalibrator;
import hounsfield.frame.FrameRef;
import hounsfield.work.Progress;
import java.io.IOException;

/** Reads a series as a calibrated volume with the slices in order. Each slice has its own rescale. */
public final class SeriesReader {
    private SeriesReader() {}

    /**
     * Reads all slices. A slice that cannot be decoded is NaN, and {@link CalibratedImage#damage} gives the reason.
     *
     * @param series the series
     * @param progress receives progress, and can cancel
     * @return the volume
     * @throws hounsfield.standard.error.DicomException if no slice can be decoded, or if slices have several samples per
     *     pixel
     * @throws IOException if no file can be read
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static CalibratedImage read(Series series, Progress progress) throws IOException {
        progress.status("Reading " + series.slices().size() + " slices");
        return FrameCalibrator.read(FrameRef.holding(series.frames()), series.placement(), progress);
    }
}
