package hounsfield.imagej.open;

import hounsfield.phantom.Phantom;
import hounsfield.series.Series;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Samples, written as files and opened as any others. */
public final class SampleImage {
    private SampleImage() {}

    /** Writes a sample's files to a temporary folder, where they stay until ImageJ ends, and opens them. */
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
