package hounsfield.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hounsfield.frame.FunctionalGroups;
import hounsfield.testing.BuiltFiles;
import hounsfield.testing.DicomBytes;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

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
                        0x00289132,
                        window(BuiltFiles.item(), "-600", "1500", "").text(0x00281056, "CS", "SIGMOID"));
        FunctionalGroups groups =
                BuiltFiles.groups(file -> window(file, "40", "400", "").sequence(0x52009230, lung, BuiltFiles.item()));
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

    private static DicomBytes window(DicomBytes bytes, String centers, String widths, String explanations) {
        return bytes.text(0x00281050, "DS", centers)
                .text(0x00281051, "DS", widths)
                .text(0x00281055, "LO", explanations);
    }
}
