package hounsfield.deidentify.header;

import hounsfield.data.DataSet;
import hounsfield.data.Element;
import hounsfield.data.SpecificCharacterSet;
import hounsfield.deidentify.profile.Profile;
import hounsfield.deidentify.profile.ProfileOption;
import hounsfield.standard.Tag;
import hounsfield.standard.VR;
import java.util.ArrayList;
import java.util.List;

/** The elements that mark a de-identified object (PS3.15 E.1.1, PS3.3 C.7.1.1 and C.12.1). */
final class Marks {
    private static final String METHOD = "Hounsfield\\PS3.15 annex E Basic Application Confidentiality Profile";

    private Marks() {}

    /** @param reviewed whether rectangles apply to the pixels */
    static List<Element> of(Profile profile, boolean reviewed) {
        List<Element> marks = new ArrayList<>();
        marks.add(Dummies.text(Tag.PATIENT_IDENTITY_REMOVED, VR.CS, "YES"));
        marks.add(Dummies.text(Tag.DEIDENTIFICATION_METHOD, VR.LO, METHOD));
        List<DataSet> codes = new ArrayList<>();
        codes.add(code("113100", "Basic Application Confidentiality Profile"));
        for (ProfileOption option : profile.options()) {
            if (option != ProfileOption.CLEAN_PIXEL_DATA) codes.add(code(option.code(), option.meaning()));
        }
        if (reviewed) {
            codes.add(1, code(ProfileOption.CLEAN_PIXEL_DATA.code(), ProfileOption.CLEAN_PIXEL_DATA.meaning()));
        }
        marks.add(Element.sequence(Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE, codes));
        if (reviewed) marks.add(Dummies.text(Tag.BURNED_IN_ANNOTATION, VR.CS, "NO"));
        String dates = profile.has(ProfileOption.RETAIN_FULL_DATES)
                ? "UNMODIFIED"
                : profile.has(ProfileOption.RETAIN_MODIFIED_DATES) ? "MODIFIED" : "REMOVED";
        marks.add(Dummies.text(Tag.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED, VR.CS, dates));
        return marks;
    }

    private static DataSet code(String value, String meaning) {
        return new DataSet.Builder(SpecificCharacterSet.DEFAULT)
                .add(Dummies.text(Tag.CODE_VALUE, VR.SH, value))
                .add(Dummies.text(Tag.CODING_SCHEME_DESIGNATOR, VR.SH, "DCM"))
                .add(Dummies.text(Tag.CODE_MEANING, VR.LO, meaning))
                .build();
    }
}
