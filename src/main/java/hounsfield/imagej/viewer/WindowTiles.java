package hounsfield.imagej.viewer;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Places windows of images so that none covers another. Zooms all of them out by the same factor if necessary. */
public final class WindowTiles {
    /** ImageJ's magnifications from 1 down. */
    private static final double[] ZOOMS = {1, 0.75, 0.5, 1 / 3.0, 0.25, 1 / 6.0, 0.125, 1 / 12.0};

    private WindowTiles() {}

    /**
     * Places windows below ImageJ if it is at the upper edge of the screen, otherwise anywhere. Leaves them where they are if they do
     * not fit even at the smallest zoom. Call it on AWT's thread, or before the windows are used.
     *
     * @param windows windows that are shown
     */
    public static void place(List<ImageWindow> windows) {
        Rectangle area = area();
        for (double zoom : ZOOMS) {
            for (ImageWindow window : windows) zoom(window, zoom);
            List<Dimension> sizes = windows.stream().map(ImageWindow::getSize).toList();
            Optional<List<Point>> places = places(sizes, area);
            if (places.isEmpty()) continue;
            for (int i = 0; i < sizes.size(); i++)
                windows.get(i).setLocation(places.get().get(i));
            return;
        }
    }

    /**
     * Finds places without overlap: in a row; or, for three that do not fit in a row, the second below the first and the third beside
     * them.
     *
     * @return the upper left corners; empty if the rectangles do not fit into the area
     */
    static Optional<List<Point>> places(List<Dimension> sizes, Rectangle area) {
        List<Point> row = new ArrayList<>();
        int x = area.x;
        int tallest = 0;
        for (Dimension size : sizes) {
            row.add(new Point(x, area.y));
            x += size.width;
            tallest = Math.max(tallest, size.height);
        }
        if (x <= area.x + area.width && tallest <= area.height) return Optional.of(row);
        if (sizes.size() != 3) return Optional.empty();
        Dimension first = sizes.get(0);
        Dimension below = sizes.get(1);
        Dimension beside = sizes.get(2);
        int left = Math.max(first.width, below.width);
        boolean fits = left + beside.width <= area.width
                && first.height + below.height <= area.height
                && beside.height <= area.height;
        if (!fits) return Optional.empty();
        return Optional.of(List.of(
                new Point(area.x, area.y), new Point(area.x, area.y + first.height), new Point(area.x + left, area.y)));
    }

    private static Rectangle area() {
        Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        if (IJ.getInstance() == null) return screen;
        Rectangle imageJ = IJ.getInstance().getBounds();
        int below = imageJ.y + imageJ.height - screen.y;
        if (below <= 0 || below > screen.height / 3) return screen;
        return new Rectangle(screen.x, screen.y + below, screen.width, screen.height - below);
    }

    /** Shows the whole image at a magnification, as ImageJ's Zoom Out does. */
    private static void zoom(ImageWindow window, double zoom) {
        ImagePlus image = window.getImagePlus();
        ImageCanvas canvas = window.getCanvas();
        canvas.setSourceRect(new Rectangle(0, 0, image.getWidth(), image.getHeight()));
        canvas.setSize((int) (image.getWidth() * zoom), (int) (image.getHeight() * zoom));
        canvas.setMagnification(zoom);
        window.pack();
    }
}
