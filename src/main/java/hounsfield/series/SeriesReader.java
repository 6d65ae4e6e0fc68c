package hounsfield.series;

import hounsfield.calibrate.CalibratedImage;
import hounsfield.calibrate.FrameCalibrator;
import hounsfield.frame.FrameRef;
import hounsfield.work.Progress;
import java.io.IOException;

/** Reads a series as a calibrated volume, its slices in order and each by its own rescale. */
public final class SeriesReader {
    private SeriesReader() {}

    /**
     * Reads all slices. One that cannot be decoded is NaN, and {@link CalibratedImage#damage} says why.
     *
     * @throws hounsfield.standard.DicomException if no slice can be decoded, or if they have several samples a pixel
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    public static CalibratedImage read(Series series, Progress progress) throws IOException {
        progress.status("Reading " + series.slices().size() + " slices");
        return FrameCalibrator.read(FrameRef.holding(series.frames()), series.placement(), progress);
    }
}
