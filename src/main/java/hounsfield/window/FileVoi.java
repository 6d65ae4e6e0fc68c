package hounsfield.window;

import hounsfield.calibrate.ValueSource;
import hounsfield.frame.FunctionalGroups;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The windows and VOI LUTs of a frame, named {@code file 1}, {@code file 2} ... and {@code lut 1} ...
 *
 * @param windows in the order of the file
 * @param luts in the order of the file
 * @param note sentences for the user about what is missing and why; empty if nothing is
 */
public record FileVoi(List<FileWindow> windows, List<VoiLut> luts, String note) {
    /** No windows and no VOI LUTs. */
    public static final FileVoi NONE = new FileVoi(List.of(), List.of(), "");

    private static final String FILE = "file ";
    private static final String LUT = "lut ";
    private static final Pattern NAME = Pattern.compile("(" + FILE + "|" + LUT + ")(\\d{1,9})");

    /**
     * Copies the lists.
     *
     * @param windows in the order of the file
     * @param luts in the order of the file
     * @param note sentences for the user
     */
    public FileVoi {
        windows = List.copyOf(windows);
        luts = List.copyOf(luts);
    }

    /**
     * Returns whether a name has the form of a file's window or VOI LUT.
     *
     * @param name any text
     * @return true even if the file has fewer windows
     */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Returns the windows and VOI LUTs of a frame.
     *
     * @param groups functional groups of the image
     * @param frame counted from 0
     * @param source the source of the values to which they are applied
     * @return the windows and VOI LUTs
     */
    public static FileVoi of(FunctionalGroups groups, int frame, ValueSource source) {
        Set<String> findings = new LinkedHashSet<>();
        List<FileWindow> windows = FileWindows.of(groups, frame, source, findings::add);
        List<VoiLut> luts = VoiLut.of(groups, frame, source, findings::add);
        return new FileVoi(windows, luts, findings.isEmpty() ? "" : String.join(". ", findings) + ".");
    }

    /**
     * Returns the window or VOI LUT of a name.
     *
     * @param name {@code file n} or {@code lut n}
     * @return empty if there is none
     */
    public Optional<VoiTransform> transform(String name) {
        Optional<VoiTransform> window = window(name).map(FileWindow::grey);
        return window.isPresent() ? window : numbered(name, LUT, luts).map(table -> table);
    }

    /**
     * Returns the window of a name.
     *
     * @param name {@code file n}
     * @return empty if there is none
     */
    public Optional<FileWindow> window(String name) {
        return numbered(name, FILE, windows);
    }

    /**
     * Returns the name of a window.
     *
     * @param index counted from 0
     * @return its name, counted from 1
     */
    public static String windowName(int index) {
        return FILE + (index + 1);
    }

    /**
     * Returns the name of a VOI LUT.
     *
     * @param index counted from 0
     * @return its name, counted from 1
     */
    public static String lutName(int index) {
        return LUT + (index + 1);
    }

    private static <T> Optional<T> numbered(String name, String prefix, List<T> things) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches() || !matcher.group(1).equals(prefix)) return Optional.empty();
        int place = Integer.parseInt(matcher.group(2));
        return place >= 1 && place <= things.size() ? Optional.of(things.get(place - 1)) : Optional.empty();
    }
}
