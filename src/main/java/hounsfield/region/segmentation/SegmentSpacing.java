package hounsfield.region.segmentation;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FunctionalGroups;
import hounsfield.standard.Tag;
import java.util.OptionalDouble;

/**
 * The size and spacing of the grid of a segmentation. Positions of frames do not show the spacing, since frames without pixels are
 * absent.
 *
 * @param rows height of a frame
 * @param columns width of a frame
 * @param between Spacing Between Slices (0018,0088) [mm], if above 0
 * @param thickness Slice Thickness (0018,0050) [mm], if above 0
 */
record SegmentSpacing(int rows, int columns, OptionalDouble between, OptionalDouble thickness) {
    static SegmentSpacing of(DataSet dataSet) {
        OptionalAttributes image = new OptionalAttributes(dataSet);
        OptionalAttributes measures =
                new OptionalAttributes(FunctionalGroups.of(dataSet).attributes(0, Tag.PIXEL_MEASURES_SEQUENCE));
        return new SegmentSpacing(
                image.integer(Tag.ROWS).orElse(0),
                image.integer(Tag.COLUMNS).orElse(0),
                positive(measures.number(Tag.SPACING_BETWEEN_SLICES)),
                positive(measures.number(Tag.SLICE_THICKNESS)));
    }

    private static OptionalDouble positive(OptionalDouble value) {
        return value.isPresent() && value.getAsDouble() > 0 ? value : OptionalDouble.empty();
    }

    /** Returns the thickness of the slab of a frame, from the attributes or from the smallest distance between frames [mm]. */
    double slab(double smallestGap) {
        if (between.isPresent()) return between.getAsDouble();
        if (Double.isFinite(smallestGap)) return smallestGap;
        return thickness.orElse(1);
    }
}
