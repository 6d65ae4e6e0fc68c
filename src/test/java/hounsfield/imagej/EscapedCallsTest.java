package hounsfield.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.IJ;
import ij.ImagePlus;
import ij.VirtualStack;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Esc ends every call that reads many slices. */
class EscapedCallsTest {
    private static final int SLICES = 200;

    /** Slices of which one presses Esc when it is read. */
    private static final class Slices extends VirtualStack {
        private final int escape;

        Slices(int escape) {
            super(4, 4, SLICES);
            this.escape = escape;
        }

        @Override
        public ImageProcessor getProcessor(int n) {
            if (n == escape) IJ.setKeyDown(KeyEvent.VK_ESCAPE);
            float[] pixels = new float[16];
            for (int i = 0; i < pixels.length; i++) pixels[i] = n + i / 16f;
            return new FloatProcessor(4, 4, pixels);
        }

        @Override
        public int getSize() {
            return SLICES;
        }

        @Override
        public int size() {
            return SLICES;
        }

        @Override
        public int getBitDepth() {
            return 32;
        }

        @Override
        public String getSliceLabel(int n) {
            return null;
        }

        @Override
        public Object getPixels(int n) {
            return getProcessor(n).getPixels();
        }
    }

    private record Call(String name, Executable work) {}

    @AfterEach
    void releaseTheKey() {
        IJ.resetEscape();
        IJ.setKeyUp(KeyEvent.VK_ESCAPE);
    }

    private static ImagePlus image(int escape) {
        ImagePlus image = new ImagePlus("slices", new Slices(escape));
        image.getCalibration().setValueUnit("HU");
        return image;
    }

    @TestFactory
    List<DynamicTest> escEndsCalls() {
        ImagePlus image = image(2);
        List<Call> calls = List.of(
                new Call("frequencyBins", () -> Hounsfield.frequencyBins(image, 10)),
                new Call("equalize", () -> Hounsfield.equalize(image, 10)),
                new Call("histogram", () -> Hounsfield.histogram(image)),
                new Call("statistics", () -> Hounsfield.statistics(image)),
                new Call("statisticsOfSlices", () -> Hounsfield.statisticsOfSlices(image)),
                new Call("tissueFractions", () -> Hounsfield.tissueFractions(image)),
                new Call("fractionInWindow", () -> Hounsfield.fractionInWindow(image, "lungs")),
                new Call("windowApplied", () -> Hounsfield.windowApplied(image, "lungs")),
                new Call("rangeAs", () -> Hounsfield.rangeAs(image, 0, Double.NaN, "unchanged", "unchanged")),
                new Call("rangeOutside", () -> Hounsfield.rangeOutside(image, 0, 10, "clip")),
                new Call("channels", () -> Hounsfield.channels(image, "lungs, brain")),
                new Call("rgb", () -> Hounsfield.rgb(image, "lungs, brain, 40/400")),
                new Call("mask", () -> Hounsfield.mask(image, "brain")),
                new Call("maskAndCrop", () -> Hounsfield.maskAndCrop(image, "brain", 0.3, 0.05, false, "", "crop")),
                new Call("gaussBlur", () -> Hounsfield.gaussBlur(image, 4)),
                new Call("zoom", () -> Hounsfield.zoom(image, 2)));
        List<DynamicTest> tests = new ArrayList<>();
        for (Call call : calls) {
            tests.add(DynamicTest.dynamicTest(
                    call.name(), () -> assertThrows(CancellationException.class, call.work(), call.name())));
        }
        return tests;
    }

    @Test
    void anEarlierEscDoesNotCount() {
        ImagePlus image = image(0);
        int breaks = Hounsfield.frequencyBins(image, 10).length;
        IJ.setKeyDown(KeyEvent.VK_ESCAPE);
        assertEquals(breaks, Hounsfield.frequencyBins(image, 10).length);
    }
}
