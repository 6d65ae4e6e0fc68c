package hounsfield.window.voi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hounsfield.calibrate.ValueSource;
import hounsfield.frame.FunctionalGroups;
import hounsfield.standard.Tag;
import hounsfield.testing.BuiltFiles;
import hounsfield.testing.DicomBytes;
import hounsfield.window.Window;
import hounsfield.work.Diagnostics;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileWindowsTest {
    @Test
    void allWindowsComeWithTheirExplanations() throws IOException {
        List<FileWindow> windows = FileWindows.of(
                BuiltFiles.groups(file -> window(file, "40\\-600\\300", "400\\1500\\2000", "SOFT\\LUNG")), 0);
        assertEquals(
                List.of(
                        new FileWindow(new Window(40, 400), VoiLutFunction.LINEAR, "SOFT"),
                        new FileWindow(new Window(-600, 1500), VoiLutFunction.LINEAR, "LUNG"),
                        new FileWindow(new Window(300, 2000), VoiLutFunction.LINEAR, "")),
                windows);
        assertEquals(-160, windows.get(0).low());
        assertEquals(239, windows.get(0).high());
    }

    @Test
    void framesHaveTheirOwnWindow() throws IOException {
        DicomBytes lung = BuiltFiles.item()
                .sequence(
                        Tag.FRAME_VOILUT_SEQUENCE,
                        window(BuiltFiles.item(), "-600", "1500", "").text(Tag.VOILUT_FUNCTION, "CS", "SIGMOID"));
        FunctionalGroups groups = BuiltFiles.groups(file -> window(file, "40", "400", "")
                .sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, lung, BuiltFiles.item()));
        assertEquals(
                List.of(new FileWindow(new Window(-600, 1500), VoiLutFunction.SIGMOID, "")), FileWindows.of(groups, 0));
        assertEquals(
                List.of(new FileWindow(new Window(40, 400), VoiLutFunction.LINEAR, "")), FileWindows.of(groups, 1));
    }

    @Test
    void windowsWithoutWidthAreLeftOut() throws IOException {
        assertEquals(
                List.of(new FileWindow(new Window(0.5, 0.25), VoiLutFunction.LINEAR_EXACT, "")),
                FileWindows.of(BuiltFiles.groups(file -> window(file, "40\\0.5", "0\\0.25", "")), 0));
        assertEquals(List.of(), FileWindows.of(BuiltFiles.groups(file -> window(file, "", "", "")), 0));
    }

    @ParameterizedTest
    @CsvSource({"abc, 400", "40, abc", "NaN, 400", "40, NaN", "40, 1e999", "40, 1e-30", "1e39, 400", "'1,024', 400"})
    void windowsThatCannotBeReadAreLeftOut(String center, String width) throws IOException {
        assertEquals(List.of(), FileWindows.of(BuiltFiles.groups(file -> window(file, center, width, "")), 0));
        DicomBytes own =
                BuiltFiles.item().sequence(Tag.FRAME_VOILUT_SEQUENCE, window(BuiltFiles.item(), center, width, ""));
        assertEquals(
                List.of(),
                FileWindows.of(
                        BuiltFiles.groups(file -> file.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, own)), 0));
    }

    @Test
    void oneBadWindowIsReportedAndDoesNotAffectOthers() throws IOException {
        Diagnostics findings = new Diagnostics();
        FunctionalGroups groups = BuiltFiles.groups(file -> window(file, "40,5\\-600", "400\\1500", "SOFT\\LUNG"));
        assertEquals(2, FileWindows.of(groups, 0, ValueSource.RESCALE, findings).size());
        FunctionalGroups bad = BuiltFiles.groups(file -> window(file, "40\\-600", "abc\\1500", "SOFT\\LUNG"));
        assertEquals(
                List.of(new FileWindow(new Window(-600, 1500), VoiLutFunction.LINEAR, "LUNG")),
                FileWindows.of(bad, 0, ValueSource.RESCALE, findings));
        assertEquals(
                List.of(
                        "Window Center (0028,1050) has decimal commas, read as points",
                        "Window Width (0028,1051) has values that cannot be read as numbers and are ignored"),
                findings.sentences());
        FunctionalGroups center = BuiltFiles.groups(file -> window(file, "abc\\-600", "400\\1500", "SOFT\\LUNG"));
        assertEquals(
                List.of(new FileWindow(new Window(-600, 1500), VoiLutFunction.LINEAR, "LUNG")),
                FileWindows.of(center, 0));
    }

    @Test
    void emptyWindowOfOneFrameDoesNotAffectOthers() throws IOException {
        DicomBytes empty = BuiltFiles.item().sequence(Tag.FRAME_VOILUT_SEQUENCE, BuiltFiles.item());
        FunctionalGroups groups = BuiltFiles.groups(
                file -> window(file, "40", "400", "").sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, empty));
        assertEquals(1, FileWindows.of(groups, 0).size());
    }

    /** A file's windows are for rescaled values: 24 to 1024 HU here are stored 1048 to 2048. */
    @Test
    void windowsComeToTheValuesThatAreShown() throws IOException {
        DicomBytes mapping = BuiltFiles.item()
                .doubles(Tag.REAL_WORLD_VALUE_INTERCEPT, "FD", 5)
                .doubles(Tag.REAL_WORLD_VALUE_SLOPE, "FD", 0.5);
        Consumer<DicomBytes> windowed = file -> window(file, "524.5", "1001", "");
        Consumer<DicomBytes> rescaled = windowed.andThen(
                file -> file.text(Tag.RESCALE_INTERCEPT, "DS", "-1024").text(Tag.RESCALE_SLOPE, "DS", "1"));
        Consumer<DicomBytes> mapped = file -> file.sequence(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, mapping);
        FunctionalGroups both = BuiltFiles.groups(rescaled.andThen(mapped));
        assertEnds(24, 1024, FileWindows.of(both, 0, ValueSource.RESCALE));
        assertEnds(1048, 2048, FileWindows.of(both, 0, ValueSource.STORED));
        assertEnds(529, 1029, FileWindows.of(both, 0, ValueSource.REAL_WORLD));
        // Without a rescale the window is for stored values, and the mapping's are shown.
        assertEnds(17, 517, FileWindows.of(BuiltFiles.groups(windowed.andThen(mapped)), 0));
    }

    private static void assertEnds(double low, double high, List<FileWindow> windows) {
        assertEquals(1, windows.size());
        assertEquals(low, windows.get(0).low(), 1e-9);
        assertEquals(high, windows.get(0).high(), 1e-9);
    }

    @Test
    void tablesThatCannotBeReadAreLeftOutAndSaid() throws IOException {
        Diagnostics findings = new Diagnostics();
        DicomBytes broken = BuiltFiles.item().us(Tag.LUT_DESCRIPTOR, 4, 0).shorts(Tag.LUT_DATA, "OW", 1, 2, 3, 4);
        DicomBytes shortened =
                BuiltFiles.item().us(Tag.LUT_DESCRIPTOR, 4, 0, 16).shorts(Tag.LUT_DATA, "OW", 1000, 2000, 65535);
        FunctionalGroups groups = BuiltFiles.groups(file -> file.sequence(Tag.VOILUT_SEQUENCE, broken, shortened));
        List<VoiLut> luts = VoiLut.of(groups, 0, ValueSource.RESCALE, findings);
        assertEquals(1, luts.size());
        assertEquals(2000, luts.get(0).table().apply(1));
        assertEquals(1, luts.get(0).of(3));
        assertEquals(2, findings.sentences().size());
        assertTrue(
                findings.sentences().get(0).startsWith("A VOI LUT cannot be read and is ignored: (0028,3002)"),
                findings.sentences().get(0));
    }

    private static DicomBytes window(DicomBytes bytes, String centers, String widths, String explanations) {
        return bytes.text(Tag.WINDOW_CENTER, "DS", centers)
                .text(Tag.WINDOW_WIDTH, "DS", widths)
                .text(Tag.WINDOW_CENTER_WIDTH_EXPLANATION, "LO", explanations);
    }
}
