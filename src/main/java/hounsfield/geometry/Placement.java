package hounsfield.geometry;

import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FrameRef;
import hounsfield.standard.DicomException;
import hounsfield.standard.Tag;
import hounsfield.work.Progress;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

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
    /** No camera is faster [ms]. */
    private static final double SHORTEST_FRAME = 1e-6;

    public Placement {
        findings = List.copyOf(findings);
    }

    /**
     * From the frames' own headers, in the order that they are in.
     *
     * @param frames of one image, at least one
     */
    public static Placement of(List<FrameRef> frames) throws DicomException {
        Set<String> findings = Collections.synchronizedSet(new LinkedHashSet<>());
        FrameRef.HeaderTask<Optional<PlaneGeometry>> task =
                frame -> PlaneGeometry.of(frame.groups(), frame.frame(), findings::add);
        List<PlaneGeometry> planes = FrameRef.ofReadableHeaders(frames, Progress.NONE, task).stream()
                .flatMap(Optional::stream)
                .flatMap(Optional::stream)
                .toList();
        if (planes.size() < frames.size()) return of(frames, Optional.empty(), 1, List.copyOf(findings));
        StackGeometry stack = StackGeometry.of(planes);
        findings.addAll(stack.findings());
        if (!stack.isInGivenOrder()) findings.add("The slices are not in the order of their positions");
        return of(frames, Optional.of(stack), 1, List.copyOf(findings));
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
        FrameRef first = FrameRef.firstHeld(frames);
        Set<String> findings = new LinkedHashSet<>(known);
        PixelSpacing pixels = pixelSpacing(frames, findings);
        pixels.finding().ifPresent(findings::add);
        Optional<SliceSpacing> fromPositions = stack.flatMap(SliceSpacing::of);
        SliceSpacing slices = fromPositions.isPresent()
                ? fromPositions.get()
                : SliceSpacing.withoutPositions(first.groups(), first.frame(), findings::add);
        boolean severalInTime = fromPositions.isEmpty() && timePoints == 1 && frames.size() > 1;
        OptionalDouble seconds = severalInTime ? frameSeconds(first, findings) : OptionalDouble.empty();
        if (frames.size() > timePoints && seconds.isEmpty()) slices.finding().ifPresent(findings::add);
        return new Placement(pixels, slices, stack, timePoints, seconds, List.copyOf(findings));
    }

    /** The first frame's; where that cannot be read, the first one that can. */
    private static PixelSpacing pixelSpacing(List<FrameRef> frames, Set<String> findings) throws DicomException {
        Set<String> unreadable = new LinkedHashSet<>();
        PixelSpacing spacing = PixelSpacing.UNKNOWN;
        for (FrameRef each : frames) {
            Optional<FrameRef> held = each.heldIfReadable();
            if (held.isEmpty()) continue;
            FrameRef frame = held.get();
            spacing = PixelSpacing.of(frame.groups(), frame.frame(), unreadable::add);
            if (spacing.inMillimetres() || unreadable.isEmpty()) break;
        }
        findings.addAll(unreadable);
        return spacing;
    }

    /** Frame Time (0018,1063), or the first of Frame Time Vector (0018,1065) that is above 0; both in ms. */
    private static OptionalDouble frameSeconds(FrameRef first, Set<String> findings) throws DicomException {
        OptionalAttributes attributes = new OptionalAttributes(first.file().dataSet(), findings::add);
        double time = attributes.number(Tag.FRAME_TIME).orElse(0);
        if (time >= SHORTEST_FRAME) return OptionalDouble.of(time / 1000);
        for (double step : attributes.numbersOrNaN(Tag.FRAME_TIME_VECTOR)) {
            if (step >= SHORTEST_FRAME) return OptionalDouble.of(step / 1000);
        }
        return OptionalDouble.empty();
    }
}
