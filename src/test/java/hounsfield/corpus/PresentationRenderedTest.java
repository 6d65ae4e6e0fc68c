package hounsfield.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import hounsfield.imagej.Hounsfield;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Images as presentation states show them, pixel by pixel against dcmtk's {@code dcmp2pgm}, which draws no graphics. */
class PresentationRenderedTest {
    private static final Path PROGRAM = Path.of("/usr/bin/dcmp2pgm");
    /** Presentation states of test images of IHE, with their image. */
    private static final Map<String, String> CASES = Map.ofEntries(
            Map.entry("pr_graphics/pr_9_0_1.dcm", "pr_graphics/img/9_1_1.dcm"),
            Map.entry("pr_graphics/pr_9_0_5.dcm", "pr_graphics/img/9_5_1.dcm"),
            Map.entry("pr_overlay_window_lut/pr_12_0_1.dcm", "pr_overlay_window_lut/img/12_1_1.dcm"),
            Map.entry("pr_overlay_window_lut/pr_3_0_18.dcm", "pr_overlay_window_lut/img/3_18_1.dcm"),
            Map.entry("pr_overlay_window_lut/pr_4_0_3.dcm", "pr_overlay_window_lut/img/4_3_1.dcm"),
            Map.entry("pr_text_rotate_shutter/pr_7_0_6.dcm", "pr_text_rotate_shutter/img/7_6_1.dcm"),
            Map.entry("pr_text_rotate_shutter/pr_11_0_5.dcm", "pr_text_rotate_shutter/img/11_5_1.dcm"),
            Map.entry("pr_ct_three/pr.dcm", "pr_ct_three/ct/01.dcm"));

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> likeDcmtk() {
        Path regions = Corpus.shared("regions");
        Assumptions.assumeTrue(Files.isExecutable(PROGRAM), "no " + PROGRAM);
        return CASES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> dynamicTest(
                        each.getKey(), () -> check(regions.resolve(each.getKey()), regions.resolve(each.getValue()))));
    }

    private void check(Path state, Path path) throws IOException, InterruptedException {
        Path pgm = folder.resolve(state.getFileName() + ".pgm");
        Process process = new ProcessBuilder(
                        PROGRAM.toString(), "-p", state.toString(), path.toString(), pgm.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, process.waitFor());
        byte[] expected = Files.readAllBytes(pgm);
        ImagePlus shown = Hounsfield.present(Hounsfield.open(path.toString()), state.toString());
        int start = expected.length - shown.getWidth() * shown.getHeight();
        ImageProcessor grays = shown.getProcessor().convertToRGB();
        int worst = 0;
        int far = 0;
        for (int i = start; i < expected.length; i++) {
            int x = (i - start) % shown.getWidth();
            int y = (i - start) / shown.getWidth();
            int gray = grays.get(x, y) & 0xFF;
            int difference = Math.abs(gray - (expected[i] & 0xFF));
            worst = Math.max(worst, difference);
            if (difference > 1) far++;
        }
        assertEquals(0, far, "pixels that differ, by up to " + worst);
    }
}
