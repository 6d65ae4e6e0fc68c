package hounsfield.region.segmentation;

import hounsfield.codec.Samples;
import hounsfield.frame.pixeldata.FrameReader;
import hounsfield.parse.DicomFile;
import hounsfield.region.PlaneMask;
import hounsfield.standard.Tag;
import hounsfield.standard.error.Location;
import hounsfield.standard.error.MalformedDicomException;
import hounsfield.standard.error.Memory;
import hounsfield.work.Diagnostics;
import hounsfield.work.Progress;
import hounsfield.work.Workers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** Reads the pixels of a segmentation, frame by frame. */
final class SegmentPixels {
    private final DicomFile file;
    private final SegmentationType type;
    private final FrameTable table;
    private final Set<Integer> background;
    private final Diagnostics findings;

    SegmentPixels(
            DicomFile file, SegmentationType type, FrameTable table, Set<Integer> background, Diagnostics findings) {
        this.file = file;
        this.type = type;
        this.table = table;
        this.background = background;
        this.findings = findings;
    }

    /** Returns the pixels of the wanted segments, by frame. */
    List<SegmentFrame> read(IntPredicate wanted, Progress progress) throws IOException {
        try (FrameReader reader = FrameReader.open(file)) {
            if (reader.layout().samplesPerPixel() != 1) {
                throw new MalformedDicomException(
                        "a segmentation has 1 sample per pixel, not "
                                + reader.layout().samplesPerPixel(),
                        Location.ofTag(Tag.SAMPLES_PER_PIXEL));
            }
            int count = reader.frameCount();
            if (type == SegmentationType.LABELMAP) {
                long bytes = (long) reader.layout().pixels()
                        * (reader.layout().bitsAllocated() > Byte.SIZE ? Short.BYTES : 1);
                Memory.require("the label map", new Memory.Need(count, bytes), List.of());
            }
            List<List<SegmentFrame>> frames = new ArrayList<>(java.util.Collections.nCopies(count, List.of()));
            Workers.forEach(count, progress, frame -> frames.set(frame, read(reader.during(progress), frame, wanted)));
            findings.addAll(reader.diagnostics());
            return frames.stream().flatMap(Collection::stream).toList();
        }
    }

    private List<SegmentFrame> read(FrameReader reader, int frame, IntPredicate wanted) throws IOException {
        if (type == SegmentationType.LABELMAP) return labels(reader, frame, wanted);
        List<Integer> numbers =
                table.segments(frame).stream().filter(wanted::test).toList();
        if (numbers.isEmpty()) return List.of();
        Samples samples = reader.read(frame);
        checkIntegers(samples, frame);
        SegmentFrame.Place place = table.place(frame);
        return PlaneMask.of(samples, reader.layout().columns()).stream()
                .flatMap(mask -> numbers.stream().map(number -> new SegmentFrame(number, frame, place, mask)))
                .toList();
    }

    private List<SegmentFrame> labels(FrameReader reader, int frame, IntPredicate wanted) throws IOException {
        Samples samples = reader.read(frame);
        checkIntegers(samples, frame);
        int columns = reader.layout().columns();
        Map<Integer, int[]> boxes = new HashMap<>();
        int last = -1;
        int[] box = null;
        for (int i = 0; i < samples.length(); i++) {
            int value = samples.intAt(i);
            if (value != last) {
                boolean counts = !background.contains(value) && wanted.test(value);
                box = counts ? boxes.computeIfAbsent(value, key -> PlaneMask.emptyBox()) : null;
                last = value;
            }
            if (box != null) PlaneMask.extend(box, i % columns, i / columns);
        }
        if (boxes.isEmpty()) return List.of();
        SegmentFrame.Place place = table.place(frame);
        return boxes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> new SegmentFrame(
                        each.getKey(),
                        frame,
                        place,
                        PlaneMask.ofLabel(samples, columns, each.getKey(), each.getValue())))
                .toList();
    }

    private static void checkIntegers(Samples samples, int frame) throws MalformedDicomException {
        if (samples.isFloat()) {
            throw new MalformedDicomException(
                    "a segmentation has integer pixels, not floating point", Location.ofFrame(frame));
        }
    }
}
