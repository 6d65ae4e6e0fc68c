package hounsfield.calibrate.suv;

import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Standardized uptake values (SUV) of PET images: SUV = activity concentration [Bq/ml] * size of the patient [g or cm2] /
 * administered activity that is left [Bq], by the attributes of PS3.3 C.8.9 and the rules of QIBA's FDG-PET/CT profile
 * (vendor-neutral calculation of SUV).
 *
 * <ul>
 *   <li>Corrected Image (0028,0051) contains ATTN and DECY.
 *   <li>Decay Correction (0054,1102) START: the activity decays from the administration to the time of the scan; ADMIN: it
 *       does not, because the image's values are those at the administration.
 *   <li>Units (0054,1001) BQML: as above. CNTS: Philips' private factor to SUV by body weight, else its factor to Bq/ml. GML
 *       and CM2ML: SUV already, by SUV Type (0054,1006).
 * <li>Enhanced images (PS3.3 C.8.22) have Attenuation Corrected (0018,9759) and Decay Corrected (0018,9758) instead, the time to which
 * decay is corrected in Decay Correction DateTime (0018,9701), and a UCUM code as unit.
 *   <li>The time of the scan is Series Date and Time unless they are after Acquisition Date and Time, as in series that were
 *       processed later; then GE's private scan time, else what Frame Reference Time gives, else the earliest Acquisition
 *       Time.
 * </ul>
 */
public final class PetSuv {
    private final double[] factors;
    private final List<String> findings;

    private PetSuv(double[] factors, List<String> findings) {
        this.factors = factors;
        this.findings = List.copyOf(findings);
    }

    /**
     * Returns the factors from the values of a series to SUV.
     *
     * @param headers those of the slices of a series, in order
     * @param type of the SUV
     * @return a factor for each slice
     * @throws DicomException if an attribute is missing or implausible, or the values are not corrected; the message names
     *     the attribute and not its value
     */
    public static PetSuv of(List<PetHeader> headers, SuvType type) throws DicomException {
        Set<String> findings = new LinkedHashSet<>();
        for (PetHeader header : headers) {
            checkCorrected(header);
            findings.addAll(header.findings());
        }
        ScanTimes times = null;
        double[] factors = new double[headers.size()];
        for (int i = 0; i < factors.length; i++) {
            PetHeader header = headers.get(i);
            double factor;
            switch (header.units) {
                case "BQML", "CNTS":
                    if (header.units.equals("CNTS") && isPositive(header.countsToSuv)) {
                        factor = header.countsToSuv.getAsDouble() * ratio(header, SuvType.BODY_WEIGHT, type);
                        break;
                    }
                    if (!header.enhanced && header.decayCorrection.equals("START") && times == null) {
                        times = ScanTimes.of(headers);
                        findings.addAll(times.findings());
                    }
                    factor = toActivity(header) * type.size(header.patient) / activity(header, times, i);
                    break;
                case "GML":
                    factor = ratio(header, typeOf(header), type);
                    break;
                case "CM2ML":
                    factor = ratio(header, SuvType.BODY_SURFACE_AREA, type);
                    break;
                case "":
                    if (header.enhanced) {
                        throw header.refusal(
                                Tag.MEASUREMENT_UNITS_CODE_SEQUENCE,
                                "or Rescale Type is not the unit of the values: without a known unit there is no SUV");
                    }
                    throw header.refusal(Tag.UNITS, "is missing or cannot be read");
                default:
                    if (header.enhanced) {
                        throw header.refusal(
                                Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, "or Rescale Type is not Bq/ml, g/ml or cm2/ml");
                    }
                    throw header.refusal(Tag.UNITS, "is not BQML, CNTS, GML or CM2ML");
            }
            factors[i] = factor;
        }
        return new PetSuv(factors, List.copyOf(findings));
    }

    private static void checkCorrected(PetHeader header) throws DicomException {
        if (header.enhanced) {
            if (!header.corrected.contains("ATTN")) throw header.refusal(Tag.ATTENUATION_CORRECTED, "is not YES");
            if (!header.corrected.contains("DECY")) throw header.refusal(Tag.DECAY_CORRECTED, "is not YES");
            return;
        }
        for (String correction : new String[] {"ATTN", "DECY"}) {
            if (!header.corrected.contains(correction)) {
                throw header.refusal(Tag.CORRECTED_IMAGE, "does not contain " + correction);
            }
        }
        if (!header.decayCorrection.equals("START") && !header.decayCorrection.equals("ADMIN")) {
            throw header.refusal(Tag.DECAY_CORRECTION, "is neither START nor ADMIN");
        }
    }

    static boolean isPositive(OptionalDouble number) {
        return number.isPresent() && number.getAsDouble() > 0;
    }

    /** Returns the factor from the image's values to Bq/ml. */
    private static double toActivity(PetHeader header) throws DicomException {
        if (header.units.equals("BQML")) return 1;
        if (isPositive(header.countsToActivity)) return header.countsToActivity.getAsDouble();
        throw header.refusal(
                Tag.UNITS,
                "is CNTS, and Philips' private factors (7053,xx00) and (7053,xx09) are missing or not positive");
    }

    /** Returns the activity at the time to which the values of a slice are corrected [Bq]. */
    private static double activity(PetHeader header, ScanTimes times, int slice) throws DicomException {
        if (header.enhanced) {
            if (header.decayCorrectedTo.isPresent()) {
                return header.injection.decayed(header.decayCorrectedTo.getAsDouble());
            }
            throw header.refusal(Tag.DECAY_CORRECTION_DATE_TIME, "is missing or cannot be read");
        }
        if (header.decayCorrection.equals("ADMIN")) return header.injection.dose();
        return header.injection.decayed(times.seconds()[slice]);
    }

    /** Returns the factor between the SUV of two types. SUV of the same type need no attribute of the patient. */
    private static double ratio(PetHeader header, SuvType from, SuvType to) throws DicomException {
        return from == to ? 1 : to.size(header.patient) / from.size(header.patient);
    }

    private static SuvType typeOf(PetHeader header) throws DicomException {
        return switch (header.suvType) {
            case "", "BW" -> SuvType.BODY_WEIGHT;
            case "LBMJAMES128" -> SuvType.LEAN_BODY_MASS_JAMES;
            case "LBMJANMA" -> SuvType.LEAN_BODY_MASS_JANMAHASATIAN;
            // LBM does not name its formula, and BSA contradicts GML.
            default ->
                throw header.refusal(
                        Tag.SUV_TYPE, "is not BW, LBMJAMES128 or LBMJANMA, the types from which GML can be converted");
        };
    }

    /** {@return the factors from the file's values to SUV, one for each slice} */
    public double[] factors() {
        return factors.clone();
    }

    /** {@return sentences for the log, usually none} */
    public List<String> findings() {
        return findings;
    }
}
