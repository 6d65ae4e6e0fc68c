package hounsfield.imagej.open;

import hounsfield.series.Series;
import hounsfield.series.axis.AxisChoice;
import hounsfield.series.axis.WhenIncomplete;

/**
 * The order of a series' images in an ImageJ image, and its axes.
 *
 * @param order of the slices; in another order than that of positions, all images are slices, without channels and
 *     times
 * @param axes the attributes that make channels and time points
 * @param incomplete what becomes of time points and channels that lack images
 */
public record Arrangement(SeriesOrder order, AxisChoice axes, WhenIncomplete incomplete) {
    /** By position, with axes from the attributes that differ between the images at a position, NaN where an image is missing. */
    public static final Arrangement DEFAULT =
            new Arrangement(SeriesOrder.POSITION, AxisChoice.AUTOMATIC, WhenIncomplete.FILL);

    /**
     * Checks that the options agree.
     *
     * @param order of the slices
     * @param axes the attributes that make channels and time points
     * @param incomplete what becomes of time points and channels that lack images
     * @throws IllegalArgumentException if axes are chosen for another order than that of positions
     */
    public Arrangement {
        if (order != SeriesOrder.POSITION && axes.kind() == AxisChoice.Kind.CHOSEN) {
            throw new IllegalArgumentException(
                    "axes= needs order=position; with order=" + order.label() + " all images are slices");
        }
    }

    /**
     * {@return this arrangement in another order}
     *
     * @param other the order
     * @throws IllegalArgumentException if axes are chosen and it is not that of positions
     */
    public Arrangement with(SeriesOrder other) {
        return new Arrangement(other, axes, incomplete);
    }

    /**
     * {@return this arrangement with other axes}
     *
     * @param other the attributes that make channels and time points
     * @throws IllegalArgumentException if axes are chosen and the order is not that of positions
     */
    public Arrangement with(AxisChoice other) {
        return new Arrangement(order, other, incomplete);
    }

    /**
     * {@return this arrangement with another treatment of incomplete volumes}
     *
     * @param other what becomes of them
     */
    public Arrangement with(WhenIncomplete other) {
        return new Arrangement(order, axes, other);
    }

    /**
     * Arranges the images of a series.
     *
     * @param series as scanned
     * @return the series with the axes of this arrangement; {@link #order} is left to the opener
     * @throws IllegalArgumentException if the chosen axes do not distinguish the images at a position, or no volume is
     *     complete
     */
    public Series of(Series series) {
        return series.arranged(axes, incomplete);
    }
}
