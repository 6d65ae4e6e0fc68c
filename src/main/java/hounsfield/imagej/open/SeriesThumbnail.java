package hounsfield.imagej.open;

import hounsfield.frame.FrameRef;
import hounsfield.imagej.pixels.ImageSlice;
import hounsfield.series.Series;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/** A small picture of a series. */
public final class SeriesThumbnail {
    private SeriesThumbnail() {}

    /**
     * Draws the middle image of a series, through the window with which it opens, with square pixels. Logs nothing.
     *
     * @param series any series
     * @param edge maximum width and height of the picture [pixels]
     * @param progress can cancel
     * @return a picture
     * @throws IOException if the image cannot be read
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    public static BufferedImage of(Series series, int edge, Progress progress) throws IOException {
        List<FrameRef> frames = FrameRef.holding(series.frames());
        FrameRef middle = frames.get(frames.size() / 2);
        ImagePlus image =
                new ImageBuilder(List.of(new ImageSlice(middle, "")), OpenSettings.DEFAULT, progress).build("");
        ImageProcessor shown = image.getBitDepth() == 24
                ? image.getProcessor()
                : image.getProcessor().convertToByte(true);
        Calibration calibration = image.getCalibration();
        double width = image.getWidth() * calibration.pixelWidth;
        double height = image.getHeight() * calibration.pixelHeight;
        boolean sized = width > 0 && height > 0 && Double.isFinite(width / height);
        double ratio = sized ? width / height : (double) image.getWidth() / image.getHeight();
        int across = (int) Math.max(1, Math.round(ratio >= 1 ? edge : edge * ratio));
        int down = (int) Math.max(1, Math.round(ratio >= 1 ? edge / ratio : edge));
        shown.setInterpolationMethod(ImageProcessor.BILINEAR);
        return shown.resize(across, down, true).getBufferedImage();
    }
}
