package hounsfield;

import hounsfield.region.OverlapRule;
import hounsfield.region.PlacedRegions;
import hounsfield.region.Region;
import hounsfield.region.RegionFile;
import hounsfield.region.RegionSelection;
import hounsfield.region.RegionTarget;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.Memory;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A file of regions: a structure set, a segmentation or label map, a measurement report, or an image with overlay planes. */
public final class DicomRegions {
    private final RegionFile file;
    private final List<String> findings;

    DicomRegions(RegionFile file) {
        this.file = file;
        findings = new ArrayList<>(file.findings());
    }

    /** {@return the regions, not placed yet, in the order of the file} */
    public List<Region> list() {
        return file.regions();
    }

    /**
     * Places all regions on the slices of a series, as {@link #on(DicomSeries, OverlapRule, Progress)} with even-odd.
     *
     * @param series the slices
     * @return the regions
     * @throws DicomException if the file cannot be read, or its regions are elsewhere
     */
    public List<DicomRegion> on(DicomSeries series) throws DicomException {
        return on(series, OverlapRule.EVEN_ODD, Progress.NONE);
    }

    /**
     * Places all regions on the slices of a series, by their positions in the patient.
     *
     * @param series the slices
     * @param overlap which pixels belong to a region with several contours on a slice
     * @param progress receives progress, and can cancel
     * @return the regions, in the order of the file, including those that are on no slice
     * @throws DicomException if the file cannot be read, or nothing relates its regions to the slices; the message has both
     *     Frame of Reference UIDs, or the distance in mm
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    public List<DicomRegion> on(DicomSeries series, OverlapRule overlap, Progress progress) throws DicomException {
        Objects.requireNonNull(series, "series");
        Objects.requireNonNull(overlap, "overlap");
        Objects.requireNonNull(progress, "progress");
        try {
            PlacedRegions placed = Memory.guarded(() -> {
                RegionTarget target = RegionTarget.of(series.frames(), progress);
                return file.placeOn(target, RegionSelection.ALL, overlap, progress);
            });
            findings.addAll(placed.findings());
            return placed.regions().stream()
                    .map(region -> new DicomRegion(region, placed.target()))
                    .toList();
        } catch (IOException e) {
            throw DicomException.of(e, Location.ofFile(file.name()));
        }
    }

    /** {@return sentences about parts that could not be read and, after {@link #on}, about regions on no slice and assumptions} */
    public List<String> findings() {
        return List.copyOf(findings);
    }
}
