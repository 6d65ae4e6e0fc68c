package hounsfield.window;

import hounsfield.data.DataSet;
import hounsfield.frame.FunctionalGroups;
import hounsfield.standard.DicomException;
import hounsfield.standard.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The windows that a file brings along: pairs of Window Center and Window Width of the frame's Frame VOI LUT Sequence
 * (0028,9132), or of the top level.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part03/sect_C.11.2.html">PS3.3 C.11.2.1.2</a>
 */
public final class FileWindows {
    private static final int FRAME_VOI_LUT_SEQUENCE = 0x00289132;
    private static final int WINDOW_CENTER_WIDTH_EXPLANATION = 0x00281055;
    private static final int VOI_LUT_FUNCTION = 0x00281056;

    private FileWindows() {}

    /**
     * All windows of a frame, in the file's order. One without a width above 0 is left out. A LINEAR one narrower than 1,
     * which the standard forbids and parametric maps have, is taken as LINEAR_EXACT.
     *
     * @param frame counted from 0
     * @throws DicomException if an attribute cannot be read as numbers
     */
    public static List<FileWindow> of(FunctionalGroups groups, int frame) throws DicomException {
        DataSet attributes = groups.attributes(frame, FRAME_VOI_LUT_SEQUENCE);
        double[] centers = attributes.doubles(Tag.WINDOW_CENTER);
        double[] widths = attributes.doubles(Tag.WINDOW_WIDTH);
        List<String> explanations = attributes.strings(WINDOW_CENTER_WIDTH_EXPLANATION);
        VoiLutFunction declared =
                VoiLutFunction.of(attributes.findString(VOI_LUT_FUNCTION).orElse("LINEAR"));
        List<FileWindow> windows = new ArrayList<>();
        for (int i = 0; i < Math.min(centers.length, widths.length); i++) {
            of(centers[i], widths[i], declared, i < explanations.size() ? explanations.get(i) : "")
                    .ifPresent(windows::add);
        }
        return windows;
    }

    /**
     * One window of a file.
     *
     * @return empty if it has no width above 0
     */
    public static Optional<FileWindow> of(double center, double width, VoiLutFunction declared, String explanation) {
        if (!(width > 0) || !Double.isFinite(width) || !Double.isFinite(center)) return Optional.empty();
        VoiLutFunction function =
                declared == VoiLutFunction.LINEAR && width < 1 ? VoiLutFunction.LINEAR_EXACT : declared;
        return Optional.of(new FileWindow(new Window(center, width), function, explanation.strip()));
    }
}
