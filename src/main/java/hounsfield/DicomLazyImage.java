package hounsfield;

import hounsfield.cache.CachedPlanes;
import hounsfield.cache.PlaneCache;
import hounsfield.calibrate.CalibratedImage;
import hounsfield.calibrate.CalibratedPlane;
import hounsfield.calibrate.Damage;
import hounsfield.calibrate.FrameCalibrator;
import hounsfield.calibrate.ModalityTransform;
import hounsfield.calibrate.ValueSource;
import hounsfield.calibrate.WhenDamaged;
import hounsfield.codec.PixelLayout;
import hounsfield.frame.FrameOpener;
import hounsfield.frame.FrameRef;
import hounsfield.planes.LazyPlaneList;
import hounsfield.planes.Planes;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Memory;
import hounsfield.work.Progress;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

/**
 * An image of calibrated values with the values, axes and place of {@link DicomImage}, whose planes are decoded when they
 * are accessed. Decoded planes stay in memory as long as {@link PlaneCache} has room. The pixels cannot be changed. Safe for
 * many threads.
 *
 * <p>A file with many frames stays open until the image is closed or garbage-collected.
 */
public final class DicomLazyImage implements Closeable {
    private final List<FrameRef> frames;
    private final ImagePlace place;
    private final FrameOpener opener = new FrameOpener();
    private final PixelLayout layout;
    private final ValueSource source;
    private final WhenDamaged damaged;
    private final String unit;
    private final Set<String> findings = new LinkedHashSet<>();
    private final CachedPlanes<float[], DicomException> planes;
    private final Map<Integer, Damage> damage = new ConcurrentHashMap<>();

    private DicomLazyImage(ImageFrames image, ValueSource source, WhenDamaged damaged, Progress progress)
            throws IOException {
        frames = image.frames();
        place = image.place();
        this.source = source;
        this.damaged = damaged;
        layout = opener.read(opener.firstOpen(frames), (frame, reader) -> {
            FrameCalibrator.checkSamples(frame, reader.layout());
            return reader.layout();
        });
        unit = unit(progress);
        findings.addAll(place.placement().findings());
        planes = new CachedPlanes<>(PlaneCache.shared(), frames.size(), image.pixels() * Float.BYTES, this::load);
    }

    static DicomLazyImage of(ImageFrames image, ValueSource source, WhenDamaged damaged, Progress progress)
            throws IOException {
        return new DicomLazyImage(image, source, damaged, progress);
    }

    /** Returns the unit of all planes, by their headers; empty if they differ. */
    private String unit(Progress progress) throws DicomException {
        List<ModalityTransform> transforms = FrameRef.ofReadableHeaders(
                        frames, progress, frame -> ModalityTransform.of(frame.groups(), frame.frame(), source))
                .stream()
                .flatMap(Optional::stream)
                .toList();
        Set<String> units = new LinkedHashSet<>();
        int unscaled = 0;
        for (ModalityTransform transform : transforms) {
            units.add(transform.declaredUnit());
            findings.addAll(transform.findings());
            if (!transform.scaled()) unscaled++;
        }
        CalibratedImage.partlyUnscaled(unscaled, frames.size()).ifPresent(findings::add);
        CalibratedImage.differingUnits(units).ifPresent(findings::add);
        return units.size() == 1 ? units.iterator().next() : "";
    }

    private float[] load(int plane, Progress progress) throws DicomException {
        FrameRef frame = frames.get(plane);
        CalibratedPlane read = FrameCalibrator.filled(frame, opener, layout, source, progress);
        if (read.damage().isPresent()) {
            damage.put(plane, read.damage().get());
            if (damaged == WhenDamaged.REFUSE) throw read.damage().get().cause();
        }
        return read.values();
    }

    /**
     * Returns the values.
     *
     * @return an image with the axes {@link #axes()}. An access to a plane that is not in memory decodes it; if it cannot be
     *     decoded it is NaN or, with {@link WhenDamaged#REFUSE}, an {@link UncheckedIOException}. Writing is an
     *     {@link UnsupportedOperationException}; {@code copy()} gives an image in memory
     */
    public Img<FloatType> img() {
        return new LazyPlanes(place.dimensions(layout.columns(), layout.rows()), this::values);
    }

    /** {@return the values for calls of the lower packages, such as statistics and bins, which need a plane at a time} */
    public Planes planes() {
        return Planes.ofFloats(new LazyPlaneList<>(frames.size(), layout.pixels(), this::values));
    }

    private float[] values(int plane) {
        return Memory.guarded(() -> {
            try {
                return planes.get(plane, Progress.NONE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** {@return the meaning of the axes of {@link #img()}, as {@link DicomImage#axes()}} */
    public List<String> axes() {
        return place.axes();
    }

    /** {@return the distance from one pixel to the next along each of the {@link #axes()}, as {@link DicomImage#spacing()}} */
    public double[] spacing() {
        return place.spacing();
    }

    /** {@return the unit of the values by the headers, for example {@code HU}; empty if there is none, or the planes differ} */
    public String unit() {
        return unit;
    }

    /** {@return whether {@link #toPatient()} exists: all slices have positions and are parallel and evenly spaced} */
    public boolean hasPatientTransform() {
        return place.hasPatientTransform();
    }

    /**
     * Returns the transform from voxels to the patient, as {@link DicomImage#toPatient()}.
     *
     * @return 4 rows of 4 numbers
     * @throws IllegalStateException if one transform does not hold for all slices; the message says why
     */
    public double[][] toPatient() {
        return place.toPatient();
    }

    /**
     * Returns the transform from pixels of one slice to the patient, as {@link DicomImage#toPatient(int)}.
     *
     * @param slice counted from 0 along z
     * @return 4 rows of 4 numbers
     * @throws IllegalStateException if not all slices have a position, or the size of the pixels is not known
     * @throws IndexOutOfBoundsException if there is no such slice
     */
    public double[][] toPatient(int slice) {
        return place.toPatient(slice);
    }

    /** {@return remarks on values and geometry} */
    public List<String> findings() {
        return List.copyOf(findings);
    }

    /** {@return the indexes of the planes that were accessed and have pixels that could not be decoded, ascending} */
    public int[] damagedPlanes() {
        return damage.keySet().stream().mapToInt(plane -> plane).sorted().toArray();
    }

    /**
     * Frees the memory of the planes and closes the files. An access afterwards opens and decodes them again.
     *
     * @throws IOException if a file cannot be closed
     */
    @Override
    public void close() throws IOException {
        planes.release();
        opener.close();
    }
}
