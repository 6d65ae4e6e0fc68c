package hounsfield.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.bytes.ArrayByteSource;
import hounsfield.bytes.ByteSource;
import hounsfield.calibrate.CalibratedImage;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What differs between the images at a position, and which axis it becomes. The value of an image is its name. */
class SeriesAxesTest {
    private final List<ByteSource> files = new ArrayList<>();

    /** Adds an image of one pixel. */
    private void add(int value, int instance, double z, UnaryOperator<DicomBytes> more) {
        add(value, "1.9." + value, instance, "0\\0\\" + z, more);
    }

    private void add(int value, String uid, int instance, String position, UnaryOperator<DicomBytes> more) {
        DicomBytes bytes = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN).text(Tag.SOP_INSTANCE_UID, "UI", uid);
        DicomBytes image = DicomImages.gray(
                DicomImages.at(
                        more.apply(bytes.text(Tag.SERIES_INSTANCE_UID, "UI", "1.2")
                                .text(Tag.INSTANCE_NUMBER, "IS", Integer.toString(instance))),
                        position,
                        "1\\0\\0\\0\\1\\0"),
                "MONOCHROME2",
                1,
                1,
                16,
                16,
                false);
        files.add(new ArrayByteSource(
                "f" + value, DicomImages.pixels(image, value).toBytes()));
    }

    private List<Series> scan() {
        Collections.shuffle(files, new Random(1));
        SeriesScan scan = SeriesScanner.scan(files, Progress.NONE);
        assertEquals(List.of(), scan.rejected());
        return scan.series();
    }

    private Series only() {
        List<Series> all = scan();
        assertEquals(1, all.size(), all.toString());
        return all.get(0);
    }

    private static List<Integer> values(Series series) throws IOException {
        CalibratedImage image = SeriesReader.read(series, Progress.NONE);
        return image.planes().stream()
                .map(plane -> Float.isNaN(plane[0]) ? -1 : Math.round(plane[0]))
                .toList();
    }

    private static UnaryOperator<DicomBytes> text(int tag, String vr, String value) {
        return bytes -> bytes.text(tag, vr, value);
    }

    private static UnaryOperator<DicomBytes> diffusion(double b, double... gradient) {
        return bytes -> {
            DicomBytes with = bytes.doubles(Tag.DIFFUSION_B_VALUE, "FD", b);
            return gradient.length == 0 ? with : with.doubles(Tag.DIFFUSION_GRADIENT_ORIENTATION, "FD", gradient);
        };
    }

    /** Acquisition Number runs against the b-values from position to position, as in a multiband scan. */
    @Test
    void bValuesAndGradientsAreTimePointsWhateverAcquisitionNumberSays() throws IOException {
        double[][] directions = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0.6, 0.8, 0}, {0, 0.6, 0.8}, {0.8, 0, 0.6}};
        for (int z = 0; z < 3; z++) {
            for (int t = 0; t < 7; t++) {
                int step = t;
                int acquisition = (t + z) % 7;
                add(
                        100 * t + z,
                        1 + 7 * z + t,
                        2 * z,
                        text(Tag.ACQUISITION_NUMBER, "IS", Integer.toString(acquisition))
                                .andThen(step == 0 ? diffusion(0) : diffusion(1000, directions[step - 1]))::apply);
            }
        }
        Series series = only();
        assertEquals(7, series.timePoints());
        assertEquals(1, series.channels().size());
        List<Integer> expected = new ArrayList<>();
        for (int t = 0; t < 7; t++) for (int z = 0; z < 3; z++) expected.add(100 * t + z);
        assertEquals(expected, values(series));
        assertEquals("b 0, 1000 s/mm2; 6 directions", series.times().summary());
        assertEquals(
                "b 1000 s/mm2, direction (0.6, 0.8, 0.0)",
                series.times().steps().get(4));
        assertFalse(series.times().isGuess());
    }

    /** Magnitude and phase of two echoes, of which only the phase has a slope. */
    @Test
    void partsAndEchoesAreChannels() throws IOException {
        for (int z = 0; z < 2; z++) {
            for (int echo = 0; echo < 2; echo++) {
                String te = echo == 0 ? "4.6" : "9.2";
                add(
                        10 + echo + 2 * z,
                        1 + z,
                        z,
                        text(Tag.IMAGE_TYPE, "CS", "ORIGINAL\\PRIMARY\\M\\FFE").andThen(text(Tag.ECHO_TIME, "DS", te))
                                ::apply);
                add(
                        20 + echo + 2 * z,
                        1 + z,
                        z,
                        text(Tag.IMAGE_TYPE, "CS", "ORIGINAL\\PRIMARY\\P\\FFE").andThen(text(Tag.ECHO_TIME, "DS", te))
                                ::apply);
            }
        }
        Series series = only();
        assertEquals(
                List.of("magnitude, TE 4.6 ms", "magnitude, TE 9.2 ms", "phase, TE 4.6 ms", "phase, TE 9.2 ms"),
                series.channels().steps());
        assertEquals(List.of(10, 11, 20, 21, 12, 13, 22, 23), values(series));
    }

    @Test
    void missingEchoesAreNaN() throws IOException {
        int value = 0;
        for (int z = 0; z < 3; z++) {
            for (int echo = 0; echo < 3; echo++) {
                value++;
                if (z == 1 && echo == 1 || z == 2 && echo == 2) continue;
                add(value, value, 5 * z, text(Tag.ECHO_TIME, "DS", Integer.toString(20 * (echo + 1))));
            }
        }
        Series series = only();
        assertEquals(List.of(1, 2, 3, 4, -1, 6, 7, 8, -1), values(series));
        assertTrue(
                series.findings().contains("Incomplete: 2 of 9 images are missing and are NaN"),
                series.findings().toString());
    }

    /** One volume after the other; the second lacks its middle slice. */
    @Test
    void blocksOfTimePlaceImagesOfIncompletePositions() throws IOException {
        for (int t = 0; t < 3; t++) {
            for (int z = 0; z < 4; z++) {
                if (t == 1 && z == 2) continue;
                // Instance Numbers run against time.
                String time = String.format("1000%02d.%d", 3 * t, z);
                add(10 * t + z + 1, 100 - 4 * t - z, 2 * z, text(Tag.ACQUISITION_TIME, "TM", time));
            }
        }
        Series series = only();
        assertEquals(List.of(1, 2, 3, 4, 11, 12, -1, 14, 21, 22, 23, 24), values(series));
        assertEquals(3, series.frameSeconds().orElseThrow(), 0.1);
        assertFalse(series.times().isGuess());
    }

    @Test
    void instanceNumberAloneIsAGuessAndSaid() throws IOException {
        for (int t = 0; t < 2; t++) for (int z = 0; z < 3; z++) add(10 * t + z, 1 + 3 * t + z, z, bytes -> bytes);
        Series series = only();
        assertEquals(List.of(0, 1, 2, 10, 11, 12), values(series));
        assertTrue(series.times().isGuess());
        assertTrue(series.findings().stream().anyMatch(finding -> finding.contains("is a guess")));
        assertEquals(OptionalDouble.empty(), series.frameSeconds());
    }

    @Test
    void copiesOfAFileCountOnce() throws IOException {
        for (int z = 0; z < 3; z++) {
            add(z, "1.9." + z, z, "0\\0\\" + z, bytes -> bytes);
            add(z, "1.9." + z, z, "0\\0\\" + z, bytes -> bytes);
        }
        Series series = only();
        assertEquals(List.of(0, 1, 2), values(series));
        assertTrue(
                series.findings().get(0).startsWith("Copies: 3 files"),
                series.findings().toString());
    }

    /** All files have one SOP Instance UID, as after a careless de-identification. */
    @Test
    void differentImagesOfOneInstanceUidAreAllKept() throws IOException {
        for (int z = 0; z < 3; z++) add(z, "1.9", z, "0\\0\\" + z, bytes -> bytes);
        assertEquals(List.of(0, 1, 2), values(only()));
    }

    @Test
    void stacksBesideEachOtherAreVolumes() throws IOException {
        for (int z = 0; z < 3; z++) {
            add(z, "1.9." + z, 2 * z, "0\\0\\" + z, bytes -> bytes);
            add(10 + z, "1.9.1" + z, 2 * z + 1, "150\\0\\" + z, bytes -> bytes);
        }
        List<Series> all = scan();
        assertEquals(List.of("1.2#1", "1.2#2"), all.stream().map(Series::name).toList());
        assertEquals(List.of(0, 1, 2), values(all.get(0)));
        assertEquals(List.of(10, 11, 12), values(all.get(1)));
    }

    @Test
    void derivedImagesAtThePositionsOfOriginalOnesAreApart() throws IOException {
        for (int z = 0; z < 2; z++) {
            add(z, z, z, text(Tag.IMAGE_TYPE, "CS", "ORIGINAL\\PRIMARY"));
            add(10 + z, 10 + z, z, text(Tag.IMAGE_TYPE, "CS", "DERIVED\\SECONDARY"));
        }
        List<Series> all = scan();
        assertEquals(2, all.size());
        assertEquals(List.of(0, 1), values(all.get(0)));
        assertEquals(List.of(10, 11), values(all.get(1)));
    }

    /** Heart rates differ from slice to slice, and so do trigger times; their order does not. */
    @Test
    void triggerTimesOrderWhereTheyDifferFromSliceToSlice() throws IOException {
        for (int z = 0; z < 3; z++) {
            for (int t = 0; t < 4; t++) {
                double trigger = t * (200 + 10 * z);
                add(10 * t + z, 1 + 4 * z + t, 8 * z, text(Tag.TRIGGER_TIME, "DS", Double.toString(trigger)));
            }
        }
        Series series = only();
        assertEquals(List.of(0, 1, 2, 10, 11, 12, 20, 21, 22, 30, 31, 32), values(series));
        assertFalse(series.times().isGuess());
        assertEquals(0.21, series.frameSeconds().orElseThrow(), 1e-9);
    }

    @Test
    void triggerTimesOfASinglePositionAreACine() throws IOException {
        for (int t = 0; t < 1000; t++) {
            add(t, t, 0, text(Tag.TRIGGER_TIME, "DS", Integer.toString(40 * t)));
        }
        Series series = only();
        assertEquals(1000, series.timePoints());
        assertEquals(0.04, series.frameSeconds().orElseThrow(), 1e-9);
        assertEquals(
                List.of("x", "y", "t"), SeriesReader.read(series, Progress.NONE).axes());
    }

    @Test
    void phasesInThePercentagesOfTheCardiacCycleAreTimePoints() throws IOException {
        for (int z = 0; z < 2; z++) {
            for (int phase = 0; phase < 3; phase++) {
                double percent = 30 + 20 * phase;
                add(
                        10 * phase + z,
                        1,
                        z,
                        bytes -> bytes.sequence(
                                Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE,
                                bytes.same()
                                        .sequence(
                                                Tag.CARDIAC_SYNCHRONIZATION_SEQUENCE,
                                                bytes.same()
                                                        .doubles(
                                                                Tag.NOMINAL_PERCENTAGE_OF_CARDIAC_PHASE,
                                                                "FD",
                                                                percent))));
            }
        }
        Series series = only();
        assertEquals(List.of(0, 1, 10, 11, 20, 21), values(series));
        assertEquals("cardiac phase 30, 50, 70 %", series.times().summary());
    }

    /** A mosaic has one frame; this file has two, by its Pixel Data, and is not divided. */
    @Test
    void mosaicThatCannotBeDividedKeepsItsFrames() throws IOException {
        DicomBytes bytes = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.IMAGE_TYPE, "CS", "ORIGINAL\\PRIMARY\\M\\MOSAIC")
                .text(Tag.SERIES_INSTANCE_UID, "UI", "1.2")
                .text(Tag.NUMBER_OF_FRAMES, "IS", "two");
        DicomBytes image = DicomImages.gray(bytes, "MONOCHROME2", 1, 1, 16, 16, false);
        files.add(new ArrayByteSource("frames", DicomImages.pixels(image, 1, 2).toBytes()));
        Series series = only();
        assertEquals(List.of(1, 2), values(series));
        assertTrue(
                series.findings().stream().anyMatch(finding -> finding.startsWith("Number of Frames")),
                series.findings().toString());
    }
}
