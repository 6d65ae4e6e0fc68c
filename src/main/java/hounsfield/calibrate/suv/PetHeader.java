package hounsfield.calibrate.suv;

import hounsfield.data.DataSet;
import hounsfield.data.DicomTime;
import hounsfield.data.OptionalAttributes;
import hounsfield.data.PrivateBlock;
import hounsfield.frame.FunctionalGroups;
import hounsfield.standard.Dictionary;
import hounsfield.standard.Numbers;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.work.Diagnostics;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The attributes of a PET image on which SUV depend. An attribute that cannot be read counts as absent and causes no
 * exception here; {@link PetSuv} refuses an image that lacks a required one.
 */
public final class PetHeader {
    private static final String PHILIPS = "Philips PET Private Group";
    private static final String GE = "GEMS_PETD_01";
    private static final double MILLISECONDS = 1000;

    final Location file;
    final String units;
    final String suvType;
    final List<String> corrected;
    final String decayCorrection;
    final PetPatient patient;
    final PetInjection injection;
    /** Times in s since 1970. */
    final OptionalDouble series;

    final OptionalDouble acquisition;
    /** GE's private scan date and time (0009,xx0D). */
    final OptionalDouble vendorScan;
    /** Frame Reference Time [s]: from the time to which decay is corrected until the count rate equals its average in the frame. */
    final OptionalDouble frameReference;

    /** Duration of the frame in s. */
    final OptionalDouble frameDuration;
    /** Philips' factor from counts to SUVbw, (7053,xx00). */
    final OptionalDouble countsToSuv;
    /** Philips' factor from counts to Bq/ml, (7053,xx09). */
    final OptionalDouble countsToActivity;

    /** Decay Correction DateTime (0018,9701) of enhanced images: the time to which decay is corrected. */
    final OptionalDouble decayCorrectedTo;
    /** Whether the corrections are those of enhanced images (PS3.3 C.8.22.6). */
    final boolean enhanced;

    private final Set<String> fileUnits = new LinkedHashSet<>();
    private final Diagnostics findings = new Diagnostics();

    private PetHeader(FunctionalGroups groups, int frame, String name, String unit) {
        DataSet dataSet = groups.withConverted(frame);
        file = Location.ofFile(name);
        OptionalAttributes top = new OptionalAttributes(dataSet, findings);
        enhanced = !top.hasValue(Tag.CORRECTED_IMAGE)
                && (top.hasValue(Tag.DECAY_CORRECTED) || top.hasValue(Tag.ATTENUATION_CORRECTED));
        addFileUnit(dataSet, Tag.UNITS);
        addFileUnits(groups, frame);
        PetUnit own = PetUnit.of(enhanced && fileUnits.contains(unit) ? unit : "");
        units = enhanced ? own.units() : top.text(Tag.UNITS);
        suvType = enhanced ? own.suvType() : top.text(Tag.SUV_TYPE);
        corrected = enhanced ? corrections(top) : List.copyOf(top.texts(Tag.CORRECTED_IMAGE));
        decayCorrectedTo =
                DicomTime.ofDateTime(top.text(Tag.DECAY_CORRECTION_DATE_TIME), top.text(Tag.TIMEZONE_OFFSET_FROM_UTC));
        decayCorrection = top.text(Tag.DECAY_CORRECTION);
        patient = new PetPatient(file, top);
        injection = new PetInjection(file, dataSet, findings);
        series = DicomTime.of(top.text(Tag.SERIES_DATE), top.text(Tag.SERIES_TIME));
        OptionalAttributes content = new OptionalAttributes(
                groups.macro(frame, Tag.FRAME_CONTENT_SEQUENCE).orElse(DataSet.EMPTY), findings);
        OptionalDouble acquired = DicomTime.of(top.text(Tag.ACQUISITION_DATE), top.text(Tag.ACQUISITION_TIME));
        acquisition = acquired.isPresent()
                ? acquired
                : DicomTime.ofDateTime(
                        content.text(Tag.FRAME_ACQUISITION_DATE_TIME), top.text(Tag.TIMEZONE_OFFSET_FROM_UTC));
        frameReference = seconds(top.number(Tag.FRAME_REFERENCE_TIME));
        OptionalDouble duration = top.number(Tag.ACTUAL_FRAME_DURATION);
        frameDuration = seconds(duration.isPresent() ? duration : content.number(Tag.FRAME_ACQUISITION_DURATION));
        Optional<PrivateBlock> philips = PrivateBlock.of(dataSet, 0x7053, PHILIPS, findings);
        countsToSuv = number(philips, 0x00);
        countsToActivity = number(philips, 0x09);
        vendorScan = PrivateBlock.of(dataSet, 0x0009, GE, findings)
                .map(block -> DicomTime.ofDateTime(top.text(block.tag(0x0D)), top.text(Tag.TIMEZONE_OFFSET_FROM_UTC)))
                .orElse(OptionalDouble.empty());
    }

    private static List<String> corrections(OptionalAttributes top) {
        List<String> corrections = new ArrayList<>();
        if (top.text(Tag.ATTENUATION_CORRECTED).equals("YES")) corrections.add("ATTN");
        if (top.text(Tag.DECAY_CORRECTED).equals("YES")) corrections.add("DECY");
        return corrections;
    }

    /** Adds units that the values of a frame may have: Rescale Type and those of mappings. */
    private void addFileUnits(FunctionalGroups groups, int frame) {
        for (DataSet level : groups.levels(frame, Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE)) {
            addFileUnit(level, Tag.RESCALE_TYPE);
        }
        for (DataSet level : groups.levels(frame, Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE)) {
            level.item(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE).ifPresent(code -> addFileUnit(code, Tag.CODE_VALUE));
        }
    }

    private void addFileUnit(DataSet dataSet, int tag) {
        String unit = new OptionalAttributes(dataSet, findings).text(tag);
        if (!unit.isEmpty()) fileUnits.add(unit);
    }

    private static OptionalDouble number(Optional<PrivateBlock> block, int element) {
        return block.map(each -> each.number(element, VR.DS)).orElse(OptionalDouble.empty());
    }

    private static OptionalDouble seconds(OptionalDouble milliseconds) {
        return milliseconds.isPresent()
                ? OptionalDouble.of(milliseconds.getAsDouble() / MILLISECONDS)
                : OptionalDouble.empty();
    }

    /**
     * Reads the attributes.
     *
     * @param dataSet the header of an image
     * @param frame index of the frame in the image, from 0; legacy converted enhanced images have attributes for each
     * @param file name of the file, for messages
     * @param unit the unit of the image's values; of an enhanced image, it decides which unit of the file is used
     * @return the attributes
     */
    public static PetHeader of(DataSet dataSet, int frame, String file, String unit) {
        return new PetHeader(FunctionalGroups.of(dataSet), frame, file, unit);
    }

    /**
     * Returns whether values in a unit can be those of the file.
     *
     * @param unit of an image's values
     * @return whether the unit is Units (0054,1001), Rescale Type (0028,1054), or that of a Real World Value Mapping
     */
    public boolean isInUnit(String unit) {
        return !unit.isEmpty() && fileUnits.stream().anyMatch(unit::equalsIgnoreCase);
    }

    /** {@return sentences about attributes that cannot be read} */
    public List<String> findings() {
        return findings.sentences();
    }

    /** Returns the exception that refuses an image because of an attribute. The message does not contain the value. */
    DicomException refusal(int tag, String problem) {
        return refusal(file, tag, problem);
    }

    static DicomException refusal(Location file, int tag, String problem) {
        String name = Dictionary.name(tag).orElse("the attribute");
        return new MalformedDicomException("no SUV: " + name + " " + problem, file.withTag(tag));
    }

    /** Returns a number within plausible limits. */
    static double checked(Location file, int tag, OptionalDouble number, double least, double greatest, String unit)
            throws DicomException {
        if (number.isEmpty()) throw refusal(file, tag, "is missing or cannot be read");
        double value = number.getAsDouble();
        if (value >= least && value <= greatest) return value;
        throw refusal(
                file,
                tag,
                "is implausible: not " + Numbers.exact(least) + " to " + Numbers.exact(greatest) + " " + unit);
    }
}
