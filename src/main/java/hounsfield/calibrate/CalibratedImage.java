package hounsfield.calibrate;

import hounsfield.geometry.PixelSpacing;
import hounsfield.geometry.SliceSpacing;
import hounsfield.geometry.StackGeometry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Fraction;

/**
 * Planes of real values with their unit and place: what every later room works on. A pixel is already what the scanner
 * measured; no slope is left to apply.
 */
public final class CalibratedImage {
    private final int width;
    private final int height;
    private final List<float[]> planes;
    private final String unit;
    private final List<Optional<PixelPadding>> padding;
    private final StackGeometry geometry;
    private final PixelSpacing pixelSpacing;
    private final SliceSpacing sliceSpacing;
    private final int timePoints;
    private final List<String> findings;

    private CalibratedImage(Builder builder) {
        width = builder.width;
        height = builder.height;
        planes = List.copyOf(builder.planes);
        unit = builder.unit;
        padding = List.copyOf(builder.padding);
        geometry = builder.geometry;
        pixelSpacing = builder.pixelSpacing;
        sliceSpacing = builder.sliceSpacing;
        timePoints = builder.timePoints;
        findings = List.copyOf(builder.findings);
        if (planes.isEmpty() || planes.size() % timePoints != 0 || padding.size() != planes.size()) {
            throw new IllegalArgumentException(
                    planes.size() + " planes, " + padding.size() + " paddings, " + timePoints + " time points");
        }
        for (float[] plane : planes) {
            if (plane.length != Math.multiplyExact(width, height)) {
                throw new IllegalArgumentException(
                        "a plane of " + plane.length + " pixels, not " + width + " x " + height);
            }
        }
    }

    /** Pixels in a row. */
    public int width() {
        return width;
    }

    /** Rows. */
    public int height() {
        return height;
    }

    /** Planes, of all time points together. */
    public int depth() {
        return planes.size();
    }

    /**
     * How many images there are at each position, 1 for a plain volume. Planes go through the positions first, then
     * through the time points.
     */
    public int timePoints() {
        return timePoints;
    }

    /** Positions: planes of one time point. */
    public int slices() {
        return planes.size() / timePoints;
    }

    /** One plane's values, row by row; the image's own array, not a copy. */
    public float[] plane(int z) {
        return planes.get(z);
    }

    /** All planes; the image's own arrays. */
    public List<float[]> planes() {
        return planes;
    }

    /** The same arrays as an ImgLib2 image with axes x, y, z. */
    public PlanarImg<FloatType, FloatArray> img() {
        List<FloatArray> arrays = new ArrayList<>();
        for (float[] plane : planes) arrays.add(new FloatArray(plane));
        PlanarImg<FloatType, FloatArray> img =
                new PlanarImg<>(arrays, new long[] {width, height, planes.size()}, new Fraction());
        img.setLinkedType(new FloatType(img));
        return img;
    }

    /** The values' unit: {@code HU}, {@code BQML}, {@code GY} ...; empty if the file names none. */
    public String unit() {
        return unit;
    }

    /** What of a plane's values is padding. */
    public Optional<PixelPadding> padding(int z) {
        return padding.get(z);
    }

    /** Where the planes of the first time point lie, in the planes' order; empty if not all have a position. */
    public Optional<StackGeometry> geometry() {
        return Optional.ofNullable(geometry);
    }

    public PixelSpacing pixelSpacing() {
        return pixelSpacing;
    }

    public SliceSpacing sliceSpacing() {
        return sliceSpacing;
    }

    /** Sentences for the log: what is odd about the geometry, and what the values' or sizes' source is where it matters. */
    public List<String> findings() {
        return findings;
    }

    /** Puts an image together. */
    public static final class Builder {
        private final int width;
        private final int height;
        private final List<float[]> planes = new ArrayList<>();
        private final List<Optional<PixelPadding>> padding = new ArrayList<>();
        private final List<String> findings = new ArrayList<>();
        private String unit = "";
        private StackGeometry geometry;
        private PixelSpacing pixelSpacing = PixelSpacing.UNKNOWN;
        private SliceSpacing sliceSpacing = SliceSpacing.UNKNOWN;
        private int timePoints = 1;

        public Builder(int width, int height) {
            this.width = width;
            this.height = height;
        }

        /** Adds a plane of {@code width * height} values; the array is taken over, not copied. */
        public Builder plane(float[] values, Optional<PixelPadding> planePadding) {
            planes.add(values);
            padding.add(planePadding);
            return this;
        }

        public Builder unit(String valueUnit) {
            unit = valueUnit;
            return this;
        }

        public Builder geometry(StackGeometry stack) {
            geometry = stack;
            return this;
        }

        public Builder pixelSpacing(PixelSpacing spacing) {
            pixelSpacing = spacing;
            return this;
        }

        public Builder sliceSpacing(SliceSpacing spacing) {
            sliceSpacing = spacing;
            return this;
        }

        public Builder timePoints(int count) {
            timePoints = count;
            return this;
        }

        public Builder finding(String sentence) {
            if (!findings.contains(sentence)) findings.add(sentence);
            return this;
        }

        /** @throws IllegalArgumentException if planes and sizes do not fit together, or there is no plane */
        public CalibratedImage build() {
            return new CalibratedImage(this);
        }
    }
}
