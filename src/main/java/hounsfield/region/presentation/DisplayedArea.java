package hounsfield.region.presentation;

import java.util.List;

/**
 * The part of an image that is shown (PS3.3 C.10.4). Corners are columns and rows from 1. The first corner is at the upper left after
 * rotation and flip, so its numbers may be the larger ones. Corners may be outside the image.
 *
 * @param images SOP Instance UIDs of the images that it applies to; empty for all images that the state names
 * @param left column of the upper left corner
 * @param top row of the upper left corner
 * @param right column of the lower right corner
 * @param bottom row of the lower right corner
 * @param sizeMode Presentation Size Mode (0070,0100)
 */
public record DisplayedArea(List<String> images, int left, int top, int right, int bottom, String sizeMode) {
    /**
     * Converts a point in DISPLAY units.
     *
     * @param x 0 at the left and 1 at the right of the displayed area
     * @param y 0 at the top and 1 at the bottom of the displayed area
     * @param sideways whether rows of the image are shown as columns: a rotation by 90 or 270 degrees
     * @return column and row of the image, from the upper left corner of its first pixel
     */
    public double[] toPixel(double x, double y, boolean sideways) {
        return new double[] {along(left, right, sideways ? y : x), along(top, bottom, sideways ? x : y)};
    }

    /** Interpolates between the outer edges of two pixels. */
    private static double along(int from, int to, double fraction) {
        double start = from <= to ? from - 1 : from;
        double end = from <= to ? to : to - 1;
        return start + fraction * (end - start);
    }
}
