package hounsfield.frame;

import hounsfield.bytes.ByteSource;
import hounsfield.data.BulkData;
import hounsfield.data.Element;
import hounsfield.frame.pixeldata.FrameCount;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.frame.pixeldata.Tile;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A reference to one frame of a file, or to one tile of a frame, without pixels and without an open file. An image is
 * read from a list of these, from one file or several.
 *
 * @param source the file, shared by its frames
 * @param frame index of the frame, from 0
 * @param tile the part of the frame that is meant; empty for the whole frame
 */
public record FrameRef(FrameFile source, int frame, Optional<Tile> tile) {
    /** Tag and length of a fragment, at least one of which an encapsulated frame has (PS3.5 A.4). */
    private static final int FRAGMENT_HEADER = 8;

    /**
     * Refers to a whole frame.
     *
     * @param source the file
     * @param frame index of the frame, from 0
     */
    public FrameRef(FrameFile source, int frame) {
        this(source, frame, Optional.empty());
    }

    /**
     * A function of the header of a frame.
     *
     * @param <T> the type of the result
     */
    @FunctionalInterface
    public interface HeaderTask<T> {
        /**
         * Computes the result.
         *
         * @param frame with its header in memory
         * @return the result
         * @throws DicomException if it fails
         */
        T of(FrameRef frame) throws DicomException;
    }

    /**
     * {@return the first frame of a file, the only one unless it {@linkplain #hasManyFrames has many}}
     *
     * @param file the header
     */
    public static FrameRef first(DicomFile file) {
        return new FrameRef(FrameFile.of(file), 0);
    }

    /**
     * {@return all frames of a file, in order, with the header in memory}
     *
     * @param file the header
     * @throws DicomException if the file is damaged, contains no image, or declares more frames than its size allows
     * @throws IOException if the file cannot be read
     */
    public static List<FrameRef> allOf(DicomFile file) throws IOException {
        return allOf(FrameFile.of(file), file);
    }

    /**
     * Does the same as {@link #allOf(DicomFile)} for a file whose header need not stay in memory.
     *
     * @param source the file
     * @param file the header of the file
     * @return the frames
     * @throws IOException if the file cannot be read
     */
    public static List<FrameRef> allOf(FrameFile source, DicomFile file) throws IOException {
        int count;
        try (FrameReader reader = FrameReader.open(file)) {
            count = reader.frameCount();
            checkClaim(file, count, reader.layout().pixels());
        }
        return IntStream.range(0, count)
                .mapToObj(frame -> new FrameRef(source, frame))
                .toList();
    }

    /**
     * Returns whether Number of Frames is not 1.
     *
     * @param file the header
     * @return true also if the number is invalid and Pixel Data must be examined
     */
    public static boolean hasManyFrames(DicomFile file) {
        return FrameCount.declared(file).orElse(0) != 1;
    }

    /**
     * Returns the same frames with the headers of multi-frame files in memory, which otherwise would be read once per
     * frame. A file that is missing or has changed is returned unchanged; reading its frames reports the problem.
     *
     * @param frames the frames
     * @return the frames, in the same order
     */
    public static List<FrameRef> holding(List<FrameRef> frames) {
        Map<FrameFile, FrameFile> held = new IdentityHashMap<>();
        List<FrameRef> holding = new ArrayList<>();
        for (FrameRef each : frames) {
            FrameFile source = each.source;
            if (source.hasManyFrames() && !held.containsKey(source)) held.put(source, heldOrNot(source));
            holding.add(each.in(held.getOrDefault(source, source)));
        }
        return holding;
    }

    /**
     * Applies a function to the header of each frame. Headers that are not in memory are read in parallel, once per
     * file, and kept only for the function.
     *
     * @param frames the frames
     * @param progress receives progress, and can cancel
     * @param task the function
     * @param <T> the type of the results
     * @return the results, in the order of the frames
     * @throws DicomException the first failure of the function, located at the frame; or if a header cannot be read
     *     again
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public static <T> List<T> ofHeaders(List<FrameRef> frames, Progress progress, HeaderTask<T> task)
            throws DicomException {
        List<T> results = new ArrayList<>(Collections.nCopies(frames.size(), null));
        FileTask<DicomException> each = indexes -> {
            FrameFile held = frames.get(indexes.get(0)).heldSource();
            for (int index : indexes) {
                results.set(index, frames.get(index).in(held).ofHeader(task));
            }
        };
        forEachFile(frames, progress, each);
        return results;
    }

    /**
     * Does the same as {@link #ofHeaders}, without a result for a frame whose header cannot be read. Reading the pixels
     * of the frame reports the problem.
     *
     * @param frames the frames
     * @param progress receives progress, and can cancel
     * @param task the function
     * @param <T> the type of the results
     * @return the results, in the order of the frames
     * @throws DicomException the first failure of the function, located at the frame
     */
    public static <T> List<Optional<T>> ofReadableHeaders(List<FrameRef> frames, Progress progress, HeaderTask<T> task)
            throws DicomException {
        List<Optional<T>> results = new ArrayList<>(Collections.nCopies(frames.size(), Optional.empty()));
        FileTask<DicomException> each = indexes -> {
            Optional<FrameRef> held = frames.get(indexes.get(0)).heldIfReadable();
            if (held.isEmpty()) return;
            for (int index : indexes) {
                FrameRef frame = frames.get(index).in(held.get().source);
                results.set(index, Optional.of(frame.ofHeader(task)));
            }
        };
        forEachFile(frames, progress, each);
        return results;
    }

    /** One step of work on the frames of a file, given by their indexes in the list of frames. */
    private interface FileTask<X extends Exception> {
        void run(List<Integer> indexes) throws X;
    }

    private static <X extends Exception> void forEachFile(List<FrameRef> frames, Progress progress, FileTask<X> each)
            throws X {
        Map<FrameFile, List<Integer>> byFile = new LinkedHashMap<>();
        for (int i = 0; i < frames.size(); i++) {
            byFile.computeIfAbsent(frames.get(i).source, source -> new ArrayList<>(1))
                    .add(i);
        }
        List<List<Integer>> files = List.copyOf(byFile.values());
        boolean inMemory = byFile.keySet().stream().allMatch(FrameFile::isHeld);
        int threads = inMemory ? 1 : Workers.parallelism();
        Workers.Task<X> task = file -> each.run(files.get(file));
        Workers.forEach(threads, files.size(), inMemory ? progress.ofPart() : progress, () -> task);
    }

    /**
     * {@return the first frame whose header can be read, with the header in memory}
     *
     * @param frames the frames
     * @throws DicomException the failure of the first frame, if no header can be read
     */
    public static FrameRef firstHeld(List<FrameRef> frames) throws DicomException {
        DicomException failure = null;
        for (FrameRef frame : frames) {
            try {
                return frame.held();
            } catch (DicomException e) {
                if (failure == null) failure = e;
            }
        }
        throw failure;
    }

    private static FrameFile heldOrNot(FrameFile source) {
        try {
            return source.held();
        } catch (DicomException e) {
            return source;
        }
    }

    private FrameFile heldSource() throws DicomException {
        try {
            return source.held();
        } catch (DicomException e) {
            throw e.at(location());
        }
    }

    private <T> T ofHeader(HeaderTask<T> task) throws DicomException {
        try {
            return task.of(this);
        } catch (DicomException e) {
            throw e.at(location());
        }
    }

    /**
     * {@return the same frame with the header of its file in memory}
     *
     * @throws DicomException if the header cannot be read
     */
    public FrameRef held() throws DicomException {
        return source.isHeld() ? this : in(source.held());
    }

    /** Returns the same frame or tile of another object for its file. */
    FrameRef in(FrameFile file) {
        return new FrameRef(file, frame, tile);
    }

    /** {@return the same as {@link #held}; empty if the header cannot be read} */
    public Optional<FrameRef> heldIfReadable() {
        try {
            return Optional.of(held());
        } catch (DicomException e) {
            return Optional.empty();
        }
    }

    /**
     * {@return the header of the file, from memory or read again}
     *
     * @throws DicomException if the header cannot be read
     */
    public DicomFile file() throws DicomException {
        return source.file();
    }

    /**
     * {@return the functional groups of {@link #file}}
     *
     * @throws DicomException if the header cannot be read
     */
    public FunctionalGroups groups() throws DicomException {
        return source.groups();
    }

    /**
     * {@return the reference to a part of this frame}
     *
     * @param part the tile
     */
    public FrameRef withTile(Tile part) {
        return new FrameRef(source, frame, Optional.of(part));
    }

    /** {@return file, frame and tile, for messages} */
    public Location location() {
        return Location.ofFile(source.name())
                .withFrame(frame)
                .withTile(tile.map(Tile::index).orElse(Location.UNKNOWN));
    }

    private static void checkClaim(DicomFile file, int frames, int pixels) throws IOException {
        if (frames == 1) return;
        try (ByteSource source = file.open()) {
            boolean fragments = file.pixelData()
                    .flatMap(Element::bulk)
                    .filter(BulkData::isEncapsulated)
                    .isPresent();
            long most = fragments || file.transferSyntax().encapsulated()
                    ? source.size() / FRAGMENT_HEADER
                    : source.size() * Byte.SIZE / pixels;
            if (frames > most) {
                throw new MalformedDicomException(
                        frames + " frames are more than the file can hold",
                        Location.ofFile(file.name()).withTag(Tag.NUMBER_OF_FRAMES));
            }
        }
    }
}
