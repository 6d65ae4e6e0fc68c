package hounsfield.frame;

import hounsfield.codec.PixelLayout;
import hounsfield.standard.DicomException;
import hounsfield.standard.UnsupportedDicomException;
import hounsfield.work.Progress;
import hounsfield.work.Warnings;
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
 * Opens the files of frames: one with many frames stays open until this closes, one with a single frame only while it is
 * read. Many threads may read at once.
 */
public final class FrameOpener implements Closeable {
    /** What to do with a frame and its open file. */
    @FunctionalInterface
    public interface Task<T> {
        T run(FrameRef frame, FrameReader reader) throws IOException;
    }

    private final Map<FrameFile, Kept> open = new HashMap<>();
    private final Warnings warnings = new Warnings();

    /** A file that stays open. */
    private record Kept(FrameFile source, FrameReader reader) {}

    /**
     * Runs a task with the file of one frame open.
     *
     * @throws hounsfield.standard.DicomException if the header must be read again and the file is not as it was
     */
    public <T> T read(FrameRef frame, Task<T> task) throws IOException {
        if (frame.source().hasManyFrames()) {
            Kept kept = kept(frame.source());
            return task.run(new FrameRef(kept.source(), frame.frame()), kept.reader());
        }
        FrameRef held = frame.held();
        try (FrameReader reader = FrameReader.open(held.file())) {
            T result = task.run(held, reader);
            warnings.addAll(reader.warnings());
            return result;
        }
    }

    /**
     * Runs a task for each of the frames of one image, in parallel.
     *
     * @param hint what to say behind the frames that can be read, such as how to open them; empty for nothing
     * @return what the task gave, in the order of the frames
     * @throws DicomException if that fails for a frame, or if a frame is not of the first one's size; the message says
     *     which frames can be read
     * @throws CancellationException if the user ended the work
     */
    public <T> List<T> readAll(List<FrameRef> frames, String hint, Progress progress, Task<T> task) throws IOException {
        try {
            return readEach(frames, progress, checked(layout(frames), task));
        } catch (IOException e) {
            throw refusal(frames, e, hint, progress);
        }
    }

    /**
     * As {@link #readAll}, for all frames although the task may fail for some.
     *
     * @return an attempt for each frame, in the order of the frames
     * @throws DicomException if not even a file can be opened
     */
    public <T> List<Attempt<T>> attemptAll(List<FrameRef> frames, Progress progress, Task<T> task) throws IOException {
        PixelLayout layout = layout(frames);
        List<Attempt<T>> attempts = new ArrayList<>(Collections.nCopies(frames.size(), null));
        Workers.forEach(
                frames.size(), progress, index -> attempts.set(index, attempt(frames.get(index), layout, task)));
        return attempts;
    }

    /**
     * Runs a task with the file of one frame open, and keeps what goes wrong. Neither the end of the work by the user nor a
     * lack of memory is a failure of the frame; they are thrown.
     *
     * @param layout of the image that the frame is for; a frame of another size fails
     */
    public <T> Attempt<T> attempt(FrameRef frame, PixelLayout layout, Task<T> task) {
        try {
            return new Attempt<>(frame, read(frame, checked(layout, task)), null);
        } catch (IOException e) {
            return new Attempt<>(
                    frame, null, DicomException.of(e, frame.location()).at(frame.location()));
        }
    }

    /**
     * The first frame whose file can be opened.
     *
     * @throws IOException the first one's failure, if none can
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
     * The failure of the first frame that cannot be read, with those that can: all are decoded for it, and none is kept.
     * Where all can be read it is the task that failed.
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

    /** What there is of the only frame, in words; empty for nothing. */
    private String rowsThere(FrameRef frame) throws IOException {
        return read(frame, (ref, reader) -> {
            int rows = reader.rowsBeforeCut(ref.frame());
            return rows == 0
                    ? ""
                    : "the first " + rows + " of " + reader.layout().rows() + " rows can be read";
        });
    }

    private <T> List<T> readEach(List<FrameRef> frames, Progress progress, Task<T> checked) throws IOException {
        List<T> results = new ArrayList<>(Collections.nCopies(frames.size(), null));
        int count = frames.size();
        if (frames.get(count - 1).source().hasManyFrames()) {
            // The last frame first: where it is not there, nothing is spent on those that a header only claims.
            count--;
            results.set(count, read(frames.get(count), checked));
        }
        Workers.forEach(count, progress, index -> results.set(index, read(frames.get(index), checked)));
        return results;
    }

    /** What was odd about the frames read so far. */
    public synchronized Warnings warnings() {
        open.values().forEach(kept -> warnings.addAll(kept.reader().warnings()));
        return warnings;
    }

    @Override
    public synchronized void close() throws IOException {
        for (Kept kept : open.values()) kept.reader().close();
        open.clear();
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
