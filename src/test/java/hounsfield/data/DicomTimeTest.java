package hounsfield.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DicomTimeTest {
    @ParameterizedTest
    @CsvSource({
        "0930, 34200",
        "093015, 34215",
        "093015.25, 34215.25",
        "093015., 34215",
        "' 093015.250000 ', 34215.25",
        "09:30:15, 34215",
        "09:30, 34200",
        "235960, 86400",
        "000000, 0"
    })
    void timesOfDay(String text, double seconds) {
        assertEquals(OptionalDouble.of(seconds), DicomTime.ofTime(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "09", "093", "24:00", "0960", "093061", "0930156", "09301x", "093015.2x", "+930", "noon"})
    void textsThatAreNoTimes(String text) {
        assertEquals(OptionalDouble.empty(), DicomTime.ofTime(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20240229", "2024.02.29", " 20240229 "})
    void dates(String date) {
        long expected = LocalDateTime.of(2024, 2, 29, 12, 0, 1).toEpochSecond(ZoneOffset.UTC);
        assertEquals(OptionalDouble.of(expected), DicomTime.of(date, "120001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20230229", "2024022", "202402290", "20241301", "20240200", "yesterday"})
    void textsThatAreNoDates(String date) {
        assertEquals(OptionalDouble.empty(), DicomTime.of(date, "120001"));
    }

    @Test
    void aDateTimeIsLocalTime() {
        double expected = LocalDateTime.of(2024, 2, 29, 12, 0, 1).toEpochSecond(ZoneOffset.UTC);
        assertEquals(OptionalDouble.of(expected), DicomTime.ofDateTime("20240229120001"));
        assertEquals(OptionalDouble.of(expected + 0.5), DicomTime.ofDateTime("20240229120001.5+0130"));
        assertEquals(OptionalDouble.empty(), DicomTime.ofDateTime("20240229"));
        assertEquals(OptionalDouble.empty(), DicomTime.ofDateTime("2024"));
        assertEquals(OptionalDouble.empty(), DicomTime.ofDateTime("+0130"));
    }

    @Test
    void aDateTimeIsConvertedToTheZoneOfTheDataSet() {
        double expected = LocalDateTime.of(2024, 2, 29, 12, 0, 1).toEpochSecond(ZoneOffset.UTC);
        assertEquals(OptionalDouble.of(expected), DicomTime.ofDateTime("20240229120001+0100", ""));
        assertEquals(OptionalDouble.of(expected), DicomTime.ofDateTime("20240229120001", "+0100"));
        assertEquals(OptionalDouble.of(expected + 3600 + 1800), DicomTime.ofDateTime("20240229120001-0030", "+0100"));
        assertEquals(OptionalDouble.of(expected), DicomTime.ofDateTime("20240229120001-0030", "CET"));
    }
}
