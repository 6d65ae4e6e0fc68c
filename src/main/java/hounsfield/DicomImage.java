package hounsfield;

import hounsfield.calibrate.CalibratedImage;
import hounsfield.calibrate.Damage;
import hounsfield.calibrate.FrameCalibrator;
import hounsfield.calibrate.ModalityTransform;
import hounsfield.calibrate.PixelPadding;
import hounsfield.calibrate.ValueSource;
import hounsfield.calibrate.WhenDamaged;
import hounsfield.equalize.BinSettings;
import hounsfield.equalize.FrequencyBins;
import hounsfield.frame.FrameOpener;
import hounsfield.frame.FrameRef;
import hounsfield.geometry.Placement;
import hounsfield.measure.Histogram;
import hounsfield.measure.HistogramBins;
import hounsfield.measure.Statistics;
import hounsfield.measure.ValueRange;
import hounsfield.planes.Limits;
import hounsfield.planes.Planes;
import hounsfield.planes.Selection;
import hounsfield.standard.error.Memory;
import hounsfield.window.Window;
import hounsfield.window.WindowPreset;
import hounsfield.window.Windowing;
import hounsfield.window.voi.FileWindow;
import hounsfield.window.voi.FileWindows;
import hounsfield.window.voi.VoiLut8;
import hounsfield.window.voi.VoiTransform;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.imglib2.img.Img;
import net.imglib2.img.basictypeaccess.array.BooleanArray;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Fraction;

/**
 * An image of calibrated values (HU, Bq/ml, Gy ...) with its place in the patient. The values are in memory; images that
 * are derived from them are new, unless the method says otherwise.
 */
public final class DicomImage {
    private final CalibratedImage image;
    private final List<FileWindow> windows;
    private final ImagePlace place;

    private DicomImage(CalibratedImage image, List<FileWindow> windows, ImagePlace place) {
        this.image = image;
        this.windows = windows;
        this.place = place;
    }

    static DicomImage read(ImageFrames image, ValueSource source, WhenDamaged damaged, Progress progress)
            throws IOException {
        List<FrameRef> frames = image.frames();
        Memory.require("the image", new Memory.Need(frames.size(), image.pixels() * Float.BYTES), List.of());
        try (FrameOpener opener = new FrameOpener()) {
            Placement placement = image.place().placement();
            CalibratedImage values = FrameCalibrator.read(frames, placement, opener, source, damaged, progress);
            FrameRef first = FrameRef.firstHeld(frames);
            return new DicomImage(values, FileWindows.of(first.groups(), first.frame(), source), image.place());
        }
    }

    /**
     * Returns the values.
     *
     * @return an image over the arrays in memory, which are shared, not copied; its axes are {@link #axes()}. Pixels that
     *     could not be decoded are NaN
     */
    public Img<FloatType> img() {
        return image.img();
    }

    /**
     * Returns the meaning of the axes of {@link #img()}.
     *
     * @return {@code x, y, z} for a volume or a single slice; with {@code c} before z for several channels, and {@code t}
     *     after it for several time points; {@code x, y, t} for a cine at one position
     */
    public List<String> axes() {
        return place.axes();
    }

    /**
     * Returns the distance from one pixel to the next along each of the {@link #axes()}.
     *
     * @return mm along x, y and z, seconds along t; NaN if the file does not say, and along c. For unevenly spaced slices the median
     */
    public double[] spacing() {
        return place.spacing();
    }

    /** {@return the unit of the values, for example {@code HU}, {@code BQML} or {@code GY}; empty if there is none} */
    public String unit() {
        return image.unit();
    }

    /** {@return whether {@link #toPatient()} exists: all slices have positions and are parallel and evenly spaced} */
    public boolean hasPatientTransform() {
        return place.hasPatientTransform();
    }

    /**
     * Returns the transform from voxel (x, y, z, 1), counted from 0, to the patient in mm: x to the left, y to the back, z
     * to the head (LPS, PS3.3 C.7.6.2.1.1). It holds for the center of every voxel, to a tenth of the voxel's smallest
     * edge.
     *
     * @return 4 rows of 4 numbers; the third column of a single slice is its normal, of length 1 mm
     * @throws IllegalStateException if one transform does not hold for all slices; the message says why. {@link
     *     #toPatient(int)} may exist
     */
    public double[][] toPatient() {
        return place.toPatient();
    }

    /**
     * Returns the transform from pixel (x, y, 0, 1) of one slice, counted from 0, to the patient, as {@link #toPatient()}.
     * It exists for unevenly spaced slices too.
     *
     * @param slice counted from 0 along z
     * @return 4 rows of 4 numbers; the third column is the normal of the slice, of length 1 mm
     * @throws IllegalStateException if not all slices have a position, or the size of the pixels is not known
     * @throws IndexOutOfBoundsException if there is no such slice
     */
    public double[][] toPatient(int slice) {
        return place.toPatient(slice);
    }

    /**
     * Returns the pixels that are padding: background that was not measured, by Pixel Padding Value (0028,0120) and Pixel
     * Padding Range Limit (0028,0121).
     *
     * @return true for padding; the axes are those of {@link #img()}
     */
    public Img<NativeBoolType> paddingMask() {
        boolean[][] mask = new boolean[image.depth()][];
        Workers.forEach(mask.length, Progress.NONE, plane -> mask[plane] = isPadding(plane));
        PlanarImg<NativeBoolType, BooleanArray> img = new PlanarImg<>(
                IntStream.range(0, mask.length)
                        .mapToObj(plane -> new BooleanArray(mask[plane]))
                        .toList(),
                image.dimensions(),
                new Fraction());
        img.setLinkedType(new NativeBoolType(img));
        return img;
    }

    private boolean[] isPadding(int plane) {
        float[] values = image.plane(plane);
        boolean[] mask = new boolean[values.length];
        Optional<PixelPadding> padding = image.padding(plane);
        if (padding.isEmpty()) return mask;
        PixelPadding range = padding.get();
        for (int i = 0; i < mask.length; i++) mask[i] = range.contains(values[i]);
        return mask;
    }

    /** {@return remarks on values and geometry: uneven spacing, missing units, slices that could not be decoded} */
    public List<String> findings() {
        return image.findings();
    }

    /** {@return the indexes of the planes, counted from 0 through all time points, with pixels that could not be decoded} */
    public int[] damagedPlanes() {
        List<Optional<Damage>> damages = image.damages();
        return IntStream.range(0, damages.size())
                .filter(plane -> damages.get(plane).isPresent())
                .toArray();
    }

    /** {@return the windows of the first frame (Window Center and Width), converted to the unit of the values} */
    public List<FileWindow> windows() {
        return windows;
    }

    /**
     * Maps the values of a window to 0..1, and clips values outside, as for machine learning.
     *
     * @param window center and width in the unit of the values
     * @return the windowed values; NaN stays NaN
     */
    public Img<FloatType> window(Window window) {
        return map(values -> Windowing.apply(window, values));
    }

    /**
     * Maps the values of a preset window to 0..1, as {@link #window(Window)}.
     *
     * @param preset a window in HU
     * @return the windowed values; NaN stays NaN
     * @throws IllegalStateException if the values are not in HU
     */
    public Img<FloatType> window(WindowPreset preset) {
        if (!unit().equals(ModalityTransform.HU)) {
            throw new IllegalStateException("the preset \"" + preset.label().toLowerCase(Locale.ROOT)
                    + "\" is in HU, and the image has "
                    + (unit().isEmpty() ? "values without a unit" : "values in " + unit()) + "; use a Window");
        }
        return window(preset.window());
    }

    /**
     * Maps the values to 8-bit gray as a display does (PS3.3 C.11.2.1).
     *
     * @param transform a window with its function, or a VOI LUT: for example {@code windows().get(0).gray()}
     * @return 0 (black) to 255 (white)
     */
    public Img<UnsignedByteType> gray(VoiTransform transform) {
        VoiLut8 lut = new VoiLut8(transform);
        byte[][] gray = new byte[image.depth()][];
        Workers.forEach(gray.length, Progress.NONE, plane -> gray[plane] = lut.of(image.plane(plane)));
        PlanarImg<UnsignedByteType, ByteArray> img = new PlanarImg<>(
                IntStream.range(0, gray.length)
                        .mapToObj(plane -> new ByteArray(gray[plane]))
                        .toList(),
                image.dimensions(),
                new Fraction());
        img.setLinkedType(new UnsignedByteType(img));
        return img;
    }

    private Img<FloatType> map(UnaryOperator<float[]> map) {
        float[][] mapped = new float[image.depth()][];
        Workers.forEach(mapped.length, Progress.NONE, plane -> mapped[plane] = map.apply(image.plane(plane)));
        return image.img(List.of(mapped));
    }

    /**
     * Finds bins that hold about the same number of values each. Padding and NaN do not count.
     *
     * @param bins the number of bins
     * @return the bins
     * @throws IllegalArgumentException if no value counts, or the number of bins is out of range
     */
    public FrequencyBins frequencyBins(int bins) {
        return FrequencyBins.of(planes(), selection(), BinSettings.of(bins), Progress.NONE);
    }

    /**
     * Equalizes the histogram with bins that hold about the same number of values each.
     *
     * @param bins the number of bins
     * @return values 0..1; NaN stays NaN
     * @throws IllegalArgumentException if no value counts, or the number of bins is out of range
     */
    public Img<FloatType> equalize(int bins) {
        return image.img(frequencyBins(bins).equalization().map(planes(), Progress.NONE));
    }

    /**
     * Measures all values except padding and NaN.
     *
     * @param ranges ranges of values to count, in the unit of the values
     * @return count, mean, standard deviation, extremes, median, and the number of values in each of the ranges
     */
    public Statistics statistics(ValueRange... ranges) {
        return Statistics.of(planes(), selection(), Limits.NONE, List.of(ranges), Progress.NONE);
    }

    /**
     * Counts all values except padding and NaN in bins.
     *
     * @param bins the layout of the bins, for example {@link HistogramBins#AUTOMATIC}
     * @return the histogram
     * @throws IllegalArgumentException if no value counts, or the range of the bins is empty
     */
    public Histogram histogram(HistogramBins bins) {
        return Histogram.of(planes(), selection(), bins, Progress.NONE);
    }

    /** {@return the values for calls of the lower packages, with progress and selections of one's own} */
    public Planes planes() {
        return Planes.ofFloats(image.planes());
    }

    /** {@return all pixels except padding} */
    public Selection selection() {
        return Selection.of(image);
    }

    /** {@return the image as the lower packages have it} */
    public CalibratedImage calibrated() {
        return image;
    }
}
