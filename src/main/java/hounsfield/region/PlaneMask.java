package hounsfield.region;

import hounsfield.codec.Samples;
import java.util.Optional;

/**
 * The pixels of a region on one slice: a value for each pixel of a box, 0 for those outside. Immutable.
 */
public final class PlaneMask {
    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final Samples samples;
    private final int first;
    private final int stride;
    /** The label whose samples belong to the region; -1 if the samples are the values. */
    private final int label;

    private PlaneMask(int[] box, Samples samples, int first, int stride, int label) {
        left = box[0];
        top = box[1];
        width = box[2] - box[0] + 1;
        height = box[3] - box[1] + 1;
        this.samples = samples;
        this.first = first;
        this.stride = stride;
        this.label = label;
    }

    /**
     * Returns the mask of the samples that are not 0. Only their bounding box is kept.
     *
     * @param samples row by row, from 0 to 255
     * @param columns samples in a row
     * @return the mask, whose values are the samples; empty if all are 0
     */
    public static Optional<PlaneMask> of(Samples samples, int columns) {
        int[] box = emptyBox();
        int rows = samples.length() / columns;
        for (int row = 0, i = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++, i++) {
                if (samples.intAt(i) != 0) extend(box, column, row);
            }
        }
        if (box[2] < 0) return Optional.empty();
        int width = box[2] - box[0] + 1;
        Samples part = samples.rectangle(box[1] * columns + box[0], columns, width, box[3] - box[1] + 1);
        return Optional.of(new PlaneMask(box, part, 0, width, -1));
    }

    /**
     * Returns the mask of the pixels that have a label, without copying them.
     *
     * @param samples labels, row by row
     * @param columns samples in a row
     * @param label the label
     * @param box first column, first row, last column and last row of the label
     * @return the mask, whose values are 1 and 0
     */
    public static PlaneMask ofLabel(Samples samples, int columns, int label, int[] box) {
        return new PlaneMask(box.clone(), samples, box[1] * columns + box[0], columns, label);
    }

    /** {@return a box without pixels, for {@link #extend}} */
    public static int[] emptyBox() {
        return new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE, -1, -1};
    }

    /**
     * Extends a box by a pixel.
     *
     * @param box first column, first row, last column and last row
     * @param column of the pixel
     * @param row of the pixel
     */
    public static void extend(int[] box, int column, int row) {
        if (column < box[0]) box[0] = column;
        if (row < box[1]) box[1] = row;
        if (column > box[2]) box[2] = column;
        if (row > box[3]) box[3] = row;
    }

    /** {@return the first column of the box, from 0} */
    public int left() {
        return left;
    }

    /** {@return the first row of the box, from 0} */
    public int top() {
        return top;
    }

    /** {@return number of columns of the box} */
    public int width() {
        return width;
    }

    /** {@return number of rows of the box} */
    public int height() {
        return height;
    }

    /**
     * Returns the value of a pixel.
     *
     * @param column from 0
     * @param row from 0
     * @return 0 for pixels outside the region or the box; otherwise 1 or, of a fractional segmentation, its stored value
     */
    public int at(int column, int row) {
        int x = column - left;
        int y = row - top;
        if (x < 0 || y < 0 || x >= width || y >= height) return 0;
        int value = samples.intAt(first + y * stride + x);
        return label < 0 ? value : value == label ? 1 : 0;
    }

    /**
     * Returns the values of all pixels of a slice.
     *
     * @param rows of the slice
     * @param columns of the slice
     * @return values from 0 to 255, row by row
     */
    public byte[] toBytes(int rows, int columns) {
        byte[] bytes = new byte[Math.multiplyExact(rows, columns)];
        int end = Math.min(rows, top + height);
        int right = Math.min(columns, left + width);
        for (int row = Math.max(0, top); row < end; row++) {
            for (int column = Math.max(0, left); column < right; column++) {
                bytes[row * columns + column] = (byte) at(column, row);
            }
        }
        return bytes;
    }

    /**
     * Returns the union of both masks.
     *
     * @param other another mask of the slice
     * @param rows of the slice
     * @param columns of the slice
     * @return for each pixel the higher value
     */
    public PlaneMask or(PlaneMask other, int rows, int columns) {
        byte[] all = toBytes(rows, columns);
        byte[] more = other.toBytes(rows, columns);
        for (int i = 0; i < all.length; i++) if ((more[i] & 0xFF) > (all[i] & 0xFF)) all[i] = more[i];
        return of(new Samples.Bytes(all, false), columns).orElse(this);
    }
}
