package hounsfield.calibrate.suv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times in seconds (PS3.5 6.2). A text that is not a full date or a time of at least minutes has none. */
final class PetTime {
    private static final int SECONDS_PER_DAY = 86_400;
    private static final Pattern DATE = Pattern.compile("(\\d{4})\\.?(\\d{2})\\.?(\\d{2})");
    private static final Pattern TIME = Pattern.compile("(\\d{2}):?(\\d{2})(?::?(\\d{2}(?:\\.\\d{0,9})?))?");
    private static final Pattern DATE_TIME = Pattern.compile("(\\d{8})(\\d{4}[\\d.]*)([+-]\\d{4})?");
    private static final Pattern ZONE = Pattern.compile("([+-])(\\d{2})(\\d{2})");

    private PetTime() {}

    /** Returns the seconds from 1970 to a date of VR DA and a time of VR TM; empty if one is missing or invalid. */
    static OptionalDouble of(String date, String time) {
        OptionalDouble seconds = ofTime(time);
        Matcher matcher = DATE.matcher(date.strip());
        if (seconds.isEmpty() || !matcher.matches()) return OptionalDouble.empty();
        try {
            long days = LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3))
                    .toEpochDay();
            return OptionalDouble.of(days * (double) SECONDS_PER_DAY + seconds.getAsDouble());
        } catch (DateTimeException e) {
            return OptionalDouble.empty();
        }
    }

    /** Returns the seconds from midnight to a time of VR TM; empty if it is missing or invalid. */
    static OptionalDouble ofTime(String time) {
        Matcher matcher = TIME.matcher(time.strip());
        if (!matcher.matches()) return OptionalDouble.empty();
        double seconds = matcher.group(3) == null ? 0 : Double.parseDouble(matcher.group(3));
        // A leap second is 60.
        if (number(matcher, 1) > 23 || number(matcher, 2) > 59 || seconds >= 61) return OptionalDouble.empty();
        return OptionalDouble.of(number(matcher, 1) * 3600 + number(matcher, 2) * 60 + seconds);
    }

    /**
     * Returns the seconds from 1970 to a date-time of VR DT, in the time zone of the Data Set's dates and times.
     *
     * @param text the date-time, with or without an offset from UTC
     * @param zone Timezone Offset From UTC (0008,0201) of the Data Set; where it is missing, an offset of the date-time is
     *     that of the Data Set
     * @return empty if it is missing or invalid
     */
    static OptionalDouble ofDateTime(String text, String zone) {
        Matcher matcher = DATE_TIME.matcher(text.strip());
        if (!matcher.matches()) return OptionalDouble.empty();
        OptionalDouble seconds = of(matcher.group(1), matcher.group(2));
        OptionalDouble offset = offset(matcher.group(3) == null ? "" : matcher.group(3));
        OptionalDouble own = offset(zone.strip());
        if (seconds.isEmpty() || offset.isEmpty() || own.isEmpty()) return seconds;
        return OptionalDouble.of(seconds.getAsDouble() - offset.getAsDouble() + own.getAsDouble());
    }

    private static OptionalDouble offset(String zone) {
        Matcher matcher = ZONE.matcher(zone);
        if (!matcher.matches()) return OptionalDouble.empty();
        double seconds = number(matcher, 2) * 3600 + number(matcher, 3) * 60;
        return OptionalDouble.of(matcher.group(1).equals("-") ? -seconds : seconds);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
