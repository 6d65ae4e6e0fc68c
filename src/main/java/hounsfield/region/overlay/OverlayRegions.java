package hounsfield.region.overlay;

import hounsfield.codec.Samples;
import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FrameRef;
import hounsfield.frame.FunctionalGroups;
import hounsfield.frame.OverlayPlane;
import hounsfield.parse.DicomFile;
import hounsfield.region.OverlapRule;
import hounsfield.region.PlacedRegion;
import hounsfield.region.PlacedRegions;
import hounsfield.region.PlaneMask;
import hounsfield.region.Region;
import hounsfield.region.RegionCodes;
import hounsfield.region.RegionFile;
import hounsfield.region.RegionReferences;
import hounsfield.region.RegionSelection;
import hounsfield.region.RegionTarget;
import hounsfield.region.TargetPlane.SourceFrame;
import hounsfield.standard.Tag;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The overlay planes of an image as regions, numbered from 1 for group 6000. They can be placed only on the frames of that image. */
public final class OverlayRegions implements RegionFile {
    private static final int FIRST_GROUP = 0x6000;

    private final DicomFile file;
    private final SourceFrame source;
    private final List<Region> regions = new ArrayList<>();
    private final Diagnostics findings = new Diagnostics();

    private OverlayRegions(DicomFile file) {
        this.file = file;
        source = SourceFrame.of(FunctionalGroups.of(file.dataSet()), 0);
        for (int i = 0; i < OverlayPlane.GROUPS; i++) {
            if (file.dataSet().contains(Tag.OVERLAY_ROWS + i * OverlayPlane.STEP))
                regions.add(region(file.dataSet(), i));
        }
    }

    /**
     * Reads the overlays of an image, without their bits.
     *
     * @param file the header of the image
     * @return the overlays
     */
    public static OverlayRegions of(DicomFile file) {
        return new OverlayRegions(file);
    }

    /**
     * Returns whether a file has overlays.
     *
     * @param dataSet of the file
     * @return whether a group has Overlay Rows
     */
    public static boolean isIn(DataSet dataSet) {
        for (int i = 0; i < OverlayPlane.GROUPS; i++)
            if (dataSet.contains(Tag.OVERLAY_ROWS + i * OverlayPlane.STEP)) return true;
        return false;
    }

    private Region region(DataSet dataSet, int index) {
        OptionalAttributes attributes = new OptionalAttributes(dataSet, findings);
        String name = attributes.text(Tag.OVERLAY_LABEL + index * OverlayPlane.STEP);
        if (name.isEmpty()) name = attributes.text(Tag.OVERLAY_DESCRIPTION + index * OverlayPlane.STEP);
        if (name.isEmpty()) name = String.format("Overlay %04X", FIRST_GROUP + 2 * index);
        return new Region(index + 1, name, OptionalInt.empty(), RegionCodes.NONE, "", "", "");
    }

    @Override
    public About about() {
        RegionReferences own = new RegionReferences(
                Set.of(source.seriesUid()), Set.of(source.instanceUid()), Set.of(source.frameOfReference()));
        return new About(file.name(), "", regions, own, findings.sentences());
    }

    @Override
    public PlacedRegions placeOn(RegionTarget target, RegionSelection selection, OverlapRule overlap, Progress progress)
            throws IOException {
        List<Region> wanted = selection.of(regions);
        Diagnostics placing = new Diagnostics();
        Map<Integer, SortedMap<Integer, PlaneMask>> masks = new TreeMap<>();
        wanted.forEach(region -> masks.put(region.number(), new TreeMap<>()));
        int frames = FrameRef.hasManyFrames(file) ? FrameRef.allOf(file).size() : 1;
        boolean found = false;
        for (int place = 0; place < target.places().size(); place++) {
            progress.check();
            SourceFrame slice = target.places().get(place).plane().source();
            if (source.instanceUid().isEmpty() || !slice.instanceUid().equals(source.instanceUid())) continue;
            if (slice.frame() >= frames) continue;
            found = true;
            for (OverlayPlane plane : OverlayPlane.ofFrame(file, slice.frame(), placing)) {
                SortedMap<Integer, PlaneMask> own = masks.get((plane.group() - FIRST_GROUP) / 2 + 1);
                if (own == null) continue;
                int at = place;
                onImage(plane, slice.frame(), target).ifPresent(mask -> own.put(at, mask));
            }
        }
        if (!found) {
            throw new MalformedDicomException(
                    "the overlays belong to another image than the open one", Location.ofFile(file.name()));
        }
        List<PlacedRegion> placed = wanted.stream()
                .map(region -> new PlacedRegion(region, 1, masks.get(region.number()), new TreeMap<>()))
                .toList();
        return new PlacedRegions(target, placed, placing.sentences());
    }

    /** Returns the mask of the bits of an overlay that are within the image. */
    private static Optional<PlaneMask> onImage(OverlayPlane plane, int frame, RegionTarget target) {
        byte[] bits = plane.pixels(frame);
        if (bits.length == 0) return Optional.empty();
        byte[] image = new byte[Math.multiplyExact(target.rows(), target.columns())];
        for (int row = 0; row < plane.rows(); row++) {
            int y = row + plane.top();
            if (y < 0 || y >= target.rows()) continue;
            for (int column = 0; column < plane.columns(); column++) {
                int x = column + plane.left();
                if (x >= 0 && x < target.columns()) {
                    image[y * target.columns() + x] = bits[row * plane.columns() + column];
                }
            }
        }
        return PlaneMask.of(new Samples.Bytes(image, false), target.columns());
    }
}
