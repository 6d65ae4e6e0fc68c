package hounsfield.imagej.display;

import hounsfield.calibrate.ValueSource;
import hounsfield.frame.FunctionalGroups;
import hounsfield.imagej.memory.Header;
import hounsfield.standard.Tag;
import hounsfield.window.FileWindow;
import hounsfield.window.FileWindows;
import hounsfield.window.VoiLut;
import hounsfield.window.VoiLutFunction;
import hounsfield.window.VoiTransform;
import ij.util.Tools;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The windows and VOI LUTs of a frame, named {@code file 1}, {@code file 2} ... and {@code lut 1} ...
 *
 * @param note sentences for the user about what is missing and why; empty if nothing is
 */
record FileVoi(List<FileWindow> windows, List<VoiLut> luts, String note) {
    static final FileVoi NONE = new FileVoi(List.of(), List.of(), "");

    private static final String FILE = "file ";
    private static final String LUT = "lut ";
    private static final Pattern NAME = Pattern.compile("(" + FILE + "|" + LUT + ")(\\d{1,9})");

    /** Returns whether a name has the form of a file's window or VOI LUT. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Returns the windows and VOI LUTs of a frame.
     *
     * @param frame counted from 0
     * @param source the source of the values to which they are applied
     */
    static FileVoi of(FunctionalGroups groups, int frame, ValueSource source) {
        Set<String> findings = new LinkedHashSet<>();
        List<FileWindow> windows = FileWindows.of(groups, frame, source, findings::add);
        List<VoiLut> luts = VoiLut.of(groups, frame, source, findings::add);
        return new FileVoi(windows, luts, findings.isEmpty() ? "" : String.join(". ", findings) + ".");
    }

    /**
     * Returns the windows in a header text, which does not contain VOI LUTs.
     *
     * @param reason the reason why the file is not read, as the end of a sentence
     */
    static FileVoi ofText(String header, String reason) {
        if (isMapped(header)) {
            return new FileVoi(List.of(), List.of(), "The windows need the DICOM file, " + reason + ".");
        }
        double[] centers = numbers(Header.value(header, Tag.WINDOW_CENTER));
        double[] widths = numbers(Header.value(header, Tag.WINDOW_WIDTH));
        String[] explanations =
                Header.value(header, Tag.WINDOW_CENTER_WIDTH_EXPLANATION).split("\\\\");
        VoiLutFunction declared = VoiLutFunction.of(Header.value(header, Tag.VOILUT_FUNCTION));
        List<FileWindow> windows = new ArrayList<>();
        for (int i = 0; i < Math.min(centers.length, widths.length); i++) {
            FileWindows.of(centers[i], widths[i], declared, i < explanations.length ? explanations[i] : "")
                    .ifPresent(windows::add);
        }
        boolean lacking = header.lines().anyMatch(line -> line.startsWith("0028,3010"));
        String note = lacking ? "The VOI LUTs are in the DICOM file, " + reason + "." : "";
        return new FileVoi(windows, List.of(), note);
    }

    /** Returns whether values may come from a Real World Value Mapping, to which windows do not apply. */
    private static boolean isMapped(String header) {
        return header.lines().anyMatch(line -> line.startsWith("0040,9096"))
                && Header.value(header, Tag.RESCALE_SLOPE).isEmpty();
    }

    private static double[] numbers(String text) {
        if (text.isEmpty()) return new double[0];
        String[] parts = text.split("\\\\");
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) numbers[i] = Tools.parseDouble(parts[i].trim());
        return numbers;
    }

    /** Returns the window or VOI LUT of a name. */
    Optional<VoiTransform> grey(String name) {
        Optional<VoiTransform> window = window(name).map(FileWindow::grey);
        return window.isPresent() ? window : numbered(name, LUT, luts).map(table -> table);
    }

    /** Returns the window of a name. */
    Optional<FileWindow> window(String name) {
        return numbered(name, FILE, windows);
    }

    /** Returns the name of a window, counted from 0. */
    static String windowName(int index) {
        return FILE + (index + 1);
    }

    /** Returns the name of a VOI LUT, counted from 0. */
    static String lutName(int index) {
        return LUT + (index + 1);
    }

    private static <T> Optional<T> numbered(String name, String prefix, List<T> things) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches() || !matcher.group(1).equals(prefix)) return Optional.empty();
        int place = Integer.parseInt(matcher.group(2));
        return place >= 1 && place <= things.size() ? Optional.of(things.get(place - 1)) : Optional.empty();
    }
}
