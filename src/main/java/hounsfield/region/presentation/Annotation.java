package hounsfield.region.presentation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Graphics and texts of a presentation state (PS3.3 C.10.5).
 *
 * @param layer Graphic Layer (0070,0002)
 * @param images SOP Instance UIDs of the images that show it; empty for all images that the state names
 * @param graphics the graphics
 * @param texts the texts
 */
public record Annotation(String layer, List<String> images, List<Graphic> graphics, List<Text> texts) {
    /** The units of coordinates. */
    public enum Units {
        /** Columns and rows of the image, from the upper left corner of its first pixel. */
        PIXEL,
        /** Fractions of the displayed area. */
        DISPLAY,
        /** Columns and rows of the total matrix of a slide. */
        MATRIX
    }

    /**
     * A graphic.
     *
     * @param type Graphic Type (0070,0023)
     * @param units of the data
     * @param data x and y of each point
     * @param filled whether it is filled
     */
    public record Graphic(String type, Units units, double[] data, boolean filled) {
        /**
         * Copies the data.
         *
         * @param type Graphic Type
         * @param units of the data
         * @param data x and y of each point
         * @param filled whether it is filled
         */
        public Graphic {
            data = data.clone();
        }

        /** {@return a copy of the coordinates} */
        @Override
        public double[] data() {
            return data.clone();
        }

        @Override
        public String toString() {
            return type + Arrays.toString(data);
        }
    }

    /**
     * A text.
     *
     * @param text Unformatted Text Value (0070,0006)
     * @param anchor the point that the text describes, if any
     * @param anchorShown whether a line leads to the anchor
     * @param box the box around the text, if any
     * @param justification LEFT, RIGHT or CENTER in the box; may be empty
     */
    public record Text(
            String text, Optional<Anchor> anchor, boolean anchorShown, Optional<Box> box, String justification) {}

    /**
     * A point.
     *
     * @param x to the right
     * @param y down
     * @param units of both
     */
    public record Anchor(double x, double y, Units units) {}

    /**
     * A box.
     *
     * @param left of its upper left corner
     * @param top of its upper left corner
     * @param right of its lower right corner
     * @param bottom of its lower right corner
     * @param units of all
     */
    public record Box(double left, double top, double right, double bottom, Units units) {}
}
