package hounsfield.window.voi;

import hounsfield.calibrate.LookupTable;
import hounsfield.calibrate.Rescale;
import hounsfield.window.ClosedRange;
import java.util.Optional;

/**
 * The grayscale transformations of a presentation state in their order: Modality LUT, VOI LUT and Presentation LUT. It is for
 * combinations that are more than a single window or VOI LUT.
 *
 * @param toInput the line from the values of the image to the inputs of {@code modality}, or of {@code voi} if there is no such table;
 *     its slope is not 0
 * @param modality the Modality LUT of the state, if it is a table
 * @param voi the window or VOI LUT
 * @param presentation the Presentation LUT, if it is a table; its inputs are those of {@code voi} from black to white, scaled to
 *     its entries (PS3.3 C.11.6.1.1)
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part04/sect_N.2.html">PS3.4 N.2.1</a>
 */
public record SoftcopyVoi(
        Rescale toInput, Optional<LookupTable> modality, VoiTransform voi, Optional<LookupTable> presentation)
        implements VoiTransform {
    @Override
    public double of(double value) {
        return ofInput(toInput.apply(value));
    }

    private double ofInput(double input) {
        double gray = voi.of(modality.isPresent() ? modality.get().apply(input) : input);
        if (presentation.isEmpty() || Double.isNaN(gray)) return gray;
        LookupTable table = presentation.get();
        double white = (1L << table.bits()) - 1;
        return Math.min(1, table.entry((int) Math.rint(gray * (table.size() - 1))) / white);
    }

    @Override
    public double low() {
        return ends()[0];
    }

    @Override
    public double high() {
        return ends()[1];
    }

    /** Returns the ends in values of the image. The ends of a table are at its first and last change of gray level. */
    private double[] ends() {
        double[] inputs = {voi.low(), voi.high()};
        if (modality.isPresent()) {
            int first = modality.get().firstMapped();
            int from = first;
            int to = first + Math.max(1, modality.get().size() - 1);
            while (from < to - 1 && level(from + 1) == level(first)) from++;
            int last = level(to);
            while (to > from + 1 && level(to - 1) == last) to--;
            inputs = new double[] {from, to};
        }
        Rescale back = toInput.inverse();
        double one = back.apply(inputs[0]);
        double other = back.apply(inputs[1]);
        return new double[] {Math.min(one, other), Math.max(one, other)};
    }

    private int level(int input) {
        return (int) (255 * ofInput(input) + 0.5);
    }

    @Override
    public boolean isLine() {
        return false;
    }

    @Override
    public ClosedRange linear() {
        return new ClosedRange(low(), high());
    }
}
