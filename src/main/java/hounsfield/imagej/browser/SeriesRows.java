package hounsfield.imagej.browser;

import hounsfield.imagej.host.GuiScale;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JTable;

/**
 * A table of series. Its tool tips show the findings of a series and texts that do not fit their cells. It shows a text while it has no
 * rows.
 */
final class SeriesRows extends JTable {
    private static final long serialVersionUID = 1;

    /** The smallest usable fraction of the preferred width. */
    private static final double LEAST_WIDTH = 0.9;

    private String emptyText = "";

    SeriesRows(SeriesTableModel model) {
        super(model);
        // The table fills the area, so that all of it accepts drops and shows the text.
        setFillsViewportHeight(true);
    }

    /** @param text lines that are shown while there are no rows */
    void setEmptyText(String text) {
        emptyText = text;
        getAccessibleContext().setAccessibleDescription(text);
        repaint();
    }

    String emptyText() {
        return emptyText;
    }

    /**
     * Returns whether the columns shrink to the viewport. In a narrower viewport the table scrolls instead, because its columns would
     * show too little.
     */
    @Override
    public boolean getScrollableTracksViewportWidth() {
        return getParent() == null || getParent().getWidth() >= LEAST_WIDTH * getPreferredSize().width;
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        int row = rowAtPoint(event.getPoint());
        if (row < 0) return null;
        SeriesRow series = ((SeriesTableModel) getModel()).row(convertRowIndexToModel(row));
        List<String> lines = new ArrayList<>();
        int column = columnAtPoint(event.getPoint());
        String cut = column < 0 ? "" : cutText(row, column);
        if (!cut.isEmpty()) lines.add(cut);
        String patient = series.summary().study().patient();
        if (!patient.isEmpty()) lines.add(patient);
        lines.addAll(series.summary().findings());
        return lines.isEmpty() ? null : BrowserFrame.html(lines);
    }

    /** Returns the text of a cell if the cell is too narrow for it; otherwise an empty text. */
    private String cutText(int row, int column) {
        if (!(getValueAt(row, column) instanceof String text)) return "";
        int room = getColumnModel().getColumn(column).getWidth() - getIntercellSpacing().width;
        return getFontMetrics(getFont()).stringWidth(text) > room ? text : "";
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        if (getRowCount() > 0 || emptyText.isEmpty()) return;
        Rectangle seen = getVisibleRect();
        Graphics copy = graphics.create();
        if (copy instanceof java.awt.Graphics2D drawing) {
            drawing.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        }
        FontMetrics metrics = copy.getFontMetrics(getFont());
        copy.setFont(getFont());
        copy.setColor(mixed(getForeground(), getBackground()));
        List<String> lines = lines(emptyText, metrics, seen.width - GuiScale.of(40));
        int step = metrics.getHeight() * 3 / 2;
        int y = seen.y + Math.max(step, (seen.height - step * lines.size()) / 2) + metrics.getAscent();
        for (String line : lines) {
            copy.drawString(line, seen.x + (seen.width - metrics.stringWidth(line)) / 2, y);
            y += step;
        }
        copy.dispose();
    }

    private static Color mixed(Color one, Color other) {
        return new Color(
                (2 * one.getRed() + other.getRed()) / 3,
                (2 * one.getGreen() + other.getGreen()) / 3,
                (2 * one.getBlue() + other.getBlue()) / 3);
    }

    /** Breaks lines that are too wide between words. A single word that is too wide, such as a path, is broken inside. */
    static List<String> lines(String text, FontMetrics metrics, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n")) {
            String rest = paragraph;
            while (rest.length() > 1 && metrics.stringWidth(rest) > width) {
                int end = 1;
                while (end < rest.length() && metrics.stringWidth(rest.substring(0, end + 1)) <= width) end++;
                int blank = rest.lastIndexOf(' ', end);
                int cut = blank > 0 ? blank : end;
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut).stripLeading();
            }
            lines.add(rest);
        }
        return lines;
    }
}
