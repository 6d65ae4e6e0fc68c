package hounsfield.geometry;

import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FunctionalGroups;
import hounsfield.standard.Tag;
import hounsfield.work.Diagnostics;
import java.util.Optional;

/**
 * The distance from slice to slice, and its source: positions, otherwise Spacing Between Slices, otherwise Slice
 * Thickness.
 *
 * @param mm along the normal; 1 if unknown
 * @param source the attribute used
 */
public record SliceSpacing(double mm, Source source) {
    /** An unknown distance. */
    public static final SliceSpacing UNKNOWN = new SliceSpacing(1, Source.NONE);

    /** The source of a distance. */
    public enum Source {
        /** Image Position (Patient) of the slices. */
        POSITIONS(null),
        /** Spacing Between Slices (0018,0088). */
        SPACING_BETWEEN_SLICES("Slice distance from Spacing Between Slices: no two slices have positions"),
        /** Slice Thickness (0018,0050). */
        SLICE_THICKNESS("Slice distance from Slice Thickness: no two slices have positions"),
        /** None. */
        NONE("No slice distance: the slices have no positions, no spacing and no thickness");

        private final String finding;

        Source(String finding) {
            this.finding = finding;
        }
    }

    /**
     * {@return the median distance of a stack; empty for a single position}
     *
     * @param stack the planes
     */
    public static Optional<SliceSpacing> of(StackGeometry stack) {
        return stack.positions() > 1 && isLength(stack.medianSpacing())
                ? Optional.of(new SliceSpacing(stack.medianSpacing(), Source.POSITIONS))
                : Optional.empty();
    }

    /**
     * {@return the distance without positions: Spacing Between Slices, otherwise Slice Thickness, as an absolute value, if
     * it is not 0; {@link #UNKNOWN} if there is none}
     *
     * @param groups functional groups of the image
     * @param frame index from 0
     * @param findings receives a sentence for each unreadable attribute
     */
    public static SliceSpacing withoutPositions(FunctionalGroups groups, int frame, Diagnostics findings) {
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

    /** {@return whether the distance is known} */
    public boolean inMillimeters() {
        return source != Source.NONE;
    }

    /** {@return a sentence for the log, unless the distance is from positions} */
    public Optional<String> finding() {
        return Optional.ofNullable(source.finding);
    }
}
