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
 * Planes of real values with their unit and geometry, the input of all further processing. Pixels are measured values;
 * no slope remains to be applied.
 */
public final class CalibratedImage {
    private static final int MOST_SENTENCES = 10;

    private final int width;
    private final int height;
    private final int slices;
    private final List<float[]> planes;
    private final List<Optional<PixelPadding>> padding;
    private final List<Optional<Damage>> damage;
    private final String unit;
    private final List<String> units;
    private final Placement placement;
    private final List<String> findings;

    /**
     * Combines planes. If their units differ, the image has no unit, and a finding reports it.
     *
     * @param planes by time point, then by position, then by channel; their arrays are not copied
     * @param placement their geometry
     * @param remarks sentences for the log, in addition to those of planes and placement
     * @throws IllegalArgumentException if there are no planes, or if they do not match each other or the placement
     */
    public CalibratedImage(List<CalibratedPlane> planes, Placement placement, List<String> remarks) {
        slices = placement.axes().positions(planes.size());
        width = planes.get(0).width();
        height = planes.get(0).height();
        Set<String> sentences = new LinkedHashSet<>();
        Set<String> units = new LinkedHashSet<>();
        int unscaled = 0;
        for (CalibratedPlane plane : planes) {
            if (plane.width() != width || plane.height() != height) {
                throw new IllegalArgumentException("a plane of " + plane.width() + " x " + plane.height()
                        + " pixels, the first has " + width + " x " + height);
            }
            units.add(plane.unit());
            if (!plane.scaled()) unscaled++;
            sentences.addAll(plane.findings());
        }
        boolean oneUnit = units.size() == 1;
        unit = oneUnit ? planes.get(0).unit() : "";
        this.units =
                oneUnit ? List.of() : planes.stream().map(CalibratedPlane::unit).toList();
        partlyUnscaled(unscaled, planes.size()).ifPresent(sentences::add);
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

    /** Describes damaged planes; only the first ones if there are many. */
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

    /**
     * Describes differing units for the log.
     *
     * @param units the units of all planes
     * @return a sentence; empty if there is only one unit
     */
    public static Optional<String> differingUnits(Set<String> units) {
        if (units.size() < 2) return Optional.empty();
        List<String> named =
                units.stream().map(unit -> unit.isEmpty() ? "none" : unit).toList();
        return Optional.of("The planes have different units: " + String.join(", ", named));
    }

    /**
     * Describes planes without a rescale among others, for the log.
     *
     * @param unscaled number of planes whose values are stored values
     * @param planes number of all planes
     * @return a sentence; empty if all planes are alike
     */
    public static Optional<String> partlyUnscaled(int unscaled, int planes) {
        return unscaled == 0 || unscaled == planes
                ? Optional.empty()
                : Optional.of(unscaled + " of " + planes + " planes have no rescale and keep their stored values");
    }

    /** {@return pixels per row} */
    public int width() {
        return width;
    }

    /** {@return number of rows} */
    public int height() {
        return height;
    }

    /** {@return number of all planes} */
    public int depth() {
        return planes.size();
    }

    /**
     * {@return the number of time points, 1 for a plain volume} Planes are ordered by time point, then by position,
     * then by channel.
     */
    public int timePoints() {
        return placement.timePoints();
    }

    /** {@return number of channels, 1 for a plain volume} */
    public int channels() {
        return placement.channels();
    }

    /** {@return number of positions, the planes of one channel at one time point} */
    public int slices() {
        return slices;
    }

    /**
     * Returns the values of one plane.
     *
     * @param z index of the plane, from 0
     * @return values row by row; the array of the image, not a copy
     */
    public float[] plane(int z) {
        return planes.get(z);
    }

    /** {@return all planes; the arrays of the image, not copies} */
    public List<float[]> planes() {
        return planes;
    }

    /** {@return the planes' own arrays as an ImgLib2 image with the axes of {@link #axes()}} */
    public PlanarImg<FloatType, FloatArray> img() {
        return img(planes);
    }

    /**
     * {@return other values of this image's pixels, for example windowed ones, as an ImgLib2 image with the axes of
     * {@link #img()}}
     *
     * @param values one array per plane; shared, not copied
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

    /**
     * Returns the names of the axes of {@link #img()}.
     *
     * @return x, y, c if there are several channels, z unless there is one position at several times, and t if there are
     *     several time points
     */
    public List<String> axes() {
        return placement.axes().names(planes.size());
    }

    /** {@return the size along each of the {@link #axes()}} */
    public long[] dimensions() {
        return placement.axes().dimensions(width, height, planes.size());
    }

    /** {@return unit of the values, such as {@code HU}, {@code BQML} or {@code GY}; empty if the file has none} */
    public String unit() {
        return unit;
    }

    /**
     * Returns the unit of a plane, which differs from that of the image if the image has none.
     *
     * @param z index of the plane, from 0
     * @return the unit; empty if the plane has none
     */
    public String unit(int z) {
        return units.isEmpty() ? unit : units.get(z);
    }

    /**
     * Returns the padding of a plane.
     *
     * @param z index of the plane, from 0
     * @return the range of padding values, if any
     */
    public Optional<PixelPadding> padding(int z) {
        return padding.get(z);
    }

    /** {@return the padding of each plane} */
    public List<Optional<PixelPadding>> paddings() {
        return padding;
    }

    /**
     * Returns the damage of a plane.
     *
     * @param z index of the plane, from 0
     * @return the part that could not be decoded and is NaN; empty if intact
     */
    public Optional<Damage> damage(int z) {
        return damage.get(z);
    }

    /** {@return the damage of each plane} */
    public List<Optional<Damage>> damages() {
        return damage;
    }

    /** {@return positions of the planes of the first time point, in order; empty if not all have a position} */
    public Optional<StackGeometry> geometry() {
        return placement.stack();
    }

    /** {@return the geometry of the planes in space and time} */
    public Placement placement() {
        return placement;
    }

    /** {@return the distance between pixels} */
    public PixelSpacing pixelSpacing() {
        return placement.pixelSpacing();
    }

    /** {@return the distance between slices} */
    public SliceSpacing sliceSpacing() {
        return placement.sliceSpacing();
    }

    /** {@return sentences for the log about unusual geometry and, where it matters, the source of values and sizes} */
    public List<String> findings() {
        return findings;
    }
}
