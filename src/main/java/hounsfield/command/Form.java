package hounsfield.command;

import hounsfield.imagej.host.HelpPage;
import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.gui.GenericDialog;
import ij.gui.NonBlockingGenericDialog;
import ij.plugin.frame.Recorder;
import java.awt.GraphicsEnvironment;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The options of a command, declared once. The values come from the options of a macro, without a window, because
 * ImageJ's {@link GenericDialog} requires a display; otherwise from a dialog, whose values go to the macro recorder.
 *
 * <p>The keys are the first words of the labels in lower case. They are public and do not change after a release.
 */
final class Form {
    /** Called on AWT's event thread when a value in the open dialog has changed and all values are valid. */
    interface Listener {
        /** @param key the value's key; {@code null} when the dialog opens or the Preview box changes */
        void changed(Form form, String key);
    }

    /** Separates paths. Names of files cannot contain it on Windows, and rarely do elsewhere. */
    private static final String SEPARATOR = "\\|";

    /** The most characters in a line of a dialog. */
    private static final int LONGEST_LINE = 90;

    private final String title;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> initial = new HashMap<>();
    private final Map<String, String> suggested = new HashMap<>();
    private Listener listener;
    private ImagePlus image;
    private boolean withPreview;
    private boolean blocking = true;
    private boolean inDialog;
    private Set<String> given = Set.of();
    /** The open dialog; otherwise {@code null}. */
    private volatile FormDialog dialog;

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

    /** Adds a text of usually several words. */
    Form longText(String label, String fallback) {
        return add(new Field.Text(label, fallback, 30));
    }

    /** Adds a window, with a list of presets to choose from: the text shown for each name. */
    Form window(String label, String fallback, Supplier<Map<String, String>> presets) {
        return add(new Field.Windows(label, fallback, 12, presets, false, "preset"));
    }

    /** Adds windows separated by commas, as {@link #window} does. */
    Form windows(String label, String fallback, Supplier<Map<String, String>> presets) {
        return add(new Field.Windows(label, fallback, 24, presets, true, "preset"));
    }

    /** Adds a field for words separated by commas, with a list of the words to choose from. */
    Form words(String label, List<String> words, String noun) {
        Map<String, String> offered = new LinkedHashMap<>();
        words.forEach(word -> offered.put(word, word));
        return add(new Field.Windows(label, "", 30, () -> offered, true, noun));
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

    /** @param suggestion the initial text in a dialog; a macro without the key has no number */
    Form optionalNumber(String label, String suggestion) {
        return add(new Field.OptionalNumber(label, suggestion));
    }

    Form choice(String label, List<String> items, String fallback) {
        return choice(label, items, items, fallback, "", Field.Also.NOTHING);
    }

    /**
     * Adds a choice as {@link #choice} does, with other texts in the dialog than in macros.
     *
     * @param shown the text in the dialog for each item
     * @param note the reason why some items are not offered, shown below and in the message on a wrong word; may be
     *     empty
     * @param also other texts that macros may use
     */
    Form choice(String label, List<String> items, List<String> shown, String fallback, String note, Field.Also also) {
        return add(new Field.Choice(label, items, shown, fallback, note, also));
    }

    Form flag(String label) {
        return add(new Field.Flag(label));
    }

    /** Adds an option of macros that is not in the dialog. */
    Form hidden(String label) {
        return add(new Field.Hidden(label));
    }

    /** Sets the initial value of a field, instead of the value of the last dialog. */
    Form start(String key, String value) {
        initial.put(key, value);
        return this;
    }

    /** Sets the initial value of a field in the first dialog of the session. Macros without the key have the default. */
    Form suggest(String key, String value) {
        suggested.put(key, value);
        return this;
    }

    /** Names an image in the dialog, which closes when the image closes. */
    Form on(ImagePlus subject) {
        image = subject;
        return this;
    }

    /** Makes the dialog non-modal, so that the user can work with images while it is open. */
    Form nonBlocking() {
        blocking = false;
        return this;
    }

    /** Sets a listener for changes in the open dialog. */
    Form listen(Listener changes) {
        listener = changes;
        return this;
    }

    /** Sets a listener and adds a Preview box, which is initially off and is not recorded. */
    Form preview(Listener changes) {
        withPreview = true;
        return listen(changes);
    }

    /**
     * Reads the values from the options of the running macro or from a dialog; without either, uses the defaults.
     *
     * @throws CancellationException if the user cancels the dialog
     * @throws IllegalArgumentException if a value is invalid or missing
     */
    void fill() {
        String options = Macro.getOptions();
        if (options != null || GraphicsEnvironment.isHeadless()) {
            fillFrom(MacroOptions.parse(options == null ? "" : options, new LinkedHashSet<>(fields.keySet())));
        } else {
            fillByDialog();
        }
    }

    /** Returns whether the values come from a macro or there is no display, so that no dialog can be shown. */
    static boolean isUnattended() {
        return Macro.getOptions() != null || GraphicsEnvironment.isHeadless();
    }

    /**
     * Shows a separate dialog with one choice. Nothing is recorded.
     *
     * @param note a sentence above the choice; may be empty
     * @return index of the chosen item
     * @throws CancellationException if the user cancels
     */
    static int pick(String title, String note, String label, List<String> items) {
        GenericDialog dialog = new GenericDialog(title);
        HelpPage.of(title).ifPresent(dialog::addHelp);
        if (!note.isEmpty()) dialog.addMessage(wrapped(note));
        dialog.addChoice(label, items.toArray(new String[0]), items.get(0));
        dialog.showDialog();
        if (dialog.wasCanceled()) throw new CancellationException();
        return ((java.awt.Choice) dialog.getChoices().get(0)).getSelectedIndex();
    }

    /** Breaks lines between words, so that a dialog is not wider than the screen when ImageJ's GUI scale is large. */
    static String wrapped(String note) {
        StringBuilder text = new StringBuilder();
        int length = 0;
        for (String word : note.split("(?<=[ \n])")) {
            if (length > 0 && length + word.stripTrailing().length() > LONGEST_LINE) {
                text.append('\n');
                length = 0;
            }
            text.append(word);
            length = word.endsWith("\n") ? 0 : length + word.length();
        }
        return text.toString();
    }

    /** Records an option that is not in the dialog of a form. */
    static void record(String key, String value) {
        if (Recorder.record) Recorder.recordOption(key, value);
    }

    String text(String key) {
        return values.get(key);
    }

    /** Returns whether the macro has the option; true for all options of a dialog. */
    boolean isGiven(String key) {
        return inDialog || given.contains(key);
    }

    /** Returns a required path. */
    Path path(String key) {
        String path = values.get(key);
        if (path.isEmpty()) {
            throw new IllegalArgumentException(fields.get(key).missing(inDialog));
        }
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(fields.get(key).named(path, inDialog) + " is not a path", e);
        }
    }

    /** Returns the paths in an option's value, relative to a folder unless it is {@code null}. */
    List<Path> paths(String key, Path folder) {
        List<Path> paths = new ArrayList<>();
        for (String name : values.get(key).split(SEPARATOR)) {
            if (name.isBlank()) continue;
            try {
                Path path = Path.of(name.strip());
                paths.add(folder == null ? path : folder.resolve(path));
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException(fields.get(key).named(name, inDialog) + " is not a path", e);
            }
        }
        return paths;
    }

    double number(String key) {
        return number(key, values.get(key));
    }

    /** Parses the number in a part of an option's value. */
    double number(String key, String part) {
        return Field.Number.parse(fields.get(key), part, inDialog);
    }

    /** Returns a whole number of at least {@code low}. */
    int whole(String key, int low) {
        double number = number(key);
        if (number != Math.rint(number) || number < low || number > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    fields.get(key).named(inDialog) + " is a whole number of at least " + low);
        }
        return (int) number;
    }

    OptionalDouble optional(String key) {
        return values.get(key).isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(number(key));
    }

    boolean isOn(String key) {
        return values.get(key).equals(Field.Flag.ON);
    }

    /** Returns whether the dialog is open and its Preview box is on. */
    boolean isPreviewOn() {
        FormDialog open = dialog;
        return open != null && open.isPreviewOn();
    }

    /**
     * Shows a preview of the dialog's fields if its Preview box is on, and hides it otherwise. While the user still types a
     * number or a name, the preview stays and the status bar has the reason.
     */
    void follow(Runnable show, Runnable hide) {
        if (!isPreviewOn()) {
            hide.run();
            return;
        }
        try {
            show.run();
            IJ.showStatus("");
        } catch (IllegalArgumentException e) {
            IJ.showStatus(e.getMessage());
        }
    }

    /** Sets a value in the open dialog; used by listeners that keep fields consistent. */
    void set(String key, String value) {
        values.put(key, value);
        FormDialog open = dialog;
        if (open != null) open.set(key, value);
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
        Map<String, String> start = new HashMap<>(suggested);
        start.putAll(DialogMemory.last(title));
        start.putAll(initial);
        GenericDialog window = blocking ? new GenericDialog(title) : new NonBlockingGenericDialog(title);
        HelpPage.of(title).ifPresent(window::addHelp);
        dialog = new FormDialog(
                window, fields, values, listener == null ? null : key -> listener.changed(this, key), withPreview);
        try {
            dialog.fill(start, image);
        } finally {
            dialog = null;
        }
        for (Field field : fields.values()) {
            if (field instanceof Field.Choice choice && !choice.isPlain()) record(field.key(), values.get(field.key()));
        }
        DialogMemory.keep(title, values);
    }
}
