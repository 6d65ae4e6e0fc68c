package hounsfield.command;

import static hounsfield.command.MacroRun.failure;
import static hounsfield.command.OneImage.assertSame;
import static hounsfield.command.OneImage.pixels;
import static hounsfield.testing.BuiltFiles.item;
import static hounsfield.testing.DicomImages.at;
import static hounsfield.testing.DicomImages.ct;
import static hounsfield.testing.DicomImages.gray;
import static hounsfield.testing.DicomImages.rescaled;
import static hounsfield.testing.DicomImages.slice;
import static hounsfield.testing.DicomImages.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import hounsfield.phantom.Phantoms;
import hounsfield.standard.Tag;
import hounsfield.testing.DicomBytes;
import hounsfield.testing.DicomImages;
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
    void missingRealWorldValuesAreRefusedInAllForms() {
        String path = write(folder, "a", slice(1, 0, -1024, 1, 2, 3, 4)).toString();
        String menu = failure(new OpenDicomCommand(), "path=[" + path + "] values=[Real World]");
        Exception facade = assertThrows(
                IOException.class, () -> Hounsfield.openAs(path, 0, -1, "32-bit", "real world", "fill", false));
        assertEquals(menu, facade.getMessage());
        assertTrue(menu.contains("Real World Value Mapping"), menu);
    }

    @Test
    void realWorldValuesAreTheSame() throws IOException {
        for (int i = 0; i < 2; i++) write(folder, "m" + i, mapped(i));
        String path = folder.resolve("m0").toString();
        for (String pixels : List.of("32-bit", "16-bit")) {
            for (String damaged : DAMAGED) {
                for (boolean virtual : SWITCH) {
                    String options = " values=[real world] pixels=" + pixels + " damaged=" + damaged
                            + (virtual ? " virtual" : "");
                    assertSame(
                            run("Open DICOM...", "path=[" + path + "]" + options),
                            Hounsfield.openAs(path, 0, -1, pixels, "Real_World", damaged, virtual),
                            options);
                    assertSame(
                            run("Import DICOM Series...", "folder=[" + folder + "]" + options),
                            Hounsfield.openSeriesAs(
                                    folder.toString(), "", "position", pixels, "real world", damaged, virtual),
                            options);
                }
            }
        }
        assertSame(
                run("Open DICOM...", "path=[" + path + "] values=[real world]"),
                Hounsfield.openValues(path, "real world"),
                "of a file");
        assertSame(
                run("Import DICOM Series...", "folder=[" + folder + "] values=[real world]"),
                Hounsfield.openSeriesValues(folder.toString(), "", "real world"),
                "of a series");
        assertEquals(List.of(10.5f, 11f, 11.5f, 12f), pixels(Hounsfield.openValues(path, "real world"), 1));
        String menu = failure(new OpenDicomCommand(), "path=[" + path + "] values=[real world] pixels=stored");
        Exception facade = assertThrows(
                IllegalArgumentException.class,
                () -> Hounsfield.openAs(path, 0, -1, "stored", "real world", "fill", false));
        assertEquals(menu, facade.getMessage());
    }

    /** A slice of 1 to 4 with a rescale of 1 and -1024, and a mapping of 0.5 and 10 to mm2/s. */
    private static DicomBytes mapped(int instance) {
        DicomBytes bytes = ct("1", instance);
        at(bytes, "0\\0\\" + instance, "1\\0\\0\\0\\1\\0");
        gray(bytes, "MONOCHROME2", 2, 2, 16, 16, false);
        rescaled(bytes, "-1024", "1");
        DicomBytes unit = item().text(Tag.CODE_VALUE, "SH", "mm2/s");
        DicomBytes mapping = item().sequence(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, unit)
                .us(Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED, 100)
                .us(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, 0)
                .doubles(Tag.REAL_WORLD_VALUE_INTERCEPT, "FD", 10)
                .doubles(Tag.REAL_WORLD_VALUE_SLOPE, "FD", 0.5);
        bytes.sequence(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, mapping);
        return DicomImages.pixels(bytes, 1, 2, 3, 4);
    }

    @Test
    void unknownWordsAreReportedWithTheValidOnes() {
        String path = folder.toString();
        Exception order = assertThrows(
                IllegalArgumentException.class,
                () -> Hounsfield.openSeriesAs(path, "", "time", "32-bit", "rescale", "fill", false));
        assertEquals("no order \"time\"; there are position, instance number, file name", order.getMessage());
    }
}
