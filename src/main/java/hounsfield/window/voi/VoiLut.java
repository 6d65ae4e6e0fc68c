package hounsfield.window.voi;

import hounsfield.calibrate.LookupTable;
import hounsfield.calibrate.ModalityLut;
import hounsfield.calibrate.ModalityTransform;
import hounsfield.calibrate.Rescale;
import hounsfield.calibrate.ValueSource;
import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FunctionalGroups;
import hounsfield.planes.FloatHeads;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.window.ClosedRange;
import hounsfield.work.Diagnostics;
import java.util.ArrayList;
import java.util.List;

/**
 * A table from calibrated values to grayscale, from VOI LUT Sequence (0028,3010).
 *
 * @param table its outputs are 0 to {@code 2^bits - 1}
 * @param explanation LUT Explanation (0028,3003); may be empty
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part03/sect_C.11.2.html">PS3.3 C.11.2.1.1</a>
 */
public record VoiLut(LookupTable table, String explanation) implements VoiTransform {

    /**
     * Returns all VOI LUTs of a frame, for values of the default source, without reporting problems.
     *
     * @param groups functional groups of the image
     * @param frame index from 0
     * @return the tables, in the order of the file
     */
    public static List<VoiLut> of(FunctionalGroups groups, int frame) {
        return of(groups, frame, ValueSource.RESCALE, new Diagnostics());
    }

    /**
     * Returns all VOI LUTs of a frame, in the order of the file; unreadable Items are omitted.
     *
     * @param groups functional groups of the image
     * @param frame index from 0
     * @param source of the values; there are none unless the values are the rescaled values to which the tables refer
     * @param findings receives a sentence for each table that is unreadable or incomplete
     * @return the tables
     */
    public static List<VoiLut> of(FunctionalGroups groups, int frame, ValueSource source, Diagnostics findings) {
        List<DataSet> items = groups.levels(frame, Tag.FRAME_VOILUT_SEQUENCE).stream()
                .map(level -> level.items(Tag.VOILUT_SEQUENCE))
                .filter(level -> !level.isEmpty())
                .findFirst()
                .orElse(List.of());
        if (items.isEmpty()) return List.of();
        ModalityLut own = ModalityTransform.ofWindows(groups, frame).lut();
        if (!own.equals(ModalityTransform.of(groups, frame, source).lut())) return List.of();
        boolean storedSigned = new OptionalAttributes(groups.dataSet())
                        .integer(Tag.PIXEL_REPRESENTATION)
                        .orElse(0)
                == 1;
        boolean signed = hasNegativeInput(own, storedSigned);
        List<VoiLut> luts = new ArrayList<>();
        for (DataSet item : items) {
            if (!item.contains(Tag.LUT_DATA)) continue;
            try {
                LookupTable table = LookupTable.of(item, signed, findings);
                luts.add(new VoiLut(table, new OptionalAttributes(item, findings).text(Tag.LUT_EXPLANATION)));
            } catch (DicomException e) {
                findings.add("A VOI LUT cannot be read and is ignored: "
                        + e.location().withoutFile().describe(e.problem()));
            }
        }
        return luts;
    }

    /** {@inheritDoc} Entries beyond the declared bits are white. */
    @Override
    public double of(double value) {
        return Math.min(1, table.apply(value) / white());
    }

    /** Returns the last input before the first change of gray level. */
    @Override
    public double low() {
        int index = 0;
        while (index < table.size() - 2 && table.entry(index + 1) == table.entry(0)) index++;
        return (double) table.firstMapped() + index;
    }

    /** Returns the first input after the last change of gray level. */
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

    @Override
    public ClosedRange linear() {
        return new ClosedRange(low(), high());
    }

    /** Returns the gray levels of values whose low bits are 0, by their heads, like {@link VoiTransform#byteOf}. */
    byte[] byHead() {
        byte[] grays = new byte[FloatHeads.COUNT];
        for (int index = 0; index < table.size(); index++) {
            float from = index == 0 ? Float.NEGATIVE_INFINITY : leastInput(index);
            float to = index == table.size() - 1 ? Float.NaN : leastInput(index + 1);
            FloatHeads.fill(grays, from, to, (byte) byteOf((double) table.firstMapped() + index));
        }
        return grays;
    }

    /** Computes gray levels from index {@code first} on, like {@link VoiTransform#byteOf}. */
    void bytes(float[] values, byte[] grays, int first) {
        for (int i = first; i < grays.length; i++) grays[i] = (byte) byteOf(values[i]);
    }

    /** Returns the least input that is rounded to that of this entry; halves are rounded to even. */
    private float leastInput(int index) {
        int input = table.firstMapped() + index;
        float half = input - 0.5f;
        return input % 2 == 0 ? half : Math.nextUp(half);
    }

    private double white() {
        return (1L << table.bits()) - 1;
    }

    /** Returns whether the first input is signed, because the Modality LUT can have negative outputs (C.11.2.1.1). */
    static boolean hasNegativeInput(ModalityLut own, boolean storedSigned) {
        return own instanceof Rescale rescale && (storedSigned || rescale.intercept() < 0 || rescale.slope() < 0);
    }
}
