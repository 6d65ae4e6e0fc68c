package hounsfield.imagej.host;

import ij.IJ;
import ij.Prefs;
import java.util.Locale;

/** What a user has decided for good, in ImageJ's preferences. {@code DICOM Options...} changes it. */
public enum UserOption {
    /** Whether ImageJ opens DICOM files by this plugin: {@code true} or {@code false}. */
    OPEN("false"),
    /** The form of pixels that dialogs and dropped files begin with. */
    PIXELS("32-bit"),
    /** Whether the user was asked about {@link #OPEN}: {@code true} or {@code false}. */
    ASKED("false"),
    /** The folders and archives that the browser showed last, separated by {@code |}. */
    RECENT("");

    private final String fallback;

    UserOption(String fallback) {
        this.fallback = fallback;
    }

    /** {@return the value in effect} */
    public String text() {
        return Prefs.get(key(), fallback);
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
        Prefs.set(key(), value);
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
