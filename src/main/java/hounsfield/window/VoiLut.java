package hounsfield.window;

import hounsfield.calibrate.LookupTable;
import hounsfield.calibrate.ModalityLut;
import hounsfield.calibrate.ModalityTransform;
import hounsfield.calibrate.Rescale;
import hounsfield.calibrate.ValueSource;
import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FunctionalGroups;
import hounsfield.planes.FloatHeads;
import hounsfield.standard.DicomException;
import hounsfield.standard.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A table from calibrated values to grey, of VOI LUT Sequence (0028,3010).
 *
 * @param table its outputs are 0 to {@code 2^bits - 1}
 * @param explanation LUT Explanation (0028,3003), empty if there is none
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part03/sect_C.11.2.html">PS3.3 C.11.2.1.1</a>
 */
public record VoiLut(LookupTable table, String explanation) implements VoiTransform {

    /** All VOI LUTs of a frame for its values by their default source, without findings. */
    public static List<VoiLut> of(FunctionalGroups groups, int frame) {
        return of(groups, frame, ValueSource.RESCALE, finding -> {});
    }

    /**
     * All VOI LUTs of a frame, in the file's order; Items that cannot be read are left out.
     *
     * @param source of the values that they are to be for; there are none for others than the rescaled values that the
     *     file's are for
     * @param findings takes a sentence for what cannot be read, or only in part
     */
    public static List<VoiLut> of(FunctionalGroups groups, int frame, ValueSource source, Consumer<String> findings) {
        List<DataSet> items = groups.levels(frame, Tag.FRAME_VOILUT_SEQUENCE).stream()
                .map(level -> level.items(Tag.VOILUT_SEQUENCE))
                .filter(level -> !level.isEmpty())
                .findFirst()
                .orElse(List.of());
        if (items.isEmpty()) return List.of();
        ModalityLut own = ModalityTransform.ofWindows(groups, frame).lut();
        if (!own.equals(ModalityTransform.of(groups, frame, source).lut())) return List.of();
        boolean signed = hasNegativeInput(groups, own);
        List<VoiLut> luts = new ArrayList<>();
        for (DataSet item : items) {
            if (!item.contains(Tag.LUT_DATA)) continue;
            try {
                LookupTable table = LookupTable.of(item, signed, findings);
                luts.add(new VoiLut(table, new OptionalAttributes(item, findings).text(Tag.LUT_EXPLANATION)));
            } catch (DicomException e) {
                findings.accept("A VOI LUT cannot be read and is ignored: "
                        + e.location().withoutFile().describe(e.problem()));
            }
        }
        return luts;
    }

    /** {@inheritDoc} Entries of more bits than the table says are white. */
    @Override
    public double of(double value) {
        return Math.min(1, table.apply(value) / white());
    }

    /** The last input before the first change of grey. */
    @Override
    public double low() {
        int index = 0;
        while (index < table.size() - 2 && table.entry(index + 1) == table.entry(0)) index++;
        return (double) table.firstMapped() + index;
    }

    /** The first input behind the last change of grey. */
    @Override
    public double high() {
        int index = Math.max(1, table.size() - 1);
        while (index > low() - table.firstMapped() + 1 && table.entry(index - 1) == table.entry(table.size() - 1))
            index--;
        return (double) table.firstMapped() + index;
    }

    @Override
    public boolean isLine() {
        return false;
    }

    /** The greys of values without a rest, by their heads, as {@link VoiTransform#byteOf}. */
    byte[] byHead() {
        byte[] greys = new byte[FloatHeads.COUNT];
        for (int index = 0; index < table.size(); index++) {
            float from = index == 0 ? Float.NEGATIVE_INFINITY : leastInput(index);
            float to = index == table.size() - 1 ? Float.NaN : leastInput(index + 1);
            FloatHeads.fill(greys, from, to, (byte) byteOf((double) table.firstMapped() + index));
        }
        return greys;
    }

    /** Each as {@link VoiTransform#byteOf}, from {@code first} on. */
    void bytes(float[] values, byte[] greys, int first) {
        for (int i = first; i < greys.length; i++) greys[i] = (byte) byteOf(values[i]);
    }

    /** The least input that is rounded to the one of this entry; halves are rounded to even numbers. */
    private float leastInput(int index) {
        int input = table.firstMapped() + index;
        float half = input - 0.5f;
        return input % 2 == 0 ? half : Math.nextUp(half);
    }

    private double white() {
        return (1L << table.bits()) - 1;
    }

    /** The first input has a sign if the Modality LUT's output can be negative (C.11.2.1.1). */
    private static boolean hasNegativeInput(FunctionalGroups groups, ModalityLut own) {
        boolean storedSigned = new OptionalAttributes(groups.dataSet(), finding -> {})
                        .integer(Tag.PIXEL_REPRESENTATION)
                        .orElse(0)
                == 1;
        return own instanceof Rescale rescale && (storedSigned || rescale.intercept() < 0 || rescale.slope() < 0);
    }
}
