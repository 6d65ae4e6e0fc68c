package hounsfield.window.voi;

import hounsfield.calibrate.ValueSource;
import hounsfield.frame.FunctionalGroups;
import hounsfield.window.WindowName;
import hounsfield.window.WindowName.Kind;
import hounsfield.work.Diagnostics;
import java.util.List;
import java.util.Optional;

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
     * {@return the windows and VOI LUTs of a frame}
     *
     * @param groups functional groups of the image
     * @param frame counted from 0
     * @param source the source of the values to which they are applied
     */
    public static FileVoi of(FunctionalGroups groups, int frame, ValueSource source) {
        Diagnostics findings = new Diagnostics();
        List<FileWindow> windows = FileWindows.of(groups, frame, source, findings);
        List<VoiLut> luts = VoiLut.of(groups, frame, source, findings);
        return new FileVoi(windows, luts, findings.isEmpty() ? "" : String.join(". ", findings.sentences()) + ".");
    }

    /**
     * Returns the window or VOI LUT of a name.
     *
     * @param name {@code file n} or {@code lut n}
     * @return empty if there is none
     */
    public Optional<VoiTransform> transform(WindowName name) {
        Optional<VoiTransform> window = window(name).map(FileWindow::gray);
        return window.isPresent() ? window : numbered(name, Kind.LUT, luts).map(table -> table);
    }

    /**
     * Returns the window of a name.
     *
     * @param name {@code file n}
     * @return empty if there is none
     */
    public Optional<FileWindow> window(WindowName name) {
        return numbered(name, Kind.FILE, windows);
    }

    private static <T> Optional<T> numbered(WindowName name, Kind kind, List<T> things) {
        boolean exists = name.kind() == kind && name.number() >= 1 && name.number() <= things.size();
        return exists ? Optional.of(things.get(name.number() - 1)) : Optional.empty();
    }
}
