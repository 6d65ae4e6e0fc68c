package hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.imagej.Hounsfield;
import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.frame.RoiManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** All values of all options of histogram and statistics: the same numbers by the menu and by the facade. */
class OneDoorOfMeasuresTest extends MacroCommands {
    private static final double NONE = Double.NaN;

    private ImagePlus image;

    @BeforeEach
    void open() throws IOException {
        image = Hounsfield.sample("CT series").crop("2-4");
        image.setSlice(2);
        image.setRoi(20, 20, 40, 30);
        Overlay overlay = new Overlay();
        overlay.add(new Roi(10, 10, 20, 20));
        overlay.add(new Roi(40, 40, 10, 10));
        image.setOverlay(overlay);
    }

    private ResultsTable menu(String command, String options) {
        WindowManager.setTempCurrentImage(image);
        String title = command.replace("...", "");
        closeTable();
        IJ.run(command, options);
        ResultsTable made = Hounsfield.table(title);
        table = Optional.of(title);
        return made;
    }

    /** The table that the last command made, which the next one would extend. */
    private Optional<String> table = Optional.empty();

    @AfterEach
    void closeTable() {
        table.ifPresent(Hounsfield::closeTable);
        table = Optional.empty();
    }

    private void sameHistogram(String options, double[][] facade) {
        ResultsTable menu = menu("HU Histogram...", options);
        assertEquals(facade[1].length, menu.size(), options);
        for (int row = 0; row < menu.size(); row++) {
            assertEquals(facade[1][row], menu.getValue("Count", row), options);
            assertEquals(facade[0][row], menu.getValueAsDouble(0, row), options);
        }
    }

    @Test
    void allOptionsOfHuHistogram() throws IOException {
        for (String scope : List.of("stack", "slice")) {
            for (String values : List.of("hu", "equalized")) {
                String options = "values=" + values + " scope=" + scope;
                sameHistogram(options, Hounsfield.histogramAs(image, values, scope, 0, NONE, NONE));
            }
            String options = "scope=" + scope + " bins=7 min=-500 max=500";
            sameHistogram(options, Hounsfield.histogramAs(image, "HU", scope, 7, -500, 500));
        }
        double[][] stack = Hounsfield.histogramAs(image, "hu", "stack", 0, NONE, NONE);
        double[][] slice = Hounsfield.histogramAs(image, "hu", "Slice", 0, NONE, NONE);
        assertEquals(3 * Arrays.stream(slice[1]).sum(), Arrays.stream(stack[1]).sum());
        assertTrue(Arrays.deepEquals(Hounsfield.histogram(image), stack));
        ImagePlus file =
                Hounsfield.openStored(Hounsfield.dicomFiles(Hounsfield.writeSample("CT series", folder.toString()))[0]);
        image = file;
        sameHistogram("values=stored", Hounsfield.histogramAs(file, "stored", "stack", 0, NONE, NONE));
    }

    @Test
    void allOptionsOfHuStatistics() {
        for (String scope : List.of("stack", "slice", "current slice")) {
            for (String regions : List.of("selection", "overlay")) {
                for (String window : List.of("none", "lungs")) {
                    String options = "scope=[" + scope + "] regions=" + regions + " window=" + window;
                    assertEquals(
                            rows(menu("HU Statistics...", options)),
                            rows(Hounsfield.statisticsAs(image, scope, regions, window, NONE, NONE)),
                            options);
                }
                String options = "scope=[" + scope + "] regions=" + regions + " min=-1000 max=0";
                assertEquals(
                        rows(menu("HU Statistics...", options)),
                        rows(Hounsfield.statisticsAs(image, scope, regions, "none", -1000, 0)),
                        options);
            }
        }
        assertEquals(
                rows(menu("HU Statistics...", "window=none")),
                rows(Hounsfield.statisticsAs(image, "Current_Slice", "SELECTION", "None", NONE, NONE)),
                "defaults with a selection");
        assertEquals(
                rows(menu("HU Statistics...", "regions=overlay")),
                rows(Hounsfield.statisticsAs(image, "stack", "overlay", "none", NONE, NONE)),
                "defaults of an overlay");
        assertEquals(
                3,
                Hounsfield.statisticsAs(image, "slice", "selection", "none", NONE, NONE)
                        .size());
        assertEquals(
                2,
                Hounsfield.statisticsAs(image, "stack", "overlay", "none", NONE, NONE)
                        .size());
    }

    @Test
    void regionsOfTheRoiManagerAreRefusedAlikeWhereThereAreNone() {
        String menu = MacroRun.failure(image, new StatisticsCommand(), "regions=manager");
        Exception facade = assertThrows(
                IllegalArgumentException.class,
                () -> Hounsfield.statisticsAs(image, "stack", "manager", "none", NONE, NONE));
        assertEquals(menu, facade.getMessage());
        assertTrue(menu.contains("the ROI Manager has no region"), menu);
    }

    /** ImageJ's ROI Manager is a window. */
    @Test
    @DisabledIf(value = "java.awt.GraphicsEnvironment#isHeadless", disabledReason = "needs a display")
    void regionsOfTheRoiManager() {
        RoiManager manager = new RoiManager();
        try {
            manager.addRoi(new Roi(10, 10, 20, 20));
            Roi placed = new Roi(30, 30, 5, 5);
            placed.setPosition(3);
            manager.addRoi(placed);
            for (String scope : List.of("stack", "slice", "current slice")) {
                for (String window : List.of("none", "lungs")) {
                    String options = "scope=[" + scope + "] regions=manager window=" + window;
                    ResultsTable facade = Hounsfield.statisticsAs(image, scope, "Manager", window, NONE, NONE);
                    assertEquals(rows(menu("HU Statistics...", options)), rows(facade), options);
                    assertEquals(scope.equals("slice") ? 4 : 2, facade.size(), options);
                }
            }
        } finally {
            manager.close();
        }
    }

    private static List<String> rows(ResultsTable table) {
        List<String> rows = new ArrayList<>();
        rows.add(table.getColumnHeadings());
        for (int row = 0; row < table.size(); row++) rows.add(table.getRowAsString(row));
        return rows;
    }

    @Test
    void unknownWordsAreReportedWithTheValidOnes() {
        Exception scope = assertThrows(
                IllegalArgumentException.class,
                () -> Hounsfield.statisticsAs(image, "volume", "selection", "none", NONE, NONE));
        assertEquals("no scope \"volume\"; there are stack, slice, current slice", scope.getMessage());
        Exception regions = assertThrows(
                IllegalArgumentException.class,
                () -> Hounsfield.statisticsAs(image, "stack", "all", "none", NONE, NONE));
        assertEquals("no regions \"all\"; there are selection, manager, overlay", regions.getMessage());
        Exception values = assertThrows(
                IllegalArgumentException.class, () -> Hounsfield.histogramAs(image, "raw", "stack", 0, NONE, NONE));
        assertEquals("no values \"raw\"; there are hu, stored, equalized", values.getMessage());
    }
}
