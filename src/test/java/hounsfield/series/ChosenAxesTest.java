package hounsfield.series;

import static hounsfield.testing.SeriesFiles.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.Dicom;
import hounsfield.DicomSeries;
import hounsfield.series.axis.AxisChoice;
import hounsfield.series.axis.WhenIncomplete;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.SeriesFiles;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Axes that the user chooses, and volumes that lack images. The value of an image is its name. */
class ChosenAxesTest {
    private final SeriesFiles files = new SeriesFiles();

    private DicomSeries only() throws IOException {
        return Dicom.series(files.shuffled()).only();
    }

    private static List<Integer> values(DicomSeries series) throws IOException {
        return SeriesReader.read(series.series(), Progress.NONE).planes().stream()
                .map(plane -> Float.isNaN(plane[0]) ? -1 : Math.round(plane[0]))
                .toList();
    }

    private static UnaryOperator<DicomBytes> echo(int te) {
        return text(Tag.ECHO_TIME, "DS", Integer.toString(te));
    }

    private static UnaryOperator<DicomBytes> at(int second) {
        return text(Tag.ACQUISITION_TIME, "TM", "1000" + (second < 10 ? "0" : "") + second);
    }

    private static String refused(DicomSeries series, String axes) {
        return assertThrows(IllegalArgumentException.class, () -> series.arranged(axes, WhenIncomplete.FILL))
                .getMessage();
    }

    /** Two echoes, each acquired at a time of its own: the echoes by themselves, or the times by choice. */
    @Test
    void timesInPlaceOfEchoes() throws IOException {
        for (int z = 0; z < 3; z++) {
            files.add(10 + z, 1 + z, z, echo(5).andThen(at(30))::apply);
            files.add(20 + z, 4 + z, z, echo(10).andThen(at(0))::apply);
        }
        DicomSeries found = only();
        assertEquals(2, found.channels());
        assertEquals(List.of(10, 20, 11, 21, 12, 22), values(found));
        for (String words : List.of("time", "Acquisition_Time", " acquisition-time ")) {
            DicomSeries times = found.arranged(words, WhenIncomplete.FILL);
            assertEquals(1, times.channels());
            assertEquals(2, times.timePoints());
            assertEquals(List.of(20, 21, 22, 10, 11, 12), values(times));
            assertEquals(30, times.series().frameSeconds().orElseThrow());
        }
        DicomSeries again = found.arranged("time", WhenIncomplete.FILL).arranged("echo", WhenIncomplete.FILL);
        assertEquals(List.of(10, 20, 11, 21, 12, 22), values(again));
        assertEquals(found.name(), again.name());
        DicomSeries none = found.arranged("none", WhenIncomplete.FILL);
        assertEquals(6, none.slices());
        assertEquals(List.of(10, 20, 11, 21, 12, 22), values(none));
        assertEquals(3, none.quality().duplicates());
    }

    @Test
    void theFirstAttributeIsTheSlowest() throws IOException {
        for (int z = 0; z < 2; z++) {
            for (int phase = 1; phase <= 2; phase++) {
                for (int repetition = 1; repetition <= 2; repetition++) {
                    int value = 100 * phase + 10 * repetition + z;
                    files.add(
                            value,
                            value,
                            z,
                            text(Tag.TEMPORAL_POSITION_IDENTIFIER, "IS", "" + repetition)
                                    .andThen(text(Tag.TRIGGER_TIME, "DS", "" + 40 * phase))::apply);
                }
            }
        }
        DicomSeries repetitions = only().arranged("temporal position, trigger time", WhenIncomplete.FILL);
        assertEquals(List.of(110, 111, 210, 211, 120, 121, 220, 221), values(repetitions));
        assertEquals(4, repetitions.timePoints());
        DicomSeries phases = only().arranged("trigger time, temporal position", WhenIncomplete.FILL);
        assertEquals(List.of(110, 111, 120, 121, 210, 211, 220, 221), values(phases));
        assertEquals(
                "axes: images at a position have the same time; they differ in trigger time, file, instance number",
                refused(only(), "time"));
    }

    @Test
    void whatCannotBeAnAxisIsRefused() throws IOException {
        for (int z = 0; z < 2; z++) {
            files.add(10 + z, 1 + z, z, echo(5));
            files.add(20 + z, 3 + z, z, echo(10));
        }
        assertEquals(
                "axes: the images at a position do not differ in time; they differ in echo time, file, instance number",
                refused(only(), "time"));
        assertTrue(refused(only(), "colour").startsWith("no axis \"colour\"; there are automatic, none, echo, "));
        assertEquals("axes: \"echo\" occurs twice", refused(only(), "echo,Echo"));
        assertTrue(refused(only(), "echo,").startsWith("no axis \"\""));
        DicomSeries series = only();
        assertEquals(List.of(10, 20, 11, 21), values(series.arranged("automatic", WhenIncomplete.FILL)));
        assertSame(AxisChoice.AUTOMATIC, AxisChoice.of(""));
    }

    /** Each of many slices has files of its own, so that files as steps would leave nearly all places empty. */
    @Test
    void axesThatWouldBeNearlyEmptyAreRefused() throws IOException {
        for (int z = 0; z < 20; z++) {
            files.add(100 + z, 1 + z, z, echo(5));
            files.add(200 + z, 30 + z, z, echo(10));
        }
        assertTrue(refused(only(), "file").contains("most places would have no image"));
        DicomSeries numbers = only().arranged("instance number", WhenIncomplete.FILL);
        assertEquals(2, numbers.timePoints());
        assertEquals(219, values(numbers).get(39));
    }

    @Test
    void oneImageAtEachPositionHasNoAxes() throws IOException {
        for (int z = 0; z < 3; z++) files.add(z, z, z, echo(5 * z));
        assertTrue(refused(only(), "echo").contains("do not differ in echo"));
        assertEquals(3, only().arranged("none", WhenIncomplete.DROP).slices());
    }

    private void unplaced(int value, int instance, UnaryOperator<DicomBytes> more) {
        DicomBytes bytes = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SERIES_INSTANCE_UID, "UI", "1.2")
                .text(Tag.INSTANCE_NUMBER, "IS", "" + instance);
        files.add(value, more.apply(bytes));
    }

    /** Without positions the images of each echo are numbered by themselves, and time points too. */
    @Test
    void slicesWithoutPositionsAreNumberedWithinTheirSteps() throws IOException {
        for (int z = 0; z < 3; z++) {
            for (int e = 0; e < 2; e++) {
                for (int t = 0; t < 2; t++) {
                    int value = 100 * t + 10 * e + z;
                    unplaced(value, 50 - 20 * t - 10 * e + z, echo(5 + e).andThen(at(t))::apply);
                }
            }
        }
        DicomSeries found = only();
        assertEquals(12, found.slices());
        DicomSeries both = found.arranged("echo, time", WhenIncomplete.FILL);
        assertEquals(2, both.channels());
        assertEquals(2, both.timePoints());
        assertEquals(3, both.slices());
        assertEquals(List.of(0, 10, 1, 11, 2, 12, 100, 110, 101, 111, 102, 112), values(both));
        assertEquals(1, both.series().frameSeconds().orElseThrow());
        assertEquals(
                "3 images without positions x 2 channels x 2 time points",
                both.quality().geometryText());
        assertTrue(both.findings().get(0).startsWith("Slices without positions: ordered by Instance Number"));
        assertTrue(both.findings().get(1).startsWith("4 images at each of 3 numbers: C = TE 5, 6 ms"));
        DicomSeries times = found.arranged("instance number", WhenIncomplete.DROP);
        assertEquals(12, times.timePoints());
        assertEquals(List.of(110, 111, 112), values(times).subList(0, 3));
        assertEquals(values(found), values(times));
    }

    @Test
    void slicesWithoutPositionsThatCannotBeAssignedAreRefused() throws IOException {
        for (int i = 0; i < 5; i++) unplaced(i, i, echo(5 + i / 3));
        assertEquals(
                "axes: the images have no positions, and steps have 2 to 3 of them, so that they cannot be assigned to"
                        + " each other",
                refused(only(), "echo"));
        assertEquals(
                "axes: the images do not differ in b value; they differ in echo time, file, instance number",
                refused(only(), "b-value"));
    }

    /** The last of four volumes was aborted. */
    @Test
    void incompleteTimePointsAreLeftOut() throws IOException {
        for (int t = 0; t < 4; t++) {
            for (int z = 0; z < 3; z++) {
                if (t == 3 && z > 0) continue;
                files.add(10 * t + z, 10 * t + z, z, text(Tag.TEMPORAL_POSITION_IDENTIFIER, "IS", "" + (t + 1)));
            }
        }
        DicomSeries found = only();
        assertEquals(List.of(0, 1, 2, 10, 11, 12, 20, 21, 22, 30, -1, -1), values(found));
        DicomSeries complete = found.arranged("", WhenIncomplete.DROP);
        assertEquals(List.of(0, 1, 2, 10, 11, 12, 20, 21, 22), values(complete));
        assertEquals(3, complete.timePoints());
        assertEquals(0, complete.quality().missing());
        assertEquals("temporal position 1, 2, 3", complete.series().times().summary());
        assertTrue(
                complete.findings().contains("Left out: 1 of 4 time points, which lack images: temporal position 4"),
                complete.findings().toString());
    }

    /** The second echo lacks an image at each time: without echoes more is left than without times. */
    @Test
    void incompleteChannelsAreLeftOutIfThatLeavesMore() throws IOException {
        for (int t = 0; t < 3; t++) {
            for (int z = 0; z < 3; z++) {
                for (int e = 0; e < 2; e++) {
                    if (e == 1 && z == t) continue;
                    int value = 100 * e + 10 * t + z;
                    files.add(
                            value,
                            value,
                            z,
                            echo(5 + e).andThen(text(Tag.TEMPORAL_POSITION_IDENTIFIER, "IS", "" + (t + 1)))::apply);
                }
            }
        }
        DicomSeries found = only();
        assertEquals(List.of(0, -1, 1, 101, 2, 102, 10, 110, 11, -1, 12, 112, 20, 120, 21, 121, 22, -1), values(found));
        assertEquals(values(found), values(found.arranged("echo, temporal position", WhenIncomplete.FILL)));
        DicomSeries complete = found.arranged("automatic", WhenIncomplete.DROP);
        assertEquals(1, complete.channels());
        assertEquals(List.of(0, 1, 2, 10, 11, 12, 20, 21, 22), values(complete));
        assertTrue(
                complete.findings().contains("Left out: 1 of 2 channels, which lack images: TE 6 ms"),
                complete.findings().toString());
    }

    @Test
    void withoutACompleteVolumeNothingIsLeft() throws IOException {
        for (int e = 0; e < 2; e++) {
            for (int z = 0; z < 4; z++) if (z != e) files.add(10 * e + z, 10 * e + z, z, echo(5 + e));
        }
        DicomSeries found = only();
        assertEquals(2, found.channels());
        assertEquals(
                "incomplete=drop leaves no image: each volume lacks a slice",
                assertThrows(IllegalArgumentException.class, () -> found.arranged("", WhenIncomplete.DROP))
                        .getMessage());
    }
}
