package hounsfield.series;

import static hounsfield.testing.SeriesFiles.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.Dicom;
import hounsfield.DicomSeries;
import hounsfield.calibrate.CalibratedImage;
import hounsfield.imagej.Hounsfield;
import hounsfield.series.axis.WhenIncomplete;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
import hounsfield.testing.SeriesFiles;
import hounsfield.work.Progress;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Series of the kinds that clinics have, as volumes and hyperstacks. */
class SeriesKindsTest {
    private static final double[][] DIRECTIONS = {
        {1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0.6, 0.8, 0}, {0, 0.6, 0.8}, {0.8, 0, 0.6}
    };

    @TempDir
    Path folder;

    private final SeriesFiles files = new SeriesFiles();

    private DicomSeries only() throws IOException {
        return Dicom.series(files.shuffled()).only();
    }

    private static List<Integer> values(DicomSeries series) throws IOException {
        CalibratedImage image = SeriesReader.read(series.series(), Progress.NONE);
        return image.planes().stream().map(plane -> Math.round(plane[0])).toList();
    }

    /** Returns 100 t + z by time, then position. */
    private static List<Integer> volumes(int times, int slices) {
        List<Integer> expected = new ArrayList<>();
        for (int t = 0; t < times; t++) for (int z = 0; z < slices; z++) expected.add(100 * t + z);
        return expected;
    }

    /** Cine mode: three phases are acquired at each position of the couch, so Instance Numbers count phases first. */
    @Test
    void fourDimensionalCtByTimesOfEachCouchPosition() throws IOException {
        for (int z = 0; z < 5; z++) {
            for (int phase = 0; phase < 3; phase++) {
                String time = String.format(Locale.ROOT, "1000%04.1f", 6.0 * z + 1.5 * phase);
                files.add(100 * phase + z, 1 + 3 * z + phase, 2.5 * z, text(Tag.ACQUISITION_TIME, "TM", time));
            }
        }
        DicomSeries series = only();
        assertEquals(volumes(3, 5), values(series));
        assertEquals(3, series.timePoints());
        assertEquals(1.5, series.series().frameSeconds().orElseThrow(), 1e-9);
        assertFalse(series.series().times().isGuess());
    }

    /** Reconstructed phases, one volume after the other, with one time for all and Temporal Position Identifier. */
    @Test
    void fourDimensionalCtByTemporalPositions() throws IOException {
        for (int phase = 0; phase < 3; phase++) {
            for (int z = 0; z < 4; z++) {
                UnaryOperator<DicomBytes> more = text(Tag.TEMPORAL_POSITION_IDENTIFIER, "IS", "" + (phase + 1))
                        .andThen(text(Tag.ACQUISITION_TIME, "TM", "100000"))::apply;
                // Numbers run downwards in each phase.
                files.add(100 * phase + z, 4 * phase + 4 - z, 2.5 * z, more);
            }
        }
        DicomSeries series = only();
        assertEquals(volumes(3, 4), values(series));
        assertEquals("temporal position 1, 2, 3", series.series().times().summary());
        assertEquals(SeriesQuality.InstanceOrder.OPPOSITE, series.quality().instanceOrder());
    }

    /** Phases that differ only in running numbers are separated, and the report calls this a guess. */
    @Test
    void fourDimensionalCtByNumbersAlone() throws IOException {
        for (int phase = 0; phase < 3; phase++) {
            for (int z = 0; z < 4; z++) {
                files.add(100 * phase + z, 1 + 4 * phase + z, 2.5 * z, text(Tag.ACQUISITION_NUMBER, "IS", "1"));
            }
        }
        DicomSeries series = only();
        assertEquals(volumes(3, 4), values(series));
        assertTrue(series.series().times().isGuess());
    }

    private static UnaryOperator<DicomBytes> diffusion(double b, double[] gradient) {
        return bytes -> bytes.doubles(Tag.DIFFUSION_B_VALUE, "FD", b)
                .doubles(Tag.DIFFUSION_GRADIENT_ORIENTATION, "FD", gradient);
    }

    /** Files are numbered slice by slice, and each step keeps its own slope. */
    @Test
    void twoBValuesInSixDirections() throws IOException {
        for (int step = 0; step < 12; step++) {
            double b = step < 6 ? 500 : 1000;
            double[] direction = DIRECTIONS[step % 6];
            for (int z = 0; z < 3; z++) files.add(100 * step + z, 1 + 12 * z + step, 4 * z, diffusion(b, direction));
        }
        DicomSeries series = only();
        assertEquals(12, series.timePoints());
        assertEquals(volumes(12, 3), values(series));
        assertEquals("b 500, 1000 s/mm2; 6 directions", series.series().times().summary());
        assertEquals(
                "b 1000 s/mm2, direction (0.8, 0.0, 0.6)",
                series.series().times().steps().get(11));
        assertTrue(series.series().frameSeconds().isEmpty(), "b-values are not times");
        assertEquals(volumes(12, 3), values(series.arranged("b-value, gradient", WhenIncomplete.FILL)));
    }

    /** The same in one enhanced file, whose frames are in no order. */
    @Test
    void twoBValuesInSixDirectionsOfAnEnhancedImage() throws IOException {
        List<DicomBytes> groups = new ArrayList<>();
        int[] values = new int[36];
        DicomBytes file = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.4.1")
                .text(Tag.SERIES_INSTANCE_UID, "UI", "1.2");
        for (int frame = 0; frame < 36; frame++) {
            int at = frame * 7 % 36;
            int step = at / 3;
            int z = at % 3;
            values[frame] = 100 * step + z;
            DicomBytes gradient = file.same().doubles(Tag.DIFFUSION_GRADIENT_ORIENTATION, "FD", DIRECTIONS[step % 6]);
            groups.add(file.same()
                    .sequence(
                            Tag.MR_DIFFUSION_SEQUENCE,
                            file.same()
                                    .doubles(Tag.DIFFUSION_B_VALUE, "FD", step < 6 ? 500 : 1000)
                                    .sequence(Tag.DIFFUSION_GRADIENT_DIRECTION_SEQUENCE, gradient))
                    .sequence(
                            Tag.PLANE_POSITION_SEQUENCE,
                            file.same().text(Tag.IMAGE_POSITION_PATIENT, "DS", "0\\0\\" + 4 * z)));
        }
        DicomBytes shared = file.same()
                .sequence(
                        Tag.PLANE_ORIENTATION_SEQUENCE,
                        file.same().text(Tag.IMAGE_ORIENTATION_PATIENT, "DS", SeriesFiles.AXIAL))
                .sequence(Tag.PIXEL_MEASURES_SEQUENCE, file.same().text(Tag.PIXEL_SPACING, "DS", "1\\1"));
        DicomBytes image = DicomImages.gray(
                file.sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared)
                        .sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, groups.toArray(new DicomBytes[0]))
                        .text(Tag.NUMBER_OF_FRAMES, "IS", "36"),
                "MONOCHROME2",
                1,
                1,
                16,
                16,
                false);
        DicomImages.write(folder, "dwi", DicomImages.pixels(image, values));
        DicomSeries series = Dicom.series(folder).only();
        assertEquals(12, series.timePoints());
        assertEquals(volumes(12, 3), values(series).stream().sorted().toList());
        assertEquals(
                6,
                series.series().times().steps().stream()
                        .filter(step -> step.startsWith("b 500 "))
                        .count());
        for (int t = 0; t < 12; t++) {
            int first = values(series).get(3 * t);
            assertEquals(List.of(first, first + 1, first + 2), values(series).subList(3 * t, 3 * t + 3));
            double[] direction = DIRECTIONS[first / 100 % 6];
            String name = String.format(
                    Locale.ROOT,
                    "b %d s/mm2, direction (%s, %s, %s)",
                    first < 600 ? 500 : 1000,
                    direction[0],
                    direction[1],
                    direction[2]);
            assertEquals(name, series.series().times().steps().get(t));
        }
    }

    /** Philips: each echo of each part has a slope of its own; Instance Numbers go through parts first. */
    @Test
    void echoesOfPartsHaveTheirSlopes() throws IOException {
        String[] parts = {"M", "P", "R", "I"};
        for (int z = 0; z < 3; z++) {
            for (int echo = 0; echo < 2; echo++) {
                for (int part = 0; part < 4; part++) {
                    int stored = 1 + z + 10 * echo + 100 * part;
                    String intercept = "" + -1000 * part;
                    String slope = "" + (1 + part) * (1 + echo);
                    UnaryOperator<DicomBytes> more = text(Tag.IMAGE_TYPE, "CS", "ORIGINAL\\PRIMARY\\" + parts[part])
                            .andThen(text(Tag.ECHO_TIME, "DS", echo == 0 ? "4.6" : "12"))
                            .andThen(bytes -> DicomImages.rescaled(bytes, intercept, slope))::apply;
                    files.add(stored, 1 + part + 4 * echo + 8 * z, 2 * z, more);
                }
            }
        }
        files.write(folder);
        ImagePlus image = Hounsfield.openSeries(folder.toString());
        assertArrayEquals(new int[] {1, 1, 8, 3, 1}, image.getDimensions());
        for (int z = 0; z < 3; z++) {
            for (int part = 0; part < 4; part++) {
                for (int echo = 0; echo < 2; echo++) {
                    int stored = 1 + z + 10 * echo + 100 * part;
                    int index = image.getStackIndex(1 + 2 * part + echo, z + 1, 1);
                    assertEquals(
                            stored * (1 + part) * (1 + echo) - 1000 * part,
                            image.getStack().getProcessor(index).getf(0),
                            "part " + part + ", echo " + echo + ", slice " + z);
                }
            }
        }
        assertTrue(image.getStack().getSliceLabel(4).startsWith("f111, phase, TE 12 ms\n"));
        SeriesQuality quality = only().quality();
        assertEquals(8, quality.channels());
        assertEquals(8, quality.rescales().size());
    }

    /** Ultrasound: 1,000 frames without positions, with Frame Time in ms. */
    @Test
    void cineOfAThousandFrames() throws IOException {
        DicomBytes bytes = DicomImages.gray(
                DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN)
                        .text(Tag.SOP_CLASS_UID, "UI", "1.2.840.10008.5.1.4.1.1.3.1")
                        .text(Tag.SERIES_INSTANCE_UID, "UI", "1.2")
                        .text(Tag.FRAME_TIME, "DS", "12.5")
                        .text(Tag.NUMBER_OF_FRAMES, "IS", "1000"),
                "MONOCHROME2",
                1,
                1,
                16,
                16,
                false);
        DicomImages.write(
                folder,
                "cine",
                DicomImages.pixels(bytes, IntStream.range(0, 1000).toArray()));
        for (boolean virtual : new boolean[] {false, true}) {
            ImagePlus image = virtual
                    ? Hounsfield.openSeriesVirtual(folder.toString())
                    : Hounsfield.openSeries(folder.toString());
            assertArrayEquals(new int[] {1, 1, 1, 1, 1000}, image.getDimensions());
            assertEquals(0.0125, image.getCalibration().frameInterval, 1e-12);
            for (int t = 1; t <= 1000; t++)
                assertEquals(t - 1, image.getStack().getProcessor(t).getf(0));
        }
        String label = Hounsfield.describeSeries(folder.toString())[0];
        assertTrue(label.contains("1000"), label);
    }

    @Test
    void filesWithoutUidsAndPositions() throws IOException {
        for (int i = 0; i < 4; i++) {
            DicomBytes bytes = DicomBytes.file(DicomBytes.EXPLICIT_LITTLE_ENDIAN);
            files.add(i, i < 2 ? bytes : bytes.text(Tag.INSTANCE_NUMBER, "IS", "" + (9 - i)));
        }
        DicomSeries series = only();
        assertEquals("unnamed", series.name());
        assertEquals("", series.uid());
        assertEquals(List.of(3, 2, 0, 1), values(series), "by number, then by name");
        assertTrue(
                series.findings().get(0).startsWith("Slices without positions: ordered by file name"),
                series.findings().toString());
        files.write(folder);
        assertArrayEquals(new String[] {"unnamed"}, Hounsfield.listSeries(folder.toString()));
        ImagePlus image = Hounsfield.openSeriesByUid(folder.toString(), "unnamed");
        assertArrayEquals(new int[] {1, 1, 1, 4, 1}, image.getDimensions());
        assertEquals(3, image.getStack().getProcessor(1).getf(0));
    }
}
