package hounsfield.series;

import hounsfield.calibrate.CalibratedImage;
import hounsfield.calibrate.FrameCalibrator;
import hounsfield.calibrate.PlaneCollector;
import hounsfield.frame.FrameReader;
import hounsfield.frame.FunctionalGroups;
import hounsfield.geometry.PixelSpacing;
import hounsfield.geometry.SliceSpacing;
import hounsfield.standard.Progress;
import hounsfield.standard.Workers;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads a series as a calibrated volume, its slices in order and each by its own rescale. */
public final class SeriesReader {
    private SeriesReader() {}

    /**
     * Reads all slices, in parallel. The memory is the result and one frame of stored values a thread.
     *
     * @throws hounsfield.standard.DicomException if a slice is damaged, cannot be decoded or has several samples a pixel
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    public static CalibratedImage read(Series series, Progress progress) throws IOException {
        progress.status("Reading " + series.slices().size() + " slices");
        FrameCalibrator.Plane[] planes =
                series.isMultiFrame() ? readFrames(series, progress) : readFiles(series, progress);
        PlaneCollector collector = new PlaneCollector(series.columns(), series.rows());
        for (FrameCalibrator.Plane plane : planes) collector.add(plane);
        CalibratedImage.Builder builder = collector.builder().timePoints(series.timePoints());
        place(builder, series);
        return builder.build();
    }

    private static FrameCalibrator.Plane[] readFiles(Series series, Progress progress) throws IOException {
        List<Slice> slices = series.slices();
        FrameCalibrator.Plane[] planes = new FrameCalibrator.Plane[slices.size()];
        Workers.forEach(planes.length, progress, index -> {
            Slice slice = slices.get(index);
            FunctionalGroups groups = FunctionalGroups.of(slice.file().dataSet());
            try (FrameReader reader = FrameReader.open(slice.file())) {
                planes[index] = FrameCalibrator.plane(slice.file(), reader, groups, slice.frame());
            }
        });
        return planes;
    }

    private static FrameCalibrator.Plane[] readFrames(Series series, Progress progress) throws IOException {
        List<Slice> slices = series.slices();
        FrameCalibrator.Plane[] planes = new FrameCalibrator.Plane[slices.size()];
        FunctionalGroups groups = FunctionalGroups.of(slices.get(0).file().dataSet());
        try (FrameReader reader = FrameReader.open(slices.get(0).file())) {
            Workers.forEach(planes.length, progress, index -> {
                Slice slice = slices.get(index);
                planes[index] = FrameCalibrator.plane(slice.file(), reader, groups, slice.frame());
            });
        }
        return planes;
    }

    private static void place(CalibratedImage.Builder builder, Series series) throws IOException {
        Slice first = series.slices().get(0);
        FunctionalGroups groups = FunctionalGroups.of(first.file().dataSet());
        PixelSpacing pixelSpacing = PixelSpacing.of(groups, first.frame());
        builder.pixelSpacing(pixelSpacing);
        pixelSpacing.finding().ifPresent(builder::finding);
        series.geometry().ifPresent(builder::geometry);
        series.findings().forEach(builder::finding);
        Optional<SliceSpacing> fromPositions = series.geometry().flatMap(SliceSpacing::of);
        SliceSpacing sliceSpacing =
                fromPositions.isPresent() ? fromPositions.get() : SliceSpacing.withoutPositions(groups, first.frame());
        builder.sliceSpacing(sliceSpacing);
        if (series.slices().size() > series.timePoints()) sliceSpacing.finding().ifPresent(builder::finding);
    }
}
