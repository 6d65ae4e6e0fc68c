package hounsfield.imagej.viewer;

import hounsfield.window.Window;
import ij.IJ;
import ij.ImagePlus;
import java.awt.Graphics;
import java.awt.image.BufferedImage;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A step of the mouse that changes the window of a CT of 512 x 512 x 400 in memory, and the picture of the slice that ImageJ paints
 * then. It is to take less than 16 ms, a sixtieth of a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class WindowDragBenchmark {
    @Param({"32-bit", "16-bit"})
    private String pixels;

    private final BufferedImage screen = new BufferedImage(512, 512, BufferedImage.TYPE_INT_RGB);
    private ImagePlus image;
    private WindowControl control;
    private double step;

    @Setup
    public void draw() {
        image = IJ.createImage("CT", pixels + " ramp", 512, 512, 400);
        if (pixels.equals("32-bit")) {
            for (int n = 1; n <= 400; n++) image.getStack().getProcessor(n).multiply(4095);
            for (int n = 1; n <= 400; n++) image.getStack().getProcessor(n).subtract(1024);
        }
        image.getCalibration().setValueUnit("HU");
        image.setSlice(200);
        control = WindowControl.of(image);
        control.span();
    }

    /** @return the screen, so that no part of the work can be left out */
    @Benchmark
    public BufferedImage step() {
        step = (step + 1) % 500;
        control.show(WindowDrag.window(new Window(40, 400), 4, step, -step));
        Graphics graphics = screen.getGraphics();
        graphics.drawImage(image.getImage(), 0, 0, 512, 512, null);
        graphics.dispose();
        return screen;
    }
}
