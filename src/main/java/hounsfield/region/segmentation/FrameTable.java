package hounsfield.region.segmentation;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FunctionalGroups;
import hounsfield.geometry.PlaneGeometry;
import hounsfield.region.Region;
import hounsfield.region.RegionReferences;
import hounsfield.region.TilePlace;
import hounsfield.standard.Tag;
import hounsfield.work.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/** Reads from the functional groups of a segmentation the segment, the place and the source images of each frame. */
final class FrameTable {
    private final FunctionalGroups groups;
    private final List<Region> segments;
    private final Diagnostics findings;

    FrameTable(FunctionalGroups groups, List<Region> segments, Diagnostics findings) {
        this.groups = groups;
        this.segments = segments;
        this.findings = findings;
    }

    /** Returns the segment numbers of a frame; if it has none, an empty list and a finding. */
    List<Integer> segments(int frame) {
        List<Integer> numbers = groups.macro(frame, Tag.SEGMENT_IDENTIFICATION_SEQUENCE)
                .map(item -> new OptionalAttributes(item, findings).numbers(Tag.REFERENCED_SEGMENT_NUMBER))
                .map(values ->
                        DoubleStream.of(values).mapToObj(value -> (int) value).toList())
                .orElse(List.of());
        if (!numbers.isEmpty()) return numbers;
        long tiles = TilePlace.tilesInFullOrder(groups);
        if (tiles > 0 && frame / tiles < segments.size()) {
            return List.of(segments.get((int) (frame / tiles)).number());
        }
        if (segments.size() == 1) {
            findings.add("frames have no Referenced Segment Number (0062,000B); they are assigned to the only segment");
            return List.of(segments.get(0).number());
        }
        findings.add("frames without a Referenced Segment Number (0062,000B) are left out");
        return List.of();
    }

    SegmentFrame.Place place(int frame) {
        return new SegmentFrame.Place(
                PlaneGeometry.of(groups, frame, findings), TilePlace.of(groups, frame), sources(frame));
    }

    private List<SegmentFrame.Source> sources(int frame) {
        List<DataSet> items = new ArrayList<>(groups.ownItems(frame, Tag.DERIVATION_IMAGE_SEQUENCE));
        if (items.isEmpty()) items.addAll(groups.sharedItems(Tag.DERIVATION_IMAGE_SEQUENCE));
        List<SegmentFrame.Source> sources = new ArrayList<>();
        for (DataSet item : items) {
            for (DataSet image : item.items(Tag.SOURCE_IMAGE_SEQUENCE)) {
                OptionalAttributes attributes = new OptionalAttributes(image, findings);
                List<Integer> frames = DoubleStream.of(attributes.numbers(Tag.REFERENCED_FRAME_NUMBER))
                        .mapToObj(number -> (int) number - 1)
                        .toList();
                sources.add(new SegmentFrame.Source(attributes.text(Tag.REFERENCED_SOP_INSTANCE_UID), frames));
            }
        }
        return sources;
    }

    /** Returns the images to which the segmentation refers, by its frames and as a whole. */
    RegionReferences references() {
        DataSet dataSet = groups.dataSet();
        Set<String> series = new TreeSet<>();
        Set<String> instances = new TreeSet<>();
        Set<String> frames = new TreeSet<>();
        for (DataSet each : dataSet.items(Tag.REFERENCED_SERIES_SEQUENCE)) {
            add(each, Tag.SERIES_INSTANCE_UID, series);
            for (DataSet image : each.items(Tag.REFERENCED_INSTANCE_SEQUENCE)) {
                add(image, Tag.REFERENCED_SOP_INSTANCE_UID, instances);
            }
        }
        for (DataSet image : dataSet.items(Tag.SOURCE_IMAGE_SEQUENCE)) {
            add(image, Tag.REFERENCED_SOP_INSTANCE_UID, instances);
        }
        for (int frame = 0; frame < Math.max(1, groups.frames()); frame++) {
            sources(frame).forEach(source -> {
                if (!source.instanceUid().isEmpty()) instances.add(source.instanceUid());
            });
        }
        add(dataSet, Tag.FRAME_OF_REFERENCE_UID, frames);
        return new RegionReferences(series, instances, frames);
    }

    private void add(DataSet item, int tag, Set<String> uids) {
        String uid = new OptionalAttributes(item, findings).text(tag);
        if (!uid.isEmpty()) uids.add(uid);
    }
}
