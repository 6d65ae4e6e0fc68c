package hounsfield.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * Values of the VRs DA, TM and DT in seconds (PS3.5 6.2). A text that is not a full date, or a time without minutes, has
 * none: an hour alone is too coarse for an interval.
 */
public final class DicomTime {
    private static final int SECONDS_PER_DAY = 86_400;
    /** Digits of a date in a date-time. */
    private static final int DATE_DIGITS = 8;

    private DicomTime() {}

    /**
     * Rewrites a date of VR DA at the start of a text with hyphens.
     *
     * @param text a date, or a date and more words, such as {@code 20260301 Chest}
     * @return such as {@code 2026-03-01 Chest}; other texts as they are
     */
    public static String dateFirst(String text) {
        return text.replaceFirst("^(\\d{4})(\\d{2})(\\d{2})(?=\\s|$)", "$1-$2-$3");
    }

    /**
     * Returns the time of a date and a time of day.
     *
     * @param date of VR DA: {@code YYYYMMDD} or {@code YYYY.MM.DD}
     * @param time of VR TM: {@code HHMM}, {@code HHMMSS}, {@code HHMMSS.FFFFFF}, with or without colons
     * @return seconds since the beginning of 1970; empty if one of them is missing or invalid
     */
    public static OptionalDouble of(String date, String time) {
        OptionalDouble seconds = ofTime(time);
        if (seconds.isEmpty()) return seconds;
        String text = date.strip();
        int year = digits(text, 0, 4);
        int monthAt = skip(text, 4, '.');
        int month = digits(text, monthAt, 2);
        int dayAt = skip(text, monthAt + 2, '.');
        int day = digits(text, dayAt, 2);
        if (year < 0 || month < 1 || day < 1 || text.length() != dayAt + 2) return OptionalDouble.empty();
        try {
            long days = LocalDate.of(year, month, day).toEpochDay();
            return OptionalDouble.of(days * (double) SECONDS_PER_DAY + seconds.getAsDouble());
        } catch (DateTimeException e) {
            return OptionalDouble.empty();
        }
    }

    /**
     * Returns a time of day.
     *
     * @param time of VR TM
     * @return seconds since midnight; empty if it is missing or invalid
     */
    public static OptionalDouble ofTime(String time) {
        String text = time.strip();
        int hour = digits(text, 0, 2);
        int minuteAt = skip(text, 2, ':');
        int minute = digits(text, minuteAt, 2);
        double second = second(text, minuteAt + 2);
        // A leap second is 60.
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || !(second < 61)) return OptionalDouble.empty();
        return OptionalDouble.of(hour * 3600 + minute * 60 + second);
    }

    /**
     * Returns the time of a date-time, without its offset from UTC, which is the same in all images of a series.
     *
     * @param text of VR DT: {@code YYYYMMDDHHMM}, with seconds, fraction and {@code +ZZXX} as far as they are known
     * @return seconds since the beginning of 1970; empty if it is missing or invalid
     */
    public static OptionalDouble ofDateTime(String text) {
        String local = text.strip();
        int offset = offsetAt(local);
        if (offset >= 0) local = local.substring(0, offset);
        return local.length() < DATE_DIGITS
                ? OptionalDouble.empty()
                : of(local.substring(0, DATE_DIGITS), local.substring(DATE_DIGITS));
    }

    /**
     * Returns the time of a date-time, in the time zone of the Data Set's dates and times.
     *
     * @param text of VR DT, with or without an offset from UTC
     * @param zone Timezone Offset From UTC (0008,0201) of the Data Set; where it is missing, an offset of the date-time is
     *     that of the Data Set
     * @return seconds since the beginning of 1970; empty if it is missing or invalid
     */
    public static OptionalDouble ofDateTime(String text, String zone) {
        OptionalDouble seconds = ofDateTime(text);
        String stripped = text.strip();
        int at = offsetAt(stripped);
        OptionalDouble offset = at < 0 ? OptionalDouble.empty() : offset(stripped.substring(at));
        OptionalDouble own = offset(zone.strip());
        if (seconds.isEmpty() || offset.isEmpty() || own.isEmpty()) return seconds;
        return OptionalDouble.of(seconds.getAsDouble() - offset.getAsDouble() + own.getAsDouble());
    }

    /** Returns where {@code +ZZXX} begins; -1 if there is none. */
    private static int offsetAt(String dateTime) {
        int at = dateTime.length() - 5;
        if (at < 0) return -1;
        char sign = dateTime.charAt(at);
        return (sign == '+' || sign == '-') && digits(dateTime, at + 1, 4) >= 0 ? at : -1;
    }

    private static OptionalDouble offset(String zone) {
        if (zone.length() != 5 || offsetAt(zone) != 0) return OptionalDouble.empty();
        double seconds = digits(zone, 1, 2) * 3600 + digits(zone, 3, 2) * 60;
        return OptionalDouble.of(zone.charAt(0) == '-' ? -seconds : seconds);
    }

    /** Returns the seconds that end a text; 0 if it ends before them, NaN if they are invalid. */
    private static double second(String text, int minuteEnd) {
        if (minuteEnd >= text.length()) return 0;
        int at = skip(text, minuteEnd, ':');
        if (digits(text, at, 2) < 0) return Double.NaN;
        for (int i = at + 2; i < text.length(); i++) {
            if (i == at + 2 ? text.charAt(i) != '.' : !isDigit(text.charAt(i))) return Double.NaN;
        }
        return Double.parseDouble(text.substring(at));
    }

    private static int skip(String text, int at, char separator) {
        return at < text.length() && text.charAt(at) == separator ? at + 1 : at;
    }

    /** Returns the number in some characters; -1 if they are not all digits. */
    private static int digits(String text, int from, int count) {
        if (from + count > text.length()) return -1;
        int number = 0;
        for (int i = from; i < from + count; i++) {
            if (!isDigit(text.charAt(i))) return -1;
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
