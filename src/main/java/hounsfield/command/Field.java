package hounsfield.command;

import hounsfield.imagej.operation.EditPresets;
import hounsfield.standard.Labels;
import ij.Macro;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import java.util.List;
import java.util.function.Predicate;

/** One option of a command: how it looks in a dialog, and what a macro may write for it. Values travel as text. */
sealed interface Field {
    /** The text beside it; its first word, lower-cased, is the key that macros use. */
    String label();

    /** What a macro gets that does not name the key. */
    String fallback();

    default String key() {
        return Macro.trimKey(label());
    }

    /** The label without the remark in parentheses, as messages to the user of a dialog name the field. */
    default String title() {
        int remark = label().indexOf(" (");
        return remark < 0 ? label() : label().substring(0, remark);
    }

    /** A value as messages name it: {@code Min "x"} in a dialog, {@code "min=x"} in a macro. */
    default String named(String value, boolean inDialog) {
        return inDialog ? title() + " \"" + value + "\"" : "\"" + key() + "=" + value + "\"";
    }

    /** What a dialog shows before the user has ever given a value. */
    default String suggestion() {
        return fallback();
    }

    /** Adds the field to a dialog, filled with {@code value}. */
    void addTo(GenericDialog dialog, String value);

    /** Takes the field's value from a dialog that is read in the order in which fields were added; records it. */
    String readFrom(GenericDialog dialog);

    /** The value that a macro's word means. */
    default String meant(String word) {
        return word;
    }

    /**
     * Checks a value.
     *
     * @param inDialog whether it comes from a dialog, not from a macro
     * @throws IllegalArgumentException with a sentence for the user
     */
    default void check(String value, boolean inDialog) {}

    /** Free text; the field is about so many characters wide. */
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

        /** Enough for four significant digits. */
        private static int decimals(double number) {
            if (number == Math.rint(number)) return 0;
            return (int) Math.max(3, Math.min(9, 3 - Math.floor(Math.log10(Math.abs(number)))));
        }

        @Override
        public String readFrom(GenericDialog dialog) {
            double number = dialog.getNextNumber();
            if (dialog.invalidNumber()) throw new IllegalArgumentException(title() + " is not a number");
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? Long.toString((long) number)
                    : Double.toString(number);
        }

        @Override
        public void check(String value, boolean inDialog) {
            parse(this, value, inDialog);
        }

        /** The number that a field's value, or a part of it, is. */
        static double parse(Field field, String value, boolean inDialog) {
            try {
                double number = Double.parseDouble(value);
                if (!Double.isNaN(number)) return number;
            } catch (NumberFormatException e) {
                // The message below names the field.
            }
            throw new IllegalArgumentException(field.named(value, inDialog) + " is not a number");
        }
    }

    /**
     * A number that may be left empty, which means that there is none.
     *
     * @param suggestion what a dialog shows at first
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
     * One of several words.
     *
     * @param shown what the dialog shows for each word
     * @param note a sentence on words that are missing, for those who look for them; may be empty
     * @param also other text that macros may write
     */
    record Choice(String label, List<String> items, List<String> shown, String fallback, String note, Also also)
            implements Field {
        @Override
        public void addTo(GenericDialog dialog, String value) {
            String selected = shown.get(items.indexOf(items.contains(value) ? value : fallback));
            // ImageJ would record what is shown; the form records the word.
            boolean recording = Recorder.record;
            if (!isPlain()) Recorder.record = false;
            dialog.addChoice(label, shown.toArray(new String[0]), selected);
            Recorder.record = recording;
            if (!note.isEmpty()) dialog.addMessage(note);
        }

        @Override
        public String readFrom(GenericDialog dialog) {
            return items.get(dialog.getNextChoiceIndex());
        }

        /** The item of this word in upper or lower case, with blanks, underscores or hyphens. */
        @Override
        public String meant(String word) {
            return Labels.find(items, item -> item, word).orElse(word);
        }

        /** Whether the words themselves are shown, so that ImageJ records them. */
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
     * Text that macros may write in place of the words of a choice.
     *
     * @param words what it is, for the message on a wrong word; empty if there is none
     * @param accepts whether a text is of this kind
     */
    record Also(String words, Predicate<String> accepts) {
        /** The words of the choice alone. */
        static final Also NOTHING = new Also("", text -> false);

        /** Center and width of a window. */
        static final Also NUMBERS = new Also("center/width, such as 40/400", EditPresets::isNumbers);

        /** A window that is not a preset. */
        static final Also WINDOW = new Also(
                "center/width, such as 40/400, or a window of the file: file 1",
                text -> EditPresets.isNumbers(text) || EditPresets.isFileWindow(text));
    }

    /** A check box; in macros the bare key. */
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
                throw new IllegalArgumentException("\"" + key() + "\" stands by itself, without \"=\"");
            }
        }
    }

    /** Asked for by other means than the form's dialog: a later question, for instance. Macros write it as any other. */
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
