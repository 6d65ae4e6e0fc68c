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
 * The geometry of the planes of an image: the size of its voxels, and whether its planes are slices or time points.
 *
 * @param pixelSpacing within a plane
 * @param sliceSpacing from slice to slice
 * @param stack positions of the planes of the first time point, in the order of the planes; empty if not all have a
 *     position
 * @param timePoints number of images at each position; planes are ordered by time point, then by position
 * @param frameSeconds of a cine, whose planes are time points: their interval [s]
 * @param findings sentences for the log about unusual geometry and, where it matters, its source
 */
public record Placement(
        PixelSpacing pixelSpacing,
        SliceSpacing sliceSpacing,
        Optional<StackGeometry> stack,
        int timePoints,
        OptionalDouble frameSeconds,
        List<String> findings) {
    /** Shorter frame times are invalid [ms]. */
    private static final double SHORTEST_FRAME = 1e-6;

    /**
     * Copies the findings.
     *
     * @param pixelSpacing within a plane
     * @param sliceSpacing from slice to slice
     * @param stack positions of the planes
     * @param timePoints number of images at each position
     * @param frameSeconds interval of the planes of a cine
     * @param findings sentences for the log
     */
    public Placement {
        findings = List.copyOf(findings);
    }

    /**
     * Determines the geometry from the headers of the frames, in their given order.
     *
     * @param frames of one image, at least one
     * @return the geometry
     * @throws DicomException if no header can be read
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
     * Determines the geometry of frames whose order in space and time is known.
     *
     * @param frames all slices of the first time point, then of the next; at least one
     * @param stack of the planes of the first time point, if all have a position
     * @param timePoints number of images at each position
     * @param known findings of the ordering
     * @return the geometry
     * @throws DicomException if no header can be read
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

    /** Returns the spacing of the first frame whose header can be read. */
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

    /** Returns Frame Time (0018,1063), or the first number above 0 in Frame Time Vector (0018,1065), converted from ms to s. */
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
