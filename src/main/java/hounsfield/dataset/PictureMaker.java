package hounsfield.dataset;

import hounsfield.calibrate.CalibratedPlane;
import hounsfield.calibrate.FrameCalibrator;
import hounsfield.codec.PhotometricInterpretation;
import hounsfield.codec.PixelLayout;
import hounsfield.color.RgbConverter;
import hounsfield.equalize.BinSettings;
import hounsfield.equalize.Equalization;
import hounsfield.equalize.FrequencyBins;
import hounsfield.frame.FrameReader;
import hounsfield.frame.FrameRef;
import hounsfield.geometry.PixelSpacing;
import hounsfield.mask.Box;
import hounsfield.mask.Crop;
import hounsfield.mask.MaskCrop;
import hounsfield.mask.Plane;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.standard.Progress;
import hounsfield.window.FileWindow;
import hounsfield.window.FileWindows;
import hounsfield.window.NamedWindow;
import hounsfield.window.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a picture of a frame: calibrates it, crops and resizes it, and then windows and equalizes it. */
final class PictureMaker {
    private final ExportSettings settings;

    PictureMaker(ExportSettings settings) {
        this.settings = settings;
    }

    /**
     * @throws hounsfield.standard.DicomException if the frame cannot be read
     * @throws IllegalArgumentException if no such picture can be made of it
     */
    Picture of(FrameRef frame, FrameReader reader) throws IOException {
        PixelLayout layout = reader.layout();
        boolean grey =
                layout.samplesPerPixel() == 1 && reader.decodedPhotometric().isMonochrome();
        return grey ? grey(frame, reader) : colour(frame, reader);
    }

    private Picture grey(FrameRef frame, FrameReader reader) throws IOException {
        CalibratedPlane calibrated = FrameCalibrator.plane(frame, reader);
        Selection selection = Selection.ALL.excluding(List.of(calibrated.padding()));
        Plane whole = new Plane(calibrated.height(), calibrated.width(), calibrated.values());
        MaskCrop.Result shaped = shaped(whole, selection);
        Plane plane = shaped.plane();
        List<Window> ofFile = new ArrayList<>();
        for (FileWindow window : FileWindows.of(frame.groups(), frame.frame())) ofFile.add(exact(window));
        Picture.Content content;
        if (settings.hasChannels()) {
            content = channels(plane, whole, selection, settings.windows(ofFile));
        } else {
            if (settings.format() == ExportFormat.TIFF_16) checkWhole(whole.values());
            Window shown = ofFile.isEmpty() ? range(whole.values(), calibrated) : ofFile.get(0);
            content = settings.format().isPicture()
                    ? shown(plane, shown, reader)
                    : new Picture.Values(plane.values(), calibrated.unit(), shown.low(), shown.high());
        }
        PixelSpacing spacing = scaled(PixelSpacing.of(frame.groups(), frame.frame()), shaped.box(), plane);
        return new Picture(plane.columns(), plane.rows(), spacing, content);
    }

    /** 16 bits hold whole numbers; where resizing makes others of them they are rounded, but what is measured is not. */
    private static void checkWhole(float[] values) {
        for (float value : values) {
            if (value != Math.rint(value)) {
                throw new IllegalArgumentException("has values between whole numbers; a 32-bit TIFF holds them");
            }
        }
    }

    /** The part of the plane that the picture shows, in the picture's size. */
    private MaskCrop.Result shaped(Plane whole, Selection selection) {
        if (settings.crop().isPresent()) {
            return new MaskCrop(settings.crop().get(), settings.size()).apply(whole, selection);
        }
        Box all = Crop.everything(whole);
        Plane plane = settings.size().isPresent()
                ? Crop.resize(whole, all, settings.size().get())
                : whole;
        return new MaskCrop.Result(plane, all);
    }

    /** The bins are those of the whole frame as it was measured, padding aside. */
    private Picture.Channels channels(Plane plane, Plane whole, Selection selection, List<NamedWindow> windows) {
        Optional<Equalization> equalization = Optional.empty();
        List<String> names =
                new ArrayList<>(windows.stream().map(NamedWindow::name).toList());
        if (settings.bins() > 0) {
            names.add("equalized");
            equalization = Optional.of(FrequencyBins.of(
                            Planes.ofFloats(whole.values()), selection, BinSettings.of(settings.bins()), Progress.NONE)
                    .equalization());
        }
        List<Window> numbers = windows.stream().map(NamedWindow::window).toList();
        WindowChannels channels = new WindowChannels(numbers, equalization);
        return new Picture.Channels(channels.of(Planes.ofFloats(plane.values())), names);
    }

    /** As the file wants to be seen; of MONOCHROME1 the lowest value is white (PS3.3 C.7.6.3.1.2). */
    private static Picture.Channels shown(Plane plane, Window window, FrameReader reader) throws IOException {
        WindowChannels one = new WindowChannels(List.of(window), Optional.empty());
        float[] grey = one.of(Planes.ofFloats(plane.values()))[0];
        boolean inverted = reader.decodedPhotometric().equals(PhotometricInterpretation.MONOCHROME1);
        if (inverted) for (int i = 0; i < grey.length; i++) grey[i] = 1 - grey[i];
        return new Picture.Channels(new float[][] {grey}, List.of("grey"));
    }

    private Picture colour(FrameRef frame, FrameReader reader) throws IOException {
        if (!settings.format().isPicture()) {
            throw new IllegalArgumentException("colour has no calibrated values; PNG and JPEG take it");
        }
        PixelLayout layout = reader.layout();
        int[] rgb = RgbConverter.of(frame.file(), reader).toRgb(reader.read(frame.frame()));
        PixelSpacing spacing = PixelSpacing.of(frame.groups(), frame.frame());
        if (settings.size().isEmpty()) {
            return new Picture(layout.columns(), layout.rows(), spacing, new Picture.Colour(rgb));
        }
        int[] resized = null;
        Plane plane = null;
        for (int shift = 0; shift <= 16; shift += 8) {
            float[] values = new float[rgb.length];
            for (int i = 0; i < values.length; i++) values[i] = rgb[i] >> shift & 0xFF;
            Plane whole = new Plane(layout.rows(), layout.columns(), values);
            plane = Crop.resize(whole, Crop.everything(whole), settings.size().get());
            if (resized == null) resized = new int[plane.values().length];
            for (int i = 0; i < resized.length; i++) resized[i] |= Math.round(plane.values()[i]) << shift;
        }
        Box all = new Box(0, 0, layout.rows(), layout.columns());
        return new Picture(plane.columns(), plane.rows(), scaled(spacing, all, plane), new Picture.Colour(resized));
    }

    /** A window between the values that its function makes black and white. */
    private static Window exact(FileWindow window) {
        return window.high() > window.low() ? Window.between(window.low(), window.high()) : window.window();
    }

    /** From the smallest to the largest value that is no padding. */
    private static Window range(float[] values, CalibratedPlane plane) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            if (!Float.isFinite(value)
                    || plane.padding().isPresent() && plane.padding().get().contains(value)) continue;
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        if (low > high) return Window.between(0, 1);
        return low == high ? Window.between(low, low + 1.0) : Window.between(low, high);
    }

    private static PixelSpacing scaled(PixelSpacing spacing, Box seen, Plane plane) {
        return new PixelSpacing(
                spacing.row() * seen.rows() / plane.rows(),
                spacing.column() * seen.columns() / plane.columns(),
                spacing.source());
    }
}
