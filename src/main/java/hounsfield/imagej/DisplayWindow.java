package hounsfield.imagej;

import hounsfield.window.VoiLutFunction;
import hounsfield.window.Window;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.LUT;
import ij.util.DicomTools;
import ij.util.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The window that an image is shown through: changes it, and can go back to what was. */
public final class DisplayWindow {
    private final ImagePlus image;
    private final double rawLow;
    private final double rawHigh;
    private final LUT lut;
    private final List<Window> fileWindows;
    private final VoiLutFunction fileFunction;

    private DisplayWindow(ImagePlus image) {
        this.image = image;
        rawLow = image.getDisplayRangeMin();
        rawHigh = image.getDisplayRangeMax();
        lut = image.getProcessor().getLut();
        fileWindows = fileWindows(image);
        String function = DicomTools.getTag(image, "0028,1056");
        fileFunction = VoiLutFunction.of(function == null ? "" : function);
    }

    /** @throws IllegalArgumentException for a colour image */
    public static DisplayWindow of(ImagePlus image) {
        ImageValues.checkGrey(image);
        return new DisplayWindow(image);
    }

    /** What the image was shown through at first. */
    public Window current() {
        Calibration calibration = image.getCalibration();
        double low = calibration.getCValue(rawLow);
        double high = calibration.getCValue(rawHigh);
        return low < high ? Window.between(low, high) : new Window(low, 1);
    }

    /** The windows that the header of the current slice names (PS3.3 C.11.2). */
    public List<Window> fileWindows() {
        return fileWindows;
    }

    /** The window called {@code file 1}, {@code file 2} and so on. */
    public Optional<Window> fileWindow(String name) {
        for (int i = 0; i < fileWindows.size(); i++) {
            if (name.equals("file " + (i + 1))) return Optional.of(fileWindows.get(i));
        }
        return Optional.empty();
    }

    /** The name of the file's window that the image was shown through at first, if it was one of them. */
    public Optional<String> currentFileWindow() {
        for (int i = 0; i < fileWindows.size(); i++) {
            double low = ImageValues.raw(image, fileFunction.low(fileWindows.get(i)));
            double high = ImageValues.raw(image, fileFunction.high(fileWindows.get(i)));
            // ImageJ rounds the range of 16-bit images.
            double rounding = image.getBitDepth() == 32 ? 1e-5 * Math.abs(high - low) : 1;
            if (Math.abs(low - rawLow) <= rounding && Math.abs(high - rawHigh) <= rounding)
                return Optional.of("file " + (i + 1));
        }
        return Optional.empty();
    }

    /** The function that goes with a window of the file. */
    public Optional<VoiLutFunction> fileFunction(String name) {
        return fileWindow(name).map(window -> fileFunction);
    }

    /** Shows the image through a window; the pixels stay. */
    public void show(Window window, VoiLutFunction function) {
        ImageWindows.show(image, window, function);
    }

    /** The image as 8-bit grey in a new image. */
    public ImagePlus apply(Window window, VoiLutFunction function, String title) {
        return ImageWindows.apply(image, window, function, title);
    }

    /** Shows the image as at first. */
    public void restore() {
        image.setLut(lut);
        image.setDisplayRange(rawLow, rawHigh);
        image.updateAndDraw();
    }

    private static List<Window> fileWindows(ImagePlus image) {
        double[] centers = numbers(DicomTools.getTag(image, "0028,1050"));
        double[] widths = numbers(DicomTools.getTag(image, "0028,1051"));
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < Math.min(centers.length, widths.length); i++) {
            if (Double.isFinite(centers[i]) && widths[i] > 0) windows.add(new Window(centers[i], widths[i]));
        }
        return windows;
    }

    private static double[] numbers(String text) {
        if (text == null || text.isBlank()) return new double[0];
        String[] parts = text.split("\\\\");
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) numbers[i] = Tools.parseDouble(parts[i].trim());
        return numbers;
    }
}
