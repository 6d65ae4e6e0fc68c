package hounsfield.geometry;

import hounsfield.frame.FrameRef;
import hounsfield.standard.DicomException;
import hounsfield.standard.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The place of an image's planes: the size of its voxels, and which of its planes are slices, which points in time.
 *
 * @param pixelSpacing within a plane
 * @param sliceSpacing from slice to slice
 * @param stack where the planes of the first time point lie, in the planes' order; empty if not all have a position
 * @param timePoints how many images there are at each position; planes go through the positions first
 * @param frameSeconds of a cine: its planes are points in time, one so long after the other
 * @param findings sentences for the log: what is odd about it, and what said so where that matters
 */
public record Placement(
        PixelSpacing pixelSpacing,
        SliceSpacing sliceSpacing,
        Optional<StackGeometry> stack,
        int timePoints,
        OptionalDouble frameSeconds,
        List<String> findings) {
    private static final int FRAME_TIME_VECTOR = 0x00181065;

    public Placement {
        findings = List.copyOf(findings);
    }

    /**
     * From the frames' own headers, in the order that they are in.
     *
     * @param frames of one image, at least one
     */
    public static Placement of(List<FrameRef> frames) throws DicomException {
        List<PlaneGeometry> planes = new ArrayList<>();
        for (FrameRef frame : frames) {
            try {
                PlaneGeometry.of(frame.groups(), frame.frame()).ifPresent(planes::add);
            } catch (DicomException e) {
                throw e.at(frame.location());
            }
        }
        if (planes.size() < frames.size()) return of(frames, Optional.empty(), 1, List.of());
        StackGeometry stack = StackGeometry.of(planes);
        List<String> findings = new ArrayList<>(stack.findings());
        if (!stack.isInGivenOrder()) findings.add("The slices are not in the order of their positions");
        return of(frames, Optional.of(stack), 1, findings);
    }

    /**
     * Of frames whose order in space and time is known.
     *
     * @param frames all slices of the first time point, then the next; at least one
     * @param stack of the first time point's planes, if all have a position
     * @param known what was found when they were ordered
     */
    public static Placement of(List<FrameRef> frames, Optional<StackGeometry> stack, int timePoints, List<String> known)
            throws DicomException {
        FrameRef first = frames.get(0);
        List<String> findings = new ArrayList<>(known);
        try {
            PixelSpacing pixels = PixelSpacing.of(first.groups(), first.frame());
            pixels.finding().ifPresent(findings::add);
            Optional<SliceSpacing> fromPositions = stack.flatMap(SliceSpacing::of);
            SliceSpacing slices = fromPositions.isPresent()
                    ? fromPositions.get()
                    : SliceSpacing.withoutPositions(first.groups(), first.frame());
            boolean severalInTime = fromPositions.isEmpty() && timePoints == 1 && frames.size() > 1;
            OptionalDouble seconds = severalInTime ? frameSeconds(first) : OptionalDouble.empty();
            if (frames.size() > timePoints && seconds.isEmpty())
                slices.finding().ifPresent(findings::add);
            return new Placement(pixels, slices, stack, timePoints, seconds, findings);
        } catch (DicomException e) {
            throw e.at(first.location());
        }
    }

    /** Frame Time (0018,1063), or the first of Frame Time Vector (0018,1065) that is no zero; both in ms. */
    private static OptionalDouble frameSeconds(FrameRef first) throws DicomException {
        OptionalDouble time = first.file().dataSet().findDouble(Tag.FRAME_TIME);
        if (time.isPresent() && time.getAsDouble() > 0) return OptionalDouble.of(time.getAsDouble() / 1000);
        for (double step : first.file().dataSet().doubles(FRAME_TIME_VECTOR)) {
            if (step > 0) return OptionalDouble.of(step / 1000);
        }
        return OptionalDouble.empty();
    }
}
