package hounsfield.imagej;

import hounsfield.frame.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.standard.DicomException;
import hounsfield.standard.Tag;
import hounsfield.standard.Warnings;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Opens the files of slices: one with many frames stays open until this closes, one with a single frame only while it is
 * read. Many threads may read at once.
 */
final class SliceReader implements Closeable {
    /** What to do with a slice's open file. */
    interface Task<T> {
        T run(FrameReader reader) throws IOException;
    }

    private final Map<DicomFile, FrameReader> open = new HashMap<>();
    private final Warnings warnings = new Warnings();

    <T> T read(ImageSlice slice, Task<T> task) throws IOException {
        if (hasManyFrames(slice.file())) return task.run(kept(slice.file()));
        try (FrameReader reader = FrameReader.open(slice.file())) {
            T result = task.run(reader);
            warnings.addAll(reader.warnings());
            return result;
        }
    }

    /** What was odd about the frames read so far. */
    synchronized Warnings warnings() {
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

    private static boolean hasManyFrames(DicomFile file) {
        try {
            return file.dataSet().findInt(Tag.NUMBER_OF_FRAMES).orElse(1) != 1;
        } catch (DicomException e) {
            return true;
        }
    }
}
