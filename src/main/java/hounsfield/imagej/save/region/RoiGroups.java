package hounsfield.imagej.save.region;

import hounsfield.imagej.roi.RegionFacts;
import hounsfield.region.Region;
import hounsfield.region.RegionCodes;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Groups ROIs by region: the region of the DICOM file from which they were read, otherwise their name. A number that ImageJ adds to
 * make names different is ignored. All ROIs with names that ImageJ chose form one region.
 */
final class RoiGroups {
    /** Names that ImageJ chooses: numbers of slice and position. */
    private static final Pattern OWN_NAME = Pattern.compile("\\d{4}(-\\d{4}){1,2}(-\\d+)?");

    private static final Pattern ADDED_NUMBER = Pattern.compile("-\\d+$");

    private RoiGroups() {}

    /** Returns the ROIs of each region, in the order of their first ROI. */
    static Map<Region, List<Roi>> of(Roi[] rois) {
        Map<String, List<Roi>> groups = new LinkedHashMap<>();
        for (Roi roi : rois)
            groups.computeIfAbsent(key(roi), key -> new ArrayList<>()).add(roi);
        Map<Region, List<Roi>> regions = new LinkedHashMap<>();
        groups.forEach((key, members) -> regions.put(region(members.get(0), regions.size() + 1), members));
        return regions;
    }

    private static String key(Roi roi) {
        return RegionFacts.read(roi)
                .map(region -> region.number() + " " + region.name())
                .orElseGet(() -> name(roi));
    }

    private static String name(Roi roi) {
        String name = roi.getName() == null ? "" : roi.getName().strip();
        if (name.isEmpty() || OWN_NAME.matcher(name).matches()) return "Region";
        return ADDED_NUMBER.matcher(name).replaceFirst("");
    }

    private static Region region(Roi roi, int number) {
        Optional<Region> known = RegionFacts.read(roi);
        if (known.isPresent()) return known.get();
        OptionalInt color = roi.getStrokeColor() == null
                ? OptionalInt.empty()
                : OptionalInt.of(roi.getStrokeColor().getRGB() & 0xFFFFFF);
        return new Region(number, name(roi), color, RegionCodes.NONE, "", "", "");
    }
}
