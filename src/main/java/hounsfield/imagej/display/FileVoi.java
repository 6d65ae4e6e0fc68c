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
 * The windows and VOI LUTs that come with a frame, called {@code file 1}, {@code file 2} ... and {@code lut 1} ...
 *
 * @param note what is missing and why, for the user; empty if nothing is
 */
record FileVoi(List<FileWindow> windows, List<VoiLut> luts, String note) {
    static final FileVoi NONE = new FileVoi(List.of(), List.of(), "");

    private static final String FILE = "file ";
    private static final String LUT = "lut ";
    private static final Pattern NAME = Pattern.compile("(" + FILE + "|" + LUT + ")(\\d{1,9})");

    /** Whether a name is one that a file's windows or tables have. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Those of a file's frame.
     *
     * @param frame counted from 0
     * @param source of the values that they are for
     */
    static FileVoi of(FunctionalGroups groups, int frame, ValueSource source) {
        Set<String> findings = new LinkedHashSet<>();
        List<FileWindow> windows = FileWindows.of(groups, frame, source, findings::add);
        List<VoiLut> luts = VoiLut.of(groups, frame, source, findings::add);
        return new FileVoi(windows, luts, findings.isEmpty() ? "" : String.join(". ", findings) + ".");
    }

    /**
     * The windows in a header's text; tables are not in it.
     *
     * @param reason why it is not the file that is read
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

    /** Whether values may be those of a Real World Value Mapping, which windows are not for. */
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

    /** The window or table of this name. */
    Optional<VoiTransform> grey(String name) {
        Optional<VoiTransform> window = window(name).map(FileWindow::grey);
        return window.isPresent() ? window : numbered(name, LUT, luts).map(table -> table);
    }

    /** The window of this name. */
    Optional<FileWindow> window(String name) {
        return numbered(name, FILE, windows);
    }

    /** The name of a window, counted from 0. */
    static String windowName(int index) {
        return FILE + (index + 1);
    }

    /** The name of a table, counted from 0. */
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
