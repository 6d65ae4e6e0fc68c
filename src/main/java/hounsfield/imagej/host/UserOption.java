package hounsfield.imagej.host;

import ij.IJ;
import ij.Prefs;
import java.util.Locale;
import java.util.Map;

/** The permanent choices of the user, stored in ImageJ's preferences. {@code DICOM Options...} changes them. */
public enum UserOption {
    /** Whether ImageJ opens DICOM files by this plugin: {@code true} or {@code false}. */
    OPEN("false"),
    /** The form of pixels that dialogs and dropped files begin with. */
    PIXELS("32-bit"),
    /** Whether the user was asked about {@link #OPEN}: {@code true} or {@code false}. */
    ASKED("false"),
    /** The folders and archives that the browser showed last, separated by {@code |}. */
    RECENT(""),
    /** Whether images have text in their corners and letters at their edges: {@code true} or {@code false}. */
    TEXT("true"),
    /** Whether dragging with the right button changes the window of an image: {@code true} or {@code false}. */
    RIGHT("false"),
    /** The digits that show an image through a window, such as {@code 1=lungs, 2=40/400}. */
    KEYS("0=file 1, 1=lungs, 2=mediastinum, 3=ct bone, 6=brain, 7=abdomen soft, 8=liver, 9=angio"),
    /** The folder that a dialog read last. The next dialog begins there. */
    FOLDER("");

    private final String fallback;

    UserOption(String fallback) {
        this.fallback = fallback;
    }

    /** {@return the value in effect} */
    public String text() {
        return Prefs.get(key(), fallback);
    }

    /** {@return the value of a user who has not changed it} */
    public String fallback() {
        return fallback;
    }

    /** {@return whether the value is {@code true}} */
    public boolean isOn() {
        return Boolean.parseBoolean(text());
    }

    /**
     * Changes the value, and saves the preferences.
     *
     * @param value the new value
     */
    public void set(String value) {
        set(Map.of(this, value));
    }

    /**
     * Changes values, and saves the preferences.
     *
     * @param values the new values
     */
    public static void set(Map<UserOption, String> values) {
        values.forEach((option, value) -> Prefs.set(option.key(), value));
        // Without an instance, ImageJ would write only some of its preferences and lose the others.
        if (IJ.getInstance() != null) Prefs.savePreferences();
    }

    /**
     * Changes a switch, and saves the preferences.
     *
     * @param on the new value
     */
    public void set(boolean on) {
        set(Boolean.toString(on));
    }

    private String key() {
        return "hounsfield." + name().toLowerCase(Locale.ROOT);
    }
}
