package hounsfield.derive;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.standard.Dictionary;
import hounsfield.standard.DictionaryEntry;
import hounsfield.standard.Tag;
import hounsfield.write.Elements;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Selects the attributes that a new image takes from its source. Text keeps the character set of the source. */
public final class SourceAttributes {
    /** Attributes of patient, study, series, equipment and Frame of Reference, which are valid for any derived object. */
    private static final Set<Integer> COMMON = tags("SpecificCharacterSet TimezoneOffsetFromUTC PatientName PatientID"
            + " IssuerOfPatientID PatientBirthDate PatientSex PatientAge PatientSize PatientWeight PatientIdentityRemoved"
            + " DeidentificationMethod DeidentificationMethodCodeSequence StudyInstanceUID StudyDate StudyTime"
            + " ReferringPhysicianName StudyID AccessionNumber StudyDescription Modality SeriesDescription Laterality"
            + " BodyPartExamined PatientPosition ProtocolName SeriesDate SeriesTime FrameOfReferenceUID"
            + " PositionReferenceIndicator Manufacturer InstitutionName StationName ManufacturerModelName"
            + " DeviceSerialNumber SoftwareVersions AcquisitionDate AcquisitionTime AcquisitionDateTime"
            + " LossyImageCompression LossyImageCompressionRatio LossyImageCompressionMethod BurnedInAnnotation"
            + " LongitudinalTemporalInformationModified");

    /** Attributes of an instance that are not valid for an image derived from it. Whole groups are excluded elsewhere. */
    private static final Set<Integer> OWN =
            tags("ImageType InstanceCreationDate InstanceCreationTime InstanceCreatorUID"
                    + " SOPClassUID SOPInstanceUID SeriesInstanceUID SeriesNumber InstanceNumber ContentDate ContentTime"
                    + " DerivationDescription DerivationCodeSequence SourceImageSequence ReferencedImageSequence"
                    + " ReferencedInstanceSequence ReferencedImageEvidenceSequence SourceImageEvidenceSequence"
                    + " ImagePositionPatient ImageOrientationPatient SliceLocation SpacingBetweenSlices ImagePosition"
                    + " ImageOrientation ImagerPixelSpacing NominalScannedPixelSpacing PixelSpacingCalibrationType"
                    + " PixelSpacingCalibrationDescription IconImageSequence RealWorldValueMappingSequence"
                    + " PresentationLUTShape SharedFunctionalGroupsSequence PerFrameFunctionalGroupsSequence"
                    + " DimensionOrganizationSequence DimensionIndexSequence DimensionOrganizationType ConcatenationUID"
                    + " TemporalPositionIdentifier NumberOfTemporalPositions DataSetTrailingPadding");

    /** Attributes of group 0028 that are valid for a derived image; the others describe the pixels of the source. */
    private static final Set<Integer> OF_PIXELS_KEPT = tags("LossyImageCompression LossyImageCompressionRatio"
            + " LossyImageCompressionMethod BurnedInAnnotation RecognizableVisualFeatures QualityControlImage CorrectedImage"
            + " LongitudinalTemporalInformationModified");

    private SourceAttributes() {}

    private static Set<Integer> tags(String keywords) {
        return Stream.of(keywords.split(" "))
                .map(keyword -> Dictionary.byKeyword(keyword).orElseThrow())
                .map(DictionaryEntry::tag)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns the attributes for an object of a different kind than the source.
     *
     * @param source the Data Set of the source
     * @return the attributes that are valid for any derived object
     */
    public static Elements common(DataSet source) {
        Elements kept = new Elements(source.characterSet());
        for (Element element : source) if (COMMON.contains(element.tag())) kept.element(element);
        return kept;
    }

    /** Returns the attributes for an object of the same kind as the source: all standard ones that do not describe its pixels. */
    static Elements sameKind(DataSet source) {
        Elements kept = new Elements(source.characterSet());
        for (Element element : source) if (isKept(element.tag())) kept.element(element);
        return kept;
    }

    private static boolean isKept(int tag) {
        int group = Tag.group(tag);
        // Private elements may not apply. Signatures (groups 0400 and FFFA) do not match changed pixels.
        boolean instance = group % 2 != 0 || group < 0x0008 || group == 0x0400 || group >= 0x5000;
        if (instance || OWN.contains(tag)) return false;
        return group != 0x0028 || OF_PIXELS_KEPT.contains(tag);
    }
}
