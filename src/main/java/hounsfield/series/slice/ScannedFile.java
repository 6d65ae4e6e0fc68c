package hounsfield.series.slice;

import hounsfield.bytes.ByteSource;
import hounsfield.data.DataSet;
import hounsfield.data.OptionalAttributes;
import hounsfield.frame.FrameFile;
import hounsfield.frame.FrameRef;
import hounsfield.frame.FunctionalGroups;
import hounsfield.geometry.Mosaic;
import hounsfield.geometry.TileSlice;
import hounsfield.parse.DicomFile;
import hounsfield.standard.Tag;
import hounsfield.work.Diagnostics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The part of a file's header that a scan keeps: the small records {@link SeriesKey}, {@link SeriesText} and {@link
 * Slice}, which are sufficient for grouping and ordering. Headers are dropped, and read again with the pixels. Only the
 * first headers of a scan stay in memory, up to a limit, so that a series of usual size is read once.
 */
public record ScannedFile(SeriesKey key, String instanceUid, List<Slice> slices) {
    /** State shared by the files of one scan. */
    public static final class Scan {
        private final AtomicLong room;
        private final ConcurrentHashMap<Object, Object> known = new ConcurrentHashMap<>();
        /** The last value of each attribute. Threads may see older values, which are equally valid. */
        private final Object[] recent = new Object[AxisAttribute.values().length];

        /** Keeps headers in up to a sixteenth of Java's maximum memory, at most 256 MiB. */
        public Scan() {
            this(Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 16));
        }

        /** @param room approximate limit of the headers in memory [bytes] */
        public Scan(long room) {
            this.room = new AtomicLong(room);
        }

        private boolean takes(DicomFile file) {
            long bytes = HeaderSize.of(file.metaInformation()) + HeaderSize.of(file.dataSet());
            return room.get() > 0 && room.addAndGet(-bytes) >= 0;
        }

        /** Returns one instance of equal values, so that thousands of files share it. */
        @SuppressWarnings("unchecked") // A value equals only values of its own class.
        <T> T one(T value) {
            Object other = known.get(value);
            if (other == null) other = known.putIfAbsent(value, value);
            return other == null ? value : (T) other;
        }

        /**
         * Returns the instance of the last file for an equal value of an attribute. No table is used, because numbers that differ from
         * file to file would fill it.
         */
        Object recent(AxisAttribute attribute, Object value) {
            Object last = recent[attribute.ordinal()];
            if (value.equals(last)) return last;
            Object own = value instanceof Double ? value : one(value);
            recent[attribute.ordinal()] = own;
            return own;
        }
    }

    /**
     * Extracts the kept part of a header.
     *
     * @param bytes the file, with its name in messages
     * @param file its header
     * @param scan shared by the files of the scan
     * @return the kept part
     * @throws IOException if the file contains no image, or is damaged
     */
    public static ScannedFile of(ByteSource bytes, DicomFile file, Scan scan) throws IOException {
        DataSet dataSet = file.dataSet();
        List<String> diagnostics = file.diagnostics().isEmpty()
                ? List.of()
                : scan.one(
                        file.diagnostics().sentences().stream().map(scan::one).toList());
        FrameFile source = scan.takes(file) ? FrameFile.of(file) : FrameFile.readAgain(bytes, file);
        List<FrameRef> frames =
                FrameRef.hasManyFrames(file) ? FrameRef.allOf(source, file) : List.of(new FrameRef(source, 0));
        FrameFile held = source.isHeld() ? source : FrameFile.of(file);
        FunctionalGroups groups = new FrameRef(held, 0).groups();
        SeriesText text = scan.one(SeriesText.of(groups));
        List<Slice> slices = new ArrayList<>();
        for (FrameRef frame : frames) {
            FrameRef withHeader = new FrameRef(held, frame.frame());
            slices.add(Slice.of(bytes, frame, withHeader, text, diagnostics, scan));
        }
        Diagnostics findings = new Diagnostics();
        Optional<List<TileSlice>> tiles = Mosaic.of(groups, findings);
        if (!findings.isEmpty()) slices.set(0, slices.get(0).with(findings.sentences()));
        if (tiles.isPresent()) slices = slices.get(0).tiles(tiles.get(), scan);
        if (slices.size() > 1
                && slices.stream().skip(1).allMatch(slice -> slice.plane().isEmpty())) {
            // The position at the top level is that of the first frame. Without it, the frames stay together.
            slices.set(0, slices.get(0).withoutPlane());
        }
        boolean placed = slices.stream().allMatch(slice -> slice.plane().isPresent());
        OptionalAttributes attributes = new OptionalAttributes(dataSet, file.diagnostics());
        SeriesKey own = SeriesKey.of(file, slices.size() > 1 && !placed);
        SeriesKey key = scan.one(slices.get(0).source().tile().map(own::ofTile).orElse(own));
        return new ScannedFile(key, attributes.text(Tag.SOP_INSTANCE_UID), slices);
    }

    /**
     * Returns whether another file is a copy: the same images with the same attributes.
     *
     * @param other another file
     * @return whether it is
     */
    public boolean isCopyOf(ScannedFile other) {
        if (!key.equals(other.key) || slices.size() != other.slices.size()) return false;
        for (int i = 0; i < slices.size(); i++) {
            if (!slices.get(i).isCopyOf(other.slices.get(i))) return false;
        }
        return true;
    }
}
