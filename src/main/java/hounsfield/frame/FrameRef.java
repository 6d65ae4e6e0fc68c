package hounsfield.frame;

import hounsfield.bytes.ByteSource;
import hounsfield.data.BulkData;
import hounsfield.data.Element;
import hounsfield.parse.DicomFile;
import hounsfield.standard.DicomException;
import hounsfield.standard.Location;
import hounsfield.standard.MalformedDicomException;
import hounsfield.standard.Tag;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One frame of one file: holds no pixels and nothing open. Lists of these, from one file or from many, are what images are
 * read from.
 *
 * @param source the file, shared by its frames
 * @param frame counted from 0
 */
public record FrameRef(FrameFile source, int frame) {
    /** Tag and length of the fragment that an encapsulated frame has at least (PS3.5 A.4). */
    private static final int FRAGMENT_HEADER = 8;

    /** What is made of a frame's header. */
    @FunctionalInterface
    public interface HeaderTask<T> {
        /** @param frame with its header in memory */
        T of(FrameRef frame) throws DicomException;
    }

    /** A file's first frame; its only one, unless it {@linkplain #hasManyFrames has many}. */
    public static FrameRef first(DicomFile file) {
        return new FrameRef(FrameFile.of(file), 0);
    }

    /**
     * All frames of a file, in the file's order, the header in memory.
     *
     * @throws DicomException if the file is damaged or holds no image, or if its header claims more frames than its bytes
     *     could possibly hold
     */
    public static List<FrameRef> allOf(DicomFile file) throws IOException {
        return allOf(FrameFile.of(file), file);
    }

    /**
     * As {@link #allOf(DicomFile)}, of a file whose header need not stay in memory.
     *
     * @param file the source's header
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

    /** Whether Number of Frames is not 1; so too if it cannot be read, and Pixel Data must be asked. */
    public static boolean hasManyFrames(DicomFile file) {
        return FrameCount.declared(file).orElse(0) != 1;
    }

    /**
     * The same frames, the headers of files with many frames in memory: work on each frame would read them as many times.
     * A file that is not there any more, or not as it was, stays as it is; reading its frames says so.
     */
    public static List<FrameRef> holding(List<FrameRef> frames) {
        Map<FrameFile, FrameFile> held = new IdentityHashMap<>();
        List<FrameRef> holding = new ArrayList<>();
        for (FrameRef each : frames) {
            FrameFile source = each.source;
            if (source.hasManyFrames() && !held.containsKey(source)) held.put(source, heldOrNot(source));
            holding.add(new FrameRef(held.getOrDefault(source, source), each.frame));
        }
        return holding;
    }

    /**
     * What a task makes of each frame's header. Headers that are not in memory are read in parallel, and each only for its
     * task.
     *
     * @return in the order of the frames
     * @throws DicomException the first that the task throws, with the frame's place; or if a header cannot be read again
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    public static <T> List<T> ofHeaders(List<FrameRef> frames, Progress progress, HeaderTask<T> task)
            throws DicomException {
        List<T> results = new ArrayList<>(Collections.nCopies(frames.size(), null));
        Workers.Task<DicomException> each =
                index -> results.set(index, frames.get(index).ofHeader(task));
        forEach(frames, progress, each);
        return results;
    }

    /**
     * As {@link #ofHeaders}, without a result for a frame whose header cannot be read. Reading the frame's pixels fails for
     * the same reason, and says so.
     */
    public static <T> List<Optional<T>> ofReadableHeaders(List<FrameRef> frames, Progress progress, HeaderTask<T> task)
            throws DicomException {
        List<Optional<T>> results = new ArrayList<>(Collections.nCopies(frames.size(), Optional.empty()));
        Workers.Task<DicomException> each = index -> {
            Optional<FrameRef> held = frames.get(index).heldIfReadable();
            if (held.isPresent()) results.set(index, Optional.of(held.get().ofHeader(task)));
        };
        forEach(frames, progress, each);
        return results;
    }

    private static <X extends Exception> void forEach(List<FrameRef> frames, Progress progress, Workers.Task<X> each)
            throws X {
        boolean inMemory = frames.stream().allMatch(frame -> frame.source.isHeld());
        int threads = inMemory ? 1 : Workers.parallelism();
        Workers.forEach(threads, frames.size(), inMemory ? progress.ofPart() : progress, () -> each);
    }

    /**
     * The first frame whose header can be read, with the header in memory.
     *
     * @throws DicomException the first one's failure, if none can
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

    private <T> T ofHeader(HeaderTask<T> task) throws DicomException {
        try {
            return task.of(held());
        } catch (DicomException e) {
            throw e.at(location());
        }
    }

    /** The same frame with its file's header in memory. */
    public FrameRef held() throws DicomException {
        return source.isHeld() ? this : new FrameRef(source.held(), frame);
    }

    /** As {@link #held}; empty for a frame whose header cannot be read. */
    public Optional<FrameRef> heldIfReadable() {
        try {
            return Optional.of(held());
        } catch (DicomException e) {
            return Optional.empty();
        }
    }

    /** The file's header, from memory or read now. */
    public DicomFile file() throws DicomException {
        return source.file();
    }

    /** The file's functional groups, of {@link #file}. */
    public FunctionalGroups groups() throws DicomException {
        return source.groups();
    }

    /** File and frame, for messages. */
    public Location location() {
        return Location.ofFile(source.name()).withFrame(frame);
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
