package hounsfield.nifti;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FunctionalGroups;
import hounsfield.standard.Dictionary;
import hounsfield.standard.DictionaryEntry;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Makes the side file of an image, which describes its acquisition under the names that dcm2niix and BIDS use. It never contains names,
 * identifiers or dates of the patient.
 */
public final class SideFile {
    /** The form of a value in the side file. */
    private enum Form {
        TEXT,
        /** A text that somebody typed. */
        WORDS,
        TEXTS,
        NUMBER,
        NUMBERS,
        /** A time in milliseconds, written in seconds. */
        SECONDS,
        TIME
    }

    /** An attribute with its name in the side file. */
    private record Member(String name, String keyword, Form form) {}

    private static final List<Member> MEMBERS = List.of(
            new Member("Modality", "Modality", Form.TEXT),
            new Member("MagneticFieldStrength", "MagneticFieldStrength", Form.NUMBER),
            new Member("ImagingFrequency", "ImagingFrequency", Form.NUMBER),
            new Member("ImagingFrequency", "TransmitterFrequency", Form.NUMBER),
            new Member("Manufacturer", "Manufacturer", Form.TEXT),
            new Member("ManufacturersModelName", "ManufacturerModelName", Form.TEXT),
            new Member("BodyPartExamined", "BodyPartExamined", Form.TEXT),
            new Member("PatientPosition", "PatientPosition", Form.TEXT),
            new Member("SoftwareVersions", "SoftwareVersions", Form.TEXT),
            new Member("MRAcquisitionType", "MRAcquisitionType", Form.TEXT),
            new Member("SeriesDescription", "SeriesDescription", Form.WORDS),
            new Member("ProtocolName", "ProtocolName", Form.WORDS),
            new Member("ScanningSequence", "ScanningSequence", Form.TEXT),
            new Member("SequenceVariant", "SequenceVariant", Form.TEXT),
            new Member("ScanOptions", "ScanOptions", Form.TEXT),
            new Member("SequenceName", "SequenceName", Form.TEXT),
            new Member("ImageType", "ImageType", Form.TEXTS),
            new Member("SeriesNumber", "SeriesNumber", Form.NUMBER),
            new Member("AcquisitionTime", "AcquisitionTime", Form.TIME),
            new Member("AcquisitionNumber", "AcquisitionNumber", Form.NUMBER),
            new Member("SliceThickness", "SliceThickness", Form.NUMBER),
            new Member("SpacingBetweenSlices", "SpacingBetweenSlices", Form.NUMBER),
            new Member("SAR", "SAR", Form.NUMBER),
            new Member("NumberOfAverages", "NumberOfAverages", Form.NUMBER),
            new Member("EchoNumber", "EchoNumbers", Form.NUMBER),
            new Member("EchoTime", "EchoTime", Form.SECONDS),
            new Member("EchoTime", "EffectiveEchoTime", Form.SECONDS),
            new Member("RepetitionTime", "RepetitionTime", Form.SECONDS),
            new Member("InversionTime", "InversionTime", Form.SECONDS),
            new Member("FlipAngle", "FlipAngle", Form.NUMBER),
            new Member("EchoTrainLength", "EchoTrainLength", Form.NUMBER),
            new Member("PercentPhaseFOV", "PercentPhaseFieldOfView", Form.NUMBER),
            new Member("PercentSampling", "PercentSampling", Form.NUMBER),
            new Member("PixelBandwidth", "PixelBandwidth", Form.NUMBER),
            new Member("ReceiveCoilName", "ReceiveCoilName", Form.TEXT),
            new Member("InPlanePhaseEncodingDirectionDICOM", "InPlanePhaseEncodingDirection", Form.TEXT),
            new Member("ConvolutionKernel", "ConvolutionKernel", Form.TEXT),
            new Member("XRayTubeCurrent", "XRayTubeCurrent", Form.NUMBER),
            new Member("XRayTubeCurrent", "XRayTubeCurrentInmA", Form.NUMBER),
            new Member("XRayExposure", "Exposure", Form.NUMBER),
            new Member("ExposureTime", "ExposureTime", Form.SECONDS),
            new Member("ExposureTime", "ExposureTimeInms", Form.SECONDS),
            new Member("DecayCorrection", "DecayCorrection", Form.TEXT),
            new Member("AttenuationCorrectionMethod", "AttenuationCorrectionMethod", Form.TEXT),
            new Member("ReconstructionMethod", "ReconstructionMethod", Form.TEXT),
            new Member("FrameDuration", "ActualFrameDuration", Form.SECONDS),
            new Member("ImageOrientationPatientDICOM", "ImageOrientationPatient", Form.NUMBERS));

    private static final double MS = 1e-3;

    private SideFile() {}

    /**
     * Describes an image by the header of its first frame.
     *
     * @param header the header; empty for an image of another program
     * @param frame the frame in it, from 0
     * @param unit of the values; empty for none
     * @param words whether it includes texts that somebody typed, such as the description of the series and the name of the protocol
     * @return a JSON object
     */
    public static String of(Optional<DataSet> header, int frame, String unit, boolean words) {
        JsonText json = new JsonText();
        List<String> written = new ArrayList<>();
        if (header.isPresent()) {
            List<DataSet> levels = levels(header.get(), frame);
            for (Member member : MEMBERS) {
                boolean shown = (words || member.form != Form.WORDS) && !written.contains(member.name);
                if (shown && put(json, member, levels)) written.add(member.name);
            }
        }
        if (!unit.isEmpty()) json.put("Units", unit);
        return json.put("ConversionSoftware", "Hounsfield").text();
    }

    /** Returns the Items of the functional groups of the frame, then those of the shared functional groups, then the top level. */
    private static List<DataSet> levels(DataSet header, int frame) {
        List<DataSet> levels = new ArrayList<>();
        List<DataSet> frames = header.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        if (frame < frames.size()) addMacros(frames.get(frame), levels);
        header.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).ifPresent(shared -> addMacros(shared, levels));
        levels.add(FunctionalGroups.of(header).withConverted(frame));
        return levels;
    }

    private static void addMacros(DataSet groups, List<DataSet> levels) {
        for (Element element : groups) if (element.vr() == VR.SQ) levels.addAll(groups.items(element.tag()));
    }

    private static boolean put(JsonText json, Member member, List<DataSet> levels) {
        int tag = Dictionary.byKeyword(member.keyword)
                .map(DictionaryEntry::tag)
                .orElseThrow(() -> new IllegalStateException(member.keyword));
        for (DataSet level : levels) if (put(json, member, new OptionalAttributes(level), tag)) return true;
        return false;
    }

    private static boolean put(JsonText json, Member member, OptionalAttributes level, int tag) {
        if (!level.hasValue(tag)) return false;
        switch (member.form) {
            case NUMBER, SECONDS -> {
                OptionalDouble number = level.number(tag);
                double scale = member.form == Form.SECONDS ? MS : 1;
                number.ifPresent(value -> json.put(member.name, rounded(value * scale)));
                return number.isPresent();
            }
            case NUMBERS -> {
                double[] numbers = level.numbers(tag);
                if (numbers.length > 0) json.put(member.name, numbers);
                return numbers.length > 0;
            }
            case TEXTS -> json.put(member.name, level.texts(tag));
            case TIME -> {
                String time = time(level.text(tag));
                if (!time.isEmpty()) json.put(member.name, time);
                return !time.isEmpty();
            }
            default -> json.put(member.name, String.join("\\", level.texts(tag)));
        }
        return true;
    }

    /** Rounds a number to remove the error of a multiplication. */
    private static double rounded(double value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(12))
                .doubleValue();
    }

    /** Returns {@code 143043.5} as {@code 14:30:43.500000}; empty for another text. */
    private static String time(String text) {
        if (!text.matches("\\d{6}(\\.\\d{1,6})?")) return "";
        String fraction = text.length() > 7 ? text.substring(7) : "";
        return text.substring(0, 2) + ":" + text.substring(2, 4) + ":" + text.substring(4, 6) + "."
                + (fraction + "000000").substring(0, 6);
    }
}
