package hounsfield.frame;

import hounsfield.codec.PixelLayout;
import hounsfield.standard.Progress;
import hounsfield.standard.UnsupportedDicomException;
import hounsfield.standard.Warnings;
import hounsfield.standard.Workers;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
     * @return what the task gave, in the order of the frames
     * @throws UnsupportedDicomException if a frame is not of the first one's size
     * @throws java.util.concurrent.CancellationException if the user ended the work
     */
    public <T> List<T> readAll(List<FrameRef> frames, Progress progress, Task<T> task) throws IOException {
        PixelLayout layout = read(frames.get(0), (frame, reader) -> reader.layout());
        Task<T> checked = (frame, reader) -> {
            checkSize(frame, reader.layout(), layout);
            return task.run(frame, reader);
        };
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
