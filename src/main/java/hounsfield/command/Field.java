package hounsfield.command;

import hounsfield.imagej.operation.EditPresets;
import hounsfield.standard.Labels;
import hounsfield.standard.Numbers;
import ij.Macro;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import java.awt.Component;
import java.awt.FlowLayout;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Panel;
import java.awt.TextField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One option of a command: its component in a dialog and its values in a macro. Values are texts. */
sealed interface Field {
    /** Returns the text beside the component; its first word in lower case is the key in macros. */
    String label();

    /** Returns the value for a macro without the key. */
    String fallback();

    default String key() {
        return Macro.trimKey(label());
    }

    /** Returns the label without the remark in parentheses: the name of the field in messages for a dialog. */
    default String title() {
        int remark = label().indexOf(" (");
        return remark < 0 ? label() : label().substring(0, remark);
    }

    /** Returns the name of the field in messages: {@code Min} in a dialog, {@code "min"} in a macro. */
    default String named(boolean inDialog) {
        return inDialog ? title() : "\"" + key() + "\"";
    }

    /** Returns the message for a required value that is empty. */
    default String missing(boolean inDialog) {
        return inDialog ? title() + " is empty" : "\"" + key() + "=\" is missing";
    }

    /** Returns a value as text for messages: {@code Min "x"} in a dialog, {@code "min=x"} in a macro. */
    default String named(String value, boolean inDialog) {
        return inDialog ? title() + " \"" + value + "\"" : "\"" + key() + "=" + value + "\"";
    }

    /** Returns the value in a dialog before the user has entered one. */
    default String suggestion() {
        return fallback();
    }

    /** Adds the field to a dialog, filled with {@code value}. */
    void addTo(GenericDialog dialog, String value);

    /** Reads the field's value from a dialog and records it. Fields are read in the order in which they were added. */
    String readFrom(GenericDialog dialog);

    /** Returns the value for a text in a macro. */
    default String meant(String word) {
        return word;
    }

    /**
     * Checks a value.
     *
     * @param inDialog whether the value is from a dialog instead of a macro
     * @throws IllegalArgumentException if the value is invalid, with a message for the user
     */
    default void check(String value, boolean inDialog) {}

    /** A free text in a field of about the given number of characters. */
    record Text(String label, String fallback, int columns) implements Field {
        @Override
        public void addTo(GenericDialog dialog, String value) {
            dialog.addStringField(label, value, columns);
        }

        @Override
        public String readFrom(GenericDialog dialog) {
            return dialog.getNextString().trim();
        }
    }

    /**
     * A text field for a window, or for several separated by commas, with a list of presets to choose from.
     *
     * @param presets gives the text in the list for each name, when a dialog opens
     * @param several whether a chosen preset is added to the text instead of replacing it
     * @param noun names the entries of the list
     */
    record Windows(
            String label,
            String fallback,
            int columns,
            Supplier<Map<String, String>> presets,
            boolean several,
            String noun)
            implements Field {
        @Override
        public void addTo(GenericDialog dialog, String value) {
            dialog.addStringField(label, value, columns);
            TextField text = (TextField) dialog.getStringFields().lastElement();
            Map<String, String> offered = presets.get();
            List<String> names = List.copyOf(offered.keySet());
            java.awt.Choice list = new java.awt.Choice();
            list.add(several ? "add " + noun : noun);
            offered.values().forEach(list::add);
            list.addItemListener(event -> {
                int chosen = list.getSelectedIndex() - 1;
                if (chosen < 0) return;
                text.setText(several ? added(text.getText(), names.get(chosen)) : names.get(chosen));
                list.select(0);
            });
            beside(dialog, text, list);
        }

        /** Adds a window to others, unless it is among them. */
        private static String added(String windows, String name) {
            List<String> all = new ArrayList<>(Arrays.asList(windows.strip().split("\\s*,\\s*")));
            all.removeIf(String::isEmpty);
            if (!all.contains(name)) all.add(name);
            return String.join(", ", all);
        }

        /** Puts a component to the right of a dialog's last field, as ImageJ does with its Browse buttons. */
        private static void beside(GenericDialog dialog, TextField text, Component component) {
            GridBagLayout layout = (GridBagLayout) dialog.getLayout();
            GridBagConstraints place = layout.getConstraints(text);
            Panel panel = new Panel(new FlowLayout(FlowLayout.LEFT, 0, 0));
            panel.add(text);
            panel.add(component);
            layout.setConstraints(panel, place);
            dialog.add(panel);
        }

        @Override
        public String readFrom(GenericDialog dialog) {
            return dialog.getNextString().trim();
        }
    }

    /** The path of a file or folder, with a button to browse for it. */
    record PathField(String label, boolean folder) implements Field {
        @Override
        public String fallback() {
            return "";
        }

        @Override
        public void addTo(GenericDialog dialog, String value) {
            if (folder) dialog.addDirectoryField(label, value, 40);
            else dialog.addFileField(label, value, 40);
        }

        @Override
        public String readFrom(GenericDialog dialog) {
            return dialog.getNextString().trim();
        }
    }

    /** A number. */
    record Number(String label, String fallback, double low, double high, boolean slider) implements Field {
        @Override
        public void addTo(GenericDialog dialog, String value) {
            double number = Double.parseDouble(value);
            if (slider) dialog.addSlider(label, Math.min(low, number), Math.max(high, number), number);
            else dialog.addNumericField(label, number, decimals(number), 8, "");
        }

        /** Returns the number of decimals for four significant digits. */
        private static int decimals(double number) {
            if (number == Math.rint(number)) return 0;
            return (int) Math.max(3, Math.min(9, 3 - Math.floor(Math.log10(Math.abs(number)))));
        }

        @Override
        public String readFrom(GenericDialog dialog) {
            double number = dialog.getNextNumber();
            if (dialog.invalidNumber()) throw new IllegalArgumentException(title() + " is not a number");
            return Numbers.exact(number);
        }

        @Override
        public void check(String value, boolean inDialog) {
            parse(this, value, inDialog);
        }

        /** Parses the number in a field's value, or in a part of it. */
        static double parse(Field field, String value, boolean inDialog) {
            try {
                double number = Double.parseDouble(value);
                if (!Double.isNaN(number)) return number;
            } catch (NumberFormatException e) {
                // The exception below has the name of the field.
            }
            throw new IllegalArgumentException(field.named(value, inDialog) + " is not a number");
        }
    }

    /**
     * A number that may be empty, for none.
     *
     * @param suggestion the initial text in a dialog
     */
    record OptionalNumber(String label, String suggestion) implements Field {
        @Override
        public String fallback() {
            return "";
        }

        @Override
        public void addTo(GenericDialog dialog, String value) {
            dialog.addStringField(label, value, 8);
        }

        @Override
        public String readFrom(GenericDialog dialog) {
            return dialog.getNextString().trim();
        }

        @Override
        public void check(String value, boolean inDialog) {
            if (!value.isEmpty()) Number.parse(this, value, inDialog);
        }
    }

    /**
     * A choice of one of several words.
     *
     * @param shown the text in the dialog for each word
     * @param note the reason why some words are not offered; may be empty
     * @param also other texts that macros may use
     */
    record Choice(String label, List<String> items, List<String> shown, String fallback, String note, Also also)
            implements Field {
        @Override
        public void addTo(GenericDialog dialog, String value) {
            String selected = shown.get(items.indexOf(items.contains(value) ? value : fallback));
            // ImageJ would record the shown text; the form records the word.
            boolean recording = Recorder.record;
            if (!isPlain()) Recorder.record = false;
            dialog.addChoice(label, shown.toArray(new String[0]), selected);
            Recorder.record = recording;
            if (!note.isEmpty()) dialog.addMessage(Form.wrapped(note));
        }

        @Override
        public String readFrom(GenericDialog dialog) {
            return items.get(dialog.getNextChoiceIndex());
        }

        /** Returns the item for a word in upper or lower case, with blanks, underscores or hyphens. */
        @Override
        public String meant(String word) {
            return Labels.find(items, item -> item, word).orElse(word);
        }

        /** Returns whether the dialog shows the words themselves, so that ImageJ records them. */
        boolean isPlain() {
            return items.equals(shown);
        }

        @Override
        public void check(String value, boolean inDialog) {
            if (items.contains(value) || also.accepts().test(value)) return;
            throw new IllegalArgumentException(named(value, inDialog) + ": it is one of " + String.join(", ", items)
                    + (also.words().isEmpty() ? "" : ". Or " + also.words())
                    + (note.isEmpty() ? "" : ". " + note));
        }
    }

    /**
     * Texts that macros may use instead of the words of a choice.
     *
     * @param words description of the texts, for the message on a wrong word; empty if there are none
     * @param accepts tests whether a text is one of them
     */
    record Also(String words, Predicate<String> accepts) {
        /** No other texts. */
        static final Also NOTHING = new Also("", text -> false);

        /** Center and width of a window. */
        static final Also NUMBERS = new Also("center/width, such as 40/400", EditPresets::isNumbers);

        /** Center and width of a window, or a window of the file. */
        static final Also WINDOW = new Also(
                "center/width, such as 40/400, or a window of the file: file 1",
                text -> EditPresets.isNumbers(text) || EditPresets.isFileWindow(text));
    }

    /** A check box; in macros the key without a value. */
    record Flag(String label) implements Field {
        static final String ON = "true";
        static final String OFF = "false";

        @Override
        public String fallback() {
            return OFF;
        }

        @Override
        public void addTo(GenericDialog dialog, String value) {
            dialog.addCheckbox(label, value.equals(ON));
        }

        @Override
        public String readFrom(GenericDialog dialog) {
            return dialog.getNextBoolean() ? ON : OFF;
        }

        @Override
        public void check(String value, boolean inDialog) {
            if (!value.equals(ON) && !value.equals(OFF)) {
                throw new IllegalArgumentException("\"" + key() + "\" is a flag: write it without \"=\"");
            }
        }
    }

    /**
     * An option that is not in the form's dialog, for example the answer to a later question. Macros set it like any
     * other.
     */
    record Hidden(String label) implements Field {
        @Override
        public String fallback() {
            return "";
        }

        @Override
        public void addTo(GenericDialog dialog, String value) {}

        @Override
        public String readFrom(GenericDialog dialog) {
            return "";
        }
    }
}
