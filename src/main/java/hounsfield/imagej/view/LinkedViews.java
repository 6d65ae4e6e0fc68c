package hounsfield.imagej.view;

import hounsfield.geometry.PlaneGeometry;
import hounsfield.geometry.Vector3;
import hounsfield.imagej.memory.ImagePlacement;
import hounsfield.imagej.viewer.WindowTiles;
import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;
import ij.gui.Line;
import ij.gui.Overlay;
import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows images of even grids in one patient, linked by a point: each image is at its slice, with a cross in its overlay. A click moves
 * the point, and so do scrolling and moving the mouse with Shift. The link ends when only one image is left.
 */
public final class LinkedViews extends MouseAdapter implements ImageListener {
    private static final String CROSS = "DICOM cross";

    /** The plane that a line of the cross stands for: sagittal, coronal, axial. */
    private static final Color[] COLORS = {new Color(0xEDD54C), new Color(0x6EB04B), new Color(0xF34A33)};

    private final List<View> views = new ArrayList<>();
    private Vector3 point;
    private boolean moving;

    /**
     * @param first the plane of the first slice
     * @param spacing from slice to slice [mm]
     */
    private record View(ImagePlus image, PlaneGeometry first, double spacing) {
        static View of(ImagePlus image) {
            PlaneGeometry first = ImagePlacement.pixelPlane(image, 1).orElseThrow();
            return new View(image, first, image.getCalibration().pixelDepth);
        }

        double column(Vector3 point) {
            return point.minus(first.position()).dot(first.rowDirection()) / first.columnSpacing();
        }

        double row(Vector3 point) {
            return point.minus(first.position()).dot(first.columnDirection()) / first.rowSpacing();
        }

        /** Returns the nearest slice, counted from 1. */
        int slice(Vector3 point) {
            long nearest = Math.round(point.minus(first.position()).dot(first.normal()) / spacing) + 1;
            return (int) Math.max(1, Math.min(image.getNSlices(), nearest));
        }

        /** Returns the point at a pixel of the slice that is shown. */
        Vector3 point(double column, double row) {
            return first.pixel(column, row).plus(first.normal().times((image.getZ() - 1) * spacing));
        }

        void show(Vector3 point) {
            int slice = slice(point);
            if (image.getZ() != slice) image.setPosition(image.getC(), slice, image.getT());
            double x = column(point) + 0.5;
            double y = row(point) + 0.5;
            Overlay overlay = withoutCross(image);
            overlay.add(line(x, 0, x, image.getHeight(), first.rowDirection()));
            overlay.add(line(0, y, image.getWidth(), y, first.columnDirection()));
            image.setOverlay(overlay);
        }

        private static Line line(double x1, double y1, double x2, double y2, Vector3 across) {
            double[] sizes = across.toArray();
            int axis = 0;
            for (int i = 1; i < 3; i++) if (Math.abs(sizes[i]) > Math.abs(sizes[axis])) axis = i;
            Line line = new Line(x1, y1, x2, y2);
            line.setStrokeColor(COLORS[axis]);
            line.setName(CROSS);
            return line;
        }
    }

    private LinkedViews() {}

    /**
     * Shows images in separate windows, side by side, at the middle of the first image. Several images are linked if there is a
     * display.
     *
     * @param images of even grids with known positions, not shown yet
     * @return the link
     */
    public static LinkedViews show(List<ImagePlus> images) {
        LinkedViews link = new LinkedViews();
        for (ImagePlus image : images) link.views.add(View.of(image));
        View first = link.views.get(0);
        ImagePlus image = first.image();
        image.setPosition(1, (image.getNSlices() + 1) / 2, 1);
        link.point = first.point((image.getWidth() - 1) / 2.0, (image.getHeight() - 1) / 2.0);
        boolean linked = images.size() > 1;
        for (View view : link.views) {
            view.image().setPosition(1, view.slice(link.point), 1);
            view.image().show();
        }
        if (linked && !GraphicsEnvironment.isHeadless()) link.begin();
        return link;
    }

    private void begin() {
        List<ImageWindow> windows = new ArrayList<>();
        for (View view : views) {
            ImageWindow window = view.image().getWindow();
            // In batch mode there is no window.
            if (window == null) return;
            windows.add(window);
            window.getCanvas().addMouseListener(this);
            window.getCanvas().addMouseMotionListener(this);
        }
        WindowTiles.place(windows);
        ImagePlus.addImageListener(this);
        moveTo(point);
    }

    /** Moves the cross of all images. */
    private void moveTo(Vector3 to) {
        if (moving) return;
        moving = true;
        try {
            point = to;
            for (View view : views) view.show(to);
        } finally {
            moving = false;
        }
    }

    private void moveTo(MouseEvent event) {
        ImageCanvas canvas = (ImageCanvas) event.getSource();
        for (View view : views) {
            if (view.image().getCanvas() == canvas) {
                moveTo(view.point(canvas.offScreenX(event.getX()), canvas.offScreenY(event.getY())));
                return;
            }
        }
    }

    @Override
    public void mouseClicked(MouseEvent event) {
        if (event.getButton() == MouseEvent.BUTTON1 && event.getClickCount() == 1) moveTo(event);
    }

    @Override
    public void mouseMoved(MouseEvent event) {
        if (event.isShiftDown()) moveTo(event);
    }

    /** Follows a slice that the user scrolled to. */
    @Override
    public void imageUpdated(ImagePlus image) {
        if (moving) return;
        for (View view : views) {
            if (view.image() != image || view.slice(point) == image.getZ()) continue;
            moveTo(view.point(view.column(point), view.row(point)));
            return;
        }
    }

    @Override
    public void imageOpened(ImagePlus image) {}

    @Override
    public void imageClosed(ImagePlus image) {
        if (!views.removeIf(view -> view.image() == image) || views.size() > 1) return;
        ImagePlus.removeImageListener(this);
        for (View view : views) {
            ImageCanvas canvas = view.image().getCanvas();
            if (canvas != null) {
                canvas.removeMouseListener(this);
                canvas.removeMouseMotionListener(this);
            }
            view.image().setOverlay(withoutCross(view.image()));
        }
        views.clear();
    }

    private static Overlay withoutCross(ImagePlus image) {
        Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
        overlay.remove(CROSS);
        return overlay;
    }
}
