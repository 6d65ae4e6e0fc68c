package hounsfield.imagej.viewer;

import hounsfield.standard.Numbers;
import hounsfield.window.ClosedRange;
import hounsfield.window.Window;
import ij.IJ;
import ij.ImagePlus;
import java.awt.Point;
import java.awt.event.MouseEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A drag of the mouse that changes the window of an image: to the right wider, downwards to higher centers. A thousand pixels of
 * the screen are the range of the image's values. Runs on AWT's thread.
 */
public final class WindowDrag {
    /** Steps of the mouse from the lowest to the highest value, about the width of a screen. */
    private static final double STEPS = 1024;

    private final WindowControl control;
    private final Window before;
    private final Point start;
    private final double speed;
    private boolean moved;

    private WindowDrag(WindowControl control, Point start) {
        this.control = control;
        this.start = start;
        before = control.window();
        ClosedRange span = control.span();
        speed = (span.max() - span.min()) / STEPS;
    }

    /**
     * Begins a drag.
     *
     * @param image a grayscale image
     * @param event the press of the button
     * @return the drag
     * @throws IllegalArgumentException for a color image
     */
    public static WindowDrag begin(ImagePlus image, MouseEvent event) {
        return new WindowDrag(WindowControl.of(image), event.getLocationOnScreen());
    }

    /**
     * Shows the image through the window of a position of the mouse.
     *
     * @param event a move of the mouse
     */
    public void move(MouseEvent event) {
        Point now = event.getLocationOnScreen();
        if (!moved && now.equals(start)) return;
        moved = true;
        Window window = window(before, speed, now.x - start.x, now.y - start.y);
        control.show(window);
        IJ.showStatus("center " + Numbers.text(window.center()) + ", width " + Numbers.text(window.width()) + " "
                + control.unit());
    }

    /**
     * Ends the drag and records the window.
     *
     * @return whether the mouse was moved
     */
    public boolean end() {
        if (moved) control.record();
        return moved;
    }

    /**
     * Returns a window that was dragged.
     *
     * @param before the window before
     * @param speed change of center and width per pixel of the screen
     * @param right pixels to the right
     * @param down pixels downwards
     * @return the window, in numbers that are as coarse as the speed allows: whole ones for CT
     */
    static Window window(Window before, double speed, double right, double down) {
        int digits = -(int) Math.floor(Math.log10(speed));
        double center = round(before.center() + down * speed, digits);
        double width = round(before.width() + right * speed, digits);
        return new Window(center, Math.max(width, Math.pow(10, -digits)));
    }

    private static double round(double value, int digits) {
        return BigDecimal.valueOf(value)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
