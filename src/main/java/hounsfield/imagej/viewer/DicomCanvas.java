package hounsfield.imagej.viewer;

import hounsfield.imagej.host.UserOption;
import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.gui.ImageCanvas;
import ij.gui.Toolbar;
import ij.plugin.Orthogonal_Views;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import javax.swing.SwingUtilities;

/**
 * The canvas of an image that this plugin opened. It paints overlay planes, text into the corners and letters of the orientation at the
 * edges, which are neither pixels nor ImageJ's overlay, so that nothing measures, saves or copies them. With the option {@link
 * UserOption#RIGHT}, dragging with the right button changes the window. Runs on AWT's thread.
 */
final class DicomCanvas extends ImageCanvas {
    private static final long serialVersionUID = 1;

    /** A canvas below this size shows only letters, no text [pixels of the screen at scale 1]. */
    private static final int LEAST = 240;

    /** ImageJ draws a small map of a zoomed image into the upper left corner. */
    private static final int MAP = 80;

    private static final int FONT_SIZE = 12;
    private static final int MARGIN = 5;
    private static final Color TEXT = new Color(255, 255, 190);

    private final transient CornerText text;
    private final transient OverlayPictures overlays;
    private transient BufferedImage buffer;
    private transient WindowDrag drag;

    DicomCanvas(ImagePlus image) {
        super(image);
        PopupEntries.install();
        text = new CornerText(image);
        overlays = new OverlayPictures(image, this::repaint);
    }

    @Override
    public void paint(Graphics graphics) {
        if (!UserOption.TEXT.isOn() || getWidth() == 0 || getHeight() == 0) {
            super.paint(graphics);
            return;
        }
        Graphics2D screen = (Graphics2D) graphics;
        if (screen.getTransform().getScaleX() != 1 || screen.getTransform().getScaleY() != 1) {
            // A buffer of the canvas has fewer pixels than such a screen.
            super.paint(screen);
            paintText(screen);
            return;
        }
        if (buffer == null || buffer.getWidth() != getWidth() || buffer.getHeight() != getHeight()) {
            buffer = new BufferedImage(getWidth(), getHeight(), BufferedImage.TYPE_INT_RGB);
        }
        Graphics2D offscreen = buffer.createGraphics();
        offscreen.setColor(getBackground());
        offscreen.fillRect(0, 0, getWidth(), getHeight());
        super.paint(offscreen);
        paintText(offscreen);
        offscreen.dispose();
        screen.drawImage(buffer, 0, 0, null);
    }

    /** Paints overlay planes and text over an image as this canvas shows it. */
    void paintText(Graphics2D graphics) {
        // The image was closed, and its window is painted once more.
        if (imp.getProcessor() == null) return;
        overlays.paint(graphics, getSrcRect(), getMagnification());
        double scale = Math.max(1, Prefs.getGuiScale());
        graphics.setFont(new Font("SansSerif", Font.PLAIN, (int) Math.round(FONT_SIZE * scale)));
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        FontMetrics metrics = graphics.getFontMetrics();
        int margin = (int) Math.round(MARGIN * scale);
        int line = metrics.getHeight();
        int width = getWidth();
        int height = getHeight();
        PlaneText.edges(imp).ifPresent(edges -> {
            int middle = height / 2 + metrics.getAscent() / 2;
            draw(graphics, edges.get(0), margin, middle);
            draw(graphics, edges.get(1), width - margin - metrics.stringWidth(edges.get(1)), middle);
            draw(graphics, edges.get(2), (width - metrics.stringWidth(edges.get(2))) / 2, margin + metrics.getAscent());
            draw(
                    graphics,
                    edges.get(3),
                    (width - metrics.stringWidth(edges.get(3))) / 2,
                    height - margin - metrics.getDescent());
        });
        if (Orthogonal_Views.isOrthoViewsImage(imp)) {
            PlaneText.ofOrthogonalViews(imp).ifPresent(warning -> {
                int x = Math.max(margin, (width - metrics.stringWidth(warning)) / 2);
                draw(graphics, warning, x, height / 4);
            });
        }
        if (width < LEAST * scale || height < LEAST * scale) return;
        CornerText.Lines lines = text.lines();
        boolean zoomed = getSrcRect().width < imageWidth || getSrcRect().height < imageHeight;
        int top = margin + metrics.getAscent();
        drawLines(graphics, lines.patient(), zoomed ? top + MAP : top, false);
        drawLines(graphics, lines.series(), top, true);
        int bottom = height - margin - metrics.getDescent();
        drawLines(graphics, lines.slice(), bottom - line * (lines.slice().size() - 1), false);
        drawLines(graphics, lines.window(), bottom - line * (lines.window().size() - 1), true);
    }

    /** Draws lines at the left or the right edge; no line is wider than half of the canvas. */
    private void drawLines(Graphics2D graphics, List<String> lines, int top, boolean right) {
        FontMetrics metrics = graphics.getFontMetrics();
        int margin = (int) Math.round(MARGIN * Math.max(1, Prefs.getGuiScale()));
        int most = getWidth() / 2 - 3 * margin;
        int y = top;
        for (String each : lines) {
            String shown = each;
            while (shown.length() > 1 && metrics.stringWidth(shown) > most) {
                shown = shown.substring(0, shown.length() - 2) + "\u2026";
            }
            draw(graphics, shown, right ? getWidth() - margin - metrics.stringWidth(shown) : margin, y);
            y += metrics.getHeight();
        }
    }

    /** Draws bright text with a dark rim, to be read on any gray. */
    private static void draw(Graphics2D graphics, String text, int x, int y) {
        graphics.setColor(Color.BLACK);
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) if (dx != 0 || dy != 0) graphics.drawString(text, x + dx, y + dy);
        }
        graphics.setColor(TEXT);
        graphics.drawString(text, x, y);
    }

    @Override
    public void mousePressed(MouseEvent event) {
        drag = null;
        if (UserOption.RIGHT.isOn()
                && SwingUtilities.isRightMouseButton(event)
                && Toolbar.getToolId() != Toolbar.MAGNIFIER) {
            try {
                drag = WindowDrag.begin(imp, event);
                return;
            } catch (IllegalArgumentException e) {
                IJ.showStatus(e.getMessage());
            }
        }
        super.mousePressed(event);
    }

    @Override
    public void mouseDragged(MouseEvent event) {
        if (drag == null) super.mouseDragged(event);
        else drag.move(event);
    }

    @Override
    public void mouseReleased(MouseEvent event) {
        if (drag == null) {
            super.mouseReleased(event);
            return;
        }
        boolean moved = drag.end();
        drag = null;
        if (!moved) handlePopupMenu(event);
    }
}
