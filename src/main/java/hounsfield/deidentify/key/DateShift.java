package hounsfield.deidentify.key;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shifts dates by a number of days. Times of day are unchanged, so all intervals between the dates of a patient are unchanged.
 *
 * @param days negative for earlier dates
 */
public record DateShift(int days) {
    private static final Pattern DATE = Pattern.compile("(\\d{4})\\.?(\\d{2})\\.?(\\d{2})");
    /** A Date Time may end after any part (PS3.5 table 6.2-1). */
    private static final Pattern DATE_TIME =
            Pattern.compile("(\\d{4})(\\d{2})?(\\d{2})?(\\d{0,6}(?:\\.\\d{1,6})?(?:[+-]\\d{4})?)");

    /**
     * Shifts a value of VR DA.
     *
     * @param date such as {@code 20260131}, or {@code 2026.01.31} of ACR-NEMA
     * @return such as {@code 20210415}; empty if it is not a date
     */
    public String date(String date) {
        Matcher matcher = DATE.matcher(date.strip());
        return matcher.matches() ? moved(matcher.group(1), matcher.group(2), matcher.group(3), 8) : "";
    }

    /**
     * Shifts a value of VR DT and keeps its precision.
     *
     * @param dateTime such as {@code 20260131120000.5+0100}
     * @return the same with another date; empty if it is not a date and time
     */
    public String dateTime(String dateTime) {
        Matcher matcher = DATE_TIME.matcher(dateTime.strip());
        if (!matcher.matches()) return "";
        String month = matcher.group(2) == null ? "01" : matcher.group(2);
        String day = matcher.group(3) == null ? "01" : matcher.group(3);
        int digits = matcher.group(2) == null ? 4 : matcher.group(3) == null ? 6 : 8;
        String date = moved(matcher.group(1), month, day, digits);
        return date.isEmpty() ? "" : date + matcher.group(4);
    }

    private String moved(String year, String month, String day, int digits) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                    .plus(days, ChronoUnit.DAYS);
            // Files use dates such as 00010101 for unknown ones, and these must not become negative years.
            if (date.getYear() < 1) return "";
            return "%04d%02d%02d"
                    .formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth())
                    .substring(0, digits);
        } catch (DateTimeException e) {
            return "";
        }
    }
}
