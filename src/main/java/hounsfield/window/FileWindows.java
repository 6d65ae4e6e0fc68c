package hounsfield.window;

import hounsfield.calibrate.ModalityLut;
import hounsfield.calibrate.ModalityTransform;
import hounsfield.calibrate.Rescale;
import hounsfield.calibrate.ValueSource;
import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FunctionalGroups;
import hounsfield.standard.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The windows that a file brings along: pairs of Window Center and Window Width of the frame's Frame VOI LUT Sequence
 * (0028,9132), or of the top level.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part03/sect_C.11.2.html">PS3.3 C.11.2.1.2</a>
 */
public final class FileWindows {

    private FileWindows() {}

    /** All windows of a frame for its values by their default source, as {@link #of(FunctionalGroups, int, ValueSource)}. */
    public static List<FileWindow> of(FunctionalGroups groups, int frame) {
        return of(groups, frame, ValueSource.RESCALE, finding -> {});
    }

    /** All windows of a frame, as {@link #of(FunctionalGroups, int, ValueSource, Consumer)}. */
    public static List<FileWindow> of(FunctionalGroups groups, int frame, ValueSource source) {
        return of(groups, frame, source, finding -> {});
    }

    /**
     * All windows of a frame, in the file's order. One without a width above 0 is left out, and so is one that cannot be
     * read. A LINEAR one narrower than 1, which the standard forbids and parametric maps have, is taken as LINEAR_EXACT.
     *
     * <p>A file's windows are for rescaled values. For others, stored ones or those of a Real World Value Mapping, they are
     * brought there; where a table stands between, there are none.
     *
     * @param frame counted from 0
     * @param source of the values that the windows are to be for
     * @param findings takes a sentence for each attribute that cannot be read
     */
    public static List<FileWindow> of(
            FunctionalGroups groups, int frame, ValueSource source, Consumer<String> findings) {
        List<FileWindow> windows = declared(groups, frame, findings);
        if (windows.isEmpty()) return windows;
        ModalityLut own = ModalityTransform.ofWindows(groups, frame).lut();
        ModalityLut wanted = ModalityTransform.of(groups, frame, source).lut();
        if (own.equals(wanted)) return windows;
        if (!(own instanceof Rescale from) || !(wanted instanceof Rescale to)) return List.of();
        Rescale line = from.inverse().then(to);
        return windows.stream().flatMap(each -> each.through(line).stream()).toList();
    }

    /** Those of the first level of functional groups that has some. */
    private static List<FileWindow> declared(FunctionalGroups groups, int frame, Consumer<String> findings) {
        List<FileWindow> windows = new ArrayList<>();
        for (DataSet level : groups.levels(frame, Tag.FRAME_VOILUT_SEQUENCE)) {
            OptionalAttributes attributes = new OptionalAttributes(level, findings);
            double[] centers = attributes.numbersOrNaN(Tag.WINDOW_CENTER);
            double[] widths = attributes.numbersOrNaN(Tag.WINDOW_WIDTH);
            if (centers.length == 0 && widths.length == 0) continue;
            List<String> explanations = attributes.texts(Tag.WINDOW_CENTER_WIDTH_EXPLANATION);
            VoiLutFunction declared = VoiLutFunction.of(attributes.text(Tag.VOILUT_FUNCTION));
            for (int i = 0; i < Math.min(centers.length, widths.length); i++) {
                of(centers[i], widths[i], declared, i < explanations.size() ? explanations.get(i) : "")
                        .ifPresent(windows::add);
            }
            break;
        }
        return windows;
    }

    /**
     * One window of a file.
     *
     * @return empty if it has no width above 0, or one so narrow or so far away that floats do not tell its ends apart
     */
    public static Optional<FileWindow> of(double center, double width, VoiLutFunction declared, String explanation) {
        if (!(width > 0) || !Double.isFinite(width) || !Double.isFinite(center)) return Optional.empty();
        VoiLutFunction function =
                declared == VoiLutFunction.LINEAR && width < 1 ? VoiLutFunction.LINEAR_EXACT : declared;
        FileWindow window = new FileWindow(new Window(center, width), function, explanation.strip());
        return FileWindow.isDistinct(window.low(), window.high()) ? Optional.of(window) : Optional.empty();
    }
}
