package hounsfield.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import hounsfield.imagej.Hounsfield;
import hounsfield.imagej.operation.EditPresets;
import hounsfield.imagej.operation.KeepRange;
import ij.ImagePlus;
import ij.process.FloatProcessor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What dialogs offer: windows by their numbers, and the range that is shown. */
class OfferedWindowsTest {
    @Test
    void presetsHaveTheirNumbersAndTheUsersComeFirst() {
        Hounsfield.savePreset("mine", 12, 34.5);
        try {
            Map<String, String> offered = EditPresets.offered();
            assertEquals("mine 12/34.5", List.copyOf(offered.values()).get(0));
            assertEquals("lungs -600/1500", offered.get("lungs"));
            assertEquals(List.of(Hounsfield.windowPresets()), List.copyOf(offered.keySet()));
        } finally {
            Hounsfield.deletePreset("mine");
        }
    }

    @Test
    void windowsOfTheFileAreOfferedForItsImageByNumbers() throws IOException {
        ImagePlus image = Hounsfield.sample("CT series");
        Map<String, String> offered = EditPresets.offered(image);
        assertEquals("file 1", List.copyOf(offered.keySet()).get(0));
        String label = offered.get("file 1");
        double[] shown = KeepRange.shown(image);
        double center = Double.parseDouble(label.substring(5, label.indexOf('/')));
        assertEquals((shown[0] + shown[1]) / 2, center, 1);
        ImagePlus plain = new ImagePlus("plain", new FloatProcessor(2, 1, new float[] {0, 1}));
        assertFalse(EditPresets.offered(plain).containsKey("lungs"));
    }

    @Test
    void theRangeBeginsAtWhatIsShown() {
        ImagePlus image = new ImagePlus("floats", new FloatProcessor(2, 1, new float[] {-20, 1000}));
        image.setDisplayRange(-20, 480);
        assertArrayEquals(new double[] {-20, 480}, KeepRange.shown(image));
        ImagePlus sixteen = Hounsfield.handOver(image, "16-bit");
        Hounsfield.range(sixteen, 100, 300);
        assertArrayEquals(new double[] {100, 300}, KeepRange.shown(sixteen));
    }
}
