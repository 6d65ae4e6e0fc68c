package hounsfield.imagej.pixels;

import hounsfield.cache.CachedPlanes;
import hounsfield.cache.PlaneCache;
import hounsfield.calibrate.CalibratedPlane;
import hounsfield.calibrate.Damage;
import hounsfield.calibrate.FrameCalibrator;
import hounsfield.calibrate.ValueSource;
import hounsfield.codec.PixelLayout;
import hounsfield.frame.FrameOpener;
import hounsfield.frame.FrameRef;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.InsufficientMemoryException;
import hounsfield.work.Progress;
import ij.IJ;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Decodes the slices of a virtual stack and records which of them are damaged. Safe for many threads. Each damaged slice is
 * logged once. Slices count from 0, in the order of the files.
 */
public final class SliceDecoder {
    private final List<ImageSlice> slices;
    private final FrameOpener opener;
    private final PixelConverter maker;
    private final PixelLayout layout;
    private final Optional<ValueSource> filled;
    private final CachedPlanes<Object[], DicomException> planes;
    private final Map<Integer, Optional<Damage>> decoded = new ConcurrentHashMap<>();
    /** Slices whose last decoding ran out of memory; the next attempt may succeed. */
    private final Map<Integer, Damage> withoutMemory = new ConcurrentHashMap<>();

    private final Set<Integer> said = ConcurrentHashMap.newKeySet();
    /** The first slice with values, from {@link #findValues} until a slice is decoded; otherwise {@code null}. */
    private final AtomicReference<Found> found = new AtomicReference<>();

    private record Found(int slice, Object[] planes) {}

    /**
     * Creates a decoder.
     *
     * @param slices the slices, at least one
     * @param opener opens the files; must stay open
     * @param maker converts the frames
     * @param layout the pixel layout of every slice
     * @param filled the source of calibrated floats in which NaN replaces pixels that cannot be decoded; empty to throw an
     *     exception instead
     */
    public SliceDecoder(
            List<ImageSlice> slices,
            FrameOpener opener,
            PixelConverter maker,
            PixelLayout layout,
            Optional<ValueSource> filled) {
        this.slices = List.copyOf(slices);
        this.opener = opener;
        this.maker = maker;
        this.layout = layout;
        this.filled = filled;
        long bytes = (long) layout.rows() * layout.columns() * maker.channels() * maker.bitDepth() / Byte.SIZE;
        planes = new CachedPlanes<>(PlaneCache.shared(), slices.size(), bytes, new Frames());
    }

    /** Decodes slices for the cache. */
    private final class Frames implements CachedPlanes.Loader<Object[], DicomException> {
        @Override
        public Object[] load(int slice, Progress progress) throws DicomException {
            Found ready = found.getAndSet(null);
            return ready != null && ready.slice == slice ? ready.planes : decode(slice, progress);
        }

        @Override
        public Optional<Object[]> loadAhead(int slice, Progress progress) throws DicomException {
            return intact(slice, progress);
        }
    }

    List<ImageSlice> slices() {
        return slices;
    }

    PixelConverter maker() {
        return maker;
    }

    PixelLayout layout() {
        return layout;
    }

    /**
     * Returns a slice's planes, as {@link PixelConverter#pixels} does, from the cache if they are there.
     *
     * @param progress can cancel
     * @return the planes, which must not change if {@link #sharesPlanes()}
     * @throws DicomException if the slice cannot be decoded and is not filled
     */
    Object[] planes(int slice, Progress progress) throws DicomException {
        return planes.get(slice, progress);
    }

    /** Returns whether several requests can get the same arrays. */
    boolean sharesPlanes() {
        return planes.isCaching();
    }

    /** Notes that ImageJ requests a slice, so that the next ones can be decoded in the background. */
    void shown(int slice) {
        planes.shown(slice);
    }

    /** Removes the planes from the cache and ends work in the background. */
    void release() {
        planes.release();
    }

    /** Decodes a slice without reporting damage; empty if there is any. */
    private Optional<Object[]> intact(int slice, Progress progress) throws DicomException {
        FrameRef frame = slices.get(slice).source();
        Object[] intact;
        if (filled.isPresent()) {
            CalibratedPlane plane = FrameCalibrator.filled(frame, opener, layout, filled.get(), progress);
            if (plane.damage().isPresent()) return Optional.empty();
            intact = new Object[] {plane.values()};
        } else {
            try {
                intact = opener.read(frame, progress, maker::pixels);
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        record(slice, Optional.empty());
        return Optional.of(intact);
    }

    private Object[] decode(int slice, Progress progress) throws DicomException {
        FrameRef frame = slices.get(slice).source();
        if (filled.isPresent()) {
            CalibratedPlane plane = FrameCalibrator.filled(frame, opener, layout, filled.get(), progress);
            record(slice, plane.damage());
            plane.damage().ifPresent(damage -> logOnce(slice, damage.sentence(layout.rows())));
            return new Object[] {plane.values()};
        }
        try {
            Object[] planes = opener.read(frame, progress, maker::pixels);
            record(slice, Optional.empty());
            return planes;
        } catch (IOException e) {
            DicomException failure = DicomException.of(e, frame.location()).at(frame.location());
            record(slice, Optional.of(new Damage(failure, 0)));
            throw failure;
        }
    }

    private void record(int slice, Optional<Damage> damage) {
        decoded.put(slice, damage);
        withoutMemory.remove(slice);
    }

    /** Returns whether a slice was decoded, or cannot be. */
    boolean isKnown(int slice) {
        return decoded.containsKey(slice) && !withoutMemory.containsKey(slice);
    }

    /** Returns the damage of a slice; empty if it is intact or was not decoded yet. */
    Optional<Damage> damage(int slice) {
        Damage lacking = withoutMemory.get(slice);
        return lacking != null ? Optional.of(lacking) : decoded.getOrDefault(slice, Optional.empty());
    }

    /**
     * Decodes slices from the first on until one has values, and keeps that one for the next request, because ImageJ shows
     * the first slice at once.
     *
     * @param progress can cancel
     * @throws DicomException the failure of the first slice, if no slice has values
     */
    public void findValues(Progress progress) throws DicomException {
        for (int slice = 0; slice < slices.size(); slice++) {
            Object[] planes = decode(slice, progress);
            Optional<Damage> damage = damage(slice);
            if (damage.isEmpty() || damage.get().rows() > 0) {
                found.set(new Found(slice, planes));
                return;
            }
        }
        throw damage(0).orElseThrow().cause();
    }

    /**
     * Decodes the first slice and keeps it for the next request, because ImageJ shows it at once and cannot cancel that.
     * Does nothing if the slice cannot be decoded, because the request reports it.
     *
     * @param progress can cancel
     */
    public void findFirst(Progress progress) {
        try {
            found.set(new Found(0, decode(0, progress)));
        } catch (DicomException e) {
            // Recorded as damage.
        }
    }

    /** Counts a slice as damaged, and logs the reason, until it is decoded. */
    void reportUsedUpMemory(int slice, InsufficientMemoryException reason) {
        DicomException failure = new DicomException(
                reason.getMessage(), slices.get(slice).source().location(), reason);
        if (withoutMemory.put(slice, new Damage(failure, 0)) == null) IJ.log(failure.getMessage());
    }

    /** Logs a sentence about a slice, which names the file, unless the slice was logged before. */
    void logOnce(int slice, String sentence) {
        if (said.add(slice)) IJ.log(sentence);
    }
}
