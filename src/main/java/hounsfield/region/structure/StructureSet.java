package hounsfield.region.structure;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.parse.DicomFile;
import hounsfield.region.OverlapRule;
import hounsfield.region.PlacedRegions;
import hounsfield.region.Region;
import hounsfield.region.RegionFile;
import hounsfield.region.RegionReferences;
import hounsfield.region.RegionSelection;
import hounsfield.region.RegionTarget;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** An RT structure set: ROIs with contours in the patient. Immutable. */
public final class StructureSet implements RegionFile {
    private final String name;
    private final String ownSeries;
    private final List<StructureRoi> rois;
    private final RegionReferences references;
    private final Diagnostics findings = new Diagnostics();

    private StructureSet(DicomFile file) {
        name = file.name();
        ownSeries = new OptionalAttributes(file.dataSet()).text(Tag.SERIES_INSTANCE_UID);
        rois = List.copyOf(new StructureReader(file.dataSet(), findings).rois());
        references = references(file.dataSet());
    }

    /**
     * Reads a structure set.
     *
     * @param file its header, which contains the whole structure set
     * @return the structure set; {@link #findings()} names the unreadable parts
     */
    public static StructureSet of(DicomFile file) {
        return new StructureSet(file);
    }

    private RegionReferences references(DataSet dataSet) {
        Set<String> series = new TreeSet<>();
        Set<String> instances = new TreeSet<>();
        Set<String> frames = new TreeSet<>();
        for (DataSet frame : dataSet.items(Tag.REFERENCED_FRAME_OF_REFERENCE_SEQUENCE)) {
            add(frame, Tag.FRAME_OF_REFERENCE_UID, frames);
            for (DataSet study : frame.items(Tag.RT_REFERENCED_STUDY_SEQUENCE)) {
                for (DataSet each : study.items(Tag.RT_REFERENCED_SERIES_SEQUENCE)) {
                    add(each, Tag.SERIES_INSTANCE_UID, series);
                    for (DataSet image : each.items(Tag.CONTOUR_IMAGE_SEQUENCE)) {
                        add(image, Tag.REFERENCED_SOP_INSTANCE_UID, instances);
                    }
                }
            }
        }
        for (StructureRoi roi : rois) {
            if (!roi.frameOfReference().isEmpty()) frames.add(roi.frameOfReference());
            roi.contours().forEach(contour -> contour.image().ifPresent(instances::add));
        }
        return new RegionReferences(series, instances, frames);
    }

    private void add(DataSet item, int tag, Set<String> uids) {
        String uid = new OptionalAttributes(item, findings).text(tag);
        if (!uid.isEmpty()) uids.add(uid);
    }

    @Override
    public About about() {
        List<Region> regions = rois.stream().map(StructureRoi::region).toList();
        return new About(name, ownSeries, regions, references, findings.sentences());
    }

    @Override
    public PlacedRegions placeOn(RegionTarget target, RegionSelection selection, OverlapRule overlap, Progress progress)
            throws DicomException {
        List<Region> wanted = selection.of(regions());
        List<StructureRoi> chosen =
                rois.stream().filter(roi -> wanted.contains(roi.region())).toList();
        try {
            return new ContourPlacement(target, overlap, references).place(chosen, progress);
        } catch (DicomException e) {
            throw e.at(Location.ofFile(name));
        }
    }
}
