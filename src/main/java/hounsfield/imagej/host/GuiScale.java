package hounsfield.imagej.host;

import ij.IJ;
import ij.Prefs;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Font;
import javax.swing.JTable;

/** The GUI scale of ImageJ (Edit &gt; Options &gt; Appearance), which ImageJ applies to its own dialogs. */
public final class GuiScale {
    /** Height of the system's bars [pixels]. */
    private static final int BARS = 40;

    private GuiScale() {}

    /**
     * {@return a length in the scale of ImageJ}
     *
     * @param pixels at scale 1
     */
    public static int of(int pixels) {
        return (int) Math.round(pixels * Prefs.getGuiScale());
    }

    /**
     * {@return a size in the scale of ImageJ}
     *
     * @param width at scale 1 [pixels]
     * @param height at scale 1 [pixels]
     */
    public static Dimension of(int width, int height) {
        return new Dimension(of(width), of(height));
    }

    /**
     * {@return the size of a window in ImageJ's GUI scale, at most the size of the screen}
     *
     * @param width at scale 1 [pixels]
     * @param height at scale 1 [pixels]
     */
    public static Dimension ofWindow(int width, int height) {
        Dimension screen = IJ.getScreenSize();
        return new Dimension(Math.min(of(width), screen.width), Math.min(of(height), screen.height - BARS));
    }

    /**
     * Scales the fonts of a component and of everything inside it, and the rows of tables. Call it once, before the window is packed.
     *
     * @param component a window or a part of it
     */
    public static void apply(Component component) {
        double scale = Prefs.getGuiScale();
        if (scale == 1) return;
        Font font = component.getFont();
        if (font != null && component.isFontSet()) component.setFont(font.deriveFont((float) (font.getSize() * scale)));
        if (component instanceof JTable table) {
            table.setRowHeight((int) Math.ceil(table.getRowHeight() * scale));
            apply(table.getTableHeader());
        }
        if (component instanceof Container container) for (Component child : container.getComponents()) apply(child);
    }
}
