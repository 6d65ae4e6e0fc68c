package hounsfield.frame;

import hounsfield.codec.PixelLayout;
import hounsfield.parse.DicomFile;
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

    private final Map<DicomFile, FrameReader> open = new HashMap<>();
    private final Warnings warnings = new Warnings();

    /** Runs a task with the file of one frame open. */
    public <T> T read(FrameRef frame, Task<T> task) throws IOException {
        if (FrameRef.hasManyFrames(frame.file())) return task.run(frame, kept(frame.file()));
        try (FrameReader reader = FrameReader.open(frame.file())) {
            T result = task.run(frame, reader);
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
        if (FrameRef.hasManyFrames(frames.get(count - 1).file())) {
            // The last frame first: where it is not there, nothing is spent on those that a header only claims.
            count--;
            results.set(count, read(frames.get(count), checked));
        }
        Workers.forEach(count, progress, index -> results.set(index, read(frames.get(index), checked)));
        return results;
    }

    /** What was odd about the frames read so far. */
    public synchronized Warnings warnings() {
        open.values().forEach(reader -> warnings.addAll(reader.warnings()));
        return warnings;
    }

    @Override
    public synchronized void close() throws IOException {
        for (FrameReader reader : open.values()) reader.close();
        open.clear();
    }

    private synchronized FrameReader kept(DicomFile file) throws IOException {
        FrameReader reader = open.get(file);
        if (reader == null) {
            reader = FrameReader.open(file);
            open.put(file, reader);
        }
        return reader;
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
