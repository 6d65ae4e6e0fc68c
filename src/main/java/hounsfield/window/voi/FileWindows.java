package hounsfield.window.voi;

import hounsfield.calibrate.ModalityLut;
import hounsfield.calibrate.ModalityTransform;
import hounsfield.calibrate.Rescale;
import hounsfield.calibrate.ValueSource;
import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FunctionalGroups;
import hounsfield.standard.Tag;
import hounsfield.window.Window;
import hounsfield.work.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The windows of a file: Window Center and Window Width of the Frame VOI LUT Sequence (0028,9132), or of the top level.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part03/sect_C.11.2.html">PS3.3 C.11.2.1.2</a>
 */
public final class FileWindows {

    private FileWindows() {}

    /**
     * Returns all windows of a frame, for values of the default source.
     *
     * @param groups functional groups of the image
     * @param frame index from 0
     * @return the windows, in the order of the file
     */
    public static List<FileWindow> of(FunctionalGroups groups, int frame) {
        return of(groups, frame, ValueSource.RESCALE, new Diagnostics());
    }

    /**
     * Returns all windows of a frame, without reporting problems.
     *
     * @param groups functional groups of the image
     * @param frame index from 0
     * @param source of the values
     * @return the windows, in the order of the file
     */
    public static List<FileWindow> of(FunctionalGroups groups, int frame, ValueSource source) {
        return of(groups, frame, source, new Diagnostics());
    }

    /**
     * {@return all windows of a frame, in the order of the file} Windows that are unreadable, or without a width above
     * 0, are omitted. A LINEAR window narrower than 1, which the standard forbids but parametric maps have, is read as
     * LINEAR_EXACT.
     *
     * <p>Windows in files refer to rescaled values. For other values, stored ones or those of a Real World Value
     * Mapping, they are transformed; if one of the transforms is a table, there are none.
     *
     * @param groups functional groups of the image
     * @param frame index from 0
     * @param source of the values to which the windows shall refer
     * @param findings receives a sentence for each unreadable attribute
     */
    public static List<FileWindow> of(FunctionalGroups groups, int frame, ValueSource source, Diagnostics findings) {
        List<FileWindow> windows = declared(groups, frame, findings);
        if (windows.isEmpty()) return windows;
        ModalityLut own = ModalityTransform.ofWindows(groups, frame).lut();
        ModalityLut wanted = ModalityTransform.of(groups, frame, source).lut();
        if (own.equals(wanted)) return windows;
        if (!(own instanceof Rescale from) || !(wanted instanceof Rescale to)) return List.of();
        Rescale line = from.inverse().then(to);
        return windows.stream().flatMap(each -> each.through(line).stream()).toList();
    }

    /** Returns the windows of the first level of functional groups that has any. */
    private static List<FileWindow> declared(FunctionalGroups groups, int frame, Diagnostics findings) {
        for (DataSet level : groups.levels(frame, Tag.FRAME_VOILUT_SEQUENCE)) {
            OptionalAttributes attributes = new OptionalAttributes(level, findings);
            double[] centers = attributes.numbersOrNaN(Tag.WINDOW_CENTER);
            double[] widths = attributes.numbersOrNaN(Tag.WINDOW_WIDTH);
            if (centers.length == 0 && widths.length == 0) continue;
            List<String> explanations = attributes.texts(Tag.WINDOW_CENTER_WIDTH_EXPLANATION);
            return of(centers, widths, VoiLutFunction.of(attributes.text(Tag.VOILUT_FUNCTION)), explanations);
        }
        return List.of();
    }

    /**
     * Creates the windows of attributes with several values. Windows that are invalid are omitted.
     *
     * @param centers Window Center
     * @param widths Window Width
     * @param declared the VOI LUT Function
     * @param explanations Window Center &amp; Width Explanation; may be fewer
     * @return the windows, in the order of the values
     */
    public static List<FileWindow> of(
            double[] centers, double[] widths, VoiLutFunction declared, List<String> explanations) {
        List<FileWindow> windows = new ArrayList<>();
        for (int i = 0; i < Math.min(centers.length, widths.length); i++) {
            of(centers[i], widths[i], declared, i < explanations.size() ? explanations.get(i) : "")
                    .ifPresent(windows::add);
        }
        return windows;
    }

    /**
     * Creates a window.
     *
     * @param explanation may be empty
     * @return empty if the width is not above 0, or the ends are equal as floats
     */
    private static Optional<FileWindow> of(double center, double width, VoiLutFunction declared, String explanation) {
        if (!(width > 0) || !Double.isFinite(width) || !Double.isFinite(center)) return Optional.empty();
        VoiLutFunction function =
                declared == VoiLutFunction.LINEAR && width < 1 ? VoiLutFunction.LINEAR_EXACT : declared;
        FileWindow window = new FileWindow(new Window(center, width), function, explanation.strip());
        return FileWindow.isDistinct(window.low(), window.high()) ? Optional.of(window) : Optional.empty();
    }
}
