package hounsfield.calibrate;

import hounsfield.standard.Labels;
import java.util.Arrays;
import java.util.List;

/** What to do with an image some of whose frames cannot be decoded: the values of the commands' {@code damaged} option. */
public enum WhenDamaged {
    /** What cannot be decoded is NaN; the image says which planes and why. */
    FILL("fill"),
    /** There is no image; the message says which frames can be read. */
    REFUSE("refuse");

    private final String label;

    WhenDamaged(String label) {
        this.label = label;
    }

    /** The word that users and macros write. */
    public String label() {
        return label;
    }

    /** All words, the default first. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(WhenDamaged::label).toList();
    }

    /** @throws IllegalArgumentException if there is no such word */
    public static WhenDamaged byLabel(String label) {
        return Labels.find(List.of(values()), WhenDamaged::label, label)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"damaged=" + label + "\": it is one of " + String.join(", ", labels())));
    }
}
