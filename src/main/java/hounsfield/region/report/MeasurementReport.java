package hounsfield.region.report;

import hounsfield.data.OptionalAttributes;
import hounsfield.parse.DicomFile;
import hounsfield.region.OverlapRule;
import hounsfield.region.PlacedRegions;
import hounsfield.region.Region;
import hounsfield.region.RegionCodes;
import hounsfield.region.RegionFile;
import hounsfield.region.RegionReferences;
import hounsfield.region.RegionSelection;
import hounsfield.region.RegionTarget;
import hounsfield.standard.Numbers;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A structured report with measurement groups, numbered from 1. Each group with coordinates or segments is a region; the segments are
 * in separate files.
 */
public final class MeasurementReport implements RegionFile {
    /** The common prefix of the UIDs of all SOP Classes of structured reports. */
    public static final String SOP_CLASSES = "1.2.840.10008.5.1.4.1.1.88.";

    private final String name;
    private final String ownSeries;
    private final List<MeasurementGroup> groups;
    private final List<Coordinates.ImageReference> images;
    private final Map<String, RegionFile> files;
    private final Diagnostics findings = new Diagnostics();

    private MeasurementReport(MeasurementReport report, Map<String, RegionFile> files) {
        name = report.name;
        ownSeries = report.ownSeries;
        groups = report.groups;
        images = report.images;
        this.files = Map.copyOf(files);
        findings.addAll(report.findings);
    }

    private MeasurementReport(DicomFile file) {
        files = Map.of();
        name = file.name();
        ownSeries = new OptionalAttributes(file.dataSet()).text(Tag.SERIES_INSTANCE_UID);
        ContentReader content = new ContentReader(findings);
        groups = List.copyOf(content.groups(file.dataSet()));
        images = List.copyOf(content.allImages(file.dataSet()));
        long without = groups.stream().filter(group -> !hasRegion(group)).count();
        if (!groups.isEmpty() && without > 0) {
            findings.add(without + " of " + Numbers.count(groups.size(), "measurement group")
                    + " have neither coordinates nor segments, so only the table of measurements has them");
        }
    }

    /**
     * Reads a report.
     *
     * @param file its header, which contains the whole report
     * @return the report
     */
    public static MeasurementReport of(DicomFile file) {
        return new MeasurementReport(file);
    }

    /**
     * Returns this report with the files that it names.
     *
     * @param files segmentations and structure sets by SOP Instance UID
     * @return a report that places its segments, too
     */
    public MeasurementReport with(Map<String, RegionFile> files) {
        return new MeasurementReport(this, files);
    }

    /** {@return SOP Instance UIDs of the segmentations and structure sets that its groups name} */
    public Set<String> segmentFiles() {
        Set<String> uids = new TreeSet<>();
        groups.forEach(group -> group.segments().forEach(each -> uids.add(each.instanceUid())));
        return uids;
    }

    /** {@return the measurement groups, in order} */
    public List<MeasurementGroup> groups() {
        return groups;
    }

    /** {@return all images that the report or key object selection names, in order} */
    public List<Coordinates.ImageReference> images() {
        return images;
    }

    @Override
    public About about() {
        List<Region> regions = IntStream.range(0, groups.size())
                .filter(index -> hasRegion(groups.get(index)))
                .mapToObj(this::region)
                .toList();
        return new About(name, ownSeries, regions, imagesOfAll(), findings.sentences());
    }

    /** Returns the images to which the report and its files refer. */
    private RegionReferences imagesOfAll() {
        Set<String> instances = new TreeSet<>();
        Set<String> frames = new TreeSet<>();
        images.forEach(image -> instances.add(image.instanceUid()));
        Set<String> series = new TreeSet<>();
        for (RegionFile file : files.values()) {
            series.addAll(file.references().series());
            instances.addAll(file.references().instances());
            frames.addAll(file.references().framesOfReference());
        }
        groups.stream()
                .flatMap(group -> coordinates(group).stream())
                .map(Coordinates::frameOfReference)
                .filter(uid -> !uid.isEmpty())
                .forEach(frames::add);
        return new RegionReferences(series, instances, frames);
    }

    /** Returns the coordinates of a group and of its measurements. */
    static List<Coordinates> coordinates(MeasurementGroup group) {
        return Stream.concat(
                        group.coordinates().stream(),
                        group.measurements().stream().flatMap(each -> each.coordinates().stream()))
                .toList();
    }

    private static boolean hasRegion(MeasurementGroup group) {
        return !coordinates(group).isEmpty() || !group.segments().isEmpty();
    }

    private Region region(int index) {
        MeasurementGroup group = groups.get(index);
        String label = group.trackingId().isEmpty()
                ? group.finding().map(code -> code.meaning()).orElse("")
                : group.trackingId();
        RegionCodes codes = new RegionCodes("", group.category(), group.finding(), Optional.empty(), Optional.empty());
        return new Region(index + 1, label, OptionalInt.empty(), codes, "", group.trackingId(), group.trackingUid());
    }

    @Override
    public PlacedRegions placeOn(RegionTarget target, RegionSelection selection, OverlapRule overlap, Progress progress)
            throws IOException {
        try {
            return new ReportPlacement(target, overlap, files).place(selection.of(regions()), groups, progress);
        } catch (DicomException e) {
            throw e.at(Location.ofFile(name));
        }
    }
}
