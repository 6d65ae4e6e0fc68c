package hounsfield.calibrate;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FunctionalGroups;
import hounsfield.standard.Tag;
import hounsfield.work.Diagnostics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads the Real World Value Mapping Sequence (0040,9096): linear transforms or tables, each with a unit. The first
 * usable Item is taken, in this order: per-frame functional groups (if every frame has Items), shared ones, top level.
 * Unmapped stored values have no real world value, NaN.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part03/sect_C.7.6.16.2.11.html">PS3.3
 *     C.7.6.16.2.11</a>
 */
final class RealWorldValue {

    private static final int MOST_ENTRIES = 1 << 16;

    private final FunctionalGroups groups;
    private final int frame;
    /** For the log if the mapping is used, or if there is nothing else. */
    private final Diagnostics findings = new Diagnostics();

    private final int bits;
    private final boolean signed;
    private final boolean integers;

    RealWorldValue(FunctionalGroups groups, int frame) {
        this.groups = groups;
        this.frame = frame;
        DataSet dataSet = groups.dataSet();
        OptionalAttributes top = new OptionalAttributes(dataSet);
        integers = !dataSet.contains(Tag.FLOAT_PIXEL_DATA) && !dataSet.contains(Tag.DOUBLE_FLOAT_PIXEL_DATA);
        signed = top.integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1;
        bits = top.integer(Tag.BITS_STORED).orElse(Short.SIZE);
    }

    /** Returns the first usable mapping of the frame. */
    Optional<ModalityTransform> read() {
        List<DataSet> items = items();
        for (DataSet item : items) {
            Optional<ModalityLut> lut = lut(item);
            if (lut.isEmpty()) continue;
            if (items.size() > 1) {
                findings.add("The file has several Real World Value Mappings, " + units(items)
                        + "; the first usable one is used");
            }
            return Optional.of(new ModalityTransform(lut.get(), unit(item), findings.sentences()));
        }
        return Optional.empty();
    }

    /** Returns the problems of mappings so far. */
    Diagnostics findings() {
        return findings;
    }

    private List<DataSet> items() {
        List<DataSet> items = groups.ownItems(frame, Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE);
        List<DataSet> common = new ArrayList<>(groups.sharedItems(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE));
        common.addAll(groups.dataSet().items(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE));
        boolean own = !items.isEmpty()
                && (!common.isEmpty()
                        || groups.isInEachFrame(
                                Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE,
                                Tag.REAL_WORLD_VALUE_SLOPE,
                                Tag.REAL_WORLD_VALUE_LUT_DATA));
        if (!own) return common;
        List<DataSet> all = new ArrayList<>(items);
        all.addAll(common);
        return all;
    }

    private String units(List<DataSet> items) {
        List<String> units = items.stream()
                .map(this::unit)
                .map(unit -> unit.isEmpty() ? "no unit" : unit)
                .distinct()
                .toList();
        return "to " + String.join(", ", units);
    }

    private Optional<ModalityLut> lut(DataSet item) {
        LineReader reader = new LineReader(item, Tag.REAL_WORLD_VALUE_SLOPE, Tag.REAL_WORLD_VALUE_INTERCEPT, findings);
        if (reader.hasSlope()) return reader.read().map(line -> within(item, line));
        double[] data = new OptionalAttributes(item, findings).numbersOrNaN(Tag.REAL_WORLD_VALUE_LUT_DATA);
        OptionalInt first = mapped(item, Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED);
        if (data.length == 0 || first.isEmpty()) return Optional.empty();
        if (data.length > MOST_ENTRIES) data = Arrays.copyOf(data, MOST_ENTRIES);
        float[] values = new float[data.length];
        for (int i = 0; i < values.length; i++) values[i] = (float) data[i];
        return Optional.of(LookupTable.ofMapped(first.getAsInt(), values));
    }

    /** Limits a linear transform to stored values from First to Last Value Mapped, which apply to integers only. */
    private ModalityLut within(DataSet item, Rescale line) {
        OptionalInt first = mapped(item, Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED);
        OptionalInt last = mapped(item, Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED);
        if (!integers || bits > Short.SIZE || first.isEmpty() || last.isEmpty()) return line;
        int from = first.getAsInt();
        int to = last.getAsInt();
        int least = signed ? -(1 << bits - 1) : 0;
        int most = signed ? (1 << bits - 1) - 1 : (1 << bits) - 1;
        if (from <= least && to >= most) return line;
        if (to <= from || from > most || to < least) {
            findings.add("First and Last Value Mapped are not a range of stored values and are ignored");
            return line;
        }
        findings.add("The Real World Value Mapping is for stored values from " + from + " to " + to
                + "; others have no value (NaN)");
        int begin = Math.max(from, least);
        float[] values = new float[Math.min(to, most) - begin + 1];
        for (int i = 0; i < values.length; i++) values[i] = (float) line.apply(begin + i);
        return LookupTable.ofMapped(begin, values);
    }

    /** Reads a value whose VR is US or SS by Pixel Representation, which writers and readers of implicit VR confuse; only the bits are used. */
    private OptionalInt mapped(DataSet item, int tag) {
        OptionalInt value = new OptionalAttributes(item, findings).integer(tag);
        if (value.isEmpty() || bits > Short.SIZE) return value;
        return OptionalInt.of(signed ? (short) value.getAsInt() : value.getAsInt() & 0xFFFF);
    }

    /** Returns the UCUM code, or HU for that of Hounsfield units. */
    private String unit(DataSet item) {
        return item.item(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE)
                .map(code -> TransformReader.unitOf(new OptionalAttributes(code, findings).text(Tag.CODE_VALUE)))
                .orElse("");
    }
}
