package hounsfield.geometry;

import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FunctionalGroups;
import hounsfield.standard.Tag;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The distance from slice to slice, and what said so. Positions come first; only without them Spacing Between Slices, then
 * Slice Thickness, counts.
 *
 * @param mm along the normal; 1 when nothing is known
 */
public record SliceSpacing(double mm, Source source) {

    /** Nothing is known of it. */
    public static final SliceSpacing UNKNOWN = new SliceSpacing(1, Source.NONE);

    /** What gave the spacing. */
    public enum Source {
        /** Image Position (Patient) of the slices. */
        POSITIONS(null),
        /** Spacing Between Slices (0018,0088). */
        SPACING_BETWEEN_SLICES("Slice distance from Spacing Between Slices: no two slices have positions"),
        /** Slice Thickness (0018,0050). */
        SLICE_THICKNESS("Slice distance from Slice Thickness: no two slices have positions"),
        /** Nothing. */
        NONE("No slice distance: the slices have no positions, no spacing and no thickness");

        private final String finding;

        Source(String finding) {
            this.finding = finding;
        }
    }

    /** The stack's median distance, if it has more than one position. */
    public static Optional<SliceSpacing> of(StackGeometry stack) {
        return stack.positions() > 1 && isLength(stack.medianSpacing())
                ? Optional.of(new SliceSpacing(stack.medianSpacing(), Source.POSITIONS))
                : Optional.empty();
    }

    /**
     * What a frame says about the distance to the next when positions do not: Spacing Between Slices, else Slice
     * Thickness, each without its sign and only if it is not 0.
     *
     * @param findings takes a sentence for each attribute that cannot be read
     */
    public static SliceSpacing withoutPositions(FunctionalGroups groups, int frame, Consumer<? super String> findings) {
        OptionalAttributes measures =
                new OptionalAttributes(groups.attributes(frame, Tag.PIXEL_MEASURES_SEQUENCE), findings);
        double spacing = Math.abs(measures.number(Tag.SPACING_BETWEEN_SLICES).orElse(0));
        if (isLength(spacing)) return new SliceSpacing(spacing, Source.SPACING_BETWEEN_SLICES);
        double thickness = Math.abs(measures.number(Tag.SLICE_THICKNESS).orElse(0));
        return isLength(thickness) ? new SliceSpacing(thickness, Source.SLICE_THICKNESS) : UNKNOWN;
    }

    private static boolean isLength(double value) {
        return value > 0 && Double.isFinite(value);
    }

    public boolean inMillimetres() {
        return source != Source.NONE;
    }

    /** A sentence for the log unless the spacing comes from positions. */
    public Optional<String> finding() {
        return Optional.ofNullable(source.finding);
    }
}
