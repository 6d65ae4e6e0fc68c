package hounsfield.imagej.browser;

import java.awt.Color;
import javax.swing.BorderFactory;
import javax.swing.JTextArea;

/** A strip of the browser that shows a problem without blocking the user as a dialog would. It is shown until the next action. */
final class ProblemText extends JTextArea {
    private static final long serialVersionUID = 1;

    ProblemText() {
        setName("problem");
        setEditable(false);
        setLineWrap(true);
        setWrapStyleWord(true);
        setBackground(new Color(255, 244, 204));
        setForeground(Color.BLACK);
        setBorder(BorderFactory.createEmptyBorder(6, 8, 6, 8));
        setVisible(false);
    }

    /** Shows a problem. */
    void showProblem(String text) {
        setText(text);
        setVisible(true);
        revalidate();
    }

    /** Hides the strip. */
    void clear() {
        setVisible(false);
        setText("");
    }
}
