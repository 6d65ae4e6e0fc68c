package hounsfield.series;

import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.StackGeometry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The order of the slices of a series. With positions: along the normal, regardless of Instance Number and file name.
 * If all positions have the same number of images, and more than one, these are time points: all positions of the
 * first, then of the next. Without positions: by Instance Number.
 */
record SliceOrder(List<Slice> slices, int timePoints, Optional<StackGeometry> geometry, List<String> findings) {
    static SliceOrder of(List<Slice> unordered) {
        List<Slice> byTime = new ArrayList<>(unordered);
        byTime.sort(Slice.BY_TIME);
        List<PlaneGeometry> planes =
                byTime.stream().flatMap(slice -> slice.plane().stream()).toList();
        return planes.size() == byTime.size() ? byPosition(byTime, planes) : byInstance(unordered);
    }

    private static SliceOrder byInstance(List<Slice> unordered) {
        List<Slice> slices = new ArrayList<>(unordered);
        slices.sort(Slice.BY_INSTANCE);
        List<String> findings = new ArrayList<>();
        if (slices.size() > 1) {
            boolean numbered =
                    slices.stream().allMatch(slice -> slice.instanceNumber().isPresent());
            findings.add("Slices without positions: ordered by " + (numbered ? "Instance Number" : "file name")
                    + ", which need not be their order in space");
        }
        return new SliceOrder(slices, 1, Optional.empty(), findings);
    }

    private static SliceOrder byPosition(List<Slice> byTime, List<PlaneGeometry> planes) {
        StackGeometry stack = StackGeometry.of(planes);
        List<Slice> slices = Arrays.stream(stack.order()).mapToObj(byTime::get).toList();
        int timePoints = stack.hasDuplicates() ? timePoints(stack) : 1;
        if (timePoints == 1) return new SliceOrder(slices, 1, Optional.of(stack), stack.findings());
        List<Slice> timeMajor = new ArrayList<>();
        for (int time = 0; time < timePoints; time++) {
            for (int i = time; i < slices.size(); i += timePoints) timeMajor.add(slices.get(i));
        }
        int positions = slices.size() / timePoints;
        StackGeometry first = StackGeometry.of(timeMajor.subList(0, positions).stream()
                .map(slice -> slice.plane().orElseThrow())
                .toList());
        List<String> findings = new ArrayList<>(first.findings());
        findings.add(timePoints + " images at each of " + positions
                + " positions: ordered by temporal position, acquisition, echo and instance number");
        return new SliceOrder(timeMajor, timePoints, Optional.of(first), findings);
    }

    /** Returns the number of images at each position; 1 if the numbers differ. */
    private static int timePoints(StackGeometry stack) {
        int positions = stack.positions();
        int slices = stack.order().length;
        if (slices % positions != 0) return 1;
        int each = slices / positions;
        double[] spacings = stack.spacings();
        for (int i = 0; i < spacings.length; i++) {
            boolean lastOfPosition = (i + 1) % each == 0;
            if (lastOfPosition == (spacings[i] < StackGeometry.SAME_POSITION)) return 1;
        }
        return each;
    }
}
