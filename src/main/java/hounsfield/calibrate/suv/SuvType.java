package hounsfield.calibrate.suv;

import hounsfield.standard.Labeled;
import hounsfield.standard.Labels;
import hounsfield.standard.error.DicomException;
import java.util.List;

/**
 * The measure of the patient's size by which a standardized uptake value (SUV) normalizes the administered activity.
 */
public enum SuvType implements Labeled {
    /** Weight in g; SUV in g/ml. */
    BODY_WEIGHT("body weight", "SUVbw") {
        @Override
        double size(PetPatient patient) throws DicomException {
            return patient.weight() * GRAMS;
        }
    },
    /**
     * Lean body mass in g by James, for males with the factor 128 as in SUV Type LBMJAMES128 (PS3.3 C.8.9.1); SUV in g/ml.
     */
    LEAN_BODY_MASS_JAMES("lean body mass James", "SUVlbm") {
        @Override
        double size(PetPatient patient) throws DicomException {
            double weight = patient.weight();
            double ratio = weight / (patient.height() * 100);
            double square = ratio * ratio;
            double mass = patient.isMale() ? 1.10 * weight - 128 * square : 1.07 * weight - 148 * square;
            return patient.lean(mass) * GRAMS;
        }
    },
    /** Lean body mass in g by Janmahasatian et al., Clin Pharmacokinet 2005;44:1051; SUV in g/ml. */
    LEAN_BODY_MASS_JANMAHASATIAN("lean body mass Janmahasatian", "SUVlbmJanma") {
        @Override
        double size(PetPatient patient) throws DicomException {
            double weight = patient.weight();
            double index = weight / (patient.height() * patient.height());
            double mass =
                    patient.isMale() ? 9270 * weight / (6680 + 216 * index) : 9270 * weight / (8780 + 244 * index);
            return patient.lean(mass) * GRAMS;
        }
    },
    /** Body surface area in cm2 by Du Bois, Arch Intern Med 1916;17:863; SUV in cm2/ml. */
    BODY_SURFACE_AREA("body surface area", "SUVbsa") {
        @Override
        double size(PetPatient patient) throws DicomException {
            double squareMeters =
                    0.007184 * Math.pow(patient.weight(), 0.425) * Math.pow(patient.height() * 100, 0.725);
            return squareMeters * 10_000;
        }
    };

    private static final double GRAMS = 1000;

    private final String label;
    private final String unit;

    SuvType(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    /** {@return the size in g, or in cm2 for the body surface area} */
    abstract double size(PetPatient patient) throws DicomException;

    @Override
    public String label() {
        return label;
    }

    /** {@return the unit of the values, such as {@code SUVbw}} */
    public String unit() {
        return unit;
    }

    /** {@return all labels, the default first} */
    public static List<String> labels() {
        return Labels.of(values());
    }

    /**
     * {@return the type of a label}
     *
     * @param label such as {@code body weight}, in any case
     * @throws IllegalArgumentException if there is no such type
     */
    public static SuvType byLabel(String label) {
        return Labels.find("type", values(), label);
    }
}
