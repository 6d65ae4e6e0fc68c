package hounsfield.command;

import ij.Macro;
import ij.gui.GenericDialog;
import ij.gui.NonBlockingGenericDialog;
import ij.plugin.frame.Recorder;
import java.awt.AWTEvent;
import java.awt.Checkbox;
import java.awt.Component;
import java.awt.GraphicsEnvironment;
import java.awt.TextField;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.Vector;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The options of a command, declared once: a macro's options fill it without any window (ImageJ's {@link GenericDialog}
 * cannot be built without a display), a dialog fills it otherwise, and the recorder hears of every value.
 *
 * <p>The keys are the first words of the labels, lower-cased. They are public: once released they do not change.
 */
final class Form {
    /** Told when a value in the open dialog has changed and all values are valid; runs in AWT's event thread. */
    interface Listener {
        /** @param key the value's key; {@code null} when the dialog opens or the Preview box changes */
        void changed(Form form, String key);
    }

    /** What the user last gave, by the form's title, to fill the next dialog. Macros never see it. */
    private static final Map<String, Map<String, String>> REMEMBERED = new ConcurrentHashMap<>();

    private final String title;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Component> components = new HashMap<>();
    private final Map<String, String> initial = new HashMap<>();
    private Listener listener;
    private boolean withPreview;
    private boolean blocking = true;
    private boolean inDialog;
    private Set<String> given = Set.of();
    private Checkbox preview;

    Form(String title) {
        this.title = title;
    }

    Form file(String label) {
        return add(new Field.PathField(label, false));
    }

    Form folder(String label) {
        return add(new Field.PathField(label, true));
    }

    Form text(String label, String fallback) {
        return add(new Field.Text(label, fallback, 12));
    }

    /** Text that is usually of several words. */
    Form longText(String label, String fallback) {
        return add(new Field.Text(label, fallback, 30));
    }

    Form number(String label, int fallback) {
        return add(new Field.Number(label, Integer.toString(fallback), 0, 0, false));
    }

    Form decimal(String label, String fallback) {
        return add(new Field.Number(label, fallback, 0, 0, false));
    }

    Form slider(String label, double low, double high, String fallback) {
        return add(new Field.Number(label, fallback, low, high, true));
    }

    Form optionalNumber(String label) {
        return optionalNumber(label, "");
    }

    /** @param suggestion what the dialog shows at first; a macro that does not name the number has none */
    Form optionalNumber(String label, String suggestion) {
        return add(new Field.OptionalNumber(label, suggestion));
    }

    Form choice(String label, List<String> items, String fallback) {
        return choice(label, items, items, fallback, "", Field.Also.NOTHING);
    }

    /**
     * As {@link #choice}, where the dialog shows more than the words that macros write.
     *
     * @param shown what it shows for each item
     * @param note a sentence on items that are missing, shown beneath and in the message on a wrong one; may be empty
     * @param also other text that macros may write
     */
    Form choice(String label, List<String> items, List<String> shown, String fallback, String note, Field.Also also) {
        return add(new Field.Choice(label, items, shown, fallback, note, also));
    }

    Form flag(String label) {
        return add(new Field.Flag(label));
    }

    /** An option of macros that the dialog does not show. */
    Form hidden(String label) {
        return add(new Field.Hidden(label));
    }

    /** What the dialog shows at first, instead of what the user last gave. */
    Form start(String key, String value) {
        initial.put(key, value);
        return this;
    }

    /** Lets the user work with images while the dialog is open. */
    Form nonBlocking() {
        blocking = false;
        return this;
    }

    /** Has {@code changes} called while the dialog is open. */
    Form listen(Listener changes) {
        listener = changes;
        return this;
    }

    /** As {@link #listen}, with a Preview box, which is off at first and is not recorded. */
    Form preview(Listener changes) {
        withPreview = true;
        return listen(changes);
    }

    /**
     * Fills the form: from the running macro's options, or by a dialog; without a display from what defaults there are.
     *
     * @throws CancellationException if the user cancels the dialog
     * @throws IllegalArgumentException if a value is not what it should be
     */
    void fill() {
        String options = Macro.getOptions();
        if (options != null || GraphicsEnvironment.isHeadless()) {
            fillFrom(MacroOptions.parse(options == null ? "" : options, new LinkedHashSet<>(fields.keySet())));
        } else {
            fillByDialog();
        }
    }

    /** Whether a macro, or a run without a display, fills the form, so that nobody can be asked. */
    static boolean isUnattended() {
        return Macro.getOptions() != null || GraphicsEnvironment.isHeadless();
    }

    /**
     * Asks for one of several things in a dialog of its own, which records nothing.
     *
     * @return its index
     * @throws CancellationException if the user cancels
     */
    static int pick(String title, String label, List<String> items) {
        GenericDialog dialog = new GenericDialog(title);
        dialog.addChoice(label, items.toArray(new String[0]), items.get(0));
        dialog.showDialog();
        if (dialog.wasCanceled()) throw new CancellationException();
        return ((java.awt.Choice) dialog.getChoices().get(0)).getSelectedIndex();
    }

    /** Adds a value that no form asked for to the recorded options of the command. */
    static void record(String key, String value) {
        if (Recorder.record) Recorder.recordOption(key, value);
    }

    String text(String key) {
        return values.get(key);
    }

    /** Whether the macro named the option, or a dialog showed it. */
    boolean isGiven(String key) {
        return inDialog || given.contains(key);
    }

    /** An option as messages name it: the field's title in a dialog, the key in a macro. */
    private String name(String key) {
        return inDialog ? fields.get(key).title() : "\"" + key + "\"";
    }

    /** A path that must have been given. */
    Path path(String key) {
        String path = values.get(key);
        if (path.isEmpty()) {
            throw new IllegalArgumentException(
                    inDialog ? fields.get(key).title() + " is empty" : "\"" + key + "=\" is missing");
        }
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(fields.get(key).named(path, inDialog) + " is not a path", e);
        }
    }

    double number(String key) {
        return number(key, values.get(key));
    }

    /** The number that a part of an option's value is. */
    double number(String key, String part) {
        return Field.Number.parse(fields.get(key), part, inDialog);
    }

    /** A whole number of at least {@code low}. */
    int whole(String key, int low) {
        double number = number(key);
        if (number != Math.rint(number) || number < low || number > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(name(key) + " is a whole number of at least " + low);
        }
        return (int) number;
    }

    OptionalDouble optional(String key) {
        return values.get(key).isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(number(key));
    }

    boolean isOn(String key) {
        return values.get(key).equals(Field.Flag.ON);
    }

    /** Whether the dialog is open and its Preview box is on. */
    boolean isPreviewOn() {
        return preview != null && preview.getState();
    }

    /** Changes a value in the open dialog, for a listener that keeps fields in step. */
    void set(String key, String value) {
        values.put(key, value);
        Component component = components.get(key);
        if (component instanceof TextField text && !text.getText().equals(value)) text.setText(value);
        if (component instanceof java.awt.Choice choice && fields.get(key) instanceof Field.Choice field) {
            choice.select(field.items().indexOf(value));
        }
    }

    private Form add(Field field) {
        if (fields.put(field.key(), field) != null) {
            throw new IllegalArgumentException("two options have the key " + field.key());
        }
        return this;
    }

    private void fillFrom(MacroOptions options) {
        given = fields.keySet().stream().filter(options::contains).collect(Collectors.toSet());
        for (Field field : fields.values()) {
            String value = field.meant(options.get(field.key(), field.fallback()));
            if (field instanceof Field.Flag && options.contains(field.key()) && value.isEmpty()) {
                value = Field.Flag.ON;
            }
            field.check(value, false);
            values.put(field.key(), value);
        }
    }

    private void fillByDialog() {
        inDialog = true;
        GenericDialog dialog = blocking ? new GenericDialog(title) : new NonBlockingGenericDialog(title);
        Map<String, String> remembered = new HashMap<>(REMEMBERED.getOrDefault(title, Map.of()));
        remembered.putAll(initial);
        for (Field field : fields.values()) {
            String value = remembered.getOrDefault(field.key(), field.suggestion());
            int[] before = counts(dialog);
            field.addTo(dialog, value);
            Component added = added(dialog, before);
            if (added != null) components.put(field.key(), added);
            values.put(field.key(), value);
        }
        if (listener != null) {
            if (withPreview) {
                dialog.addCheckbox("Preview", false);
                preview = (Checkbox) dialog.getCheckboxes().lastElement();
            }
            dialog.addDialogListener((source, event) -> dialogChanged(source, event));
            tellListener(null);
        }
        dialog.showDialog();
        boolean cancelled = dialog.wasCanceled();
        preview = null;
        if (cancelled) throw new CancellationException();
        readAll(dialog);
        for (Field field : fields.values()) {
            if (field instanceof Field.Choice choice && !choice.isPlain()) record(field.key(), values.get(field.key()));
        }
        components.clear();
        REMEMBERED.put(title, Map.copyOf(values));
    }

    private boolean dialogChanged(GenericDialog dialog, AWTEvent event) {
        try {
            readAll(dialog);
        } catch (IllegalArgumentException e) {
            return false;
        }
        // Without an event it is ImageJ's last round, for the recorder.
        if (event != null) {
            tellListener(components.entrySet().stream()
                    .filter(entry -> entry.getValue() == event.getSource())
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null));
        }
        return true;
    }

    private void tellListener(String key) {
        listener.changed(this, key);
    }

    private void readAll(GenericDialog dialog) {
        Map<String, String> read = new HashMap<>();
        for (Field field : fields.values()) read.put(field.key(), field.readFrom(dialog));
        for (Field field : fields.values()) {
            field.check(read.get(field.key()), true);
            values.put(field.key(), read.get(field.key()));
        }
    }

    private static List<Vector<?>> vectors(GenericDialog dialog) {
        return Arrays.asList(
                dialog.getNumericFields(), dialog.getStringFields(), dialog.getChoices(), dialog.getCheckboxes());
    }

    private static int[] counts(GenericDialog dialog) {
        return vectors(dialog).stream()
                .mapToInt(vector -> vector == null ? 0 : vector.size())
                .toArray();
    }

    /** The component that came with the last field. */
    private static Component added(GenericDialog dialog, int[] before) {
        List<Vector<?>> now = vectors(dialog);
        for (int i = 0; i < before.length; i++) {
            Vector<?> vector = now.get(i);
            if (vector != null && vector.size() > before[i]) return (Component) vector.lastElement();
        }
        return null;
    }
}
