package hounsfield.geometry;

import hounsfield.frame.FrameRef;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The geometry of the planes of an image: the size of its voxels, and whether its planes are slices or time points.
 *
 * @param pixelSpacing within a plane
 * @param sliceSpacing from slice to slice
 * @param stack positions of the planes of the first time point, in the order of the planes; empty if not all have a
 *     position
 * @param axes channels and time points
 * @param findings sentences for the log about unusual geometry and, where it matters, its source
 */
public record Placement(
        PixelSpacing pixelSpacing,
        SliceSpacing sliceSpacing,
        Optional<StackGeometry> stack,
        PlaneAxes axes,
        List<String> findings) {

    /**
     * Copies the findings.
     *
     * @param pixelSpacing within a plane
     * @param sliceSpacing from slice to slice
     * @param stack positions of the planes
     * @param axes channels and time points
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
        Diagnostics findings = new Diagnostics();
        FrameRef.HeaderTask<Optional<PlaneGeometry>> task = frame -> PlaneGeometry.of(frame, findings);
        List<PlaneGeometry> planes = FrameRef.ofReadableHeaders(frames, Progress.NONE, task).stream()
                .flatMap(Optional::stream)
                .flatMap(Optional::stream)
                .toList();
        if (planes.size() < frames.size()) return of(frames, Optional.empty(), PlaneAxes.NONE, findings.sentences());
        StackGeometry stack = StackGeometry.of(planes);
        findings.addAll(stack.findings());
        if (!stack.isInGivenOrder()) findings.add("The slices are not in the order of their positions");
        return of(frames, Optional.of(stack), PlaneAxes.NONE, findings.sentences());
    }

    /**
     * Determines the geometry of frames whose order in space and time is known.
     *
     * @param frames by time point, then by position, then by channel; at least one
     * @param stack of the positions, if all planes have one
     * @param axes channels and time points
     * @param known findings of the ordering
     * @return the geometry
     * @throws DicomException if no header can be read
     */
    public static Placement of(List<FrameRef> frames, Optional<StackGeometry> stack, PlaneAxes axes, List<String> known)
            throws DicomException {
        FrameRef first = FrameRef.firstHeld(frames);
        Diagnostics findings = new Diagnostics();
        findings.addAll(known);
        PixelSpacing pixels = pixelSpacing(frames, findings);
        pixels.finding().ifPresent(findings::add);
        Optional<SliceSpacing> fromPositions = stack.flatMap(SliceSpacing::of);
        SliceSpacing slices = fromPositions.isPresent()
                ? fromPositions.get()
                : SliceSpacing.withoutPositions(first.groups(), first.frame(), findings);
        boolean severalInTime = fromPositions.isEmpty() && axes.timePoints() == 1 && frames.size() > 1;
        OptionalDouble seconds = severalInTime ? CineRate.frameSeconds(first, findings) : OptionalDouble.empty();
        if (axes.positions(frames.size()) > 1 && seconds.isEmpty())
            slices.finding().ifPresent(findings::add);
        PlaneAxes own =
                seconds.isEmpty() ? axes : new PlaneAxes(axes.channels(), axes.positions(frames.size()), seconds);
        return new Placement(pixels, slices, stack, own, findings.sentences());
    }

    /** {@return number of images at each position that differ in time} */
    public int timePoints() {
        return axes.timePoints();
    }

    /** {@return number of images at each position that differ in another attribute} */
    public int channels() {
        return axes.channels();
    }

    /** {@return the interval from time point to time point [s], if known} */
    public OptionalDouble frameSeconds() {
        return axes.frameSeconds();
    }

    /** Returns the spacing of the first frame whose header can be read. */
    private static PixelSpacing pixelSpacing(List<FrameRef> frames, Diagnostics findings) throws DicomException {
        Diagnostics unreadable = new Diagnostics();
        PixelSpacing spacing = PixelSpacing.UNKNOWN;
        for (FrameRef each : frames) {
            Optional<FrameRef> held = each.heldIfReadable();
            if (held.isEmpty()) continue;
            FrameRef frame = held.get();
            spacing = PixelSpacing.of(frame.groups(), frame.frame(), unreadable);
            if (spacing.inMillimeters() || unreadable.isEmpty()) break;
        }
        findings.addAll(unreadable);
        return spacing;
    }
}
