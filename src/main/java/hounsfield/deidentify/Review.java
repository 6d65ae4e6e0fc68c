package hounsfield.deidentify;

import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.deidentify.pixels.Rectangle;
import hounsfield.deidentify.profile.Profile;
import hounsfield.deidentify.profile.ProfileOption;
import hounsfield.parse.DicomFile;
import hounsfield.standard.SopClass;
import hounsfield.standard.Tag;
import hounsfield.standard.TransferSyntax;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides which files cannot be cleaned safely. They are left out with a reason. */
final class Review {
    private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";
    /** Ultrasound and Ultrasound Multi-frame, with their retired predecessors. */
    private static final Pattern ULTRASOUND =
            Pattern.compile("1\\.2\\.840\\.10008\\.5\\.1\\.4\\.1\\.1\\.(3|3\\.1|6|6\\.1)");
    /** Transfer syntaxes of video: MPEG-2, MPEG-4, HEVC and SMPTE 2110. */
    private static final Pattern VIDEO = Pattern.compile("1\\.2\\.840\\.10008\\.1\\.2\\.(4\\.10[0-8](\\.1)?|7\\.\\d)");

    private Review() {}

    /**
     * Returns why a file is left out.
     *
     * @param rectangles the rectangles for its device and size; empty if no line is for them
     * @return the reason, without values of the patient; empty if the file can be cleaned
     */
    static Optional<String> refusal(DicomFile file, Profile profile, Optional<List<Rectangle>> rectangles) {
        if (file.isMediaStorageDirectory()) return Optional.of("a DICOMDIR, which lists the files of the input");
        DataSet dataSet = file.dataSet();
        OptionalAttributes attributes = new OptionalAttributes(dataSet);
        OptionalAttributes meta = new OptionalAttributes(file.metaInformation());
        String sopClass = attributes.text(Tag.SOP_CLASS_UID);
        if (sopClass.isEmpty()) sopClass = meta.text(Tag.MEDIA_STORAGE_SOP_CLASS_UID);
        boolean named = attributes.hasValue(Tag.SOP_INSTANCE_UID) || meta.hasValue(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID);
        if (sopClass.isEmpty() || !named) {
            return Optional.of(
                    "SOP Class UID (0008,0016) or SOP Instance UID (0008,0018) is absent; a DICOM file needs both");
        }
        String name = SopClass.find(sopClass).map(SopClass::name).orElse("");
        if (dataSet.contains(Tag.ENCAPSULATED_DOCUMENT) || name.startsWith("Encapsulated")) {
            return Optional.of("an encapsulated document, which may contain anything");
        }
        if (name.contains("Audio")) return Optional.of("a voice recording, which identifies the speaker");
        if (dataSet.contains(Tag.CONTENT_SEQUENCE) && !profile.has(ProfileOption.CLEAN_STRUCTURED_CONTENT)) {
            return Optional.of("structured content with free text; the option clean structured content cleans it");
        }
        return file.pixelData().isEmpty()
                ? Optional.empty()
                : ofPixels(file.transferSyntax(), attributes, sopClass, profile, rectangles.isPresent());
    }

    private static Optional<String> ofPixels(
            TransferSyntax syntax, OptionalAttributes attributes, String sopClass, Profile profile, boolean reviewed) {
        if (!syntax.isKnown()) return Optional.of("pixels of an unknown transfer syntax, which cannot be checked");
        if (VIDEO.matcher(syntax.uid()).matches()) return Optional.of("a video, which may have sound and text");
        if (reviewed) return Optional.empty();
        String advice = "; to include it, add a line for its device and size to the rectangles";
        String burnedIn = attributes.text(Tag.BURNED_IN_ANNOTATION);
        if (burnedIn.equals("YES")) return Optional.of("Burned In Annotation (0028,0301) is YES" + advice);
        if (attributes.text(Tag.RECOGNIZABLE_VISUAL_FEATURES).equals("YES")) {
            return Optional.of("Recognizable Visual Features (0028,0302) is YES" + advice);
        }
        if (profile.has(ProfileOption.CLEAN_PIXEL_DATA)) {
            return Optional.of(
                    "the rectangles have no line for its device and size, which the option clean pixel data requires"
                            + advice);
        }
        if (burnedIn.equals("NO")) return Optional.empty();
        if (sopClass.equals(SECONDARY_CAPTURE) || sopClass.startsWith(SECONDARY_CAPTURE + ".")) {
            return Optional.of("a Secondary Capture, whose pixels may show text" + advice);
        }
        if (attributes.texts(Tag.IMAGE_TYPE).contains("SCREEN SAVE")) {
            return Optional.of("a copy of a screen, whose pixels may show text" + advice);
        }
        return ULTRASOUND.matcher(sopClass).matches()
                ? Optional.of("an ultrasound image, whose pixels usually show text" + advice)
                : Optional.empty();
    }
}
