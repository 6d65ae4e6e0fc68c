package hounsfield.series;

import hounsfield.data.DataSet;
import hounsfield.frame.FrameFile;
import hounsfield.frame.FrameRef;
import hounsfield.parse.DicomFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a scan keeps of a file. Here alone a header becomes the small records that the rest of the work with series rests
 * on: {@link SeriesKey}, {@link SeriesText} and {@link Slice}. The header itself goes, and is read again with the pixels;
 * the first ones of a scan stay in memory, up to a limit, so that a usual series is read once.
 */
record ScannedFile(SeriesKey key, List<Slice> slices) {
    /** What the files of one scan share. */
    static final class Scan {
        private final AtomicLong room;
        private final ConcurrentHashMap<Object, Object> known = new ConcurrentHashMap<>();

        /** Keeps headers of a sixteenth of the memory that Java may have, 256 MiB at most. */
        Scan() {
            this(Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 16));
        }

        /** @param room how many bytes of headers may stay in memory, about */
        Scan(long room) {
            this.room = new AtomicLong(room);
        }

        private boolean takes(DicomFile file) {
            long bytes = HeaderSize.of(file.metaInformation()) + HeaderSize.of(file.dataSet());
            return room.get() > 0 && room.addAndGet(-bytes) >= 0;
        }

        /** One of the values that are equal, so that thousands of files do not hold thousands of copies. */
        @SuppressWarnings("unchecked") // a value equals those of its own class only
        <T> T one(T value) {
            Object other = known.putIfAbsent(value, value);
            return other == null ? value : (T) other;
        }
    }

    /**
     * Takes from a header what a scan keeps.
     *
     * @param file its header, read under the name that messages have
     * @throws IOException if the file holds no image, or a damaged one
     */
    static ScannedFile of(Path path, DicomFile file, Scan scan) throws IOException {
        DataSet dataSet = file.dataSet();
        SeriesKey key = scan.one(SeriesKey.of(path, file));
        SeriesText text = scan.one(SeriesText.of(dataSet));
        List<String> warnings =
                scan.one(file.warnings().list().stream().map(scan::one).toList());
        FrameFile source = scan.takes(file) ? FrameFile.of(file) : FrameFile.readAgain(path, file);
        List<FrameRef> frames = key.isMultiFrame() ? FrameRef.allOf(source, file) : List.of(new FrameRef(source, 0));
        FrameFile held = source.isHeld() ? source : FrameFile.of(file);
        List<Slice> slices = new ArrayList<>();
        for (FrameRef frame : frames) {
            FrameRef withHeader = new FrameRef(held, frame.frame());
            slices.add(Slice.of(path, frame, withHeader, text, warnings, scan));
        }
        return new ScannedFile(key, slices);
    }
}
