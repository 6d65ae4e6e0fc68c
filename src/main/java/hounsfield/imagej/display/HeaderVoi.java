package hounsfield.imagej.display;

import hounsfield.imagej.memory.Header;
import hounsfield.standard.Tag;
import hounsfield.window.Window;
import hounsfield.window.voi.FileVoi;
import hounsfield.window.voi.FileWindow;
import hounsfield.window.voi.FileWindows;
import hounsfield.window.voi.VoiLutFunction;
import ij.util.Tools;
import java.util.List;

/** The windows in the header text of an image whose file cannot be read. The text does not contain VOI LUTs. */
public final class HeaderVoi {
    /** Centers and widths that differ by less count as equal, since a display range is rounded. */
    private static final double SAME = 1e-4;

    private HeaderVoi() {}

    /**
     * Returns the windows in a header text.
     *
     * @param reason the reason why the file is not read, as the end of a sentence
     */
    static FileVoi of(String header, String reason) {
        if (isMapped(header)) {
            return new FileVoi(List.of(), List.of(), "The windows need the DICOM file, " + reason + ".");
        }
        List<FileWindow> windows = FileWindows.of(
                numbers(Header.value(header, Tag.WINDOW_CENTER)),
                numbers(Header.value(header, Tag.WINDOW_WIDTH)),
                VoiLutFunction.of(Header.value(header, Tag.VOILUT_FUNCTION)),
                values(Header.value(header, Tag.WINDOW_CENTER_WIDTH_EXPLANATION)));
        boolean lacking = header.lines().anyMatch(line -> line.startsWith("0028,3010"));
        String note = lacking ? "The VOI LUTs are in the DICOM file, " + reason + "." : "";
        return new FileVoi(windows, List.of(), note);
    }

    /**
     * Returns center and width as the header states them, if the displayed window is one of the header. With the VOI LUT Function
     * LINEAR (PS3.3 C.11.2.1.2.1), center 40 and width 400 display as a line with center 39.5 and width 399.
     *
     * @param header the header text of a slice
     * @param shown the displayed window, as center and width of a line
     * @return center and width in the header; {@code shown} if it has no such window
     */
    public static Window asInHeader(String header, Window shown) {
        for (FileWindow window : of(header, "").windows()) {
            Window line = Window.between(window.low(), window.high());
            boolean same = window.gray().isLine()
                    && Math.abs(line.center() - shown.center()) < SAME
                    && Math.abs(line.width() - shown.width()) < SAME;
            if (same) return window.window();
        }
        return shown;
    }

    /** Returns whether values may come from a Real World Value Mapping, to which windows do not apply. */
    private static boolean isMapped(String header) {
        return header.lines().anyMatch(line -> line.startsWith("0040,9096"))
                && Header.value(header, Tag.RESCALE_SLOPE).isEmpty();
    }

    private static List<String> values(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\\\\"));
    }

    /** Returns NaN for each value that is not a number. */
    private static double[] numbers(String text) {
        return values(text).stream()
                .mapToDouble(value -> Tools.parseDouble(value.trim()))
                .toArray();
    }
}
