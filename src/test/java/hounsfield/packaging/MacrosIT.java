package hounsfield.packaging;

import static hounsfield.packaging.Printed.assertContains;
import static hounsfield.packaging.Printed.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.phantom.CtPhantom;
import hounsfield.phantom.EnhancedCtPhantom;
import hounsfield.phantom.Insert;
import hounsfield.phantom.UltrasoundPhantom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unchanged macros in {@code macros/}, in plain ImageJ without a display and with the built jar as its plugin. */
class MacrosIT {
    private static final Path MACROS = Path.of("macros");
    private static final Set<String> RUN = new TreeSet<>();
    private static ImageJInstallation imageJ;

    @TempDir
    Path folder;

    @BeforeAll
    static void install() throws Exception {
        imageJ = ImageJInstallation.plain();
    }

    @AfterAll
    static void noMacroIsUntried() throws IOException {
        try (Stream<Path> files = Files.list(MACROS)) {
            Set<String> there = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ijm"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(there, RUN);
        }
    }

    @Test
    void windowsAreInHounsfieldUnits() throws Exception {
        String printed = run("Window_Sample.ijm", "");
        assertContains(printed, "lungs: -1350 to 150 HU");
        assertContains(printed, "spine bone: -500 to 1300 HU");
        assertContains(printed, "60/120: 0 to 120 HU");
    }

    @Test
    void seriesComesInWithItsGeometry() throws Exception {
        String expected = CtPhantom.SLICES + " slices, 0.75 x 0.75 x 2.5 mm";
        assertContains(run("Import_Series.ijm", ""), expected);
        new CtPhantom().write(folder);
        String printed = run("Import_Series.ijm", folder.toString());
        assertContains(printed, expected);
        assertContains(printed, "values: -1024 to 25");
    }

    @Test
    void thinJarIsEnoughWhereFijisLibrariesAre() throws Exception {
        String printed = ImageJInstallation.likeFiji().run(MACROS.resolve("Import_Series.ijm"), "");
        assertContains(printed, CtPhantom.SLICES + " slices");
    }

    /** The macro ends there, with a message and no stack trace. */
    @Test
    void thinJarAloneNamesTheJarThatIsNeeded() throws Exception {
        String printed = ImageJInstallation.withoutLibraries().run(MACROS.resolve("Import_Series.ijm"), "");
        assertContains(printed, "Import DICOM Series: ImgLib2 and SciJava are missing");
        assertContains(printed, "-all.jar");
        assertFalse(printed.contains("NoClassDefFoundError"), printed);
        assertFalse(printed.contains("slices"), printed);
    }

    @Test
    void insertsMeasureTheirHounsfieldUnits() throws Exception {
        String printed = run("Measure_HU.ijm", "");
        for (Insert insert : new CtPhantom().inserts()) {
            assertEquals(insert.hounsfield(), number(printed, insert.name() + ": (\\S+) HU"), 2, insert.name());
        }
    }

    @Test
    void histogramAndStatisticsAreInHounsfieldUnits() throws Exception {
        String printed = run("HU_Histogram.ijm", "");
        double least = number(printed, "HU from (\\S+),");
        assertEquals(least + 1024, number(printed, "stored values from (\\S+)"));
        double volume = number(printed, "lung (\\S+) ml");
        double all = 512 * 512 * CtPhantom.SLICES * 0.75 * 0.75 * 2.5 / 1000;
        assertEquals(number(printed, "lung (\\S+) %") / 100, volume / all, 0.001);
        assertTrue(volume > 500, printed);
    }

    @Test
    void equalizedValuesFillTheRangeEvenly() throws Exception {
        String printed = run("Equalize.ijm", "");
        assertContains(printed, "8-bit, 0 to 255");
        // Air is of few values, so several breaks fall together and the mean is not quite the middle.
        assertEquals(127.5, number(printed, "mean (\\S+)"), 20);
    }

    @Test
    void headerIsReadByImageJsOwnFunctions() throws Exception {
        String printed = run("Header_Value.ijm", "");
        assertContains(printed, "slice 1: instance " + CtPhantom.SLICES + ", position -191.625\\-191.625\\-28.75");
        assertContains(printed, "slice 9: instance 16");
        assertContains(printed, "kVp 120");
    }

    @Test
    void framesHaveTimeDistanceAndRescale() throws Exception {
        String printed = run("Multi_Frame.ijm", "");
        assertContains(printed, "cine: " + UltrasoundPhantom.FRAMES + " frames, 24-bit, 33.3 ms a frame");
        assertContains(printed, "enhanced CT: " + EnhancedCtPhantom.FRAMES + " frames, 4 mm apart");
        for (int frame = 1; frame <= EnhancedCtPhantom.FRAMES; frame++) {
            assertEquals(20, number(printed, "frame " + frame + ": (\\S+) HU"), 2);
        }
    }

    @Test
    void foldersBecomeTablesAndPictures() throws Exception {
        String printed = run("Folder_Table.ijm", "");
        assertContains(printed, CtPhantom.SLICES + " files; the columns are file,stored_min");
        assertContains(printed, CtPhantom.SLICES + " pictures; the first is IM0001.dcm,0,IM0001.png,");
    }

    @Test
    void presetsAreSavedAsPictures() throws Exception {
        run("Presets_to_JPEG.ijm", folder.toString());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    4, files.filter(file -> file.toString().endsWith(".jpg")).count());
        }
    }

    @Test
    void bodyIsFoundCroppedAndColored() throws Exception {
        String printed = run("Mask_and_Crop.ijm", "");
        double area = number(printed, "body of slice 1: (\\S+) cm2");
        assertTrue(area > 300 && area < 1500, printed);
        assertContains(printed, "crop: 256 x 192 x " + CtPhantom.SLICES);
        assertContains(printed, "channels: 24-bit, " + CtPhantom.SLICES + " slices");
    }

    @Test
    void regionsAndImagesAreSavedAndReadBack() throws Exception {
        String printed = run("Save_Regions.ijm", folder.toString());
        assertContains(printed, "6 regions on slices");
        assertEquals(60, number(printed, "liver: (\\S+) HU"), 2);
        assertEquals(700, number(printed, "bone: (\\S+) HU"), 2);
        assertContains(printed, "Save as DICOM: 1 file saved, Enhanced CT Image, values are exact");
        assertContains(printed, "NIfTI: " + CtPhantom.SLICES + " slices, 0.75 x 0.75 x 2.5 mm");
    }

    private static String run(String macro, String argument) throws Exception {
        RUN.add(macro);
        return imageJ.run(MACROS.resolve(macro), argument);
    }
}
