package hounsfield.calibrate;

import hounsfield.data.DataSet;
import hounsfield.frame.FunctionalGroups;
import hounsfield.standard.DicomException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Real World Value Mapping Sequence (0040,9096): a line or a table, with the unit of what it gives.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/chtml/part03/sect_C.7.6.16.2.11.html">PS3.3
 *     C.7.6.16.2.11</a>
 */
final class RealWorldValue {
    private static final int REAL_WORLD_VALUE_MAPPING_SEQUENCE = 0x00409096;
    private static final int REAL_WORLD_VALUE_FIRST_VALUE_MAPPED = 0x00409216;
    private static final int REAL_WORLD_VALUE_LUT_DATA = 0x00409212;
    private static final int REAL_WORLD_VALUE_INTERCEPT = 0x00409224;
    private static final int REAL_WORLD_VALUE_SLOPE = 0x00409225;
    private static final int MEASUREMENT_UNITS_CODE_SEQUENCE = 0x004008EA;
    private static final int CODE_VALUE = 0x00080100;
    /** The UCUM code of Hounsfield units. */
    private static final String UCUM_HOUNSFIELD = "[hnsf'U]";

    private RealWorldValue() {}

    /** The mapping of a frame, if it has one that can be applied. */
    static Optional<ModalityTransform> of(FunctionalGroups groups, int frame) throws DicomException {
        Optional<DataSet> macro = groups.macro(frame, REAL_WORLD_VALUE_MAPPING_SEQUENCE);
        Optional<DataSet> item = macro.isPresent() ? macro : groups.dataSet().item(REAL_WORLD_VALUE_MAPPING_SEQUENCE);
        if (item.isEmpty()) return Optional.empty();
        Optional<ModalityLut> lut = lut(item.get());
        if (lut.isEmpty()) return Optional.empty();
        return Optional.of(new ModalityTransform(lut.get(), unit(item.get()), List.of()));
    }

    private static Optional<ModalityLut> lut(DataSet item) throws DicomException {
        OptionalDouble slope = item.findDouble(REAL_WORLD_VALUE_SLOPE);
        if (slope.isPresent()) {
            double intercept = item.findDouble(REAL_WORLD_VALUE_INTERCEPT).orElse(0);
            return Optional.of(ModalityTransform.rescale(slope.getAsDouble(), intercept, REAL_WORLD_VALUE_SLOPE));
        }
        double[] data = item.doubles(REAL_WORLD_VALUE_LUT_DATA);
        if (data.length == 0) return Optional.empty();
        float[] values = new float[data.length];
        for (int i = 0; i < values.length; i++) values[i] = (float) data[i];
        return Optional.of(new LookupTable(item.requireInt(REAL_WORLD_VALUE_FIRST_VALUE_MAPPED), 32, values));
    }

    private static String unit(DataSet item) throws DicomException {
        Optional<DataSet> code = item.item(MEASUREMENT_UNITS_CODE_SEQUENCE);
        if (code.isEmpty()) return "";
        String unit = code.get().findString(CODE_VALUE).orElse("");
        return unit.equals(UCUM_HOUNSFIELD) ? "HU" : unit;
    }
}
