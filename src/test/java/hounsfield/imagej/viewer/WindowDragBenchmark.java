package hounsfield.imagej.viewer;

import hounsfield.imagej.Hounsfield;
import hounsfield.window.Window;
import ij.IJ;
import ij.ImagePlus;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
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
 * A step of the mouse that changes the window of a CT of 512 x 512 x 400 in memory, the picture of the slice that ImageJ paints
 * then, and the text in its corners. It is to take less than 16 ms, a sixtieth of a second.
 *
 * <p>Samples are times of the clock: the slowest are those in which another process had the processor, or Java collected
 * garbage. {@link #main} gives the processor's time of each step too, which those do not change. Nothing need be left out of a
 * drag: AWT joins moves of the mouse that wait, and repaints too.
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
    private DicomCanvas canvas;
    private double step;

    @Setup
    public void draw() throws IOException {
        image = IJ.createImage("CT", pixels + " ramp", 512, 512, 400);
        if (pixels.equals("32-bit")) {
            for (int n = 1; n <= 400; n++) image.getStack().getProcessor(n).multiply(4095);
            for (int n = 1; n <= 400; n++) image.getStack().getProcessor(n).subtract(1024);
        }
        String label = Hounsfield.sample("ct series").getStack().getSliceLabel(1);
        for (int n = 1; n <= 400; n++) image.getStack().setSliceLabel(label, n);
        image.getCalibration().setValueUnit("HU");
        image.setSlice(200);
        control = WindowControl.of(image);
        control.span();
        canvas = new DicomCanvas(image);
        canvas.setSize(512, 512);
    }

    /** @return the screen, so that no part of the work can be left out */
    @Benchmark
    public BufferedImage step() {
        step = (step + 1) % 500;
        control.show(WindowDrag.window(new Window(40, 400), 4, step, -step));
        Graphics2D graphics = screen.createGraphics();
        graphics.drawImage(image.getImage(), 0, 0, 512, 512, null);
        canvas.paintText(graphics);
        graphics.dispose();
        return screen;
    }

    /** Prints the times of 20,000 steps by the clock and by the processor [ms]. */
    public static void main(String[] arguments) throws IOException {
        for (String pixels : List.of("32-bit", "16-bit")) {
            WindowDragBenchmark drag = new WindowDragBenchmark();
            drag.pixels = pixels;
            drag.draw();
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            double[] clock = new double[20_000];
            double[] processor = new double[clock.length];
            for (int i = -3000; i < clock.length; i++) {
                long cpu = threads.getCurrentThreadCpuTime();
                long start = System.nanoTime();
                drag.step();
                if (i < 0) continue;
                clock[i] = (System.nanoTime() - start) / 1e6;
                processor[i] = (threads.getCurrentThreadCpuTime() - cpu) / 1e6;
            }
            print(pixels + ", clock", clock);
            print(pixels + ", processor", processor);
        }
    }

    private static void print(String what, double[] times) {
        Arrays.sort(times);
        int last = times.length - 1;
        System.out.printf(
                "%s: median %.2f, 99 %% %.2f, 99.9 %% %.2f, most %.2f ms%n",
                what, times[last / 2], times[last * 99 / 100], times[(int) (last * 0.999)], times[last]);
    }
}
