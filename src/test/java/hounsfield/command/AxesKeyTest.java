package hounsfield.command;

import static hounsfield.command.OneImage.assertSame;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.standard.Tag;
import hounsfield.testing.SeriesFiles;
import ij.ImagePlus;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The keys {@code axes}, {@code incomplete} and {@code order} for a series with several images at each position. */
class AxesKeyTest extends MacroCommands {
    /** Two echoes at three positions; the second lacks the last. Instance Numbers run against positions. */
    @BeforeEach
    void files() {
        SeriesFiles files = new SeriesFiles();
        for (int z = 0; z < 3; z++) {
            files.add(10 + z, 9 - z, z, SeriesFiles.text(Tag.ECHO_TIME, "DS", "5"));
            if (z < 2) files.add(20 + z, 19 - z, z, SeriesFiles.text(Tag.ECHO_TIME, "DS", "10"));
        }
        files.write(folder);
    }

    private String options(String more) {
        return "folder=[" + folder + "] " + more;
    }

    private static List<Integer> values(ImagePlus image) {
        return IntStream.rangeClosed(1, image.getStackSize())
                .mapToObj(n -> image.getStack().getProcessor(n).getf(0))
                .map(value -> Float.isNaN(value) ? -1 : Math.round(value))
                .toList();
    }

    @Test
    void macrosAndScriptsGetTheSame() throws IOException {
        int walked = 0;
        for (String axes : List.of("automatic", "none", "Echo", "instance number")) {
            for (String incomplete : List.of("fill", "drop")) {
                ImagePlus menu = run("Import DICOM Series...", options("axes=[" + axes + "] incomplete=" + incomplete));
                ImagePlus call = Hounsfield.openSeriesByAxes(folder.toString(), "", axes, incomplete);
                assertSame(menu, call, axes + " " + incomplete);
                walked++;
            }
        }
        assertEquals(8, walked);
    }

    @Test
    void eachKeyDoesItsWork() {
        assertEquals(List.of(10, 20, 11, 21, 12, -1), values(run("Import DICOM Series...", options(""))));
        ImagePlus times = run("Import DICOM Series...", options("axes=[Instance Number]"));
        assertArrayEquals(new int[] {1, 1, 1, 3, 2}, times.getDimensions());
        assertEquals(List.of(10, 11, 12, 20, 21, -1), values(times));
        ImagePlus full = run("Import DICOM Series...", options("incomplete=Drop virtual"));
        assertArrayEquals(new int[] {1, 1, 1, 3, 1}, full.getDimensions());
        assertEquals(List.of(10, 11, 12), values(full));
        ImagePlus none = run("Import DICOM Series...", options("axes=none"));
        assertArrayEquals(new int[] {1, 1, 1, 5, 1}, none.getDimensions());
        assertEquals(List.of(10, 20, 11, 21, 12), values(none));
    }

    /** In another order all images are slices, and none is missing. */
    @Test
    void anotherOrderHasNoAxes() {
        for (String virtual : List.of("", " virtual")) {
            ImagePlus image = run("Import DICOM Series...", options("order=[instance number]" + virtual));
            assertArrayEquals(new int[] {1, 1, 1, 5, 1}, image.getDimensions());
            assertEquals(List.of(12, 11, 10, 21, 20), values(image));
            assertTrue(
                    image.getStack().getSliceLabel(4).startsWith("f21\n"),
                    image.getStack().getSliceLabel(4));
        }
        assertEquals(
                List.of(10, 11, 12, 20, 21),
                values(run("Import DICOM Series...", options("order=[file name] axes=none"))));
        assertEquals(
                List.of(12, 11, 10),
                values(run("Import DICOM Series...", options("order=[instance number] incomplete=drop"))));
    }

    @Test
    void contradictionsAreRefused() {
        String message = MacroRun.failure(new ImportSeriesCommand(), options("order=[file name] axes=echo"));
        assertEquals("axes= needs order=position; with order=file name all images are slices", message);
        message = MacroRun.failure(new ImportSeriesCommand(), options("axes=time"));
        assertTrue(message.contains("do not differ in time; they differ in echo time"), message);
        assertThrows(
                IllegalArgumentException.class,
                () -> Hounsfield.openSeriesByAxes(folder.toString(), "", "echo", "keep"));
    }
}
