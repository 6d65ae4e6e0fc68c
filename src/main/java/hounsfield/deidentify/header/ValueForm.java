package hounsfield.deidentify.header;

import hounsfield.standard.VR;
import java.util.regex.Pattern;

/** Checks texts of VRs with a fixed form against PS3.5 table 6.2-1. A text of another form may be anything, such as a name. */
final class ValueForm {
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|[+-]?nan|[+-]?inf");
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+(\\.0*)?");
    private static final Pattern AGE = Pattern.compile("\\d{1,3}[DWMY]?");
    private static final Pattern DATE = Pattern.compile("\\d{4}\\.?\\d{2}\\.?\\d{2}|\\d{4}|\\d{6}");
    private static final Pattern TIME = Pattern.compile("\\d{2}(:?\\d{2}(:?\\d{2}(\\.\\d*)?)?)?");
    private static final Pattern DATE_TIME = Pattern.compile("\\d{4,14}(\\.\\d{1,6})?([+-]\\d{4})?");
    private static final Pattern UID = Pattern.compile("[0-9.]{1,64}");

    private ValueForm() {}

    /** Returns whether a value, without padding, has the form of its VR; an empty value fits every VR. */
    static boolean fits(VR vr, String value) {
        if (value.isEmpty()) return true;
        return switch (vr) {
            case DS -> isPlainNumber(value) || DECIMAL.matcher(value).matches();
            case IS ->
                isPlainNumber(value)
                        || INTEGER.matcher(value).matches()
                        || DECIMAL.matcher(value).matches();
            case AS -> AGE.matcher(value).matches();
            case DA -> DATE.matcher(value).matches();
            case TM -> TIME.matcher(value).matches();
            case DT -> DATE_TIME.matcher(value).matches();
            case UI -> UID.matcher(value).matches();
            default -> true;
        };
    }

    private static boolean isPlainNumber(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') return false;
        }
        return value.length() < 20;
    }
}
