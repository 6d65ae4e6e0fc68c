package hounsfield.calibrate;

import hounsfield.geometry.PixelSpacing;
import hounsfield.geometry.Placement;
import hounsfield.geometry.SliceSpacing;
import hounsfield.geometry.StackGeometry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Fraction;

/**
 * Planes of real values with their unit and place: what every later room works on. A pixel is already what the scanner
 * measured; no slope is left to apply.
 */
public final class CalibratedImage {
    private static final int MOST_SENTENCES = 10;

    private final int width;
    private final int height;
    private final List<float[]> planes;
    private final List<Optional<PixelPadding>> padding;
    private final List<Optional<Damage>> damage;
    private final String unit;
    private final Placement placement;
    private final List<String> findings;

    /**
     * Puts planes together. Planes of different units have none in common, and a finding says so.
     *
     * @param planes all planes of the first time point, then of the next; their arrays are taken over, not copied
     * @param placement where they lie
     * @param remarks sentences for the log, besides those of the planes and the placement
     * @throws IllegalArgumentException if the planes do not fit together or into the placement, or there is none
     */
    public CalibratedImage(List<CalibratedPlane> planes, Placement placement, List<String> remarks) {
        if (planes.isEmpty() || planes.size() % placement.timePoints() != 0) {
            throw new IllegalArgumentException(planes.size() + " planes, " + placement.timePoints() + " time points");
        }
        width = planes.get(0).width();
        height = planes.get(0).height();
        Set<String> sentences = new LinkedHashSet<>();
        Set<String> units = new LinkedHashSet<>();
        for (CalibratedPlane plane : planes) {
            if (plane.width() != width || plane.height() != height) {
                throw new IllegalArgumentException("a plane of " + plane.width() + " x " + plane.height()
                        + " pixels, the first has " + width + " x " + height);
            }
            units.add(plane.unit());
            sentences.addAll(plane.findings());
        }
        boolean oneUnit = units.size() == 1;
        unit = oneUnit ? planes.get(0).unit() : "";
        differingUnits(units).ifPresent(sentences::add);
        sentences.addAll(remarks);
        sentences.addAll(placement.findings());
        this.planes = planes.stream().map(CalibratedPlane::values).toList();
        this.placement = placement;
        padding = planes.stream().map(CalibratedPlane::padding).toList();
        damage = planes.stream().map(CalibratedPlane::damage).toList();
        damageSentences().forEach(sentences::add);
        findings = List.copyOf(sentences);
    }

    /** Of many damaged planes some are named. */
    private List<String> damageSentences() {
        List<String> all = damage.stream()
                .flatMap(Optional::stream)
                .map(each -> each.sentence(height))
                .toList();
        if (all.size() <= MOST_SENTENCES) return all;
        List<String> some = new ArrayList<>(all.subList(0, MOST_SENTENCES));
        some.add("and " + (all.size() - MOST_SENTENCES) + " more frames that cannot be decoded");
        return some;
    }

    /** What the log says of planes that have these units; empty if it is one. */
    public static Optional<String> differingUnits(Set<String> units) {
        if (units.size() < 2) return Optional.empty();
        List<String> named =
                units.stream().map(unit -> unit.isEmpty() ? "none" : unit).toList();
        return Optional.of("The planes have different units: " + String.join(", ", named));
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
        return placement.timePoints();
    }

    /** Positions: planes of one time point. */
    public int slices() {
        return planes.size() / timePoints();
    }

    /** One plane's values, row by row; the image's own array, not a copy. */
    public float[] plane(int z) {
        return planes.get(z);
    }

    /** All planes; the image's own arrays. */
    public List<float[]> planes() {
        return planes;
    }

    /** {@return the planes' own arrays as an ImgLib2 image with axes x, y, z, and t if there are several time points} */
    public PlanarImg<FloatType, FloatArray> img() {
        return img(planes);
    }

    /**
     * Returns other values of this image's pixels, for example windowed ones, as an ImgLib2 image with the axes of
     * {@link #img()}.
     *
     * @param values one array per plane; shared, not copied
     * @return the image
     * @throws IllegalArgumentException if the arrays do not fit the planes
     */
    public PlanarImg<FloatType, FloatArray> img(List<float[]> values) {
        boolean fit =
                values.size() == planes.size() && values.stream().allMatch(plane -> plane.length == width * height);
        if (!fit) throw new IllegalArgumentException("the arrays do not fit the planes");
        PlanarImg<FloatType, FloatArray> img =
                new PlanarImg<>(values.stream().map(FloatArray::new).toList(), dimensions(), new Fraction());
        img.setLinkedType(new FloatType(img));
        return img;
    }

    /** {@return the size along x, y, z, and along t if there are several time points} */
    public long[] dimensions() {
        return timePoints() == 1
                ? new long[] {width, height, slices()}
                : new long[] {width, height, slices(), timePoints()};
    }

    /** The values' unit: {@code HU}, {@code BQML}, {@code GY} ...; empty if the file names none. */
    public String unit() {
        return unit;
    }

    /** What of a plane's values is padding. */
    public Optional<PixelPadding> padding(int z) {
        return padding.get(z);
    }

    /** What of each plane's values is padding. */
    public List<Optional<PixelPadding>> paddings() {
        return padding;
    }

    /** What of a plane could not be decoded and is NaN; empty for a sound one. */
    public Optional<Damage> damage(int z) {
        return damage.get(z);
    }

    /** What of each plane could not be decoded. */
    public List<Optional<Damage>> damages() {
        return damage;
    }

    /** Where the planes of the first time point lie, in the planes' order; empty if not all have a position. */
    public Optional<StackGeometry> geometry() {
        return placement.stack();
    }

    /** {@return the place of the planes in space and time} */
    public Placement placement() {
        return placement;
    }

    public PixelSpacing pixelSpacing() {
        return placement.pixelSpacing();
    }

    public SliceSpacing sliceSpacing() {
        return placement.sliceSpacing();
    }

    /** Sentences for the log: what is odd about the geometry, and what the values' or sizes' source is where it matters. */
    public List<String> findings() {
        return findings;
    }
}
