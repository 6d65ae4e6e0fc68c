package hounsfield.imagej.open;

import hounsfield.phantom.Phantom;
import hounsfield.series.Series;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Opens phantoms by writing them as DICOM files first. */
public final class SampleImage {
    private SampleImage() {}

    /**
     * Writes a phantom's files to a temporary folder and opens them. The files are deleted when ImageJ ends.
     *
     * @param phantom the phantom
     * @param progress reports and cancels
     * @return an image that is not shown yet
     * @throws IOException if the files cannot be written or read
     */
    public static ImagePlus open(Phantom phantom, Progress progress) throws IOException {
        Path folder = Files.createTempDirectory("hounsfield-sample");
        folder.toFile().deleteOnExit();
        List<Path> files = phantom.write(folder);
        for (Path file : files) file.toFile().deleteOnExit();
        if (!phantom.isSeries()) {
            return DicomOpener.open(files.get(0), FrameRange.ALL, OpenSettings.DEFAULT, progress);
        }
        Series series = SeriesChoice.scan(folder, progress).find("");
        return DicomOpener.openSeries(folder, series, SeriesOrder.POSITION, OpenSettings.DEFAULT, progress);
    }
}
