package hounsfield.imagej.host;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;

/** Follows a text field while the user types. */
public final class TextChanges {
    private TextChanges() {}

    /**
     * Calls a listener after each change.
     *
     * @param field the field
     * @param changed the listener, called on AWT's thread
     */
    public static void listen(JTextComponent field, Runnable changed) {
        field.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                changed.run();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                changed.run();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {
                changed.run();
            }
        });
    }
}
