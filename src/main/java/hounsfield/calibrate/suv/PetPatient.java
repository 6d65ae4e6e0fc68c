package hounsfield.calibrate.suv;

import hounsfield.data.OptionalAttributes;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The attributes of the patient that a SUV needs. Each is checked when it is used, because SUV by weight needs neither
 * height nor sex.
 */
final class PetPatient {
    /** Limits: a mouse of 10 g, and the heaviest known human of 635 kg. The weight of a human in g is above them. */
    private static final double LEAST_WEIGHT = 0.01;

    private static final double GREATEST_WEIGHT = 650;

    /** Limits: a newborn, and the tallest known human of 2.72 m. A height in cm is above them. */
    private static final double LEAST_HEIGHT = 0.2;

    private static final double GREATEST_HEIGHT = 2.8;

    private final Location file;
    private final OptionalDouble weight;
    private final OptionalDouble height;
    private final String sex;

    PetPatient(Location file, OptionalAttributes attributes) {
        this.file = file;
        weight = attributes.number(Tag.PATIENT_WEIGHT);
        height = attributes.number(Tag.PATIENT_SIZE);
        sex = attributes.text(Tag.PATIENT_SEX).toUpperCase(Locale.ROOT);
    }

    /** {@return the weight in kg} */
    double weight() throws DicomException {
        return PetHeader.checked(file, Tag.PATIENT_WEIGHT, weight, LEAST_WEIGHT, GREATEST_WEIGHT, "kg");
    }

    /** {@return the height in m} */
    double height() throws DicomException {
        return PetHeader.checked(file, Tag.PATIENT_SIZE, height, LEAST_HEIGHT, GREATEST_HEIGHT, "m");
    }

    boolean isMale() throws DicomException {
        if (!sex.equals("M") && !sex.equals("F")) {
            throw PetHeader.refusal(file, Tag.PATIENT_SEX, "is neither M nor F; lean body mass depends on it");
        }
        return sex.equals("M");
    }

    /**
     * Checks a lean body mass and returns it. The formula of James gives too little, or less than 0, for very heavy
     * patients.
     */
    double lean(double mass) throws DicomException {
        if (mass > 0 && mass < weight()) return mass;
        throw PetHeader.refusal(
                file, Tag.PATIENT_SIZE, "and Patient's Weight are outside the range of the formula for lean body mass");
    }
}
