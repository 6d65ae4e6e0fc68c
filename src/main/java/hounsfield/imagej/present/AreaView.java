package hounsfield.imagej.present;

import hounsfield.region.presentation.DisplayedArea;
import hounsfield.region.presentation.Turn;
import ij.ImagePlus;
import ij.plugin.Zoom;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.Optional;

/** Shows the displayed area of a presentation state in the window of an image. */
public final class AreaView {
    private AreaView() {}

    /**
     * Returns the part of a turned image that a state shows.
     *
     * @param area the displayed area
     * @param turn the turn from the image to the turned one
     * @return the part in pixels of the turned image; empty if the area shows all of it, or none
     */
    public static Optional<Rectangle> part(DisplayedArea area, Turn turn) {
        double[] one = turn.toShown(area.left() - 0.5, area.top() - 0.5);
        double[] other = turn.toShown(area.right() - 0.5, area.bottom() - 0.5);
        int left = (int) Math.floor(Math.min(one[0], other[0]));
        int top = (int) Math.floor(Math.min(one[1], other[1]));
        int right = (int) Math.floor(Math.max(one[0], other[0])) + 1;
        int bottom = (int) Math.floor(Math.max(one[1], other[1])) + 1;
        Rectangle whole = new Rectangle(turn.shownWidth(), turn.shownHeight());
        Rectangle part = new Rectangle(left, top, right - left, bottom - top).intersection(whole);
        return part.isEmpty() || part.equals(whole) ? Optional.empty() : Optional.of(part);
    }

    /**
     * Zooms the window of an image so that a part fills it.
     *
     * @param image the image; nothing happens if it has no window
     * @param part the part in pixels
     */
    public static void zoom(ImagePlus image, Rectangle part) {
        if (image.getCanvas() == null) return;
        Dimension size = image.getCanvas().getSize();
        double magnification = Math.min(size.getWidth() / part.width, size.getHeight() / part.height);
        Zoom.set(image, magnification, part.x + part.width / 2, part.y + part.height / 2);
    }
}
