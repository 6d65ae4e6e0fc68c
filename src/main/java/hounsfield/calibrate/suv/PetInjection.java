package hounsfield.calibrate.suv;

import hounsfield.data.DataSet;
import hounsfield.data.DicomTime;
import hounsfield.data.OptionalAttributes;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.work.Diagnostics;
import java.util.List;
import java.util.OptionalDouble;

/** The administered activity and its decay, from the Radiopharmaceutical Information Sequence (0054,0016). */
final class PetInjection {
    /** From 1 MBq to 20 GBq; smaller numbers are probably in MBq or kBq. */
    private static final double LEAST_DOSE = 1e6;

    private static final double GREATEST_DOSE = 2e10;

    /** Half-lives from less than that of 82Rb (76 s) to more than that of 22Na (2.6 years). */
    private static final double LEAST_HALF_LIFE = 30;

    private static final double GREATEST_HALF_LIFE = 1e9;

    /** After 10 half-lives, a thousandth of the activity is left, too little for an image. */
    private static final double MOST_HALF_LIVES = 10;

    /** Maximum time from the start of a dynamic scan to the injection [s]. */
    private static final double EARLIEST_SCAN = 300;

    private static final int SECONDS_PER_DAY = 86_400;

    private final Location file;
    private final int count;
    private final OptionalDouble dose;
    private final OptionalDouble halfLife;
    private final OptionalDouble dateTime;
    private final OptionalDouble timeOfDay;

    PetInjection(Location file, DataSet dataSet, Diagnostics findings) {
        this.file = file;
        List<DataSet> items = dataSet.items(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE);
        count = items.size();
        OptionalAttributes item = new OptionalAttributes(count == 0 ? DataSet.EMPTY : items.get(0), findings);
        dose = item.number(Tag.RADIONUCLIDE_TOTAL_DOSE);
        halfLife = item.number(Tag.RADIONUCLIDE_HALF_LIFE);
        String zone = new OptionalAttributes(dataSet, findings).text(Tag.TIMEZONE_OFFSET_FROM_UTC);
        dateTime = DicomTime.ofDateTime(item.text(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME), zone);
        timeOfDay = DicomTime.ofTime(item.text(Tag.RADIOPHARMACEUTICAL_START_TIME));
        if (dateTime.isEmpty() && item.hasValue(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME)) {
            findings.add(OptionalAttributes.name(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME)
                    + " cannot be read as a date-time and is ignored");
        }
    }

    private void checkSingle() throws DicomException {
        if (count == 1) return;
        String problem = count == 0
                ? "is missing or has no Item"
                : "has " + count + " Items; the SUV of several injections is not defined";
        throw PetHeader.refusal(file, Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, problem);
    }

    /** {@return the activity at the administration, in Bq} */
    double dose() throws DicomException {
        checkSingle();
        return PetHeader.checked(file, Tag.RADIONUCLIDE_TOTAL_DOSE, dose, LEAST_DOSE, GREATEST_DOSE, "Bq");
    }

    /** {@return the half-life in s} */
    double halfLife() throws DicomException {
        checkSingle();
        return PetHeader.checked(file, Tag.RADIONUCLIDE_HALF_LIFE, halfLife, LEAST_HALF_LIFE, GREATEST_HALF_LIFE, "s");
    }

    /**
     * Returns the remaining activity.
     *
     * @param scan the time that the image's decay is corrected to, in s since 1970
     * @return the activity in Bq
     */
    double decayed(double scan) throws DicomException {
        double dose = dose();
        double halfLives = (scan - start(scan)) / halfLife();
        return dose * Math.pow(2, -halfLives);
    }

    /** Returns when the activity was administered, in s since 1970. */
    private double start(double scan) throws DicomException {
        if (dateTime.isPresent()) {
            if (isPlausible(scan - dateTime.getAsDouble())) return dateTime.getAsDouble();
            throw implausible(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME);
        }
        if (timeOfDay.isEmpty()) {
            throw PetHeader.refusal(file, Tag.RADIOPHARMACEUTICAL_START_TIME, "is missing or cannot be read");
        }
        double sameDay = Math.floor(scan / SECONDS_PER_DAY) * SECONDS_PER_DAY + timeOfDay.getAsDouble();
        double dayBefore = sameDay - SECONDS_PER_DAY;
        boolean same = isPlausible(scan - sameDay);
        boolean before = sameDay > scan && isPlausible(scan - dayBefore);
        if (same && before) {
            throw PetHeader.refusal(
                    file,
                    Tag.RADIOPHARMACEUTICAL_START_TIME,
                    "is shortly after the start of the scan: it may be of this day or of the day before");
        }
        if (same) return sameDay;
        if (before) return dayBefore;
        throw implausible(Tag.RADIOPHARMACEUTICAL_START_TIME);
    }

    private boolean isPlausible(double decay) throws DicomException {
        return decay >= -EARLIEST_SCAN && decay <= MOST_HALF_LIVES * halfLife();
    }

    private DicomException implausible(int tag) {
        return PetHeader.refusal(
                file,
                tag,
                "does not fit the time of the scan and Radionuclide Half Life: it is after the scan, or more than "
                        + (int) MOST_HALF_LIVES + " half-lives before it");
    }
}
