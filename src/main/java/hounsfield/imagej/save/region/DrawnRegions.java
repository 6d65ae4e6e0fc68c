package hounsfield.imagej.save.region;

import hounsfield.imagej.pixels.ImageValues;
import hounsfield.imagej.roi.RoiPlace;
import hounsfield.region.Outline;
import hounsfield.region.PlacedRegion;
import hounsfield.region.PlaneMask;
import hounsfield.region.Region;
import hounsfield.region.RegionCodes;
import hounsfield.work.Progress;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects the regions of an image as masks and outlines by z position, from 0. */
final class DrawnRegions {
    /** The largest label. */
    private static final int MOST = 0xFFFF;

    private final ImagePlus image;
    /** Whether outlines are needed instead of masks. */
    private final boolean outlined;

    private final Progress progress;

    DrawnRegions(ImagePlus image, boolean outlined, Progress progress) {
        this.image = image;
        this.outlined = outlined;
        this.progress = progress;
    }

    /**
     * Collects the regions.
     *
     * @throws IllegalArgumentException if there is none
     */
    List<PlacedRegion> from(RegionSource source) {
        List<PlacedRegion> regions =
                switch (source) {
                    case MANAGER -> ofRois(RoiPlace.managed());
                    case OVERLAY -> ofRois(overlaid());
                    case MASK -> ofPixels(false);
                    case LABELS -> ofPixels(true);
                };
        List<PlacedRegion> drawn =
                regions.stream().filter(region -> !region.isEmpty()).toList();
        if (drawn.isEmpty()) throw new IllegalArgumentException(noRegion(source));
        return drawn;
    }

    private String noRegion(RegionSource source) {
        String title = "\"" + image.getTitle() + "\"";
        return switch (source) {
            case MANAGER -> "the ROI Manager has no ROI on " + title + (outlined ? "" : " that is an area");
            case OVERLAY -> "the overlay of " + title + " has no ROI" + (outlined ? "" : " that is an area");
            case MASK, LABELS -> title + " has no pixel that is not 0";
        };
    }

    private Roi[] overlaid() {
        Overlay overlay = image.getOverlay();
        return overlay == null ? new Roi[0] : overlay.toArray();
    }

    private List<PlacedRegion> ofRois(Roi[] rois) {
        List<PlacedRegion> regions = new ArrayList<>();
        for (Map.Entry<Region, List<Roi>> group : RoiGroups.of(rois).entrySet()) {
            progress.check();
            SortedMap<Integer, PlaneMask> masks = new TreeMap<>();
            SortedMap<Integer, List<Outline>> outlines = new TreeMap<>();
            for (Roi roi : group.getValue()) {
                for (int z : positions(roi)) {
                    if (outlined)
                        outlines.computeIfAbsent(z, key -> new ArrayList<>()).addAll(RoiShapes.outlines(roi, image));
                    else
                        RoiShapes.mask(roi, image)
                                .ifPresent(mask -> masks.merge(
                                        z, mask, (one, other) -> one.or(other, image.getHeight(), image.getWidth())));
                }
            }
            outlines.values().removeIf(List::isEmpty);
            regions.add(new PlacedRegion(group.getKey(), 1, masks, outlines));
        }
        return regions;
    }

    /** Returns the z positions of a ROI, from 0; all positions if it is bound to none. */
    private List<Integer> positions(Roi roi) {
        int z = 0;
        if (roi.hasHyperStackPosition()) z = roi.getZPosition();
        else if (roi.getPosition() > 0 && roi.getPosition() <= image.getStackSize())
            z = image.convertIndexToPosition(roi.getPosition())[1];
        else if (roi.getPosition() > 0) return List.of();
        if (z > image.getNSlices()) return List.of();
        if (z > 0) return List.of(z - 1);
        List<Integer> all = new ArrayList<>();
        for (int each = 0; each < image.getNSlices(); each++) all.add(each);
        return all;
    }

    private List<PlacedRegion> ofPixels(boolean labels) {
        ImageValues.checkGray(image);
        TreeMap<Integer, SortedMap<Integer, PlaneMask>> byLabel = new TreeMap<>();
        for (int z = 0; z < image.getNSlices(); z++) {
            progress.check();
            progress.update(z, image.getNSlices());
            add(z, labels, byLabel);
        }
        List<PlacedRegion> regions = new ArrayList<>();
        byLabel.forEach(
                (label, masks) -> regions.add(new PlacedRegion(region(label, labels), 1, masks, borders(masks))));
        return regions;
    }

    private void add(int z, boolean labels, Map<Integer, SortedMap<Integer, PlaneMask>> byLabel) {
        int slice = image.getStackIndex(1, z + 1, 1);
        float[] values =
                image.getStack().getProcessor(slice).convertToFloatProcessor().getPixels() instanceof float[] all
                        ? all
                        : new float[0];
        TreeMap<Integer, byte[]> planes = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            float value = values[i];
            if (value == 0 || value != value) continue;
            if (labels && (value != (int) value || value < 0 || value > MOST)) {
                throw new IllegalArgumentException("slice " + slice + " of \"" + image.getTitle() + "\" has the value "
                        + value + ", which is not a label from 1 to " + MOST);
            }
            planes.computeIfAbsent(labels ? (int) value : 1, key -> new byte[values.length])[i] = 1;
        }
        planes.forEach((label, pixels) -> RoiShapes.mask(pixels, image.getWidth())
                .ifPresent(mask ->
                        byLabel.computeIfAbsent(label, key -> new TreeMap<>()).put(z, mask)));
    }

    private SortedMap<Integer, List<Outline>> borders(SortedMap<Integer, PlaneMask> masks) {
        SortedMap<Integer, List<Outline>> borders = new TreeMap<>();
        if (!outlined) return borders;
        masks.forEach((z, mask) -> borders.put(z, RoiShapes.outlines(mask, image.getHeight(), image.getWidth())));
        return borders;
    }

    private Region region(int label, boolean labels) {
        String name = labels ? image.getProp("Label " + label) : image.getTitle();
        OptionalInt color = OptionalInt.empty();
        if (labels && image.getBitDepth() == Byte.SIZE)
            color = OptionalInt.of(image.getProcessor().getColorModel().getRGB(label) & 0xFFFFFF);
        return new Region(label, Optional.ofNullable(name).orElse(""), color, RegionCodes.NONE, "", "", "");
    }
}
