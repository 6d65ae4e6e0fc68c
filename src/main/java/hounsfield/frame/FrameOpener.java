package hounsfield.frame;

import hounsfield.codec.PixelLayout;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.standard.error.DicomException;
import hounsfield.standard.error.UnsupportedDicomException;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Opens the files of frames. A file with many frames stays open until this is closed, a file with a single frame only
 * while it is read; some files of which tiles were read stay open. Thread-safe.
 */
public final class FrameOpener implements Closeable {
    /**
     * A task for a frame and its open file.
     *
     * @param <T> the type of the result
     */
    @FunctionalInterface
    public interface Task<T> {
        /**
         * Runs the task.
         *
         * @param frame the frame, with its header in memory
         * @param reader reads the file of the frame; of a tile, only the tile
         * @return the result
         * @throws IOException if it fails
         */
        T run(FrameRef frame, FrameReader reader) throws IOException;
    }

    private final Map<FrameFile, Kept> open = new HashMap<>();
    private final Diagnostics diagnostics = new Diagnostics();
    private final TiledFiles tiled = new TiledFiles(diagnostics);

    /** A file that stays open. */
    private record Kept(FrameFile source, FrameReader reader) {}

    /**
     * Runs a task with the file of one frame open.
     *
     * @param frame the frame
     * @param task the task
     * @param <T> the type of the result
     * @return the result of the task
     * @throws hounsfield.standard.error.DicomException if the header must be read again and the file has changed
     * @throws IOException if the task fails
     */
    public <T> T read(FrameRef frame, Task<T> task) throws IOException {
        return read(frame, Progress.NONE, task);
    }

    /**
     * Does the same as {@link #read(FrameRef, Task)} as part of an operation.
     *
     * @param frame the frame
     * @param progress can cancel, also while the frame is decoded
     * @param task the task
     * @param <T> the type of the result
     * @return the result of the task
     * @throws IOException if the task fails
     * @throws CancellationException if the user cancelled
     */
    public <T> T read(FrameRef frame, Progress progress, Task<T> task) throws IOException {
        if (frame.source().hasManyFrames()) {
            Kept kept = kept(frame.source());
            FrameReader reader = kept.reader().during(progress);
            FrameReader view =
                    frame.tile().isPresent() ? reader.ofTile(frame.tile().get()) : reader;
            return task.run(frame.in(kept.source()), view);
        }
        if (frame.tile().isPresent()) return tiled.read(frame, frame.tile().get(), progress, task);
        FrameRef held = frame.held();
        try (FrameReader reader = FrameReader.open(held.file())) {
            T result = task.run(held, reader.during(progress));
            diagnostics.addAll(reader.diagnostics());
            return result;
        }
    }

    /**
     * Runs a task for each frame of an image, in parallel.
     *
     * @param frames the frames
     * @param hint appended to the list of readable frames in messages, such as how to open them; may be empty
     * @param progress receives progress, and can cancel
     * @param task the task
     * @param <T> the type of the result
     * @return the results, in the order of the frames
     * @throws DicomException if the task fails for a frame, or a frame differs in size from the first; the message
     *     lists the readable frames
     * @throws IOException if a file cannot be read
     * @throws CancellationException if the user cancelled
     */
    public <T> List<T> readAll(List<FrameRef> frames, String hint, Progress progress, Task<T> task) throws IOException {
        try {
            return readEach(frames, progress, checked(layout(frames), task));
        } catch (IOException e) {
            throw refusal(frames, e, hint, progress);
        }
    }

    /**
     * Does the same as {@link #readAll}, but continues with the other frames if the task fails for some.
     *
     * @param frames the frames
     * @param progress receives progress, and can cancel
     * @param task the task
     * @param <T> the type of the result
     * @return an attempt for each frame, in the order of the frames
     * @throws DicomException if no file can be opened
     * @throws IOException if no file can be opened
     */
    public <T> List<Attempt<T>> attemptAll(List<FrameRef> frames, Progress progress, Task<T> task) throws IOException {
        PixelLayout layout = layout(frames);
        List<Attempt<T>> attempts = new ArrayList<>(Collections.nCopies(frames.size(), null));
        Workers.forEach(
                frames.size(),
                progress,
                index -> attempts.set(index, attempt(frames.get(index), layout, progress, task)));
        return attempts;
    }

    /**
     * Runs a task with the file of one frame open, and catches its failure. Cancellation and lack of memory are not
     * failures of the frame, and are thrown.
     *
     * @param frame the frame
     * @param layout of the image; a frame of another size fails
     * @param progress can cancel, also while the frame is decoded
     * @param task the task
     * @param <T> the type of the result
     * @return the outcome
     */
    public <T> Attempt<T> attempt(FrameRef frame, PixelLayout layout, Progress progress, Task<T> task) {
        try {
            return new Attempt<>(frame, read(frame, progress, checked(layout, task)), null);
        } catch (IOException e) {
            return new Attempt<>(
                    frame, null, DicomException.of(e, frame.location()).at(frame.location()));
        }
    }

    /**
     * {@return the first frame whose file can be opened}
     *
     * @param frames the frames
     * @throws IOException the failure of the first frame, if no file can be opened
     */
    public FrameRef firstOpen(List<FrameRef> frames) throws IOException {
        IOException failure = null;
        FrameFile failed = null;
        for (FrameRef frame : frames) {
            if (frame.source() == failed) continue;
            try {
                return read(frame, (ref, reader) -> frame);
            } catch (IOException e) {
                if (failure == null) failure = e;
                failed = frame.source();
            }
        }
        throw failure;
    }

    private PixelLayout layout(List<FrameRef> frames) throws IOException {
        return read(firstOpen(frames), (frame, reader) -> reader.layout());
    }

    private static <T> Task<T> checked(PixelLayout layout, Task<T> task) {
        return (frame, reader) -> {
            checkSize(frame, reader.layout(), layout);
            return task.run(frame, reader);
        };
    }

    /**
     * Returns the failure of the first frame that cannot be read, with a list of the readable frames. To find them, all
     * frames are decoded; none is kept. If all can be read, the task itself failed.
     */
    private IOException refusal(List<FrameRef> frames, IOException failure, String hint, Progress progress)
            throws IOException {
        List<Attempt<Void>> attempts =
                attemptAll(frames, progress, (frame, reader) -> reader.lend(frame.frame(), samples -> null));
        Optional<Attempt<Void>> failed =
                attempts.stream().filter(Attempt::failed).findFirst();
        if (failed.isEmpty()) return failure;
        String words = ReadableFrames.words(attempts);
        if (words.isEmpty() && frames.size() == 1) words = rowsThere(frames.get(0));
        DicomException own = failed.get().failure();
        if (words.isEmpty()) return own;
        return own.adding(hint.isEmpty() ? words : words + "; " + hint);
    }

    /** Describes the readable rows of a single frame; empty if there are none. */
    private String rowsThere(FrameRef frame) throws IOException {
        return read(frame, (ref, reader) -> {
            Optional<Integer> rows = reader.lendRows(ref.frame(), (samples, count) -> count);
            return rows.map(count ->
                            "the first " + count + " of " + reader.layout().rows() + " rows can be read")
                    .orElse("");
        });
    }

    private <T> List<T> readEach(List<FrameRef> frames, Progress progress, Task<T> checked) throws IOException {
        List<T> results = new ArrayList<>(Collections.nCopies(frames.size(), null));
        int count = frames.size();
        if (frames.get(count - 1).source().hasManyFrames()) {
            // The last frame is read first, so that no time is spent if the header claims more frames than there are.
            count--;
            results.set(count, read(frames.get(count), progress, checked));
        }
        Workers.forEach(count, progress, index -> results.set(index, read(frames.get(index), progress, checked)));
        return results;
    }

    /** {@return the problems of the frames read so far} */
    public synchronized Diagnostics diagnostics() {
        open.values().forEach(kept -> diagnostics.addAll(kept.reader().diagnostics()));
        tiled.addDiagnostics();
        return diagnostics;
    }

    @Override
    public synchronized void close() throws IOException {
        for (Kept kept : open.values()) kept.reader().close();
        open.clear();
        tiled.close();
    }

    private synchronized Kept kept(FrameFile source) throws IOException {
        Kept kept = open.get(source);
        if (kept == null) {
            FrameFile held = source.held();
            kept = new Kept(held, FrameReader.open(held.file()));
            open.put(source, kept);
        }
        return kept;
    }

    private static void checkSize(FrameRef frame, PixelLayout layout, PixelLayout first)
            throws UnsupportedDicomException {
        if (layout.rows() != first.rows() || layout.columns() != first.columns()) {
            throw new UnsupportedDicomException(
                    "is " + layout.columns() + " x " + layout.rows() + " pixels, the first slice " + first.columns()
                            + " x " + first.rows(),
                    frame.location());
        }
    }
}
