package hounsfield.frame.pixeldata;

import hounsfield.codec.PixelLayout;
import hounsfield.codec.Samples;

/**
 * A rectangle of a frame that is a separate image, such as a slice of a mosaic.
 *
 * @param column its first column in the frame, from 0
 * @param row its first row in the frame, from 0
 * @param columns width in pixels
 * @param rows height in pixels
 * @param index of the image within the frame, from 0
 */
public record Tile(int column, int row, int columns, int rows, int index) {
    /**
     * Checks the numbers.
     *
     * @param column its first column in the frame
     * @param row its first row in the frame
     * @param columns width
     * @param rows height
     * @param index of the image
     * @throws IllegalArgumentException if a number is negative, or the tile has no pixel
     */
    public Tile {
        if (column < 0 || row < 0 || columns < 1 || rows < 1 || index < 0) {
            throw new IllegalArgumentException(
                    "tile " + index + " of " + columns + " x " + rows + " pixels at " + column + ", " + row);
        }
    }

    /** Returns whether the tile is within frames of this shape. */
    boolean isWithin(PixelLayout frame) {
        return columns <= frame.columns() - column && rows <= frame.rows() - row;
    }

    /** Copies the samples of the tile from those of a whole frame. */
    Samples of(Samples whole, PixelLayout frame) {
        int perPixel = frame.samplesPerPixel();
        int stride = frame.columns() * perPixel;
        return whole.rectangle(row * stride + column * perPixel, stride, columns * perPixel, rows);
    }
}
