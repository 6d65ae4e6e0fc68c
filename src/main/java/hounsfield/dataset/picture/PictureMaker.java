package hounsfield.dataset.picture;

import hounsfield.calibrate.CalibratedPlane;
import hounsfield.calibrate.FrameCalibrator;
import hounsfield.calibrate.ValueSource;
import hounsfield.codec.PixelLayout;
import hounsfield.color.RgbConverter;
import hounsfield.equalize.BinSettings;
import hounsfield.equalize.Equalization;
import hounsfield.equalize.FrequencyBins;
import hounsfield.frame.FrameRef;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.geometry.PixelSpacing;
import hounsfield.mask.Box;
import hounsfield.mask.Crop;
import hounsfield.mask.MaskCrop;
import hounsfield.mask.Raster2D;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.standard.error.DicomException;
import hounsfield.window.ClosedRange;
import hounsfield.window.voi.DefaultVoi;
import hounsfield.window.voi.FileWindow;
import hounsfield.window.voi.FileWindows;
import hounsfield.window.voi.PresentationLut;
import hounsfield.window.voi.VoiTransform;
import hounsfield.window.voi.VoiWindow;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates the picture of a frame: calibrates, crops and resizes it, then applies windows and equalization. */
final class PictureMaker {
    private final ExportSettings settings;

    PictureMaker(ExportSettings settings) {
        this.settings = settings;
    }

    /**
     * Creates a picture.
     *
     * @throws hounsfield.standard.error.DicomException if the frame cannot be read
     * @throws IllegalArgumentException if the settings do not apply to the frame
     */
    Picture of(FrameRef frame, FrameReader reader) throws IOException {
        PixelLayout layout = reader.layout();
        boolean gray =
                layout.samplesPerPixel() == 1 && reader.decodedPhotometric().isMonochrome();
        return gray ? gray(frame, reader) : color(frame, reader);
    }

    private Picture gray(FrameRef frame, FrameReader reader) throws IOException {
        CalibratedPlane calibrated = FrameCalibrator.plane(frame, reader);
        Selection selection = Selection.ALL.excluding(List.of(calibrated.padding()));
        Raster2D whole = new Raster2D(calibrated.height(), calibrated.width(), calibrated.values());
        ExportWindow.checkUnit(settings.cropName(), calibrated.unit());
        MaskCrop.Result shaped = shaped(whole, selection);
        Raster2D plane = shaped.plane();
        Picture.Content content;
        if (settings.hasChannels()) {
            List<FileWindow> ofFile = FileWindows.of(frame.groups(), frame.frame());
            content = channels(plane, whole, selection, ofFile, calibrated.unit());
        } else if (settings.format().isPicture()) {
            float[] gray = gray(plane, transform(frame, whole, selection), frame);
            content = new Picture.Channels(new float[][] {gray}, List.of("gray"));
        } else {
            if (settings.format() == ExportFormat.TIFF_16) checkWhole(whole.values());
            ClosedRange shown = transform(frame, whole, selection).linear();
            content = new Picture.Values(plane.values(), calibrated.unit(), shown.min(), shown.max());
        }
        PixelSpacing spacing = scaled(PixelSpacing.of(frame.groups(), frame.frame()), shaped.box(), plane);
        return new Picture(plane.columns(), plane.rows(), spacing, content);
    }

    /** Refuses measured values that are not integers, which 16 bits cannot store. Values that resizing makes fractional are rounded. */
    private static void checkWhole(float[] values) {
        for (float value : values) {
            if (Float.isNaN(value)) {
                throw new IllegalArgumentException("has pixels that are not a number; use a 32-bit TIFF");
            }
            if (value != Math.rint(value)) {
                throw new IllegalArgumentException("has values that are not integers; use a 32-bit TIFF");
            }
        }
    }

    /** Returns the displayed part of the plane, in the size of the picture. */
    private MaskCrop.Result shaped(Raster2D whole, Selection selection) {
        if (settings.crop().isPresent()) {
            return new MaskCrop(settings.crop().get(), settings.size()).apply(whole, selection);
        }
        Box all = Crop.everything(whole);
        Raster2D plane = settings.size().isPresent()
                ? Crop.resize(whole, all, settings.size().get())
                : whole;
        return new MaskCrop.Result(plane, all);
    }

    /**
     * Returns the channels. Bins are those of the whole measured frame, without padding.
     *
     * @param ofFile the windows of the frame
     * @param unit of the values
     */
    private Picture.Channels channels(
            Raster2D plane, Raster2D whole, Selection selection, List<FileWindow> ofFile, String unit) {
        List<String> names = new ArrayList<>();
        List<ClosedRange> windows = new ArrayList<>();
        for (ExportWindow window : settings.windows()) {
            names.add(window.name());
            windows.add(window.of(ofFile, unit));
        }
        Optional<Equalization> equalization = Optional.empty();
        if (settings.bins() > 0) {
            names.add("equalized");
            BinSettings bins = BinSettings.of(settings.bins());
            Planes values = Planes.ofFloats(whole.values());
            equalization = Optional.of(
                    FrequencyBins.of(values, selection, bins, Progress.NONE).equalization());
        }
        WindowChannels channels = new WindowChannels(windows, equalization);
        return new Picture.Channels(channels.of(Planes.ofFloats(plane.values())), names);
    }

    /** Returns the transform of {@link DefaultVoi} for the values of the whole frame. */
    private static VoiTransform transform(FrameRef frame, Raster2D whole, Selection selection) throws DicomException {
        Optional<VoiTransform> declared =
                DefaultVoi.ofFile(frame.groups(), frame.frame(), ValueSource.RESCALE, new Diagnostics());
        if (declared.isPresent()) return declared.get();
        Planes values = Planes.ofFloats(whole.values());
        return VoiWindow.exact(DefaultVoi.ofValues(values, selection).window());
    }

    private static float[] gray(Raster2D plane, VoiTransform transform, FrameRef frame) throws DicomException {
        float[] values = plane.values();
        float[] gray = new float[values.length];
        for (int i = 0; i < gray.length; i++) gray[i] = (float) transform.of(values[i]);
        if (PresentationLut.isInverse(frame.file().dataSet())) {
            for (int i = 0; i < gray.length; i++) gray[i] = 1 - gray[i];
        }
        return gray;
    }

    private Picture color(FrameRef frame, FrameReader reader) throws IOException {
        if (!settings.format().isPicture()) {
            throw new IllegalArgumentException("color has no calibrated values; use PNG or JPEG");
        }
        PixelLayout layout = reader.layout();
        int[] rgb = RgbConverter.of(frame.file(), reader).toRgb(reader.read(frame.frame()));
        PixelSpacing spacing = PixelSpacing.of(frame.groups(), frame.frame());
        if (settings.size().isEmpty()) {
            return new Picture(layout.columns(), layout.rows(), spacing, new Picture.Color(rgb));
        }
        int[] resized = null;
        Raster2D plane = null;
        for (int shift = 0; shift <= 16; shift += 8) {
            float[] values = new float[rgb.length];
            for (int i = 0; i < values.length; i++) values[i] = rgb[i] >> shift & 0xFF;
            Raster2D whole = new Raster2D(layout.rows(), layout.columns(), values);
            plane = Crop.resize(whole, Crop.everything(whole), settings.size().get());
            if (resized == null) resized = new int[plane.values().length];
            for (int i = 0; i < resized.length; i++) resized[i] |= Math.round(plane.values()[i]) << shift;
        }
        Box all = new Box(0, 0, layout.rows(), layout.columns());
        return new Picture(plane.columns(), plane.rows(), scaled(spacing, all, plane), new Picture.Color(resized));
    }

    private static PixelSpacing scaled(PixelSpacing spacing, Box seen, Raster2D plane) {
        return new PixelSpacing(
                spacing.row() * seen.rows() / plane.rows(),
                spacing.column() * seen.columns() / plane.columns(),
                spacing.source());
    }
}
