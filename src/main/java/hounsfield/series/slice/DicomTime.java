package hounsfield.series.slice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalDouble;

/** Values of the VRs DA, TM and DT in seconds (PS3.5 6.2). */
final class DicomTime {
    private static final int SECONDS_PER_DAY = 86_400;

    private DicomTime() {}

    /**
     * Returns the seconds of a date and a time.
     *
     * @param date {@code YYYYMMDD} or {@code YYYY.MM.DD}; without a valid one, seconds count from midnight
     * @param time {@code HHMMSS.FFFFFF}, {@code HH:MM:SS}, or the first part of it
     * @return seconds since 1970 or since midnight; empty without a valid time
     */
    static OptionalDouble of(String date, String time) {
        String digits = time.strip().replace(":", "");
        if (!digits.matches("\\d{2}(\\d{2}(\\d{2}(\\.\\d{0,9})?)?)?")) return OptionalDouble.empty();
        double seconds = number(digits, 0) * 3600 + number(digits, 2) * 60;
        if (digits.length() >= 6) seconds += Double.parseDouble(digits.substring(4));
        // A leap second is 60.
        if (number(digits, 0) > 23 || number(digits, 2) > 59 || number(digits, 4) > 60) return OptionalDouble.empty();
        return OptionalDouble.of(days(date) * (double) SECONDS_PER_DAY + seconds);
    }

    /**
     * Returns the seconds of a date-time. An offset from UTC is not applied: it is the same in all images of a series.
     *
     * @param text {@code YYYYMMDDHHMMSS.FFFFFF&ZZXX}
     * @return seconds since 1970; empty without a valid date and hour
     */
    static OptionalDouble ofDateTime(String text) {
        String local = text.strip().replaceFirst("[+-]\\d{4}$", "");
        if (local.length() < 10) return OptionalDouble.empty();
        return of(local.substring(0, 8), local.substring(8));
    }

    private static long days(String date) {
        String digits = date.strip().replace(".", "");
        if (!digits.matches("\\d{8}")) return 0;
        try {
            return LocalDate.of(
                            Integer.parseInt(digits.substring(0, 4)), (int) number(digits, 4), (int) number(digits, 6))
                    .toEpochDay();
        } catch (DateTimeException e) {
            return 0;
        }
    }

    private static double number(String digits, int from) {
        return from + 2 <= digits.length() ? Integer.parseInt(digits.substring(from, from + 2)) : 0;
    }
}
