package hounsfield.calibrate;

import hounsfield.calibrate.ModalityTransform.Lost;
import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FunctionalGroups;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.work.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the meaning of a frame's stored values from its header, in the order of {@link ModalityTransform}. */
final class TransformReader {
    private static final String PARAMETRIC_MAP_STORAGE = "1.2.840.10008.5.1.4.1.1.30";
    /** Spellings of HU in Rescale Type, letters only; HU_MOD, modified HU, is not included. */
    private static final Set<String> HOUNSFIELD =
            Set.of("hu", "hounsfield", "hounsfieldunit", "hounsfieldunits", "hnsfu");

    private static final String UNSPECIFIED = "US";

    private final FunctionalGroups groups;
    private final int frame;
    private final DataSet dataSet;
    private final OptionalAttributes top;
    private final Diagnostics findings = new Diagnostics();
    /** Whether an unusable transform was found; {@code blankUnit} is the unit if the frame is blank. */
    private boolean unusable;

    private String blankUnit = "";

    TransformReader(FunctionalGroups groups, int frame) {
        this.groups = groups;
        this.frame = frame;
        dataSet = groups.dataSet();
        top = new OptionalAttributes(dataSet, findings);
    }

    /** Returns the rescale, or its replacement. */
    ModalityTransform rescaled() {
        if (top.hasValue(Tag.DOSE_GRID_SCALING)) return ofDose();
        RealWorldValue reader = new RealWorldValue(groups, frame);
        Optional<ModalityTransform> mapping = reader.read();
        if (mapping.isPresent() && isParametricMap()) return with(mapping.get(), "");
        Optional<ModalityTransform> modality = ofModality();
        if (mapping.isEmpty()) {
            if (modality.isPresent()) return with(modality.get(), "");
            findings.addAll(reader.findings());
            return stored();
        }
        String unit = mapping.get().unit();
        String named = unit.isEmpty() ? "" : " to " + unit;
        if (modality.isEmpty()) {
            return with(mapping.get(), "No rescale: the values are those of the Real World Value Mapping" + named);
        }
        boolean same = modality.get().lut().equals(mapping.get().lut())
                && modality.get().unit().equals(unit);
        return with(
                modality.get(),
                same ? "" : "The values are rescaled; the file has a Real World Value Mapping" + named + ", too");
    }

    /** Returns the Real World Value Mapping. */
    ModalityTransform mapped() {
        RealWorldValue reader = new RealWorldValue(groups, frame);
        Optional<ModalityTransform> mapping = reader.read();
        if (mapping.isPresent()) return with(mapping.get(), "");
        findings.addAll(reader.findings());
        findings.add("has no Real World Value Mapping that can be used");
        return lost("");
    }

    /** Returns the transform for windows: like {@link #rescaled}, but a mapping does not replace a rescale. */
    ModalityTransform ofWindows() {
        if (top.hasValue(Tag.DOSE_GRID_SCALING) || isParametricMap()) return rescaled();
        return ofModality().orElseGet(this::stored);
    }

    private ModalityTransform with(ModalityTransform found, String finding) {
        List<String> all = new ArrayList<>(findings.sentences());
        all.addAll(found.findings());
        if (!finding.isEmpty()) all.add(finding);
        return new ModalityTransform(found.lut(), found.unit(), all);
    }

    private ModalityTransform lost(String blankUnit) {
        Lost lost = new Lost(String.join("; ", findings.sentences()), blankUnit);
        return ModalityTransform.stored(Optional.of(lost), findings.sentences());
    }

    private ModalityTransform ofDose() {
        String unit = top.text(Tag.DOSE_UNITS);
        LineReader reader = new LineReader(dataSet, Tag.DOSE_GRID_SCALING, LineReader.NO_INTERCEPT, findings);
        Optional<Rescale> line = reader.read();
        if (line.isPresent()) return new ModalityTransform(line.get(), unit, all(finding(line.get())));
        unusable = true;
        // Planning systems write 0 for a grid without dose.
        if (reader.isBlank()) blankUnit = unit;
        return stored();
    }

    private boolean isParametricMap() {
        return dataSet.contains(Tag.FLOAT_PIXEL_DATA)
                || dataSet.contains(Tag.DOUBLE_FLOAT_PIXEL_DATA)
                || top.text(Tag.SOP_CLASS_UID).equals(PARAMETRIC_MAP_STORAGE);
    }

    /** Returns the per-frame transformation, or the one common to all frames. */
    private Optional<ModalityTransform> ofModality() {
        Optional<ModalityTransform> own =
                groups.own(frame, Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE).flatMap(this::ofRescale);
        boolean all = own.isPresent()
                && groups.isInEachFrame(
                        Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE, Tag.RESCALE_SLOPE, Tag.RESCALE_INTERCEPT);
        if (all) return own;
        Optional<ModalityTransform> common = groups.shared(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE)
                .flatMap(this::ofRescale)
                .or(this::ofTable)
                .or(() -> ofRescale(dataSet));
        if (own.isPresent() && common.isPresent()) return own;
        if (own.isPresent()) {
            unusable = true;
            findings.add("Pixel Value Transformation is not in every frame and is ignored");
        }
        return common;
    }

    private Optional<ModalityTransform> ofTable() {
        boolean signed = top.integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1;
        for (DataSet item : dataSet.items(Tag.MODALITY_LUT_SEQUENCE)) {
            Diagnostics ofTable = new Diagnostics();
            try {
                LookupTable table = LookupTable.ofModality(item, signed, ofTable);
                if (top.hasValue(Tag.RESCALE_SLOPE)) {
                    ofTable.add("Modality LUT Sequence and Rescale Slope both present: the table was used");
                }
                String unit = unitOf(new OptionalAttributes(item, ofTable).text(Tag.MODALITY_LUT_TYPE));
                return Optional.of(new ModalityTransform(table, unit, ofTable.sentences()));
            } catch (DicomException e) {
                unusable = true;
                findings.add("Modality LUT Sequence (0028,3000) cannot be used and is ignored: "
                        + e.location().withoutFile().describe(e.problem()));
            }
        }
        if (top.hasValue(Tag.MODALITY_LUT_SEQUENCE) && !unusable) {
            unusable = true;
            findings.add("Modality LUT Sequence (0028,3000) has no Item and is ignored");
        }
        return Optional.empty();
    }

    /** @param attributes contains Rescale Slope, Intercept and Type */
    private Optional<ModalityTransform> ofRescale(DataSet attributes) {
        List<String> ofLine = new ArrayList<>();
        LineReader reader = new LineReader(attributes, Tag.RESCALE_SLOPE, Tag.RESCALE_INTERCEPT, findings);
        Optional<Rescale> line = reader.read();
        String type = unitOf(new OptionalAttributes(attributes, findings).text(Tag.RESCALE_TYPE));
        String unit = unit(type);
        if (line.isEmpty()) {
            unusable |= reader.hasSlope() || reader.hasIntercept();
            if (reader.isBlank()) blankUnit = unit;
            return Optional.empty();
        }
        if (!reader.hasSlope() || !reader.hasIntercept()) {
            ofLine.add("Only one of Rescale Slope and Intercept is present: slope "
                    + line.get().slope() + ", intercept " + line.get().intercept());
            // The value of water is unknown then.
            if (!reader.hasIntercept() && type.isEmpty() && isModality("CT")) {
                unit = "";
                ofLine.add("CT without Rescale Intercept: not called HU");
            }
        }
        ofLine.addAll(finding(line.get()));
        return Optional.of(new ModalityTransform(line.get(), unit, ofLine));
    }

    /** Returns the unit of a Rescale Type. Units (0054,1001) of a PET image is more than an unspecified type. */
    private String unit(String rescaleType) {
        if (!rescaleType.isEmpty() && !rescaleType.equals(UNSPECIFIED)) return rescaleType;
        if (isModality("CT")) return rescaleType.isEmpty() ? ModalityTransform.HU : rescaleType;
        String units = units();
        return units.isEmpty() ? rescaleType : units;
    }

    private String units() {
        return new OptionalAttributes(groups.withConverted(frame), findings).text(Tag.UNITS);
    }

    private ModalityTransform stored() {
        if (unusable) {
            findings.add("No usable rescale: stored values" + (isModality("CT") ? ", not HU" : ""));
            return lost(blankUnit);
        }
        if (isModality("CT")) findings.add("CT without Rescale Slope and Intercept: stored values, not HU");
        else if (isModality("PT"))
            findings.add("PET without Rescale Slope and Intercept: stored values, without a unit");
        else if (isModality("RTDOSE")) findings.add("RT dose without Dose Grid Scaling: stored values, not a dose");
        return ModalityTransform.stored(Optional.empty(), findings.sentences());
    }

    /** Reports that the largest stored values exceed the range of floats. */
    private List<String> finding(Rescale line) {
        double most = Math.scalb(1.0, top.integer(Tag.BITS_STORED).orElse(16));
        return most * Math.abs(line.slope()) + Math.abs(line.intercept()) > Float.MAX_VALUE
                ? List.of("The rescale maps large stored values beyond the range of 32-bit floats: these are infinite")
                : List.of();
    }

    private List<String> all(List<String> more) {
        List<String> all = new ArrayList<>(findings.sentences());
        all.addAll(more);
        return all;
    }

    private boolean isModality(String modality) {
        return top.text(Tag.MODALITY).equals(modality);
    }

    /** Returns the unit of a type, with HU in one spelling. */
    static String unitOf(String type) {
        if (type.isEmpty() || type.equals(ModalityTransform.HU)) return type;
        String letters = type.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
        return HOUNSFIELD.contains(letters) ? ModalityTransform.HU : type;
    }
}
