package hounsfield.command;

import hounsfield.standard.error.OneLine;
import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.gui.ImageWindow;
import java.awt.AWTEvent;
import java.awt.Checkbox;
import java.awt.Component;
import java.awt.TextField;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.event.WindowListener;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Vector;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** The dialog of a {@link Form}: its components, their changes, and its Preview box. */
final class FormDialog {
    /** Characters of an image's title in a dialog. */
    private static final int LONGEST_TITLE = 60;

    private final GenericDialog dialog;
    private final Map<String, Field> fields;
    private final Map<String, String> values;
    private final Consumer<String> listener;
    private final boolean withPreview;
    private final Map<String, Component> components = new HashMap<>();
    private Checkbox preview;

    /**
     * @param dialog without fields
     * @param fields by key, in the order of the dialog
     * @param values receives the values by key whenever they change
     * @param listener called with the key of a value that has changed; {@code null} for no listener
     * @param withPreview whether there is a Preview box, which is initially off
     */
    FormDialog(
            GenericDialog dialog,
            Map<String, Field> fields,
            Map<String, String> values,
            Consumer<String> listener,
            boolean withPreview) {
        this.dialog = dialog;
        this.fields = fields;
        this.values = values;
        this.listener = listener;
        this.withPreview = withPreview;
    }

    /**
     * Shows the dialog and reads its values.
     *
     * @param start the initial values, by key
     * @param image named in the dialog, which closes when it closes; {@code null} for none
     * @throws CancellationException if the user cancels the dialog
     * @throws IllegalArgumentException if a value is invalid
     */
    void fill(Map<String, String> start, ImagePlus image) {
        if (image != null) dialog.addMessage(shortened(image.getTitle()));
        for (Field field : fields.values()) {
            String value = start.getOrDefault(field.key(), DialogMemory.initialValue(field));
            int[] before = counts();
            field.addTo(dialog, value);
            Component added = added(before);
            if (added != null) components.put(field.key(), added);
            values.put(field.key(), value);
        }
        if (withPreview) {
            dialog.addCheckbox("Preview", false);
            preview = (Checkbox) dialog.getCheckboxes().lastElement();
        }
        if (listener != null) {
            dialog.addDialogListener((source, event) -> changed(event));
            listener.accept(null);
        }
        show(image);
        boolean cancelled = dialog.wasCanceled();
        preview = null;
        if (cancelled) throw new CancellationException();
        readAll();
    }

    /** Returns whether the Preview box is on. */
    boolean isPreviewOn() {
        return preview != null && preview.getState();
    }

    /** Shows a value. */
    void set(String key, String value) {
        Component component = components.get(key);
        if (component instanceof TextField text && !text.getText().equals(value)) text.setText(value);
        if (component instanceof java.awt.Choice choice && fields.get(key) instanceof Field.Choice field) {
            choice.select(field.items().indexOf(value));
        }
    }

    /** Shows the dialog, and cancels it when its image closes. */
    private void show(ImagePlus image) {
        ImageWindow window = image == null ? null : image.getWindow();
        if (window == null) {
            dialog.showDialog();
            return;
        }
        WindowListener closing = new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent event) {
                dialog.windowClosing(new WindowEvent(dialog, WindowEvent.WINDOW_CLOSING));
            }
        };
        window.addWindowListener(closing);
        try {
            dialog.showDialog();
        } finally {
            window.removeWindowListener(closing);
        }
    }

    /** Returns the title of an image on one line of a dialog. */
    private static String shortened(String title) {
        String line = OneLine.of(title);
        return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE - 3) + "...";
    }

    private boolean changed(AWTEvent event) {
        try {
            readAll();
        } catch (IllegalArgumentException e) {
            return false;
        }
        // ImageJ's last call has no event; it is for the recorder.
        if (event != null) {
            listener.accept(components.entrySet().stream()
                    .filter(entry -> entry.getValue() == event.getSource())
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null));
        }
        return true;
    }

    private void readAll() {
        Map<String, String> read = new HashMap<>();
        for (Field field : fields.values()) read.put(field.key(), field.readFrom(dialog));
        for (Field field : fields.values()) {
            field.check(read.get(field.key()), true);
            values.put(field.key(), read.get(field.key()));
        }
    }

    private List<Vector<?>> vectors() {
        return Arrays.asList(
                dialog.getNumericFields(), dialog.getStringFields(), dialog.getChoices(), dialog.getCheckboxes());
    }

    private int[] counts() {
        return vectors().stream()
                .mapToInt(vector -> vector == null ? 0 : vector.size())
                .toArray();
    }

    /** Returns the component that the last field has added. */
    private Component added(int[] before) {
        List<Vector<?>> now = vectors();
        for (int i = 0; i < before.length; i++) {
            Vector<?> vector = now.get(i);
            if (vector != null && vector.size() > before[i]) return (Component) vector.lastElement();
        }
        return null;
    }
}
