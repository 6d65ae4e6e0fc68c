package hounsfield.calibrate;

import hounsfield.data.DataSet;
import hounsfield.frame.FunctionalGroups;
import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;
import hounsfield.standard.Tag;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a frame's stored values mean. The first of these that the file has counts:
 *
 * <ol>
 *   <li>Dose Grid Scaling (3004,000E), of RT doses;
 *   <li>Real World Value Mapping (0040,9096), of parametric maps and of floating point pixels;
 *   <li>Pixel Value Transformation (0028,9145) of the frame's functional groups, its own or the shared one;
 *   <li>Modality LUT Sequence (0028,3000);
 *   <li>Rescale Slope and Intercept (0028,1053), (0028,1052);
 *   <li>nothing: stored values are real values.
 * </ol>
 *
 * @param lut from stored to real values
 * @param unit of the real values: {@code HU} for CT with a rescale that names no other type; else what Rescale Type, Dose
 *     Units, Units (0054,1001) or the mapping's unit says; empty if nothing does
 * @param findings sentences for the log, usually none
 */
public record ModalityTransform(ModalityLut lut, String unit, List<String> findings) {
    private static final int UNITS = 0x00541001;
    private static final int DOSE_UNITS = 0x30040002;
    private static final int DOSE_GRID_SCALING = 0x3004000E;
    private static final int PIXEL_VALUE_TRANSFORMATION_SEQUENCE = 0x00289145;
    private static final int MODALITY_LUT_SEQUENCE = 0x00283000;
    private static final int MODALITY_LUT_TYPE = 0x00283004;
    private static final String PARAMETRIC_MAP_STORAGE = "1.2.840.10008.5.1.4.1.1.30";

    public ModalityTransform {
        findings = List.copyOf(findings);
    }

    /**
     * The transform of a frame, counted from 0.
     *
     * @throws DicomException if its attributes cannot be read or contradict themselves
     */
    public static ModalityTransform of(FunctionalGroups groups, int frame) throws DicomException {
        DataSet dataSet = groups.dataSet();
        OptionalDouble doseScaling = dataSet.findDouble(DOSE_GRID_SCALING);
        if (doseScaling.isPresent()) {
            String unit = dataSet.findString(DOSE_UNITS).orElse("");
            double scaling = doseScaling.getAsDouble();
            // Planning systems write 0 for a grid without any dose.
            Rescale dose = scaling == 0 ? new Rescale(0, 0) : rescale(scaling, 0, DOSE_GRID_SCALING);
            return new ModalityTransform(dose, unit, List.of());
        }
        if (isParametricMap(dataSet)) {
            Optional<ModalityTransform> mapped = RealWorldValue.of(groups, frame);
            if (mapped.isPresent()) return mapped.get();
        }
        Optional<DataSet> ownTransform = groups.macro(frame, PIXEL_VALUE_TRANSFORMATION_SEQUENCE);
        if (ownTransform.isPresent()) return ofRescale(ownTransform.get(), dataSet);
        Optional<DataSet> table = dataSet.item(MODALITY_LUT_SEQUENCE);
        return table.isPresent() ? ofTable(table.get(), dataSet) : ofRescale(dataSet, dataSet);
    }

    private static boolean isParametricMap(DataSet dataSet) throws DicomException {
        return dataSet.contains(Tag.FLOAT_PIXEL_DATA)
                || dataSet.contains(Tag.DOUBLE_FLOAT_PIXEL_DATA)
                || dataSet.findString(Tag.SOP_CLASS_UID).orElse("").equals(PARAMETRIC_MAP_STORAGE);
    }

    private static ModalityTransform ofTable(DataSet item, DataSet dataSet) throws DicomException {
        boolean signed = dataSet.findInt(Tag.PIXEL_REPRESENTATION).orElse(0) == 1;
        String unit = item.findString(MODALITY_LUT_TYPE).orElse("");
        return new ModalityTransform(
                LookupTable.of(item, signed),
                unit,
                dataSet.contains(Tag.RESCALE_SLOPE)
                        ? List.of("Modality LUT Sequence and Rescale Slope both present: the table was used")
                        : List.of());
    }

    /** Of slope and intercept one may be missing, against the standard; it is 1 or 0 then. */
    private static ModalityTransform ofRescale(DataSet attributes, DataSet dataSet) throws DicomException {
        OptionalDouble slope = attributes.findDouble(Tag.RESCALE_SLOPE);
        OptionalDouble intercept = attributes.findDouble(Tag.RESCALE_INTERCEPT);
        if (slope.isEmpty() && intercept.isEmpty()) {
            return new ModalityTransform(
                    ModalityLut.IDENTITY,
                    unit(attributes, dataSet, false),
                    isCt(dataSet)
                            ? List.of("CT without Rescale Slope and Intercept: stored values, not HU")
                            : List.of());
        }
        return new ModalityTransform(
                rescale(slope.orElse(1), intercept.orElse(0), Tag.RESCALE_SLOPE),
                unit(attributes, dataSet, true),
                slope.isEmpty() || intercept.isEmpty()
                        ? List.of("Only one of Rescale Slope and Intercept is present: slope " + slope.orElse(1)
                                + ", intercept " + intercept.orElse(0))
                        : List.of());
    }

    private static String unit(DataSet attributes, DataSet dataSet, boolean rescaled) throws DicomException {
        Optional<String> type = attributes.findString(Tag.RESCALE_TYPE);
        if (type.isPresent()) return type.get();
        if (isCt(dataSet)) return rescaled ? "HU" : "";
        return dataSet.findString(UNITS).orElse("");
    }

    private static boolean isCt(DataSet dataSet) throws DicomException {
        return dataSet.findString(Tag.MODALITY).orElse("").equals("CT");
    }

    /** A line that tells values apart; a slope of 0 would make every pixel the same plausible number. */
    static Rescale rescale(double slope, double intercept, int tag) throws DicomException {
        if (slope == 0 || !Double.isFinite(slope) || !Double.isFinite(intercept)) {
            throw new MalformedDicomException(
                    "cannot calibrate with slope " + slope + " and intercept " + intercept, Location.ofTag(tag));
        }
        return new Rescale(slope, intercept);
    }
}
