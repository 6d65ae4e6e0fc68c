package hounsfield.command;

import static hounsfield.command.MacroRun.failure;
import static hounsfield.command.OneImage.assertSame;
import static hounsfield.command.OneImage.pixels;
import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.phantom.Phantoms;
import ij.ImagePlus;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All values of all options give the same image through {@code IJ.run}, as in menus, and through the facade. */
class OneDoorTest extends MacroCommands {
    private static final List<String> PIXELS = List.of("32-bit", "16-bit", "stored");
    private static final List<String> VALUES = List.of("rescale", "stored");
    private static final List<String> DAMAGED = List.of("fill", "refuse");
    private static final List<Boolean> SWITCH = List.of(false, true);

    @Test
    void allOptionsOfOpenDicom() throws IOException {
        Phantoms.write("Enhanced CT", folder);
        String path = Hounsfield.dicomFiles(folder.toString())[0];
        int walked = 0;
        for (String pixels : PIXELS) {
            for (String values : VALUES) {
                for (String damaged : DAMAGED) {
                    for (boolean virtual : SWITCH) {
                        String options = "path=[" + path + "] frames=2-3 pixels=" + pixels + " values=" + values
                                + " damaged=" + damaged + (virtual ? " virtual" : "");
                        ImagePlus menu = run("Open DICOM...", options);
                        assertSame(menu, Hounsfield.openAs(path, 1, 2, pixels, values, damaged, virtual), options);
                        walked++;
                    }
                }
            }
        }
        assertEquals(24, walked);
        assertSame(
                run("Open DICOM...", "path=[" + path + "] frames=2- pixels=Stored"),
                Hounsfield.openAs(path, 1, -1, "STORED", "rescale", "fill", false),
                "to the end, in any case");
        assertSame(run("Open DICOM...", "path=[" + path + "]"), Hounsfield.open(path), "defaults");
    }

    @Test
    void allOptionsOfImportDicomSeries() throws IOException {
        // By position c a b, by instance number b c a, by file name a b c.
        write(folder, "a", slice(3, 2, -1024, 1, 2, 3, 4));
        write(folder, "b", slice(1, 4, -1024, 5, 6, 7, 8));
        write(folder, "c", slice(2, 0, -1024, 9, 10, 11, 12));
        String path = folder.toString();
        for (String order : List.of("position", "instance number", "file name")) {
            for (String pixels : PIXELS) {
                for (String values : VALUES) {
                    for (String damaged : DAMAGED) {
                        for (boolean virtual : SWITCH) {
                            String options = "folder=[" + path + "] series=7 order=[" + order + "] pixels=" + pixels
                                    + " values=" + values + " damaged=" + damaged + (virtual ? " virtual" : "");
                            ImagePlus menu = run("Import DICOM Series...", options);
                            ImagePlus facade =
                                    Hounsfield.openSeriesAs(path, "7", order, pixels, values, damaged, virtual);
                            assertSame(menu, facade, options);
                        }
                    }
                }
            }
        }
        assertEquals(List.of(9f, 10f, 11f, 12f), first("position"));
        assertEquals(List.of(5f, 6f, 7f, 8f), first("Instance_Number"));
        assertEquals(List.of(1f, 2f, 3f, 4f), first("FILE NAME"));
        assertSame(
                run("Import DICOM Series...", "folder=[" + path + "] virtual"),
                Hounsfield.openSeriesVirtual(path),
                "virtual");
        assertSame(
                Hounsfield.openSeriesVirtual(path), Hounsfield.openSeriesVirtualByUid(path, "1.2.3.4.5.1"), "by UID");
    }

    private List<Float> first(String order) throws IOException {
        return pixels(Hounsfield.openSeriesAs(folder.toString(), "", order, "stored", "rescale", "fill", false), 1);
    }

    @Test
    void realWorldValuesAreRefusedAlikeWhereThereAreNone() {
        String path = write(folder, "a", slice(1, 0, -1024, 1, 2, 3, 4)).toString();
        String menu = failure(new OpenDicomCommand(), "path=[" + path + "] values=[Real World]");
        Exception facade = assertThrows(
                IOException.class, () -> Hounsfield.openAs(path, 0, -1, "32-bit", "real world", "fill", false));
        assertEquals(menu, facade.getMessage());
        assertTrue(menu.contains("Real World Value Mapping"), menu);
    }

    @Test
    void unknownWordsAreNamedWithThoseThereAre() {
        String path = folder.toString();
        Exception order = assertThrows(
                IllegalArgumentException.class,
                () -> Hounsfield.openSeriesAs(path, "", "time", "32-bit", "rescale", "fill", false));
        assertEquals("no order \"time\"; there are position, instance number, file name", order.getMessage());
    }
}
