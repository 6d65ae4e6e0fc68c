package hounsfield.derive;

import hounsfield.data.OptionalAttributes;
import hounsfield.standard.Tag;
import hounsfield.write.Elements;
import hounsfield.write.Uid;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Makes the modules of patient, study, series and instance (PS3.3 C.7.1 to C.7.5) of a new object, and the references to its sources.
 */
public final class InstanceHeader {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
    private static final int LONGEST_SHORT_TEXT = 1024;

    private InstanceHeader() {}

    /**
     * Returns the attributes of an instance, without pixels and geometry.
     *
     * @param image the new image
     * @param kept attributes taken from the source; receives the other attributes
     * @param number Instance Number, from 1
     * @return {@code kept}
     */
    public static Elements of(NewImage image, Elements kept, int number) {
        String date = DATE.format(image.time());
        String time = TIME.format(image.time());
        boolean known = image.source().isPresent();
        if (!kept.contains("StudyInstanceUID")) kept.text("StudyInstanceUID", Uid.ofName("study/" + image.seriesUid()));
        if (!kept.contains("Modality")) kept.text("Modality", "OT");
        if (!known) kept.text("SeriesDescription", "ImageJ image");
        kept.emptyUnlessPresent(
                "PatientName",
                "PatientID",
                "PatientBirthDate",
                "PatientSex",
                "StudyDate",
                "StudyTime",
                "ReferringPhysicianName",
                "StudyID",
                "AccessionNumber",
                "Manufacturer");
        return kept.text("SOPClassUID", image.kind().uid())
                .text("SOPInstanceUID", Uid.random())
                .text("SeriesInstanceUID", image.seriesUid())
                .number("SeriesNumber", seriesNumber(image))
                .number("InstanceNumber", number)
                .text("InstanceCreationDate", date)
                .text("InstanceCreationTime", time)
                .text("ContentDate", date)
                .text("ContentTime", time)
                .text("DerivationDescription", shortText(image.derivation()))
                .sequence("ContributingEquipmentSequence", equipment(image));
    }

    /**
     * Adds the attributes of equipment that enhanced objects require (C.7.5.2), if the source lacks them.
     *
     * @param target receives them
     */
    public static void addEnhancedEquipment(Elements target) {
        for (String keyword :
                new String[] {"Manufacturer", "ManufacturerModelName", "DeviceSerialNumber", "SoftwareVersions"})
            if (!target.hasValue(keyword)) target.text(keyword, "unknown");
    }

    /**
     * Returns an Item of Dimension Index Sequence (C.7.6.17).
     *
     * @param label Dimension Description Label
     * @param pointer tag of the attribute that is the dimension
     * @param group tag of the functional group that contains it
     * @param organization Dimension Organization UID
     * @return the Item
     */
    public static Elements dimension(String label, int pointer, int group, String organization) {
        return new Elements()
                .tag("DimensionIndexPointer", pointer)
                .tag("FunctionalGroupPointer", group)
                .text("DimensionOrganizationUID", organization)
                .text("DimensionDescriptionLabel", label);
    }

    /** Returns a Series Number that the scanner is unlikely to use: 1000 more than that of the source. */
    private static int seriesNumber(NewImage image) {
        OptionalInt number = image.source()
                .map(source -> new OptionalAttributes(source.header()).integer(Tag.SERIES_NUMBER))
                .orElse(OptionalInt.empty());
        return number.isPresent() && Math.abs(number.getAsInt()) < 1_000_000 ? number.getAsInt() + 1000 : 1000;
    }

    private static Elements equipment(NewImage image) {
        return new Elements()
                .text("Manufacturer", "Hounsfield")
                .text("ManufacturerModelName", "Hounsfield for ImageJ")
                .text("ContributionDateTime", DATE.format(image.time()) + TIME.format(image.time()))
                .sequence("PurposeOfReferenceCodeSequence", code("109103", "DCM", "Modifying Equipment"));
    }

    /**
     * Returns an Item of a code sequence (PS3.3 8.8).
     *
     * @param value Code Value
     * @param scheme Coding Scheme Designator
     * @param meaning Code Meaning
     * @return the Item
     */
    public static Elements code(String value, String scheme, String meaning) {
        return new Elements()
                .text("CodeValue", value)
                .text("CodingSchemeDesignator", scheme)
                .text("CodeMeaning", meaning);
    }

    /**
     * Returns the Items of Source Image Sequence for frames.
     *
     * @param frames the frames
     * @return one Item for each frame with a source
     */
    public static Elements[] sources(Stream<NewFrame> frames) {
        return frames.map(NewFrame::source)
                .flatMap(Optional::stream)
                .filter(SourceInstance::isIdentified)
                .map(InstanceHeader::reference)
                .toArray(Elements[]::new);
    }

    private static Elements reference(SourceInstance source) {
        Elements item = new Elements()
                .text("ReferencedSOPClassUID", source.text(Tag.SOP_CLASS_UID))
                .text("ReferencedSOPInstanceUID", source.text(Tag.SOP_INSTANCE_UID))
                .sequence(
                        "PurposeOfReferenceCodeSequence",
                        code("121322", "DCM", "Source image for image processing operation"));
        if (source.frame().isPresent())
            item.number("ReferencedFrameNumber", source.frame().getAsInt() + 1);
        return item;
    }

    /**
     * Returns text of VR ST in ASCII; other characters become question marks, because the character set is that of the source.
     *
     * @param text any text
     * @return at most 1024 characters
     */
    public static String shortText(String text) {
        String ascii = ascii(text);
        return ascii.length() <= LONGEST_SHORT_TEXT ? ascii : ascii.substring(0, LONGEST_SHORT_TEXT);
    }

    /**
     * Returns a single value of ASCII text.
     *
     * @param text any text
     * @param longest its greatest length
     * @return text without backslashes
     */
    public static String value(String text, int longest) {
        String ascii = ascii(text).replace('\\', '/').strip();
        return ascii.length() <= longest ? ascii : ascii.substring(0, longest);
    }

    private static String ascii(String text) {
        return new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
    }
}
